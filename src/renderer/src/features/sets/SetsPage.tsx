import { Layers, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { problemOf } from '#shared/errors.ts';
import type { SupposedChange } from '#shared/model/replay.ts';
import type { Store } from '#shared/model/store.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SetName } from './SetName.tsx';
import { SetRow } from './SetRow.tsx';
import type { ListedSet } from './switched.ts';
import { useSetSwitch } from './use-set-switch.ts';

/** Why a name is not kept, worded beside it; any other problem is told as a whole. */
function nameProblem(error: unknown): boolean {
  const { code, detail } = problemOf(error);
  return code === 'invalid_input' && detail['field'] === 'name';
}

/** The sets of entries that are switched together, and which of them are on for this store. */
export function SetsPage(props: {
  readonly store: Store;
  readonly stores: readonly Store[];
  readonly onOpen: (setId: string) => void;
  /** What would change if sets were switched. */
  readonly replay?: ((changes: readonly SupposedChange[]) => ReactNode) | undefined;
}) {
  const { t } = useText();
  const report = useReport();
  const sets = useAnswer('set.list', {});
  const save = useRequest('set.save');
  const [isAdding, setIsAdding] = useState(false);
  const { store } = props;
  const switchTo = useSetSwitch(store.id);
  const active = (sets.data ?? []).filter((set) => set.state === 'active');
  const retired = (sets.data ?? []).filter((set) => set.state === 'retired');

  /** This one alone: the others that are on go off in the same moment. */
  function useAlone(set: ListedSet): void {
    const others = active.filter((each) => each.id !== set.id && each.storeIds.includes(store.id));
    switchTo(
      set.storeIds.includes(store.id) ? [] : [set.id],
      others.map((each) => each.id),
    );
  }

  function rename(setId: string, name: string, onDone: () => void): void {
    save.mutate({ setId, name }, { onError: report, onSuccess: onDone });
  }

  /** A new set is opened at once: what it lacks is entries. */
  function add(name: string): void {
    save.mutate(
      { setId: null, name },
      {
        onError: (error) => {
          if (!nameProblem(error)) report(error);
        },
        onSuccess: (made) => {
          setIsAdding(false);
          props.onOpen(made.id);
        },
      },
    );
  }

  const addButton = (
    <Button icon={<Plus size={14} />} data-testid="set-add" onClick={() => setIsAdding(true)}>
      {t('sets.add')}
    </Button>
  );
  const rowOf = (set: ListedSet) => (
    <SetRow
      key={set.id}
      set={set}
      store={store}
      stores={props.stores}
      hasOthersOn={active.some((each) => each.id !== set.id && each.storeIds.includes(store.id))}
      onSwitch={(isOn) => switchTo(isOn ? [set.id] : [], isOn ? [] : [set.id])}
      onUseAlone={() => useAlone(set)}
      replay={props.replay}
      onRename={(name, onDone) => rename(set.id, name, onDone)}
      onOpen={() => props.onOpen(set.id)}
    />
  );

  return (
    <main className="flex min-w-0 flex-1 flex-col overflow-y-auto px-5 py-4">
      <div className="flex max-w-4xl flex-col gap-3">
        <header className="flex items-start justify-between gap-4">
          <p className="max-w-2xl flex-1 text-sm text-ink-2">{t('sets.about', { store: store.settings.name })}</p>
          {(sets.data?.length ?? 0) > 0 && addButton}
        </header>
        {isAdding && (
          <SetName
            name=""
            isBusy={save.isPending}
            problem={save.error !== null && nameProblem(save.error) ? t('sets.nameTaken') : null}
            onSave={add}
            onCancel={() => setIsAdding(false)}
          />
        )}
        {sets.data?.length === 0 && !isAdding && (
          <EmptyState
            icon={<Layers size={28} />}
            title={t('sets.empty')}
            text={t('sets.emptyText')}
            actions={[addButton]}
          />
        )}
        <ul aria-label={t('knowledge.section.sets')} className="flex flex-col gap-2" data-testid="set-list">
          {active.map(rowOf)}
        </ul>
        {retired.length > 0 && (
          <>
            <h2 className="mt-4 text-sm font-semibold text-ink-2">{t('sets.retired')}</h2>
            <ul aria-label={t('sets.retired')} className="flex flex-col gap-2">
              {retired.map(rowOf)}
            </ul>
          </>
        )}
      </div>
    </main>
  );
}
