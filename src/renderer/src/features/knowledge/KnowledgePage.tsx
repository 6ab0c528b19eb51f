import { BookOpen, CopyPlus, FileUp, Plus, Search } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { KnowledgeContent, KnowledgeEntry } from '#shared/model/knowledge.ts';
import { readableExtensions } from '#shared/model/source.ts';
import type { Store } from '#shared/model/store.ts';
import { useCommand } from '../../app/commands.tsx';
import { takeNewEntry } from '../../app/new-entry.ts';
import { useMay } from '../../app/presence.ts';
import { useAnswer, usePages } from '../../app/queries.ts';
import { useDebounced } from '../../app/use-debounced.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { type Beginning, layerOf, variantOf } from './entry-content.ts';
import { EntryEditor, type EntryEditorProps } from './EntryEditor.tsx';
import { EntryFilters } from './EntryFilters.tsx';
import { EntryPicker } from './EntryPicker.tsx';
import { EntryTable } from './EntryTable.tsx';
import { type LayerFilter, type TimeFilter, filterInput } from './filter-input.ts';
import { usePlaces } from './place-words.ts';

const acceptedFiles = readableExtensions.map((extension) => `.${extension}`).join(',');

type State = 'active' | 'retired';

/** What a new entry begins from: another one, or words that another place left for it. */
type Start = { readonly varied: KnowledgeEntry | null; readonly offered: Partial<KnowledgeContent> };

/** The chosen entry, also where a link leads to one that the list has not read yet. */
function useChosen(entries: readonly KnowledgeEntry[], chosenId: string | null) {
  const listed = entries.find((entry) => entry.id === chosenId);
  const history = useAnswer(
    'knowledge.history',
    { entryId: chosenId ?? '' },
    { isEnabled: chosenId !== null && chosenId !== 'new' },
  );
  return { entry: chosenId === 'new' ? null : (listed ?? history.data?.[0] ?? null), history: history.data ?? [] };
}

/** What a new entry begins with: where the person is, and in a set the time its newest entry has. */
function useBeginning(
  store: Store,
  setId: string | null,
  { varied, offered }: Start,
  newest: KnowledgeEntry | undefined,
): Beginning {
  const { sets } = usePlaces();
  if (varied === null) {
    const place = setId === null ? { storeId: store.id, setId: null } : { storeId: null, setId };
    return { place, content: setId === null ? offered : { validity: newest?.validity ?? null } };
  }
  const aboveIt = layerOf(varied) === 0 ? null : (sets[0]?.id ?? null);
  const inSet = setId ?? aboveIt;
  const beginning = variantOf(varied, { storeId: inSet === null ? store.id : null, setId: inSet });
  const validity = setId === null ? null : (newest?.validity ?? null);
  return { ...beginning, content: { ...beginning.content, validity } };
}

