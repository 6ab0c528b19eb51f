import { BookOpen, Check, GraduationCap } from 'lucide-react';
import type { Draft } from '#shared/model/draft.ts';
import { altKey } from '../../app/platform.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { likelihoodOf } from '../../ui/likelihood.ts';
import { candidatesFor } from './nearest.ts';

/** What may answer an ask, each one key away: its heading, how likely it is right, and where it is from. */
export function CandidateStrip(props: {
  readonly draft: Draft;
  readonly ask: number;
  readonly onActiveEvidence: (evidence: number | null) => void;
  readonly onUse: (evidence: number, ask: number) => void;
}) {
  const { t, format } = useText();
  const { draft, ask } = props;
  return (
    <div
      role="group"
      aria-label={t('asks.candidates')}
      className="mt-1 mb-0.5 grid grid-cols-3 gap-1 pl-5.5 @max-lg:grid-cols-1"
    >
      {candidatesFor(draft, ask).map(({ evidence: at, confidence }, rank) => {
        const source = draft.evidence[at];
        const isUsed = draft.asks[ask]?.evidence === at;
        if (source === undefined) return null;
        return (
          <button
            key={at}
            type="button"
            data-testid="candidate"
            data-key={rank + 1}
            aria-pressed={isUsed}
            title={t('asks.pickHint', { number: rank + 1, keys: `${altKey} ${rank + 1}` })}
            onPointerEnter={() => props.onActiveEvidence(at)}
            onClick={() => !isUsed && props.onUse(at, ask)}
            className={classNames(
              'flex min-w-0 flex-col rounded-md border px-1.5 py-0.5 text-left',
              isUsed ? 'border-accent-ink/50 bg-accent-soft' : 'border-line bg-raised hover:border-line-strong',
            )}
          >
            <span className="flex w-full min-w-0 items-center gap-1">
              <span className="group-has-[textarea:focus]/composer:hidden">
                <Kbd>{String(rank + 1)}</Kbd>
              </span>
              <span className="hidden group-has-[textarea:focus]/composer:inline">
                <Kbd>{`${altKey} ${rank + 1}`}</Kbd>
              </span>
              <span className="min-w-0 flex-1 truncate" lang={source.language}>
                {source.question || t('evidence.untitled')}
              </span>
              {isUsed && <Check size={12} className="shrink-0 text-accent-ink" aria-hidden />}
            </span>
            <span className="flex w-full min-w-0 items-center gap-1 text-2xs text-ink-3">
              <span className={classNames('shrink-0', confidence < 0.6 && 'text-amber')}>
                {t(`likelihood.${likelihoodOf(confidence)}`)}{' '}
                <span className="numbers">{format.percent(confidence)}</span>
              </span>
              {source.kind === 'learned' ? (
                <GraduationCap size={11} className="ml-1 shrink-0 text-violet" aria-hidden />
              ) : (
                <BookOpen size={11} className="ml-1 shrink-0 text-accent-ink" aria-hidden />
              )}
              <span className="truncate">{source.place?.file ?? source.topic ?? t(`evidenceKind.${source.kind}`)}</span>
            </span>
          </button>
        );
      })}
    </div>
  );
}
