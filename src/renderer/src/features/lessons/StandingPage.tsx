import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import type { LessonRow, LessonStanding } from '#shared/model/lesson-review.ts';
import { useAnswer, usePages } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useNow } from '../../ui/use-now.ts';
import { DecisionLine } from './DecisionLine.tsx';
import { EffectLine } from './LessonEffectPart.tsx';
import { LessonList } from './LessonList.tsx';
import { LessonWork, type ReplayOf } from './LessonWork.tsx';
import { listState } from './ListState.tsx';
import { limitsText } from './lesson-words.ts';
import { usePersonText } from './use-person-text.ts';
import { type Act, useLessonActs } from './use-lesson-acts.ts';

const standingsOf = {
  shared: ['shared'],
  aside: ['setAside'],
  ended: ['rejected', 'withdrawn'],
} as const satisfies Record<string, readonly LessonStanding[]>;

/** Lessons that are decided, newest change first: what is shared with what it did since, and what is not. */
export function StandingPage(props: {
  readonly storeId: string;
  readonly section: keyof typeof standingsOf;
  readonly chosenId: string | null;
  readonly onChoose: (itemId: string | null) => void;
  readonly onOpenConversation: (conversationId: string) => void;
  readonly renderReplay: ReplayOf;
}) {
  const { t } = useText();
  const { section, chosenId, onChoose } = props;
  const [standing, setStanding] = useState<LessonStanding>(standingsOf[section][0]);
  const list = usePages('lesson.list', { storeId: props.storeId, standing });
  const acts = useLessonActs(onChoose);
  const items = list.items.filter(({ item }) => !acts.left.has(item.id));
  const at = chosenId === null ? Math.min(0, items.length - 1) : items.findIndex(({ item }) => item.id === chosenId);
  const itemId = items[at]?.item.id ?? chosenId;
  const known = useAnswer('lesson.get', { itemId: itemId ?? '' }, { isEnabled: itemId !== null });
  const chosen = known.data?.item.id === itemId ? known.data : undefined;

  const act: Act = (name, input, about) => {
    const rest = items.filter(({ item }) => !about.leaving.includes(item.id));
    if (about.leaving.length > 0) onChoose(rest[Math.min(Math.max(0, at), rest.length - 1)]?.item.id ?? null);
    acts.act(name, input, about);
  };

  const state = listState(list.error, list.isPending);
  if (state !== null) return state;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {standingsOf[section].length > 1 && (
        <div className="border-b border-line px-4 py-1">
          <Tabs
            label={t('lessons.section.ended')}
            value={standing}
            onChange={(next) => {
              setStanding(next);
              onChoose(null);
            }}
            tabs={standingsOf[section].map((id) => ({ id, label: t(`lessons.standing.${id}`) }))}
          />
        </div>
      )}
      <div className="flex min-h-0 flex-1">
        {items.length === 0 && chosen === undefined && (
          <EmptyState
            icon={<GraduationCap size={28} />}
            title={t(`lessons.none.${section}`)}
            text={t(`lessons.noneText.${section}`)}
          />
        )}
        {items.length > 0 && (
          <LessonList
            label={t(`lessons.section.${section}`)}
            items={items}
            total={list.total}
            at={at}
            idOf={({ item }) => item.id}
            rowTestId="lesson-row"
            renderRow={(row) => <StandingRow row={row} />}
            onChoose={({ item }) => onChoose(item.id)}
            onNearEnd={list.readMore}
          />
        )}
        {chosen !== undefined && (
          <LessonWork
            key={`${chosen.item.id} ${chosen.item.versionId}`}
            candidate={chosen}
            decisions={chosen.decisions}
            act={act}
            renderReplay={props.renderReplay}
            onMerge={null}
            onUndo={(decisionId) => acts.undo(decisionId, [])}
            onOpenConversation={props.onOpenConversation}
          />
        )}
      </div>
    </div>
  );
}

function StandingRow({ row }: { readonly row: LessonRow }) {
  const { t, format } = useText();
  const personText = usePersonText();
  const now = useNow();
  const { item, standing, author, decision } = row;
  const limits = limitsText(t, item);
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-baseline gap-2">
        <span className="line-clamp-2 min-w-0 flex-1 text-sm font-medium break-words" lang={item.language}>
          {item.question}
        </span>
        <time className="shrink-0 text-2xs text-ink-3">{format.moment(item.updatedAt, now)}</time>
      </span>
      <span className="truncate text-xs text-ink-2">
        {t('lessons.by', { name: personText(author) })}
        {limits !== '' && ` · ${limits}`}
      </span>
      {standing === 'shared' && <EffectLine itemId={item.id} />}
      {decision !== null && (
        <span className="text-2xs text-ink-2">
          <DecisionLine decision={decision} />
        </span>
      )}
    </span>
  );
}
