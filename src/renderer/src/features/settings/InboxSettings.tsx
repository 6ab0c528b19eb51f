import { Mail, Plus, RefreshCw, Store as StoreIcon } from 'lucide-react';
import { useState } from 'react';
import { assertNever } from '#shared/errors.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { Store } from '#shared/model/store.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ChatwootForm } from './ChatwootForm.tsx';
import { MailForm } from './MailForm.tsx';

const tones: Record<Inbox['state']['phase'], Tone> = {
  idle: 'accent',
  syncing: 'blue',
  waiting: 'amber',
  stopped: 'red',
};

function StateLine({ inbox }: { readonly inbox: Inbox }) {
  const { t, format } = useText();
  const now = useNow();
  const { state } = inbox;
  if (state.problem !== null) {
    const { what, remedy } = problemText(t, state.problem);
    return (
      <p className={state.phase === 'stopped' ? 'text-xs text-red' : 'text-xs text-amber'}>
        {what} {remedy}
        {state.nextTryAt !== null &&
          state.phase === 'waiting' &&
          ` ${t('inboxes.nextTry', { when: format.moment(state.nextTryAt, now) })}`}
      </p>
    );
  }
  return (
    <p className="text-xs text-ink-3">
      {state.syncedAt === null
        ? t('inboxes.neverSynced')
        : t('inboxes.synced', { when: format.moment(state.syncedAt, now) })}
    </p>
  );
}

type Editing = Inbox | 'new' | 'newChatwoot';

function isChatwoot(editing: Editing): boolean {
  return editing === 'newChatwoot' || (editing !== 'new' && editing.settings.kind === 'chatwoot');
}

function editedOf(editing: Editing): Inbox | null {
  return editing === 'new' || editing === 'newChatwoot' ? null : editing;
}

/** Where an inbox is; null for the sample, which is nowhere. */
function placeOf({ settings }: Inbox): string | null {
  switch (settings.kind) {
    case 'imap':
      return settings.address;
    case 'chatwoot':
      return `${settings.host} · ${settings.accountId}`;
    case 'sample':
      return null;
    default:
      return assertNever(settings);
  }
}

function InboxRow(props: { readonly inbox: Inbox; readonly onChange: () => void; readonly onRemove: () => void }) {
  const { t } = useText();
  const report = useReport();
  const sync = useRequest('inbox.syncNow');
  const { inbox } = props;
  const isMail = inbox.settings.kind === 'imap';
  return (
    <li
      data-testid="inbox-row"
      data-phase={inbox.state.phase}
      className="overflow-hidden rounded-xl border border-line bg-raised"
    >
      <div className="flex items-center gap-3 px-4 py-3">
        <span className="text-ink-3">{isMail ? <Mail size={18} /> : <StoreIcon size={18} />}</span>
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2">
            <span className="truncate text-base font-semibold">{inbox.name}</span>
            <Badge tone={tones[inbox.state.phase]}>{t(`inboxPhase.${inbox.state.phase}`)}</Badge>
          </p>
          <p className="truncate text-xs text-ink-2">{placeOf(inbox) ?? t('inboxes.sampleText')}</p>
          <StateLine inbox={inbox} />
        </div>
        <IconButton
          label={t('inboxes.syncNow')}
          icon={<RefreshCw size={15} />}
          disabled={sync.isPending || inbox.state.phase === 'syncing'}
          onClick={() => sync.mutate({ inboxId: inbox.id }, { onError: report })}
        />
        {inbox.settings.kind !== 'sample' && (
          <Button size="small" onClick={props.onChange}>
            {t('action.edit')}
          </Button>
        )}
        <Button size="small" tone="quiet" onClick={props.onRemove}>
          {t('inboxes.remove')}
        </Button>
      </div>
      {inbox.state.progress !== null && (
        <Progress label={t('inboxPhase.syncing')} done={inbox.state.progress.done} total={inbox.state.progress.total} />
      )}
    </li>
  );
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
    <Button tone="primary" icon={<Plus size={14} />} data-testid="inbox-add" onClick={() => setEditing('new')}>
      {t('mail.add')}
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
        <Button data-testid="chatwoot-add" onClick={() => setEditing('newChatwoot')}>
          {t('chatwoot.connect')}
        </Button>
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
      {editing !== null &&
        (isChatwoot(editing) ? (
          <ChatwootForm storeId={store.id} inbox={editedOf(editing)} onClose={() => setEditing(null)} />
        ) : (
          <MailForm storeId={store.id} inbox={editedOf(editing)} onClose={() => setEditing(null)} />
        ))}
      {removing !== null && <RemoveDialog inbox={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}
