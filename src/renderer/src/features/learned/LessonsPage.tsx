import { GraduationCap } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useOwnOnly } from '../../app/presence.ts';
import { useAnswer, usePages } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLatest } from '../../ui/use-latest.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { LessonCard } from './LessonCard.tsx';

type State = 'active' | 'forgotten';

/** What the desk has learned from edits, to be read, worded better or forgotten. */
export function LessonsPage(props: { readonly storeId: string; readonly chosenId: string | null }) {
  const { t } = useText();
  const [state, setState] = useState<State>('active');
  const reaching = useOwnOnly();
  const asked = { storeId: props.storeId, reaching };
  const list = usePages('learned.list', { ...asked, state });
  const active = useAnswer('learned.list', { ...asked, state: 'active', limit: 1 });
  const forgotten = useAnswer(
    'learned.list',
    { ...asked, state: 'forgotten', limit: 1 },
    { isEnabled: reaching === null },
  );
  const end = useRef<HTMLDivElement>(null);
  const readMore = useLatest(list.readMore);

  useEffect(() => {
    const element = end.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) readMore.current();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [readMore]);

  return (
    <main className="flex min-w-0 flex-1 flex-col bg-surface">
      <header className="flex items-center gap-3 border-b border-line px-5 py-2.5">
        <h1 className="text-lg font-semibold">{t('nav.learned')}</h1>
        <Tabs
          label={t('lessons.states')}
          value={state}
          onChange={setState}
          tabs={[
            { id: 'active', label: t('lessons.active'), count: active.data?.total },
            ...(reaching === null
              ? [{ id: 'forgotten' as const, label: t('lessons.forgotten'), count: forgotten.data?.total }]
              : []),
          ]}
        />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-5 py-4" data-testid="lesson-list">
        {list.items.length === 0 && !list.isPending && (
          <EmptyState
            icon={<GraduationCap size={28} />}
            title={t(state === 'active' ? 'lessons.empty' : 'lessons.noneForgotten')}
            text={state === 'active' ? t('lessons.emptyText') : undefined}
          />
        )}
        <div className="mx-auto flex w-full max-w-3xl flex-col gap-3">
          {list.items.map((item) => (
            <LessonCard key={item.id} item={item} isChosen={item.id === props.chosenId} />
          ))}
        </div>
        <div ref={end} className="h-px" />
      </div>
    </main>
  );
}
