import { Check, CircleHelp } from 'lucide-react';
import type { Draft } from '#shared/model/draft.ts';
import { silenceText } from '../../i18n/silence-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CandidateStrip } from './CandidateStrip.tsx';
import { candidatesFor } from './nearest.ts';
import { TrustMark } from './TrustMark.tsx';

export type AskListProps = {
  readonly draft: Draft;
  /** Asks whose gap the agent has written over. */
  readonly filled: ReadonlySet<number>;
  /** The ask whose candidates are shown. */
  readonly atHand: number | null;
  readonly activeEvidence: number | null;
  readonly onAtHand: (ask: number) => void;
  readonly onActiveEvidence: (evidence: number | null) => void;
  readonly onUse: (evidence: number, ask: number) => void;
};

function AskLine(props: AskListProps & { readonly index: number }) {
  const { t, format } = useText();
  const { draft, index } = props;
  const ask = draft.asks[index];
  if (ask === undefined) return null;
  const { evidence } = ask;
  const isFilled = props.filled.has(index);
  const source = evidence === null ? undefined : draft.evidence[evidence];
  return (
    <button
      type="button"
      data-testid="ask"
      aria-expanded={props.atHand === index}
      onClick={() => props.onAtHand(index)}
      className="flex w-full items-center gap-2 text-left"
    >
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
        <span data-testid="ask-silence" className="max-w-[60%] shrink-0 truncate text-amber">
          {silenceText(t, format, ask)}
        </span>
      )}
    </button>
  );
}

function intoView(line: HTMLLIElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
}

/**
 * What the customer asks, one line each: answered from which source, or why not. Under the one at hand stands what may
 * answer it.
 */
export function AskList(props: AskListProps) {
  const { t } = useText();
  const { draft, atHand } = props;
  if (draft.asks.length === 0) return null;
  return (
    <ol
      aria-label={t('asks.title')}
      className="flex max-h-44 min-h-9 shrink-[20] flex-col gap-0.5 overflow-y-auto px-3 pt-2 text-xs"
    >
      {draft.asks.map((ask, index) => {
        const isShown = index === atHand && candidatesFor(draft, index).length > 0;
        return (
          <li
            key={index}
            ref={index === atHand ? intoView : undefined}
            aria-current={index === atHand ? 'true' : undefined}
            onPointerEnter={() => props.onActiveEvidence(ask.evidence)}
            onPointerLeave={() => props.onActiveEvidence(null)}
            className={classNames(
              'rounded-md px-1.5 py-0.5',
              ask.evidence !== null && ask.evidence === props.activeEvidence && 'bg-accent-soft',
            )}
          >
            <AskLine {...props} index={index} />
            {isShown && <CandidateStrip {...props} ask={index} />}
          </li>
        );
      })}
    </ol>
  );
}
