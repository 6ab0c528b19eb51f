import type { SourcePlan } from '#shared/model/source.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { Only } from './ChangeList.tsx';
import { type Choice, type TakenKind, isTakenKind, withKind, withUnsure } from './choice.ts';

function countOf({ counts, unsure }: SourcePlan, only: Only): number {
  if (only === 'writes') return counts.added + counts.changed + counts.gone;
  if (only === 'unsure') return unsure.added + unsure.changed + unsure.gone;
  return counts[only];
}

const filters = ['writes', 'added', 'changed', 'gone', 'unsure', 'unchanged', 'merged', 'refused'] as const;

/** What a plan holds, in numbers: each shows its lines alone, and those that write can be taken or left as a whole. */
export function PlanCounts(props: {
  readonly plan: SourcePlan;
  readonly only: Only;
  readonly choice: Choice;
  readonly onOnly: (only: Only) => void;
  readonly onChoice: (choice: Choice) => void;
}) {
  const { t, format } = useText();
  const { plan, choice } = props;
  const label = (only: Only): string => t(only === 'writes' ? 'plan.all' : `plan.${only}`);
  const box = (kind: TakenKind | 'unsure') => (
    <input
      type="checkbox"
      aria-label={t('plan.takeAll', { kind: label(kind) })}
      title={t('plan.takeAll', { kind: label(kind) })}
      data-testid={`plan-take-${kind}`}
      checked={kind === 'unsure' ? choice.takesUnsure : choice.kinds.has(kind)}
      onChange={(event) =>
        props.onChoice(
          kind === 'unsure' ? withUnsure(choice, event.target.checked) : withKind(choice, kind, event.target.checked),
        )
      }
      className="absolute top-2.5 right-2.5 size-4 accent-accent"
    />
  );
  return (
    <div role="group" aria-label={t('plan.filter')} className="flex flex-wrap gap-2 px-5 py-3">
      {filters
        .filter((only) => only === 'writes' || countOf(plan, only) > 0)
        .map((only) => (
          <div key={only} className="relative min-w-28">
            <button
              type="button"
              aria-pressed={props.only === only}
              data-testid={`plan-filter-${only}`}
              onClick={() => props.onOnly(only)}
              className={classNames(
                'w-full rounded-lg border bg-raised px-3 py-1.5 pr-9 text-left',
                props.only === only ? 'border-accent-ink' : 'border-line hover:border-line-strong',
              )}
            >
              <span className="numbers block text-lg font-semibold">{format.number(countOf(plan, only))}</span>
              <span className={classNames('text-xs', only === 'unsure' ? 'text-amber' : 'text-ink-2')}>
                {label(only)}
              </span>
            </button>
            {(isTakenKind(only as never) || only === 'unsure') && box(only as TakenKind | 'unsure')}
          </div>
        ))}
    </div>
  );
}