/** Everything the store's agents can answer from, or one set of it: search, add, change, import. */
export function KnowledgePage(props: {
  readonly store: Store;
  readonly chosenId: string | null;
  readonly onChoose: (id: string | null) => void;
  /** Shows this set alone. */
  readonly setId?: string;
  /** What stands above the list. */
  readonly head?: ReactNode;
  /** Files a person has picked to be read; left out: none are taken here. */
  readonly onImport?: (files: FileList) => void;
  readonly replay?: EntryEditorProps['replay'];
}) {
  const { t } = useText();
  const places = usePlaces();
  const [state, setState] = useState<State>('active');
  const [layer, setLayer] = useState<LayerFilter>('all');
  const [time, setTime] = useState<TimeFilter>('any');
  const [searchText, setSearchText] = useState('');
  const [start, setStart] = useState<Start>(() => ({ varied: null, offered: takeNewEntry() ?? {} }));
  const [isPicking, setIsPicking] = useState(false);
  const [savedVersionId, setSavedVersionId] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const { store, chosenId, setId } = props;
  const text = useDebounced(searchText.trim(), 150);
  const filter = {
    storeId: store.id,
    ...filterInput(setId === undefined ? layer : { setId }, state === 'active' ? time : 'any'),
    ...(text === '' ? {} : { text }),
  };
  const list = usePages('knowledge.list', { ...filter, state });
  const { holds: _, ...anyTime } = { holds: undefined, ...filter };
  const active = useAnswer('knowledge.list', { ...filter, state: 'active', limit: 1 }, { keepsLast: true });
  const retired = useAnswer('knowledge.list', { ...anyTime, state: 'retired', limit: 1 }, { keepsLast: true });
  const chosen = useChosen(list.items, chosenId);
  const beginning = useBeginning(store, setId ?? null, start, list.items[0]);
  const isNarrowed = text !== '' || time !== 'any' || (setId === undefined && layer !== 'all');
  const isNothing = list.items.length === 0 && !list.isPending;
  useCommand('search', () => searchBox.current?.focus());

  const choose = (id: string | null): void => {
    setStart({ varied: null, offered: {} });
    props.onChoose(id);
  };
  const vary = (entry: KnowledgeEntry): void => {
    setStart({ varied: entry, offered: {} });
    setIsPicking(false);
    props.onChoose('new');
  };
  const mayEdit = useMay()('knowledge.save');
  const addButton = (
    <Button key="add" icon={<Plus size={14} />} data-testid="knowledge-add" onClick={() => choose('new')}>
      {t('knowledge.add')}
    </Button>
  );
  const importButton = (
    <Button
      key="import"
      icon={<FileUp size={14} />}
      data-testid="knowledge-import"
      onClick={() => picker.current?.click()}
    >
      {t('knowledge.import')}
    </Button>
  );
  const pickButton = (
    <Button key="pick" icon={<CopyPlus size={14} />} data-testid="knowledge-pick" onClick={() => setIsPicking(true)}>
      {t('knowledge.pick')}
    </Button>
  );
  const otherButton = setId === undefined ? props.onImport && importButton : pickButton;

  return (
    <div className="relative flex min-w-0 flex-1 bg-surface">
      <main className="flex min-w-0 flex-1 flex-col">
        {props.head}
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-2">
          <Tabs
            label={t('knowledge.states')}
            value={state}
            onChange={setState}
            tabs={[
              { id: 'active', label: t('knowledge.active'), count: active.data?.total },
              { id: 'retired', label: t('knowledge.retired'), count: retired.data?.total },
            ]}
          />
          <div className="relative ml-auto w-64 min-w-36 shrink">
            <Search size={14} className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
            <TextInput
              ref={searchBox}
              type="search"
              data-testid="knowledge-search"
              aria-label={t('knowledge.search')}
              placeholder={t('knowledge.search')}
              value={searchText}
              onChange={(event) => setSearchText(event.target.value)}
              className="pl-8"
            />
          </div>
          {mayEdit && otherButton}
          {mayEdit && addButton}
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            data-testid="knowledge-file"
            accept={acceptedFiles}
            onChange={(event) => {
              if (event.target.files?.length) props.onImport?.(event.target.files);
              event.target.value = '';
            }}
          />
        </header>
        {state === 'active' && (!isNothing || isNarrowed) && (
          <EntryFilters
            storeId={store.id}
            storeName={store.settings.name}
            sets={places.sets}
            layer={setId === undefined ? layer : null}
            time={time}
            onLayer={setLayer}
            onTime={setTime}
          />
        )}
        {isNothing ? (
          <EmptyState
            icon={<BookOpen size={28} />}
            title={t(isNarrowed ? 'knowledge.nothingFits' : setId === undefined ? 'knowledge.empty' : 'sets.emptySet')}
            text={isNarrowed ? undefined : t(setId === undefined ? 'knowledge.emptyText' : 'sets.emptySetText')}
            actions={mayEdit && !isNarrowed && state === 'active' ? [otherButton, addButton] : undefined}
          />
        ) : (
          <EntryTable
            entries={list.items}
            setNameOf={(id) => (id === setId ? null : (places.sets.find((set) => set.id === id)?.name ?? null))}
            chosenId={chosenId}
            onChoose={choose}
            onNearEnd={list.readMore}
          />
        )}
      </main>
      {chosenId !== null && (chosenId === 'new' || chosen.entry !== null) && (
        <EntryEditor
          key={`${chosenId} ${start.varied?.id ?? ''}`}
          store={store}
          entry={chosen.entry}
          beginning={beginning}
          history={chosen.history}
          savedVersionId={savedVersionId}
          onSaved={(entry) => {
            setSavedVersionId(entry.versionId);
            choose(entry.id);
          }}
          onClose={() => choose(null)}
          onVary={vary}
          replay={props.replay}
        />
      )}
      {isPicking && (
        <EntryPicker storeId={store.id} title={t('knowledge.pick')} onPick={vary} onClose={() => setIsPicking(false)} />
      )}
    </div>
  );
}
