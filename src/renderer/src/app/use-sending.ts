import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';
import type { RequestOutput } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors.ts';
import type { Message } from '#shared/model/conversation.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { ConfirmedMark, SupportMark } from '#shared/model/support.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { keepWork, loadWork } from '../features/composer/work-storage.ts';
import { type Work, isEdited, openDraft } from '../features/composer/work.ts';
import { learnedText } from '../i18n/learned-text.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { dismissToast, showToast } from '../ui/toast-store.ts';
import { dropFromUnanswered } from './list-cache.ts';
import { useMay, useMayChange } from './presence.ts';
import { keyOf, useAnswer, useBackend, useRequest } from './queries.ts';
import { ofMacros } from './use-support.ts';
import { useReport } from './use-report.ts';

/** How long a reply can be called back by one key, ms. */
const undoMs = 6_000;

type Reply = {
  readonly thread: Thread;
  readonly work: Work;
  readonly lastMessageId: string;
  /** The agent has said that it may go out in another language than the customer's. */
  readonly isLanguageMeant?: boolean;
  /** Facts without a source that the agent sends all the same. */
  readonly confirmed?: readonly ConfirmedMark[];
};

/** A reply that the customer overtook. */
export type Overtaken = Reply & { readonly messages: readonly Message[] };

/** A reply with facts that have no source: sending it asks first. */
export type Doubted = Reply & { readonly marks: readonly SupportMark[] };

type Accepted = RequestOutput<'draft.accept'>;

/** The newest message of a thread, whoever wrote it. */
export function lastSeen(thread: Thread): string {
  return thread.messages.at(-1)?.id ?? '';
}

/** What the thread holds beyond the message the agent had seen. */
export function messagesSince(thread: Thread, lastMessageId: string): readonly Message[] {
  const at = thread.messages.findIndex((message) => message.id === lastMessageId);
  return thread.messages.slice(at + 1);
}

/** Says what was learned; returns the ids of the toasts, which a call back takes away. */
function useLearnedToast(onView: (item: LearnedItem) => void): (items: readonly LearnedItem[]) => readonly number[] {
  const { t } = useText();
  const forget = useRequest('learned.forget');
  const mayChange = useMayChange();
  const decides = useMay()('lesson.approve');
  const report = useReport();
  return (items) =>
    items.map((item) =>
      showToast({
        tone: 'learned',
        text: t('toast.learned', { question: item.question }),
        more: learnedText(t, item, decides),
        lasts: 9_000,
        actions: [
          { label: t('toast.view'), run: () => onView(item) },
          ...(mayChange(item)
            ? [
                {
                  label: t('toast.forget'),
                  run: () =>
                    forget.mutate(
                      { itemId: item.id },
                      { onError: report, onSuccess: () => showToast({ text: t('toast.forgotten') }) },
                    ),
                },
              ]
            : []),
        ],
      }),
    );
}

/**
 * Sends replies and sees them through: moves on at once, offers to call back, and comes back where the reply could
 * not go out as it is.
 */
