import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { LessonCandidate, LessonRisk } from '#shared/model/lesson-review.ts';
import { useCommand } from '../../app/commands.tsx';
import { useAnswer, usePages } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LessonList } from './LessonList.tsx';
import { LessonWork, type ReplayOf } from './LessonWork.tsx';
import { listState } from './ListState.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MorningLine } from './MorningLine.tsx';
import { QueueRow } from './QueueRow.tsx';
import { riskCounts } from './lesson-words.ts';
import { type Act, useLessonActs } from './use-lesson-acts.ts';

/** What waits for a lead, what matters most first: one after the other is read and decided. */
export function WaitingPage(props: {
  readonly storeId: string;
  readonly chosenId: string | null;
  readonly onChoose: (itemId: string | null) => void;
  readonly onOpenConversation: (conversationId: string) => void;
  readonly renderReplay: ReplayOf;
}) {
  const { t } = useText();
  const { chosenId, onChoose } = props;
  const list = usePages('lesson.queue', { storeId: props.storeId });
  const [only, setOnly] = useState<LessonRisk | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [isMerging, setIsMerging] = useState(false);
  const acts = useLessonActs(onChoose);

  const waiting = list.items.filter(({ item }) => !acts.left.has(item.id));
  const items = only === null ? waiting : waiting.filter(({ risks }) => risks.includes(only));
  const at = chosenId === null ? Math.min(0, items.length - 1) : items.findIndex(({ item }) => item.id === chosenId);
  const itemId = items[at]?.item.id ?? chosenId;
  const known = useAnswer('lesson.get', { itemId: itemId ?? '' }, { isEnabled: itemId !== null });
  const got = known.data?.item.id === itemId ? known.data : undefined;
  // One that is not in the list was come to by its own path, or decided elsewhere.
  const chosen: LessonCandidate | undefined = items[at] ?? got;
  const toMerge = waiting.filter(({ item }) => marked.has(item.id));

  /** Whoever decides goes on to the next. */
  const act: Act = (name, input, about) => {
    const rest = items.filter(({ item }) => !about.leaving.includes(item.id));
    setMarked(new Set());
    onChoose(rest[Math.min(Math.max(0, at), rest.length - 1)]?.item.id ?? null);
    acts.act(name, input, about);
  };
  function mark(): void {
    const id = items[at]?.item.id;
    if (id === undefined) return;
    setMarked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  }
  // M writes a note beside a conversation; here it chooses what is merged.
  useCommand('note', mark);
  useCommand('leave', marked.size > 0 ? () => setMarked(new Set()) : null);

  const state = listState(list.error, list.isPending);
  if (state !== null) return state;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line px-5 py-1.5">
        <MorningLine storeId={props.storeId} waiting={list.total} />
        <span className="flex-1" />
        <RiskFilter candidates={waiting} total={list.total} only={only} onOnly={setOnly} />
      </div>
      <div className="flex min-h-0 flex-1">
        {items.length > 0 && (
          <LessonList
            label={t('lessons.section.waiting')}
            items={items}
            total={only === null ? list.total : items.length}
            at={at}
            idOf={({ item }) => item.id}
            isMarked={({ item }) => marked.has(item.id)}
            rowTestId="lesson-row"
            renderRow={(candidate) => <QueueRow candidate={candidate} />}
            onChoose={({ item }) => onChoose(item.id)}
            onNearEnd={list.readMore}
            foot={marked.size > 0 && <MergeBar count={toMerge.length} onMerge={() => setIsMerging(true)} />}
          />
        )}
        {chosen === undefined ? (
          items.length === 0 && (
            <EmptyState
              icon={<CircleCheck size={28} />}
              title={t(only === null ? 'lessons.empty' : 'lessons.emptyFilter')}
              text={only === null ? t('lessons.emptyText') : undefined}
            />
          )
        ) : (
          <LessonWork
            key={`${chosen.item.id} ${chosen.item.versionId}`}
            candidate={chosen}
            decisions={got?.decisions ?? []}
            act={act}
            renderReplay={props.renderReplay}
            onMerge={toMerge.length >= 2 ? () => setIsMerging(true) : null}
            onUndo={(decisionId) => acts.undo(decisionId, [])}
            onOpenConversation={props.onOpenConversation}
          />
        )}
      </div>
      {isMerging && toMerge.length >= 2 && (
        <MergeDialog candidates={toMerge} act={act} onClose={() => setIsMerging(false)} />
      )}
    </div>
  );
}

/** What is chosen to be merged. */
function MergeBar({ count, onMerge }: { readonly count: number; readonly onMerge: () => void }) {
  const { t } = useText();
  return (
    <div className="flex items-center gap-2 border-t border-violet-line bg-violet-soft px-4 py-2">
      <p role="status" className="flex-1 text-xs">
        {t('lessons.marked', { count })}
        {count === 1 && ` · ${t('lessons.markOneMore')}`}
      </p>
      <Button size="small" shortcut="A" data-testid="lesson-merge" disabled={count < 2} onClick={onMerge}>
        {t('lessons.do.merge')}
      </Button>
    </div>
  );
}

/** Only what carries one risk. */
function RiskFilter(props: {
  readonly candidates: readonly LessonCandidate[];
  readonly total: number;
  readonly only: LessonRisk | null;
  readonly onOnly: (risk: LessonRisk | null) => void;
}) {
  const { t, format } = useText();
  const { candidates, only } = props;
  const choices = [{ risk: null, count: candidates.length }, ...riskCounts(candidates)];
  return (
    <div role="group" aria-label={t('lessons.risky')} className="flex flex-wrap items-center gap-1">
      {choices.map(({ risk, count }) => (
        <button
          key={risk ?? 'all'}
          type="button"
          aria-pressed={only === risk}
          data-testid={`lesson-risk-${risk ?? 'all'}`}
          onClick={() => props.onOnly(only === risk ? null : risk)}
          className={classNames(
            'h-6 rounded-full border px-2 text-xs transition-colors',
            only === risk
              ? 'border-accent-line bg-accent-soft font-medium text-accent-ink'
              : 'border-line bg-raised text-ink-2 hover:border-line-strong',
          )}
        >
          {risk === null ? t('lessons.everything') : t(`lessons.risk.${risk}`)}{' '}
          <span className="numbers text-2xs text-ink-3">{format.number(count)}</span>
        </button>
      ))}
      {candidates.length < props.total && (
        <span className="text-2xs text-ink-3">{t('lessons.ofFirst', { count: candidates.length })}</span>
      )}
    </div>
  );
}
