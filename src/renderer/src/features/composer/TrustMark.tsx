import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Meter } from '../../ui/Meter.tsx';
import { trustOf } from './confidence.ts';

const looks = { sure: 'text-accent-ink', likely: 'text-ink-2', check: 'text-amber' };

/** A confidence as a word, a number and a bar. The word alone would claim too much. */
export function TrustMark({ confidence }: { readonly confidence: number }) {
  const { t } = useText();
  const trust = trustOf(confidence);
  return (
    <span
      className={classNames('inline-flex shrink-0 items-center gap-1.5 text-xs', looks[trust])}
      title={t(`trust.${trust}.why`)}
    >
      <Meter
        value={confidence}
        label={t('trust.label')}
        tone={trust === 'check' ? 'amber' : 'accent'}
        className="w-8"
      />
      <span>{t(`trust.${trust}`)}</span>
      <span className="numbers text-ink-3">{confidence.toFixed(2)}</span>
    </span>
  );
}
