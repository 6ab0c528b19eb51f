import { useEffect, useMemo, useRef, useState } from 'react';
import type { SupportMark } from '#shared/model/support.ts';
import type { Thread } from '#shared/contract/conversation.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { Composer } from '../features/composer/Composer.tsx';
import type { EditorHandle } from '../features/composer/DraftEditor.tsx';
import { ThreadNotePanel } from '../features/composer/ThreadNotePanel.tsx';
import { ToolsMenu } from '../features/composer/ToolsMenu.tsx';
import { useHasPassed } from '../features/composer/use-has-passed.ts';
import { useTextTools } from '../features/composer/use-text-tools.ts';
import { useWork } from '../features/composer/use-work.ts';
import { limitView } from '../features/composer/limits.ts';
import { WritingBar } from '../features/composer/WritingBar.tsx';
import type { Work } from '../features/composer/work.ts';
import { ThreadView } from '../features/conversations/ThreadView.tsx';
import { HelpdeskPanel } from '../features/helpdesk/HelpdeskPanel.tsx';
import { OutboxNote } from '../features/outbox/OutboxNote.tsx';
import { lookOf, messagesSince } from '../features/outbox/looks.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { Resizer } from '../ui/Resizer.tsx';
import { showToast } from '../ui/toast-store.ts';
import { useNow } from '../ui/use-now.ts';
import { ConversationEvidence } from './ConversationEvidence.tsx';
import { useCommand } from './commands.tsx';
import { sendKeys } from './platform.ts';
import { setPreferences, usePreferences } from './preferences.ts';
import { saidByCustomer } from './said-by-customer.ts';
import { lastSeen } from './use-sending.ts';
import { useStyleRemarks } from './use-style-remarks.tsx';
import { useSupport } from './use-support.ts';
import { useMayAsk } from './may-ask.ts';
import { TranslatedText } from './TranslatedText.tsx';
import { useIsFresh } from './use-is-fresh.ts';
import { useMacroPicking } from './use-macro-picking.tsx';
import { useReplyFiles } from './use-reply-files.ts';
import { useWriting } from './use-writing.ts';
import { useConversationActs } from './use-conversation-acts.ts';

