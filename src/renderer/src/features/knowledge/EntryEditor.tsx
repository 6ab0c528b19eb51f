import { CopyPlus, History, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { SupposedChange } from '#shared/model/replay.ts';
import type { Store } from '#shared/model/store.ts';
import { useMay } from '../../app/presence.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { validityState } from '../../app/validity-state.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { showToast } from '../../ui/toast-store.ts';
import { type Beginning, contentToSave, layerOf } from './entry-content.ts';
import { EntryFields } from './EntryFields.tsx';
import { EntryHistory } from './EntryHistory.tsx';
import { EntrySource } from './EntrySource.tsx';
import { LayersNote } from './LayersNote.tsx';
import { LimitFields } from './LimitFields.tsx';
import { PersonNote } from './PersonNote.tsx';
import { PlaceField } from './PlaceField.tsx';
import { usePlaces } from './place-words.ts';
import { type EntryWork, useEntryWork } from './use-entry-work.ts';

export type EntryEditorProps = {
  readonly store: Store;
  /** Null: a new one. */
  readonly entry: KnowledgeEntry | null;
  readonly beginning: Beginning;
  readonly history: readonly KnowledgeEntry[];
  readonly onSaved: (entry: KnowledgeEntry) => void;
  /** The version that was just saved here. */
  readonly savedVersionId: string | null;
  readonly onClose: () => void;
  /** Begins a new entry that says something else in this one's place. */
  readonly onVary: (entry: KnowledgeEntry) => void;
  /** What would change if this were saved. */
  readonly replay?: ((changes: readonly SupposedChange[]) => ReactNode) | undefined;
};

/** What is known about the entry beside its words: where it came from, its versions, and what may stand over it. */
function About(props: Pick<EntryEditorProps, 'history' | 'onVary'> & { readonly entry: KnowledgeEntry }) {
  const { t, format } = useText();
  const { sets } = usePlaces();
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const { entry } = props;
  const layer = layerOf(entry);
  const may = useMay();
  const canVary =
    may('knowledge.save') && entry.state === 'active' && (layer === 0 || (layer === 1 && sets.length > 0));
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-ink-3">
        <EntrySource version={entry} />
        {' · '}
        {t('knowledge.version', { number: entry.version, when: format.full(entry.updatedAt) })}
      </p>
      <div className="flex flex-wrap gap-1">
        {props.history.length > 0 && (
          <Button
            size="small"
            tone="quiet"
            icon={<History size={13} />}
            data-testid="knowledge-history-open"
            aria-expanded={isHistoryOpen}
            onClick={() => setIsHistoryOpen(!isHistoryOpen)}
          >
            {t('knowledge.history', { count: props.history.length })}
          </Button>
        )}
        {canVary && (
          <Button
            size="small"
            tone="quiet"
            icon={<CopyPlus size={13} />}
            data-testid="knowledge-vary"
            title={t('knowledge.varyHint')}
            onClick={() => props.onVary(entry)}
          >
            {t(layer === 0 ? 'knowledge.varyBase' : 'knowledge.varyStore')}
          </Button>
        )}
      </div>
      {isHistoryOpen && <EntryHistory versions={props.history} />}
    </div>
  );
}

function StateButton({ entry }: { readonly entry: KnowledgeEntry }) {
  const { t } = useText();
  const report = useReport();
  const retire = useRequest('knowledge.retire');
  const restore = useRequest('knowledge.restore');
  const bringBack = (): void => restore.mutate({ entryId: entry.id }, { onError: report });
  if (entry.state === 'retired') {
    return (
      <Button tone="quiet" data-testid="knowledge-restore" disabled={restore.isPending} onClick={bringBack}>
        {t('knowledge.restore')}
      </Button>
    );
  }
  return (
    <Button
      tone="quiet"
      data-testid="knowledge-retire"
      title={t('knowledge.retireHint')}
      disabled={retire.isPending}
      onClick={() =>
        retire.mutate(
          { entryId: entry.id },
          {
            onError: report,
            onSuccess: () =>
              void showToast({
                text: t('knowledge.wasRetired'),
                actions: [{ label: t('action.undo'), run: bringBack }],
              }),
          },
        )
      }
    >
      {t('knowledge.retire')}
    </Button>
  );
}

/** From when on drafts go by what was saved. */
function SavedNote({ entry, storeId }: { readonly entry: KnowledgeEntry; readonly storeId: string }) {
  const { t } = useText();
  const now = useNow();
  const { sets } = usePlaces();
  const set = sets.find((one) => one.id === entry.setId);
  const { state } = validityState(entry.validity, now);
  const isWaiting = entry.setId !== null && set?.storeIds.includes(storeId) !== true;
  const isUsed = entry.state === 'active' && !isWaiting && state !== 'coming' && state !== 'over';
  if (isUsed) return t('knowledge.saved');
  if (entry.state === 'active' && isWaiting) return t('knowledge.savedWaits');
  return t(entry.state === 'active' && state === 'coming' ? 'knowledge.savedComing' : 'knowledge.savedUnused');
}

