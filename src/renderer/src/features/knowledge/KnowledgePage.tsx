import { BookOpen, FileUp, Plus, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { useCommand } from '../../app/commands.tsx';
import { useAnswer, usePages } from '../../app/queries.ts';
import { useDebounced } from '../../app/use-debounced.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import { EntryTable } from './EntryTable.tsx';
import { ImportDialog } from './ImportDialog.tsx';

type State = 'active' | 'retired';

/** A drop anywhere on the page starts an import. */
function useFileDrop(onFile: (file: File) => void) {
  const [isOver, setIsOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver(event: React.DragEvent) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave(event: React.DragEvent) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      },
      onDrop(event: React.DragEvent) {
        event.preventDefault();
        setIsOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) onFile(file);
      },
    },
  };
}

/** The chosen entry, also where a link leads to one that the list has not read yet. */
function useChosen(entries: ReturnType<typeof usePages<'knowledge.list'>>['items'], chosenId: string | null) {
  const listed = entries.find((entry) => entry.id === chosenId);
  const history = useAnswer(
    'knowledge.history',
    { entryId: chosenId ?? '' },
    { isEnabled: chosenId !== null && chosenId !== 'new' },
  );
  return { entry: listed ?? history.data?.[0] ?? null, history: history.data ?? [] };
}

/** Everything the store's agents can answer from: search, add, change, import. */
export function KnowledgePage(props: {
  readonly storeId: string;
  readonly chosenId: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  const { t } = useText();
  const [state, setState] = useState<State>('active');
  const [searchText, setSearchText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const text = useDebounced(searchText.trim(), 150);
  const filter = { storeId: props.storeId, ...(text === '' ? {} : { text }) };
  const list = usePages('knowledge.list', { ...filter, state });
  const active = useAnswer('knowledge.list', { ...filter, state: 'active', limit: 1 }, { keepsLast: true });
  const retired = useAnswer('knowledge.list', { ...filter, state: 'retired', limit: 1 }, { keepsLast: true });
  const chosen = useChosen(list.items, props.chosenId);
  const drop = useFileDrop(setFile);
  useCommand('search', () => searchBox.current?.focus());

  const addButton = (
    <Button icon={<Plus size={14} />} data-testid="knowledge-add" onClick={() => props.onChoose('new')}>
      {t('knowledge.add')}
    </Button>
  );
  const importButton = (
    <Button icon={<FileUp size={14} />} data-testid="knowledge-import" onClick={() => picker.current?.click()}>
      {t('knowledge.import')}
    </Button>
  );

  return (
    <div className="relative flex min-w-0 flex-1 bg-surface" {...drop.handlers}>
      <main className="flex min-w-0 flex-1 flex-col">
        <header className="flex flex-wrap items-center gap-3 border-b border-line px-5 py-2.5">
          <h1 className="text-lg font-semibold">{t('nav.knowledge')}</h1>
          <Tabs
            label={t('knowledge.states')}
            value={state}
            onChange={setState}
            tabs={[
              { id: 'active', label: t('knowledge.active'), count: active.data?.total },
              { id: 'retired', label: t('knowledge.retired'), count: retired.data?.total },
            ]}
          />
          <div className="relative ml-auto w-64">
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
          {importButton}
          {addButton}
          <input
            ref={picker}
            type="file"
            hidden
            data-testid="knowledge-file"
            accept=".csv,.tsv,.jsonl,.json,.ndjson,.md,.markdown,.txt"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              event.target.value = '';
            }}
          />
        </header>
        {list.items.length === 0 && !list.isPending ? (
          <EmptyState
            icon={<BookOpen size={28} />}
            title={t(text === '' ? 'knowledge.empty' : 'knowledge.nothingFound')}
            text={text === '' ? t('knowledge.emptyText') : undefined}
            actions={text === '' && state === 'active' ? [importButton, addButton] : undefined}
          />
        ) : (
          <EntryTable
            entries={list.items}
            chosenId={props.chosenId}
            onChoose={props.onChoose}
            onNearEnd={list.readMore}
          />
        )}
      </main>
      {props.chosenId !== null && (props.chosenId === 'new' || chosen.entry !== null) && (
        <EntryEditor
          key={props.chosenId}
          storeId={props.storeId}
          entry={chosen.entry}
          history={chosen.history}
          onSaved={(id) => props.onChoose(id)}
          onClose={() => props.onChoose(null)}
        />
      )}
      {drop.isOver && (
        <div className="pointer-events-none absolute inset-2 z-20 flex items-center justify-center rounded-xl border-2 border-dashed border-accent-ink bg-accent-soft/85 text-lg font-semibold text-accent-ink">
          {t('knowledge.dropHere')}
        </div>
      )}
      {file !== null && (
        <ImportDialog
          key={`${file.name}${file.lastModified}`}
          storeId={props.storeId}
          file={file}
          onClose={() => setFile(null)}
        />
      )}
    </div>
  );
}