export function useSending(steps: {
  readonly moveOn: (leaving: string) => void;
  readonly comeBack: (conversationId: string, toGap: boolean) => void;
  readonly viewLearned: (item: LearnedItem) => void;
}) {
  const { t } = useText();
  const backend = useBackend();
  const cache = useQueryClient();
  const accept = useRequest('draft.accept');
  const cancel = useRequest('outbox.cancel');
  const report = useReport();
  const tellLearned = useLearnedToast(steps.viewLearned);
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const [untranslated, setUntranslated] = useState<Reply | null>(null);
  const [doubted, setDoubted] = useState<Doubted | null>(null);
  const inboxes = useAnswer('inbox.list', {});

  /** Where the reply went: on its way, or on the clipboard for a conversation that was copied out of another program. */
  function sentText({ inboxId, state }: Accepted['outbox'], name: string): string {
    const isCopied = inboxes.data?.find(({ id }) => id === inboxId)?.settings.kind === 'clipboard';
    if (isCopied) return t('panel.copied');
    return t(state === 'sent' ? 'toast.sent' : 'toast.waiting', { name });
  }

  function callBack(accepted: Accepted, reply: Reply, learnedToasts: readonly number[]): void {
    const { id } = reply.thread.conversation;
    cancel.mutate(
      { outboxId: accepted.outbox.id },
      {
        onError: (error) =>
          error.code === 'conflict' ? showToast({ tone: 'bad', text: t('toast.tooLate') }) : report(error),
        onSuccess: () => {
          // What was learned from it is taken back with it.
          for (const toast of learnedToasts) dismissToast(toast);
          keepWork(id, reply.work);
          steps.comeBack(id, false);
        },
      },
    );
  }

  function tellSent(accepted: Accepted, reply: Reply): void {
    const name = reply.thread.conversation.customerName || reply.thread.conversation.customerAddress;
    const canUndo = accepted.outbox.state === 'waiting';
    const learnedToasts = tellLearned(accepted.learned);
    showToast({
      tone: 'good',
      text: sentText(accepted.outbox, name),
      lasts: canUndo ? undoMs : 4_000,
      hasCountdown: canUndo,
      actions: canUndo
        ? [{ label: t('action.undo'), shortcut: 'Z', run: () => callBack(accepted, reply, learnedToasts) }]
        : [],
    });
  }

  function threadNow(conversationId: string): Promise<Thread> {
    return cache.fetchQuery({
      queryKey: keyOf('conversation.get', { conversationId }),
      queryFn: () => backend.call('conversation.get', { conversationId }),
      staleTime: 0,
    });
  }

  /** Into the composer again, behind what may be written there already. */
  async function editAgain(item: OutboxItem): Promise<void> {
    const { draft } = await threadNow(item.conversationId);
    const base = draft?.id === item.draftId ? openDraft(draft) : null;
    const written = loadWork(item.conversationId);
    const before = written !== null && isEdited(written) ? `${written.text.trim()}\n\n` : '';
    keepWork(item.conversationId, { base, text: before + item.body });
    steps.comeBack(item.conversationId, false);
  }

  function takeBackToEdit(item: OutboxItem): void {
    cancel.mutate(
      { outboxId: item.id },
      {
        onError: (error) =>
          error.code === 'conflict' ? showToast({ tone: 'bad', text: t('toast.tooLate') }) : report(error),
        onSuccess: () => editAgain(item).catch(report),
      },
    );
  }

  async function showOvertaken(reply: Reply): Promise<void> {
    const thread = await threadNow(reply.thread.conversation.id);
    setOvertaken({ ...reply, thread, messages: messagesSince(thread, reply.lastMessageId) });
  }

  async function showDoubted(reply: Reply): Promise<void> {
    const marks = await marksOf(reply);
    setDoubted({ ...reply, marks: marks.filter(({ asks }) => asks) });
  }

  function marksOf({ thread, work }: Reply): Promise<readonly SupportMark[]> {
    return backend.call('draft.check', {
      conversationId: thread.conversation.id,
      draftId: work.base?.id ?? null,
      text: work.text,
      inserted: [...(work.inserted ?? [])],
      ...ofMacros(work.macros),
    });
  }

  function onRefused(refusal: AppError, reply: Reply): void {
    void cache.invalidateQueries({ queryKey: ['conversation.list'] });
    steps.comeBack(reply.thread.conversation.id, refusal.code === 'reply_incomplete');
    if (refusal.code === 'thread_moved_on') showOvertaken(reply).catch(report);
    else if (refusal.code === 'reply_untranslated') setUntranslated(reply);
    else if (refusal.code === 'reply_unsupported') showDoubted(reply).catch(report);
    else report(refusal);
  }

  function sendReply(reply: Reply): void {
    const { id } = reply.thread.conversation;
    keepWork(id, reply.work);
    steps.moveOn(id);
    dropFromUnanswered(cache, id);
    accept.mutate(
      {
        conversationId: id,
        draftId: reply.work.base?.id ?? null,
        lastMessageId: reply.lastMessageId,
        text: reply.work.text,
        isLanguageMeant: reply.isLanguageMeant ?? false,
        ...ofMacros(reply.work.macros),
        files: [...(reply.work.files ?? [])],
        inserted: [...(reply.work.inserted ?? [])],
        confirmed: [...(reply.confirmed ?? [])],
      },
      {
        onSuccess: (accepted) => {
          keepWork(id, null);
          tellSent(accepted, reply);
        },
        onError: (error) => onRefused(error, reply),
      },
    );
  }

  return {
    overtaken,
    untranslated,
    translate: () => setUntranslated(null),
    sendUntranslated: () => {
      if (untranslated === null) return;
      setUntranslated(null);
      sendReply({ ...untranslated, isLanguageMeant: true });
    },
    doubted,
    lookAtDoubts: () => setDoubted(null),
    sendDoubted: () => {
      if (doubted === null) return;
      setDoubted(null);
      sendReply({ ...doubted, confirmed: doubted.marks.map(({ kind, said }) => ({ kind, said })) });
    },
    takeBackToEdit,
    lookAgain: () => setOvertaken(null),
    // It goes at once, by what is known of it: what is not is the desk's to refuse, and comes back.
    send: (thread: Thread, work: Work, seenId: string, known: readonly SupportMark[]) => {
      const reply = { thread, work, lastMessageId: seenId };
      const marks = known.filter(({ asks }) => asks);
      if (marks.length > 0) setDoubted({ ...reply, marks });
      else sendReply(reply);
    },
    sendAnyway: () => {
      if (overtaken === null) return;
      setOvertaken(null);
      sendReply({ ...overtaken, lastMessageId: lastSeen(overtaken.thread) });
    },
  };
}
