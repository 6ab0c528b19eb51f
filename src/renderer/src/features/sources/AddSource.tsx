import { ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Inbox } from '#shared/model/inbox.ts';
import type { KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Store } from '#shared/model/store.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PlacePicker } from './PlacePicker.tsx';
import { SiteForm } from './SiteForm.tsx';
import { acceptedFiles, pickedFiles } from './given-files.ts';
import { KindIcon, type SourceKind, sourceKinds } from './source-kinds.tsx';
import type { Bring } from './use-bring.ts';

/** Kinds of inboxes whose system keeps no ready-made replies. */
const withoutMacros: ReadonlySet<Inbox['settings']['kind']> = new Set(['imap', 'sample', 'clipboard']);

function KindButton(props: { readonly kind: SourceKind; readonly isFirst: boolean; readonly onChoose: () => void }) {
  const { t } = useText();
  const { kind } = props;
  return (
    <button
      type="button"
      data-testid={`source-kind-${kind}`}
      {...(props.isFirst ? { 'data-first-focus': true } : {})}
      onClick={props.onChoose}
      className="group flex h-full w-full items-start gap-3 rounded-lg border border-line bg-raised px-3 py-2.5 text-left transition-colors hover:border-accent-line hover:bg-accent-soft/50"
    >
      <span className="mt-0.5 text-accent-ink">
        <KindIcon kind={kind} size={18} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block text-sm font-semibold">{t(`sources.kind.${kind}`)}</span>
        <span className="block text-xs text-ink-2">{t(`sources.kind.${kind}.text`)}</span>
      </span>
      <ChevronRight size={15} className="mt-0.5 shrink-0 text-ink-3 group-hover:text-accent-ink" />
    </button>
  );
}

function InboxChoice(props: { readonly inboxes: readonly Inbox[]; readonly onChoose: (inbox: Inbox) => void }) {
  const { t } = useText();
  if (props.inboxes.length === 0) return <p className="text-sm text-ink-2">{t('sources.noInbox')}</p>;
  return (
    <ul aria-label={t('sources.inbox')} className="flex flex-col gap-1.5">
      {props.inboxes.map((inbox) => (
        <li key={inbox.id}>
          <button
            type="button"
            data-testid="source-inbox"
            onClick={() => props.onChoose(inbox)}
            className="flex w-full items-center gap-2 rounded-lg border border-line bg-raised px-3 py-2 text-left text-sm hover:border-accent-line hover:bg-accent-soft/50"
          >
            <span className="min-w-0 flex-1 truncate">{inbox.name}</span>
            <ChevronRight size={15} className="shrink-0 text-ink-3" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Asks where knowledge is to be read from, and where it goes. */
export function AddSource(props: {
  readonly store: Store;
  readonly inboxes: readonly Inbox[];
  readonly bring: Bring;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { store, bring, onClose } = props;
  const [place, setPlace] = useState<KnowledgePlace>({ storeId: store.id, setId: null });
  const [kind, setKind] = useState<SourceKind | null>(null);
  const picker = useRef<HTMLInputElement>(null);

  function choose(chosen: SourceKind): void {
    if (chosen === 'given') return picker.current?.click();
    if (chosen !== 'folder' && chosen !== 'file') return setKind(chosen);
    bring.choose(place, chosen);
    onClose();
  }

  return (
    <Dialog
      title={kind === null ? t('sources.addTitle') : t(`sources.kind.${kind}`)}
      closeLabel={t('action.close')}
      testId="add-source"
      onClose={onClose}
    >
      <div className="flex flex-col gap-4">
        <PlacePicker store={store} value={place} onChange={setPlace} />
        {kind === null && (
          <ul className="grid gap-2 sm:grid-cols-2">
            {sourceKinds.map((each, index) => (
              <li key={each}>
                <KindButton kind={each} isFirst={index === 0} onChoose={() => choose(each)} />
              </li>
            ))}
          </ul>
        )}
        {(kind === 'site' || kind === 'address') && (
          <SiteForm
            kind={kind}
            onBack={() => setKind(null)}
            onAdd={(name, settings) => {
              bring.add(place, name, settings);
              onClose();
            }}
          />
        )}
        {(kind === 'inbox' || kind === 'macros') && (
          <InboxChoice
            inboxes={props.inboxes.filter((inbox) => kind === 'inbox' || !withoutMacros.has(inbox.settings.kind))}
            onChoose={(inbox) => {
              bring.add(place, inbox.name, { kind, inboxId: inbox.id });
              onClose();
            }}
          />
        )}
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        data-testid="source-files"
        accept={acceptedFiles}
        onChange={(event) => {
          const given = pickedFiles(event.target.files);
          if (given === null) return;
          bring.give(place, given);
          onClose();
        }}
      />
    </Dialog>
  );
}
