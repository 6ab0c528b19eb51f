import { GraduationCap } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useLessonsLook } from '../../app/last-look.ts';
import { useOwnOnly, usePresence } from '../../app/presence.ts';
import { usePages } from '../../app/queries.ts';
import { isDecidedSince, newestDecision } from '../../app/since-last-look.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { LessonList } from './LessonList.tsx';
import { listState } from './ListState.tsx';
import { CountingRow } from './OwnLesson.tsx';
import { TaughtRow } from './TaughtRow.tsx';

type ListProps = {
  readonly storeId: string;
  readonly chosenId: string | null;
  readonly onChoose: (itemId: string) => void;
};

/** What an agent has taught and what became of it; beside it what counts in their drafts. */
export function OwnLessons(props: { readonly storeId: string; readonly chosenId: string | null }) {
  const { t } = useText();
  const { storeId } = props;
  const [wanted, setWanted] = useState<'mine' | 'all' | null>(null);
  const [chosenId, setChosenId] = useState(props.chosenId);
  const taught = usePages('lesson.own', { storeId });
  const counting = usePages('learned.list', { storeId, reaching: useOwnOnly(), state: 'active' });
  const isMine = chosenId === null || taught.isPending || taught.items.some(({ item }) => item.id === chosenId);
  const shown = wanted ?? (isMine ? 'mine' : 'all');
  const list = { storeId, chosenId, onChoose: setChosenId };
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-surface" data-testid="lesson-list">
      <header className="flex items-center gap-4 border-b border-line px-5 py-2">
        <h1 className="text-lg font-semibold">{t('own.title')}</h1>
        <Tabs
          label={t('own.title')}
          value={shown}
          onChange={setWanted}
          tabs={[
            { id: 'mine', label: t('own.mine'), count: taught.total },
            { id: 'all', label: t('own.all'), count: counting.total },
          ]}
        />
      </header>
      <div className="flex min-h-0 flex-1">
        {shown === 'mine' ? <Taught {...list} pages={taught} /> : <Counting {...list} pages={counting} />}
      </div>
    </main>
  );
}

function Taught(props: ListProps & { readonly pages: ReturnType<typeof usePages<'lesson.own'>> }) {
  const { t } = useText();
  const ownId = usePresence().profile.id;
  const { items, total, error, isPending, readMore } = props.pages;
  const lookedAt = useLessonsLook(props.storeId, items.length === 0 ? null : newestDecision(items));
  const found = items.findIndex(({ item }) => item.id === props.chosenId);
  return (
    listState(error, isPending) ??
    (items.length === 0 ? (
      <NothingYet />
    ) : (
      <LessonList
        isWide
        label={t('own.title')}
        items={items}
        total={total}
        at={Math.max(0, found)}
        idOf={({ item }) => item.id}
        rowTestId="lesson"
        renderRow={(lesson) => <TaughtRow lesson={lesson} isNew={isDecidedSince(lesson, lookedAt, ownId)} />}
        onChoose={({ item }) => props.onChoose(item.id)}
        onNearEnd={readMore}
      />
    ))
  );
}

function Counting(props: ListProps & { readonly pages: ReturnType<typeof usePages<'learned.list'>> }) {
  const { t } = useText();
  const { items, total, error, isPending, readMore } = props.pages;
  const found = items.findIndex(({ id }) => id === props.chosenId);
  return (
    listState(error, isPending) ??
    (items.length === 0 ? (
      <NothingYet />
    ) : (
      <LessonList
        isWide
        label={t('own.all')}
        items={items}
        total={total}
        at={Math.max(0, found)}
        idOf={({ id }) => id}
        rowTestId="lesson"
        renderRow={(item) => <CountingRow item={item} />}
        onChoose={({ id }) => props.onChoose(id)}
        onNearEnd={readMore}
      />
    ))
  );
}

function NothingYet(): ReactNode {
  const { t } = useText();
  return <EmptyState icon={<GraduationCap size={28} />} title={t('own.empty')} text={t('own.emptyText')} />;
}