/** An open conversation: thread and composer, and beside them what the desk knows. Key it by the conversation. */
export function ConversationView(props: {
  readonly thread: Thread;
  readonly startsAtGap: boolean;
  /** `seenId`: the newest message the agent had before them when they began to write. */
  readonly onSend: (thread: Thread, work: Work, seenId: string, support: readonly SupportMark[]) => void;
  readonly onClose: (thread: Thread) => void;
  readonly onReopen: (thread: Thread) => void;
  /** Takes a reply back and goes on writing where it ended. */
  readonly onEditReply: (item: OutboxItem) => void;
  readonly onLeave: () => void;
}) {
  const { t, format, language } = useText();
  const { thread } = props;
  const now = useNow();
  const { evidenceWidth, isHelpdeskOpen } = usePreferences();
  const editor = useRef<EditorHandle>(null);
  const said = useMemo(() => saidByCustomer(thread), [thread]);
  const work = useWork(thread.conversation.id, thread.draft, said);
  const files = useReplyFiles(thread.conversation.id, thread.limits?.files ?? null);
  const macros = useMacroPicking(thread.conversation.id, { work, files, editor });
  const support = useSupport(thread.conversation.id, work.work);
  const styling = useStyleRemarks(thread.conversation.id, work.work.text, editor);
  const acts = useConversationActs(thread, work, editor);
  const [activeEvidence, setActiveEvidence] = useState<number | null>(null);
  const [isChoosingReason, setIsChoosingReason] = useState(false);
  const [seenId, setSeenId] = useState(lastSeen(thread));
  // What comes while somebody writes may pass them by: they are asked about it before their reply leaves.
  if (!work.isEdited && seenId !== lastSeen(thread)) setSeenId(lastSeen(thread));
  const draft = work.work.base;
  const tools = useTextTools(thread.conversation, work, editor);
  const isPast = useHasPassed(thread.limits?.closesAt ?? null);
  const limits = limitView(thread.limits, work.work.text, isPast ? Math.max(now, thread.limits?.closesAt ?? 0) : now);
  // Words that came ahead, before anybody's eyes, are new to them.
  const isFresh = useIsFresh(draft?.writer == null ? null : draft.id);
  const writing = useWriting(thread);
  const mayTranslate = useMayAsk(thread.conversation.storeId, 'translate');
  const canWord = writing !== null && thread.draft?.state === 'open';
  const [noteCalls, setNoteCalls] = useState(0);
  const held = thread.outbox.find((item) => lookOf(item) === 'held');
  const newIds = new Set(held === undefined ? [] : messagesSince(thread.messages, held).map(({ id }) => id));
  const hasGap = work.marks.some((mark) => mark.kind === 'gap');

  useEffect(() => {
    if (props.startsAtGap) editor.current?.focusGap();
  }, [props.startsAtGap]);

  function tellBlocked(): void {
    const when = format.moment(limits.closesAt ?? 0, now);
    const texts = {
      removed: t('limits.removed'),
      closed: t('limits.closed', { when }),
      over: t('limits.overWhy', { max: limits.maxLength }),
    };
    if (limits.blockedBy !== null) showToast({ tone: 'bad', text: texts[limits.blockedBy] });
    editor.current?.focus();
  }

  function toggleHelpdesk(): void {
    setNoteCalls(0);
    setPreferences({ isHelpdeskOpen: !isHelpdeskOpen });
  }

  function openNote(): void {
    setPreferences({ isHelpdeskOpen: true });
    setNoteCalls(noteCalls + 1);
  }

  // A key that bounces or a double click does to the next conversation what was meant for the last.
  const isUnread = (): boolean => !work.isEdited && isFresh();

  function send(): void {
    if (work.work.text.trim() === '') editor.current?.focus();
    else if (hasGap) editor.current?.focusGap();
    else if (limits.blockedBy !== null) tellBlocked();
    else if (files.isBusy) showToast({ text: t('files.attaching') });
    else if (!isUnread())
      props.onSend(thread, { ...work.work, files: files.files.map(({ sha256 }) => sha256) }, seenId, support);
  }

  function acceptAsIs(): void {
    if (draft === null || draft.text === '') showToast({ text: t('toast.noDraft') });
    else if (work.isEdited) {
      showToast({ text: t('toast.editedNotAccepted', { keys: sendKeys }) });
      editor.current?.focus();
    } else if (draft.state === 'stale') showToast({ text: t('toast.staleNotAccepted') });
    else send();
  }

  function close(): void {
    if (!isUnread()) props.onClose(thread);
  }

  useCommand('send', send);
  useCommand('accept', acceptAsIs);
  useCommand('edit', () => editor.current?.focus());
  useCommand('nextGap', () => editor.current?.focusGap());
  useCommand('redraft', thread.messages.at(-1)?.role === 'customer' ? acts.redraft : null);
  useCommand('discard', draft === null || draft.text === '' ? null : () => setIsChoosingReason(!isUnread()));
  useCommand('close', thread.conversation.status === 'unanswered' ? close : null);
  useCommand('helpdesk', thread.helpdesk === null ? null : toggleHelpdesk);
  useCommand('note', thread.helpdesk === null ? null : openNote);
  useCommand('macros', () => macros.open(false));
  useCommand('pick1', () => acts.pickCandidate(0));
  useCommand('pick2', () => acts.pickCandidate(1));
  useCommand('pick3', () => acts.pickCandidate(2));
  useCommand('nextAsk', acts.nextAsk);
  useCommand('word', canWord && writing.text === null ? writing.write : null);
  useCommand('leave', writing === null || writing.text === null ? null : writing.stop);
  useCommand('tools', tools.choices.length === 0 ? null : () => tools.openMenu(true));

  return (
    <>
      <main className="flex min-w-0 flex-1 flex-col bg-surface">
        <ThreadView
          thread={thread}
          newIds={newIds}
          beside={
            <>
              {tools.note !== null && <ThreadNotePanel note={tools.note} onClose={tools.closeNote} />}
              {thread.helpdesk !== null && (
                <HelpdeskPanel
                  conversationId={thread.conversation.id}
                  helpdesk={thread.helpdesk}
                  isOpen={isHelpdeskOpen}
                  noteCalls={noteCalls}
                  addKeys={sendKeys}
                  onToggle={toggleHelpdesk}
                />
              )}
            </>
          }
          after={thread.outbox.map((item) => (
            <OutboxNote
              key={item.id}
              item={item}
              messages={thread.messages}
              onEdit={() => props.onEditReply(item)}
              onRetry={() => acts.retry(item.id)}
              onStopLooking={() => acts.stopLooking(item.id)}
              onCancel={() => acts.cancel(item.id)}
            />
          ))}
        />
        <Composer
          conversation={thread.conversation}
          work={work}
          editor={editor}
          activeEvidence={activeEvidence}
          isDrafting={acts.isDrafting}
          canDraft={thread.messages.at(-1)?.role === 'customer'}
          isChoosingReason={isChoosingReason}
          limits={limits}
          sendKeys={sendKeys}
          onActiveEvidence={setActiveEvidence}
          onSend={send}
          onChooseReason={setIsChoosingReason}
          onDiscard={(reason) => {
            setIsChoosingReason(false);
            acts.discard(reason);
          }}
          onRedraft={acts.redraft}
          onClose={close}
          onReopen={() => props.onReopen(thread)}
          onUse={acts.answerFrom}
          atHand={acts.atHand}
          onAtHand={acts.goToAsk}
          hasMacros={macros.hasMacros}
          onMacros={macros.open}
          files={files}
          support={support}
          layer={styling.layer}
          above={
            canWord && (
              <WritingBar
                steer={writing.steer}
                onSteer={writing.onSteer}
                text={writing.text}
                problem={writing.problem}
                language={thread.draft?.language ?? language}
                onWrite={writing.write}
                onStop={writing.stop}
              />
            )
          }
          below={
            <>
              {styling.line}
              {mayTranslate && draft !== null && draft.language !== language && (
                <TranslatedText
                  className="shrink-0 px-4 pb-1.5"
                  conversationId={thread.conversation.id}
                  text={work.work.text}
                />
              )}
            </>
          }
          tools={<ToolsMenu tools={tools} language={draft?.language ?? thread.conversation.language} />}
        />
        {macros.picker}
      </main>
      <Resizer
        label={t('evidence.resize')}
        width={evidenceWidth}
        min={240}
        max={560}
        grows="right"
        onChange={(width) => setPreferences({ evidenceWidth: width })}
      />
      <div className="shrink-0" style={{ width: `min(${evidenceWidth}px, 27vw)` }}>
        <ConversationEvidence
          conversationId={thread.conversation.id}
          storeId={thread.conversation.storeId}
          draft={draft ?? thread.draft}
          atHand={acts.atHand}
          activeEvidence={activeEvidence}
          onActiveEvidence={setActiveEvidence}
          onUse={acts.answerFrom}
          onInsert={(text, entryId) => {
            if (entryId !== undefined) work.noteInserted(entryId);
            editor.current?.insert(text);
          }}
        />
      </div>
    </>
  );
}
