import { ClipboardX, Info } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { ConversationRow } from '#shared/model/conversation.ts';
import type { Store } from '#shared/model/store.ts';
import { keyCaps } from '../features/panel/accelerator.ts';
import { labelOf } from '../features/panel/conversation-label.ts';
import { PanelHeader } from '../features/panel/PanelHeader.tsx';
import { PanelSettings } from '../features/panel/PanelSettings.tsx';
import { PanelStart } from '../features/panel/PanelStart.tsx';
import { RecentStrip } from '../features/panel/RecentStrip.tsx';
import { useText } from '../i18n/TextProvider.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { PanelConversation } from './PanelConversation.tsx';
import { commandKey, isMac } from './platform.ts';
import { usePreferences } from './preferences.ts';
import { useAnswer, useRequest } from './queries.ts';
import { useRestart } from './Shell.tsx';
import { usePanelKeys } from './use-panel-keys.ts';
import { type PanelNote, usePanel } from './use-panel.ts';
import { useReport } from './use-report.ts';

const recentShown = 9;

/** The side panel's window: one conversation that a person copies out of another program, and its draft. */
export function PanelPage() {
  const { t } = useText();
  const stores = useAnswer('store.list', {});
  const { storeId } = usePreferences();
  const store = stores.data?.find((each) => each.id === storeId) ?? stores.data?.[0];
  useRestart();
  const problem = stores.error === null || stores.data !== undefined ? null : problemText(t, stores.error);
  return (
    <div data-testid="panel" className="flex h-full flex-col border border-line-strong/60 bg-canvas">
      {problem !== null && <EmptyState title={problem.what} text={problem.remedy} />}
      {store !== undefined && <StorePanel key={store.id} store={store} />}
      <Toasts label={t('toast.region')} closeLabel={t('action.close')} />
    </div>
  );
}

function StorePanel({ store }: { readonly store: Store }) {
  const { t } = useText();
  const report = useReport();
  const [isSettingsOpen, setIsSettingsOpen] = useState(false);
  const panel = usePanel(
    store.id,
    useCallback(() => setIsSettingsOpen(false), []),
  );
  const hide = useRequest('panel.hide');
  const label = useRequest('panel.label');
  const settings = useAnswer('panel.settings', {});
  const inboxes = useAnswer('inbox.list', { storeId: store.id });
  const inbox = inboxes.data?.find(({ settings: { kind } }) => kind === 'clipboard');
  const recent = useAnswer(
    'conversation.list',
    { storeId: store.id, inboxId: inbox?.id, limit: recentShown },
    { isEnabled: inbox !== undefined, keepsLast: true },
  );
  const rows = inbox === undefined ? [] : (recent.data?.items ?? []);
  const thread = useAnswer(
    'conversation.get',
    { conversationId: panel.conversationId ?? '' },
    { isEnabled: panel.conversationId !== null },
  );
  // One of another store, or of a desk that has been replaced, is not shown.
  const shown = thread.data?.conversation.storeId === store.id && panel.conversationId !== null ? thread.data : null;
  const shownId = shown?.conversation.id ?? null;
  const inboxName = inbox?.name ?? '';

  const onHide = (): void => hide.mutate({}, { onError: report });
  const onKeep = (): void => panel.setKeeps(!panel.keeps && shownId !== null);
  const onSwitch = (index: number): void => {
    const row = rows[index];
    if (row !== undefined) panel.choose(row.id);
  };
  const keys = { switch: onSwitch, keep: onKeep, hide: onHide };
  const keyLabels = keyCaps(settings.data?.shortcut ?? '', isMac);

  return (
    <>
      <PanelHeader
        conversationId={shownId}
        label={shown === null ? '' : labelOf(shown.conversation, inboxName)}
        isSettingsOpen={isSettingsOpen}
        onLabel={(text) =>
          shownId !== null && label.mutate({ conversationId: shownId, label: text }, { onError: report })
        }
        onSettings={() => setIsSettingsOpen(!isSettingsOpen)}
        onHide={onHide}
      />
      {isSettingsOpen && (
        <div className="min-h-0 flex-1 overflow-y-auto border-t border-line bg-surface p-3">
          <IdleKeys {...keys} />
          <PanelSettings />
        </div>
      )}
      {!isSettingsOpen && (
        <>
          {rows.length > 0 && (
            <RecentStrip
              recent={rows.map((row) => ({
                id: row.id,
                label: nameOf(row, inboxName),
                waits: row.status === 'unanswered',
              }))}
              chosenId={shownId}
              keeps={panel.keeps}
              commandKey={commandKey}
              onChoose={panel.choose}
              onKeep={panel.setKeeps}
            />
          )}
          {settings.data?.isShortcutActive === false && (
            <Note what="shortcut">
              {t('panel.shortcutTaken', { keys: keyLabels.join(' ') })}
              <Button size="small" onClick={() => setIsSettingsOpen(true)}>
                {t('panel.changeKeys')}
              </Button>
            </Note>
          )}
          <TakenNote note={panel.note} onTakeAnyway={() => void panel.take('clipboard', true)} />
          {shown === null ? (
            <>
              <IdleKeys {...keys} />
              {(panel.conversationId === null || thread.isError || thread.data !== undefined) && (
                <PanelStart keys={keyLabels} onTake={() => void panel.take('clipboard')} />
              )}
            </>
          ) : (
            <PanelConversation
              key={shown.conversation.id}
              thread={shown}
              onUsed={() => {
                panel.dismissNote();
                panel.touch();
              }}
              onSwitch={onSwitch}
              onKeep={onKeep}
              onHide={onHide}
            />
          )}
        </>
      )}
    </>
  );
}

