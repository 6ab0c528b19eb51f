import type { Evidence } from '#shared/model/evidence.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { GutterRun } from './gutter.ts';

const laneWidth = 22;

type Look = { readonly chip: string; readonly line: string };

const edited: Look = { chip: 'bg-sunken text-ink-3 line-through', line: 'bg-line-strong' };
const gap: Look = { chip: 'bg-amber-soft text-amber', line: 'bg-amber-line' };
const sources: Readonly<Record<Evidence['kind'], Look>> = {
  knowledge: { chip: 'bg-accent-soft text-accent-ink', line: 'bg-accent-line' },
  learned: { chip: 'bg-violet-soft text-violet', line: 'bg-violet-line' },
  order: { chip: 'bg-blue-soft text-blue', line: 'bg-blue-line' },
  product: { chip: 'bg-blue-soft text-blue', line: 'bg-blue-line' },
};

function lookOf(run: GutterRun, evidence: readonly Evidence[]): Look {
  if (run.kind === 'gap') return gap;
  if (run.kind === 'edited') return edited;
  return sources[evidence[run.evidence ?? -1]?.kind ?? 'knowledge'];
}

/** The margin beside the text: which lines stand on which evidence. */
export function Gutter(props: {
  readonly runs: readonly GutterRun[];
  readonly lanes: number;
  readonly evidence: readonly Evidence[];
  readonly activeEvidence: number | null;
  readonly onActiveEvidence: (evidence: number | null) => void;
}) {
  const { t } = useText();
  return (
    <div className="relative shrink-0" style={{ width: 14 + props.lanes * laneWidth }}>
      {props.runs.map((run) => {
        const look = lookOf(run, props.evidence);
        const isActive = run.evidence !== null && run.evidence === props.activeEvidence;
        const number = run.evidence === null ? '?' : String(run.evidence + 1);
        const label =
          run.kind === 'gap'
            ? t('composer.gapMark')
            : t(run.kind === 'source' ? 'composer.sourceMark' : 'composer.editedMark', { number });
        return (
          <button
            key={run.key}
            type="button"
            aria-label={label}
            title={label}
            onPointerEnter={() => props.onActiveEvidence(run.evidence)}
            onPointerLeave={() => props.onActiveEvidence(null)}
            onFocus={() => props.onActiveEvidence(run.evidence)}
            onBlur={() => props.onActiveEvidence(null)}
            style={{
              top: run.top,
              height: run.bottom - run.top,
              right: 8 + run.lane * laneWidth,
              width: laneWidth - 2,
            }}
            className="absolute flex justify-between gap-0.5"
          >
            <span
              className={classNames(
                'numbers mt-0.5 flex h-4 min-w-4 items-center justify-center rounded-sm px-0.5 text-2xs',
                look.chip,
                isActive && 'ring-1 ring-accent-ink',
              )}
            >
              {number}
            </span>
            <span className={classNames('h-full w-0.5 rounded-full', isActive ? 'bg-accent-ink' : look.line)} />
          </button>
        );
      })}
    </div>
  );
}
