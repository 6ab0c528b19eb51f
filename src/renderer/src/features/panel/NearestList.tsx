import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { likelihoodOf } from '../../ui/likelihood.ts';
import type { NumberedEvidence } from './SourceList.tsx';

export type PickableEvidence = NumberedEvidence & { readonly confidence: number; readonly isUsed: boolean };

/** What may answer the ask at hand, one key each; brief where it has an answer already. */
export function NearestList(props: {
  readonly nearest: readonly PickableEvidence[];
  readonly isBrief: boolean;
  readonly altKey: string;
  readonly onUse: (rank: number) => void;
}) {
  const { t, format } = useText();
  if (props.nearest.length === 0) return null;
  return (
    <section aria-label={t('panel.nearest')} className="min-h-0 shrink overflow-y-auto px-3 pt-2 pb-1">
      {!props.isBrief && <h2 className="mb-1 text-xs text-ink-3">{t('panel.nearest')}</h2>}
      <ul className={classNames('flex flex-col', props.isBrief ? 'gap-0.5' : 'gap-1.5')}>
        {props.nearest.map(({ index, evidence, confidence, isUsed }, rank) => (
          <li key={index}>
            <button
              type="button"
              data-testid="panel-nearest"
              aria-pressed={isUsed}
              onClick={() => props.onUse(rank)}
              className={classNames(
                'flex w-full items-start gap-2 rounded-lg border px-2.5 text-left hover:border-line-strong',
                props.isBrief ? 'py-0.5' : 'py-1.5',
                isUsed ? 'border-accent-ink/50 bg-accent-soft' : 'border-line bg-raised',
              )}
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate text-xs font-semibold" lang={evidence.language}>
                  {evidence.question || t('evidence.untitled')}
                </span>
                {!props.isBrief && (
                  <span className="line-clamp-1 text-xs text-ink-2" lang={evidence.language}>
                    {evidence.answer}
                  </span>
                )}
              </span>
              <span className="shrink-0 text-2xs leading-4.5 text-ink-3">
                {t(`likelihood.${likelihoodOf(confidence)}`)}{' '}
                <span className="numbers">{format.percent(confidence)}</span>
              </span>
              <Kbd>{`${props.altKey} ${rank + 1}`}</Kbd>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
