import { ArrowLeft, CheckCircle2, CircleAlert } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SupposedChange } from '#shared/model/replay.ts';
import type { SourcePlan } from '#shared/model/source.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { ChangeList, type Only } from './ChangeList.tsx';
import { PlanCounts } from './PlanCounts.tsx';
import { type ListedSource, changesIn } from './SourceRow.tsx';
import { kindOf } from './source-kinds.tsx';
import { askedChoice, countTaken, firstChoice } from './choice.ts';

function Problems({ problems }: { readonly problems: SourcePlan['problems'] }) {
  const { t } = useText();
  if (problems.length === 0) return null;
  return (
    <details className="mx-5 mt-3 rounded-lg border border-amber-line bg-amber-soft px-3 py-2 text-sm">
      <summary className="cursor-pointer text-amber">
        <CircleAlert size={14} className="mr-1.5 inline" />
        {t('plan.problems', { count: problems.length })}
      </summary>
      <p className="mt-1 text-xs text-ink-2">{t('plan.problemsText')}</p>
      <ul className="mt-1 max-h-40 overflow-y-auto text-xs">
        {problems.map(({ file, problem }, index) => {
          const { what, remedy } = problemText(t, problem);
          return (
            <li key={index} className="py-0.5">
              {file !== '' && <span className="font-medium">{file}: </span>}
              {what} {remedy}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What a reading found: looked through, then taken or left. Nothing is written before. */
export function PlanView(props: {
  readonly source: ListedSource;
  readonly plan: SourcePlan;
  /** Shows what the chosen lines would change in answers. */
  readonly replay: (changes: readonly SupposedChange[]) => ReactNode;
  readonly onDone: () => void;
}) {
  const { t } = useText();
  const report = useReport();
  const take = useRequest('source.take');
  const drop = useRequest('source.drop');
  const remove = useRequest('source.remove');
  const cache = useQueryClient();
  const { source, plan } = props;
  // The list it leads back to is asked for first: else it would offer the plan that is gone.
  const onDone = (): void => void cache.invalidateQueries({ queryKey: ['source.list'] }).finally(() => props.onDone());
  const [choice, setChoice] = useState(firstChoice);
  const changes = changesIn(source);
  const [only, setOnly] = useState<Only>(changes > 0 ? 'writes' : plan.counts.refused > 0 ? 'refused' : 'unchanged');
  const [isFirstLook, setIsFirstLook] = useState(true);
  const taken = countTaken(choice, plan);
  // A source of which nothing was taken yet may still own what stands there already.
  const canAdopt = changes === 0 && source.takenAt === null && plan.counts.unchanged > 0;
  const isNothing = changes === 0 && plan.counts.refused + plan.counts.merged === 0;

  function takeIt(): void {
    const why = t('sources.whyRead', { name: source.name });
    take.mutate(
      { planId: plan.id, choice: askedChoice(choice), why },
      {
        onError: report,
        onSuccess: ({ outrun, ...done }) => {
          showToast({
            tone: outrun > 0 ? 'bad' : 'good',
            text: t('plan.taken', done),
            ...(outrun > 0 ? { more: t('plan.outrun', { count: outrun }) } : {}),
          });
          onDone();
        },
      },
    );
  }

  /** Files that were only looked at leave nothing behind. */
  async function leave(): Promise<void> {
    await drop.mutateAsync({ planId: plan.id });
    const isOnlyLookedAt = kindOf(source) === 'given' && source.takenAt === null;
    if (isOnlyLookedAt) await remove.mutateAsync({ sourceId: source.id, entries: 'keep', why: '' });
    onDone();
  }

  return (
    <section
      data-testid="plan"
      aria-label={source.name}
      className="flex min-w-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || taken === 0 || take.isPending) return;
        event.preventDefault();
        event.stopPropagation();
        takeIt();
      }}
    >
      <header className="flex items-center gap-3 border-b border-line px-5 py-2">
        <Button tone="quiet" icon={<ArrowLeft size={14} />} data-testid="plan-back" onClick={props.onDone}>
          {t('sources.back')}
        </Button>
        <h2 className="min-w-0 truncate text-base font-semibold">{source.name}</h2>
      </header>
      <Problems problems={plan.problems} />
      {isNothing ? (
        <EmptyState
          icon={plan.problems.length > 0 ? <CircleAlert size={28} /> : <CheckCircle2 size={28} />}
          title={plan.problems.length > 0 ? t('plan.problems', { count: plan.problems.length }) : t('plan.nothing')}
          text={
            plan.problems.length > 0 ? t('plan.problemsText') : t('plan.nothingText', { count: plan.counts.unchanged })
          }
        />
      ) : (
        <>
          <PlanCounts
            plan={plan}
            only={only}
            choice={choice}
            onOnly={(next) => {
              setIsFirstLook(false);
              setOnly(next);
            }}
            onChoice={setChoice}
          />
          <ChangeList
            key={only}
            planId={plan.id}
            only={only}
            choice={choice}
            takesFocus={isFirstLook}
            onChoice={setChoice}
          />
        </>
      )}
      <footer className="flex items-center gap-2 border-t border-line bg-canvas/60 px-5 py-2.5">
        <span className="mr-auto text-xs text-ink-3">
          {t('plan.nothingYet')} {!isNothing && t('plan.keys')}
        </span>
        <Button
          data-testid="plan-leave"
          disabled={drop.isPending || take.isPending}
          onClick={() => void leave().catch(report)}
        >
          {t(isNothing ? 'action.close' : 'plan.leave')}
        </Button>
        {taken > 0 && props.replay([{ kind: 'plan', planId: plan.id, choice: askedChoice(choice) }])}
        {(changes > 0 || canAdopt) && (
          <Button
            tone="primary"
            data-testid="plan-take"
            disabled={(taken === 0 && !canAdopt) || take.isPending}
            onClick={takeIt}
          >
            {canAdopt ? t('plan.adopt') : t('plan.take', { count: taken })}
          </Button>
        )}
      </footer>
    </section>
  );
}
