import { Mail, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Inbox } from '#shared/model/inbox.ts';
import type { Store } from '#shared/model/store.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type ConnectedKind, ConnectInbox } from './ConnectInbox.tsx';
import { HelpdeskForm } from './HelpdeskForm.tsx';
import { InboxRow } from './InboxRow.tsx';
import { MailForm } from './MailForm.tsx';

/** The chooser, a new inbox of some kind, or one that is there. */
type Editing = 'choosing' | ConnectedKind | Inbox;

function InboxForm(props: {
  readonly storeId: string;
  readonly editing: ConnectedKind | Inbox;
  readonly onClose: () => void;
}) {
  const { storeId, editing, onClose } = props;
  const inbox = typeof editing === 'string' ? null : editing;
  const kind = typeof editing === 'string' ? editing : editing.settings.kind;
  if (kind === 'sample' || kind === 'clipboard') return null;
  if (kind === 'imap') return <MailForm storeId={storeId} inbox={inbox} onClose={onClose} />;
  return <HelpdeskForm kind={kind} storeId={storeId} inbox={inbox} onClose={onClose} />;
}

function RemoveDialog({ inbox, onClose }: { readonly inbox: Inbox; readonly onClose: () => void }) {
  const { t } = useText();
  const report = useReport();
  const remove = useRequest('inbox.remove');
  return (
    <Dialog
      title={t('inboxes.removeTitle', { name: inbox.name })}
      closeLabel={t('action.close')}
      size="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-first-focus>
            {t('action.cancel')}
          </Button>
          <Button
            tone="danger"
            disabled={remove.isPending}
            onClick={() => remove.mutate({ inboxId: inbox.id }, { onError: report, onSuccess: onClose })}
          >
            {t('inboxes.remove')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-2">{t('inboxes.removeText')}</p>
    </Dialog>
  );
}

/** The inboxes of a store, their state, and what can be done about it. */
export function InboxSettings({ store }: { readonly store: Store }) {
  const { t } = useText();
  const inboxes = useAnswer('inbox.list', { storeId: store.id });
  const addSample = useRequest('inbox.add');
  const report = useReport();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<Inbox | null>(null);
  const hasSample = inboxes.data?.some((inbox) => inbox.settings.kind === 'sample') ?? true;
  const addButton = (
    <Button tone="primary" icon={<Plus size={14} />} data-testid="inbox-add" onClick={() => setEditing('choosing')}>
      {t('connect.title')}
    </Button>
  );
  return (
    <section className="flex max-w-3xl flex-col gap-3">
      <header className="flex items-center gap-3">
        <div className="flex-1">
          <h2 className="text-lg font-semibold">{t('settings.inboxes')}</h2>
          <p className="text-xs text-ink-3">{t('inboxes.of', { name: store.settings.name })}</p>
        </div>
        {!hasSample && (
          <Button
            onClick={() =>
              addSample.mutate(
                { storeId: store.id, name: t('inboxKind.sample'), settings: { kind: 'sample' }, secret: null },
                { onError: report },
              )
            }
          >
            {t('inboxes.addSample')}
          </Button>
        )}
        {inboxes.data?.length !== 0 && addButton}
      </header>
      {inboxes.data?.length === 0 && (
        <EmptyState
          icon={<Mail size={28} />}
          title={t('inbox.noInbox')}
          text={t('inboxes.emptyText')}
          actions={addButton}
        />
      )}
      <ul className="flex flex-col gap-2">
        {inboxes.data?.map((inbox) => (
          <InboxRow
            key={inbox.id}
            inbox={inbox}
            onChange={() => setEditing(inbox)}
            onRemove={() => setRemoving(inbox)}
          />
        ))}
      </ul>
      {editing === 'choosing' && <ConnectInbox onChoose={setEditing} onClose={() => setEditing(null)} />}
      {editing !== null && editing !== 'choosing' && (
        <InboxForm storeId={store.id} editing={editing} onClose={() => setEditing(null)} />
      )}
      {removing !== null && <RemoveDialog inbox={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}
