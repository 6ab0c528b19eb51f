import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Meter } from '../../ui/Meter.tsx';

/** The desk's probability that an answer is right, as a bar and a number. */
export function Sureness({ confidence }: { readonly confidence: number }) {
  const { t } = useText();
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-xs text-ink-2">
      <Meter value={confidence} label={t('ask.trust')} tone={confidence >= 0.5 ? 'accent' : 'amber'} className="w-10" />
      <span className={classNames('numbers', confidence < 0.5 && 'text-amber')}>{confidence.toFixed(2)}</span>
    </span>
  );
}
