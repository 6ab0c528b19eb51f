import { ArrowLeft, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SupposedChange } from '#shared/model/replay.ts';
import type { Store } from '#shared/model/store.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useTasks } from '../../app/tasks.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { AddSource } from './AddSource.tsx';
import { PlanView } from './PlanView.tsx';
import { RemoveSource } from './RemoveSource.tsx';
import { type ListedSource, SourceRow } from './SourceRow.tsx';
import { SourcesEmpty } from './SourcesEmpty.tsx';
import { useBring } from './use-bring.ts';

/** A source that is being read: how far it is, and the way to stop it. */
function ReadingView(props: {
  readonly source: ListedSource;
  readonly onStop: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useText();
  const { source } = props;
  const task = useTasks().find((each) => each.task === 'read-source' && each.subject === source.name);
  const { done = 0, total = null } = task ?? {};
  return (
    <section data-testid="source-reading" className="flex min-w-0 flex-1 flex-col">
      <header className="border-b border-line px-5 py-2">
        <Button tone="quiet" icon={<ArrowLeft size={14} />} onClick={props.onBack}>
          {t('sources.back')}
        </Button>
      </header>
      <div className="m-auto flex w-full max-w-sm flex-col items-center gap-3 p-8 text-center">
        <h2 className="text-base font-semibold">{t('sources.reading', { name: source.name })}</h2>
        <Progress className="w-full" label={t('sources.reading', { name: source.name })} done={done} total={total} />
        <p className="numbers min-h-5 text-sm text-ink-2">
          {total !== null && total > 1 && t('sources.readPart', { done, total })}
          {total === null && done > 0 && t('sources.readSoFar', { done })}
        </p>
        <p className="text-xs text-ink-3">{t('sources.readingText')}</p>
        <Button data-testid="source-stop" onClick={props.onStop}>
          {t('sources.stop')}
        </Button>
      </div>
    </section>
  );
}

/** Where the knowledge comes from: what is read, how old it is, and what its last reading found. */
export function SourcesPage(props: {
  readonly store: Store;
  /** The source whose reading is looked at; null: the list. */
  readonly chosenId: string | null;
  readonly onChoose: (sourceId: string | null) => void;
  /** Shows what changes would alter in answers. */
  readonly replay: (changes: readonly SupposedChange[]) => ReactNode;
}) {
  const { t } = useText();
  const report = useReport();
  const sources = useAnswer('source.list', {});
  const sets = useAnswer('set.list', {});
  const inboxes = useAnswer('inbox.list', { storeId: props.store.id });
  const cancel = useRequest('source.cancel');
  const tasks = useTasks();
  const bring = useBring(props.onChoose);
  const [isAdding, setIsAdding] = useState(false);
  const [removed, setRemoved] = useState<string | null>(null);
  const { store, chosenId, onChoose } = props;
  const ofStore = (source: ListedSource): boolean => source.storeId === null || source.storeId === store.id;
  const listed = (sources.data ?? []).filter(ofStore);
  const chosen = listed.find((source) => source.id === chosenId);
  const toRemove = listed.find((source) => source.id === removed);
  const stop = (sourceId: string): void => cancel.mutate({ sourceId }, { onError: report });

  function placeName({ storeId, setId }: ListedSource): string | null {
    if (setId !== null) return t('sources.place.set', { name: sets.data?.find((set) => set.id === setId)?.name ?? '' });
    return storeId === null ? t('sources.place.base') : null;
  }

  if (chosen?.isReading === true)
    return <ReadingView source={chosen} onStop={() => stop(chosen.id)} onBack={() => onChoose(null)} />;
  if (chosen !== undefined && chosen.plan !== null)
    return (
      <PlanView
        key={chosen.plan.id}
        source={chosen}
        plan={chosen.plan}
        replay={props.replay}
        onDone={() => onChoose(null)}
      />
    );
  return (
    <main className="flex min-w-0 flex-1 flex-col overflow-y-auto px-5 py-4">
      {listed.length === 0 && !sources.isPending ? (
        <SourcesEmpty
          onFiles={(given) => bring.give({ storeId: store.id, setId: null }, given)}
          onFolder={() => bring.choose({ storeId: store.id, setId: null }, 'folder')}
          onOther={() => setIsAdding(true)}
        />
      ) : (
        <div className="flex max-w-4xl flex-col gap-3">
          <header className="flex items-start gap-4">
            <p className="max-w-2xl flex-1 text-sm text-ink-2">{t('sources.about')}</p>
            <Button
              className="ml-auto"
              icon={<Plus size={14} />}
              data-testid="source-add"
              onClick={() => setIsAdding(true)}
            >
              {t('sources.add')}
            </Button>
          </header>
          <ul aria-label={t('sources.list')} data-testid="source-list" className="flex flex-col gap-2">
            {listed.map((source) => (
              <SourceRow
                key={source.id}
                source={source}
                placeName={placeName(source)}
                task={tasks.find((each) => each.task === 'read-source' && each.subject === source.name)}
                acts={{
                  onRead: (given) => bring.read(source.id, given),
                  onStop: () => stop(source.id),
                  onOpen: () => onChoose(source.id),
                  onRemove: () => setRemoved(source.id),
                }}
              />
            ))}
          </ul>
        </div>
      )}
      {isAdding && (
        <AddSource store={store} inboxes={inboxes.data ?? []} bring={bring} onClose={() => setIsAdding(false)} />
      )}
      {toRemove !== undefined && <RemoveSource source={toRemove} onClose={() => setRemoved(null)} />}
    </main>
  );
}
