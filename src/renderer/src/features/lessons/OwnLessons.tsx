import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { useOwnOnly } from '../../app/presence.ts';
import { usePages } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { LessonList } from './LessonList.tsx';
import { listState } from './ListState.tsx';
import { OwnLesson } from './OwnLesson.tsx';

/** What an agent has taught and what became of it; beside it what counts in their drafts. */
export function OwnLessons(props: { readonly storeId: string; readonly chosenId: string | null }) {
  const { t } = useText();
  const ownId = useOwnOnly();
  const [shown, setShown] = useState<'mine' | 'all'>(props.chosenId === null ? 'mine' : 'all');
  const [chosenId, setChosenId] = useState(props.chosenId);
  const list = usePages('learned.list', { storeId: props.storeId, reaching: ownId, state: 'active' });
  const items = shown === 'mine' ? list.items.filter(({ authorId }) => authorId === ownId) : list.items;
  const found = items.findIndex(({ id }) => id === chosenId);
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-surface" data-testid="lesson-list">
      <header className="flex items-center gap-4 border-b border-line px-5 py-2">
        <h1 className="text-lg font-semibold">{t('own.title')}</h1>
        <Tabs
          label={t('own.title')}
          value={shown}
          onChange={setShown}
          tabs={[
            { id: 'mine', label: t('own.mine') },
            { id: 'all', label: t('own.all'), count: list.total },
          ]}
        />
      </header>
      <div className="flex min-h-0 flex-1">
        {listState(list.error, list.isPending) ??
          (items.length === 0 ? (
            <EmptyState icon={<GraduationCap size={28} />} title={t('own.empty')} text={t('own.emptyText')} />
          ) : (
            <LessonList
              isWide
              label={t('own.title')}
              items={items}
              total={items.length}
              at={Math.max(0, found)}
              idOf={({ id }) => id}
              rowTestId="lesson"
              renderRow={(item) => <OwnLesson item={item} />}
              onChoose={({ id }) => setChosenId(id)}
              onNearEnd={list.readMore}
            />
          ))}
      </div>
    </main>
  );
}