/** A conversation's name in the strip: what the agent called it, else how it begins. */
function nameOf(row: ConversationRow, inboxName: string): string {
  return row.customerName || labelOf(row, inboxName) || row.preview;
}

/** The keys that work where no conversation is shown. */
function IdleKeys(acts: Pick<Parameters<typeof usePanelKeys>[0], 'switch' | 'keep' | 'hide'>) {
  const nothing = (): void => undefined;
  usePanelKeys({ ...acts, copy: nothing, takeBack: nothing, nearest: nothing });
  return null;
}

function Note(props: { readonly what: string; readonly children: React.ReactNode }) {
  const isProblem = props.what !== 'known' && props.what !== 'own';
  return (
    <div
      role="status"
      data-testid="panel-note"
      data-what={props.what}
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-amber-line/50 bg-amber-soft px-3 py-1.5 text-xs text-amber"
    >
      {isProblem ? <ClipboardX size={14} className="shrink-0" /> : <Info size={14} className="shrink-0" />}
      {props.children}
    </div>
  );
}

/** Why what was brought is no new message. */
function TakenNote({ note, onTakeAnyway }: { readonly note: PanelNote | null; readonly onTakeAnyway: () => void }) {
  const { t } = useText();
  if (note === null) return null;
  if (note.what !== 'problem') {
    return (
      <Note what={note.what}>
        <span className="min-w-0 flex-1">{t(`panel.${note.what}`)}</span>
        <Button size="small" data-testid="panel-take-anyway" onClick={onTakeAnyway}>
          {t('panel.takeAnyway')}
        </Button>
      </Note>
    );
  }
  const { detail } = note.problem;
  if (detail['reason'] === 'no_text') return <Note what="problem">{t('panel.noText')}</Note>;
  if (detail['reason'] === 'too_long')
    return <Note what="problem">{t('panel.tooLong', { max: detail['maxLength'] ?? 0 })}</Note>;
  const { what, remedy } = problemText(t, note.problem);
  return (
    <Note what="problem">
      {what} {remedy}
    </Note>
  );
}