function Foot(props: {
  readonly work: EntryWork;
  readonly entry: KnowledgeEntry | null;
  readonly storeId: string;
  readonly savedVersionId: string | null;
}) {
  const { t } = useText();
  const { work, entry } = props;
  const isSaved = entry !== null && !work.isChanged && work.shownVersionId === props.savedVersionId;
  return (
    <footer className="flex flex-col gap-2 border-t border-line px-4 py-2.5">
      {work.isOutrun && <p className="text-xs text-amber">{t('knowledge.outrun')}</p>}
      {entry !== null && work.isChanged && (
        <TextInput
          aria-label={t('knowledge.why')}
          placeholder={t('knowledge.whyHint')}
          maxLength={1000}
          data-testid="knowledge-why"
          value={work.why}
          onChange={(event) => work.setWhy(event.target.value)}
        />
      )}
      <div className="flex items-center gap-2">
        {entry !== null && !work.isChanged && <StateButton entry={entry} />}
        {entry !== null && work.isChanged && (
          <Button tone="quiet" data-testid="knowledge-undo" onClick={work.undo}>
            {t('composer.undoEdits')}
          </Button>
        )}
        <span role="status" className="flex-1 text-xs text-accent-ink" data-testid="knowledge-saved">
          {isSaved && <SavedNote entry={entry} storeId={props.storeId} />}
        </span>
        <Button type="submit" tone="primary" data-testid="knowledge-save" disabled={!work.canSave}>
          {t('action.save')}
        </Button>
      </div>
    </footer>
  );
}

/** A dialog is open over the form: what is pressed there is not meant for it. */
function isBehind(form: HTMLElement): boolean {
  return form.querySelector('dialog[open]') !== null;
}

/** The panel in which one entry is read and changed. A change appends a version; nothing is overwritten. */
export function EntryEditor(props: EntryEditorProps) {
  const { t } = useText();
  const { store, entry } = props;
  const work = useEntryWork({ storeId: store.id, entry, beginning: props.beginning, onSaved: props.onSaved });
  const { content, place } = work;
  const mayEdit = useMay()('knowledge.save');
  const title = t(entry === null ? 'knowledge.add' : mayEdit ? 'knowledge.edit' : 'people.entry');
  const overlaysLayer = props.beginning.content.overlaysEntryId ? layerOf(props.beginning.place) : 0;

  return (
    <form
      data-testid="knowledge-editor"
      aria-label={title}
      className="flex w-[28rem] max-w-[46%] shrink-0 flex-col border-l border-line bg-canvas"
      onSubmit={(event) => {
        event.preventDefault();
        if (work.canSave && !isBehind(event.currentTarget)) work.submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isBehind(event.currentTarget)) return;
        event.preventDefault();
        event.stopPropagation();
        if (work.canSave) work.submit();
      }}
    >
      <header className="flex items-center gap-2 border-b border-line py-2 pr-2.5 pl-4">
        <h2 className="flex-1 text-base font-semibold">{title}</h2>
        {work.isChanged && entry !== null && <Badge>{t('knowledge.unsaved')}</Badge>}
        {entry?.state === 'retired' && <Badge tone="amber">{t('knowledge.retiredOne')}</Badge>}
        <IconButton label={t('action.close')} icon={<X size={16} />} onClick={props.onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
        <fieldset disabled={!mayEdit} className="contents">
          <PlaceField
            store={store}
            place={place}
            lowestLayer={overlaysLayer}
            onChange={entry === null ? work.setPlace : null}
          />
          <LayersNote
            entryId={entry?.id ?? null}
            place={{ storeId: place.storeId, setId: place.setId }}
            content={content}
            problem={work.problemAt('overlaysEntryId')}
            onLeave={() => work.change({ overlaysEntryId: null })}
          />
          <EntryFields work={work} isNew={entry === null} />
          <LimitFields work={work} storeId={store.id} isNew={entry === null} />
        </fieldset>
        {entry !== null && <About entry={entry} history={props.history} onVary={props.onVary} />}
        {(work.isChanged || entry === null) && <PersonNote />}
        {work.canSave &&
          props.replay?.([
            {
              kind: 'save',
              entryId: entry?.id ?? null,
              place: entry === null ? { storeId: place.storeId, setId: place.setId } : null,
              content: contentToSave(content),
            },
          ])}
      </div>
      {mayEdit ? (
        <Foot work={work} entry={entry} storeId={store.id} savedVersionId={props.savedVersionId} />
      ) : (
        <p className="border-t border-line px-4 py-2.5 text-xs text-ink-3">{t('people.readOnly')}</p>
      )}
    </form>
  );
}
