import { Check, CircleHelp } from 'lucide-react';
import type { Draft } from '#shared/model/draft.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { nearestOf } from './nearest.ts';
import { TrustMark } from './TrustMark.tsx';

/** What the customer asked, one line each: answered from which source, or why not and what comes near. */
export function AskList(props: {
  readonly draft: Draft;
  /** Asks whose gap the agent has written over. */
  readonly filled: ReadonlySet<number>;
  readonly activeEvidence: number | null;
  readonly onActiveEvidence: (evidence: number | null) => void;
  readonly onUse: (evidence: number, ask: number) => void;
}) {
  const { t } = useText();
  const { draft } = props;
  const firstOpen = draft.asks.findIndex((ask, index) => ask.evidence === null && !props.filled.has(index));
  const nearest = nearestOf(draft).slice(0, 3);
  if (draft.asks.length === 0) return null;
  return (
    <ol
      aria-label={t('asks.title')}
      className="flex max-h-36 min-h-9 shrink-[20] flex-col gap-0.5 overflow-y-auto px-3 pt-2 text-xs"
    >
      {draft.asks.map((ask, index) => {
        const { evidence } = ask;
        const isFilled = props.filled.has(index);
        const source = evidence === null ? undefined : draft.evidence[evidence];
        return (
          <li
            key={index}
            onPointerEnter={() => props.onActiveEvidence(evidence)}
            onPointerLeave={() => props.onActiveEvidence(null)}
            className={classNames(
              'rounded-md px-1.5 py-0.5',
              evidence !== null && evidence === props.activeEvidence && 'bg-accent-soft',
            )}
          >
            <div className="flex items-center gap-2">
              {evidence === null && !isFilled ? (
                <CircleHelp size={14} className="shrink-0 text-amber" aria-label={t('asks.open')} />
              ) : (
                <Check size={14} className="shrink-0 text-accent-ink" aria-label={t('asks.answered')} />
              )}
              <span className="min-w-0 flex-1 truncate text-ink" lang={draft.language} title={ask.context || ask.text}>
                {ask.text}
              </span>
              {source !== undefined && evidence !== null && (
                <>
                  <span className="max-w-[45%] truncate text-ink-2" lang={source.language}>
                    [{evidence + 1}] {source.question}
                  </span>
                  {draft.asks.length > 1 && <TrustMark confidence={ask.confidence} />}
                </>
              )}
              {isFilled && <span className="shrink-0 text-ink-3">{t('asks.byYou')}</span>}
              {ask.silence !== null && !isFilled && (
                <span className="shrink-0 text-amber">{t(`silence.${ask.silence}`)}</span>
              )}
            </div>
            {index === firstOpen &&
              nearest.length > 0 &&
              ask.silence !== 'nothing_asked' &&
              ask.silence !== 'automatic' && (
                <div className="mt-1 mb-0.5 flex items-center gap-1 pl-5.5">
                  <span className="shrink-0 text-ink-3">{t('asks.useNearest')}</span>
                  {nearest.map((at, rank) => (
                    <button
                      key={at}
                      type="button"
                      onPointerEnter={() => props.onActiveEvidence(at)}
                      onClick={() => props.onUse(at, index)}
                      className="inline-flex h-5.5 max-w-56 min-w-0 items-center gap-1 rounded-md border border-line bg-raised pr-1 pl-1.5 hover:border-line-strong"
                    >
                      <span className="truncate">
                        [{at + 1}] {draft.evidence[at]?.question}
                      </span>
                      <Kbd>{`Alt ${rank + 1}`}</Kbd>
                    </button>
                  ))}
                </div>
              )}
          </li>
        );
      })}
    </ol>
  );
}
