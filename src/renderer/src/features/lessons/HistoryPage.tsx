import { History } from 'lucide-react';
import type { LessonDecision, LessonStanding } from '#shared/model/lesson-review.ts';
import { usePages } from '../../app/queries.ts';
import type { LessonSection } from '../../app/routes.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DecisionLine } from './DecisionLine.tsx';
import { LessonList } from './LessonList.tsx';
import { listState } from './ListState.tsx';
import { standingTones } from './lesson-words.ts';
import { useLessonActs } from './use-lesson-acts.ts';

const itemsShown = 3;
const placeOf: Readonly<Record<LessonStanding, LessonSection>> = {
  waiting: 'waiting',
  shared: 'shared',
  setAside: 'aside',
  rejected: 'ended',
  withdrawn: 'ended',
};

/** Whether taking it back lets what it undid hold again. */
function isUndoing({ act, again }: LessonDecision): boolean {
  return act === 'undo' && again === null;
}

/** Every decision about lessons, newest first; each can be undone, an undoing too, where nothing was changed since. */
export function HistoryPage(props: {
  readonly storeId: string;
  readonly chosenId: string | null;
  readonly onChoose: (decisionId: string | null) => void;
  readonly onGo: (section: LessonSection, id: string | null) => void;
}) {
  const { t } = useText();
  const list = usePages('lesson.decisions', { storeId: props.storeId });
  const acts = useLessonActs(() => undefined);
  const state = listState(list.error, list.isPending);
  if (state !== null) return state;
  if (list.items.length === 0)
    return <EmptyState icon={<History size={28} />} title={t('history.empty')} text={t('history.emptyText')} />;
  const found = list.items.findIndex(({ id }) => id === props.chosenId);
  return (
    <LessonList
      isWide
      label={t('history.list')}
      items={list.items}
      total={list.total}
      at={Math.max(0, found)}
      idOf={({ id }) => id}
      rowTestId="decision"
      renderRow={(decision) => (
        <DecisionRow
          decision={decision}
          onGo={props.onGo}
          onUndo={() => acts.undo(decision.id, [], isUndoing(decision))}
        />
      )}
      onChoose={({ id }) => props.onChoose(id)}
      onNearEnd={list.readMore}
    />
  );
}

function DecisionRow(props: {
  readonly decision: LessonDecision;
  readonly onGo: (section: LessonSection, id: string | null) => void;
  readonly onUndo: () => void;
}) {
  const { t } = useText();
  const { decision } = props;
  const { items } = decision;
  return (
    <div className="flex items-start gap-3">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="text-xs text-ink-2">
          <DecisionLine decision={decision} />
        </span>
        {items.slice(0, itemsShown).map((one) => (
          <span key={one.itemId} className="flex min-w-0 items-baseline gap-2 text-sm">
            <button
              type="button"
              className="min-w-0 truncate text-left text-accent-ink underline-offset-2 hover:underline"
              onClick={(event) => {
                event.stopPropagation();
                props.onGo(placeOf[one.after], one.itemId);
              }}
            >
              {one.question}
            </button>
            <Badge tone={standingTones[one.after]}>{t(`lessons.standing.${one.after}`)}</Badge>
          </span>
        ))}
        {items.length > itemsShown && (
          <span className="text-xs text-ink-3">{t('history.more', { count: items.length - itemsShown })}</span>
        )}
      </div>
      {decision.undoneById === null && (
        <Button
          size="small"
          data-testid="decision-undo"
          onClick={(event) => {
            event.stopPropagation();
            props.onUndo();
          }}
        >
          {t(isUndoing(decision) ? 'action.redo' : 'action.undo')}
        </Button>
      )}
    </div>
  );
}
