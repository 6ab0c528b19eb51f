import { type RefObject, useRef, useState } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';
import type { ConfirmedMark, SupportMark } from '#shared/model/support.ts';
import type { RequestOutput } from '#shared/contract/index.ts';
import type { EditorHandle } from '../features/composer/DraftEditor.tsx';
import type { WorkHandle } from '../features/composer/use-work.ts';
import type { Work } from '../features/composer/work.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { showToast } from '../ui/toast-store.ts';
import { useRequest } from './queries.ts';
import { useReport } from './use-report.ts';
import { lastSeen } from './use-sending.ts';
import { ofMacros } from './use-support.ts';

/** A reply that the agent copied while this panel was open; `accepted` null until the desk has answered. */
export type CopiedReply = {
  readonly accepted: RequestOutput<'panel.copyReply'> | null;
  readonly work: Work;
  readonly lastMessageId: string;
};

/** What the agent has said that it is meant so. */
type Insisted = { readonly isLanguageMeant?: boolean; readonly confirmed?: readonly ConfirmedMark[] };

/** Copies the reply of an open conversation, and takes it back. */
export function usePanelReply(parts: {
  readonly thread: Thread;
  readonly work: WorkHandle;
  readonly editor: RefObject<EditorHandle | null>;
  readonly onCopied: () => void;
}) {
  const { thread, work, editor } = parts;
  const { t } = useText();
  const report = useReport();
  const [isUntranslated, setIsUntranslated] = useState(false);
  const check = useRequest('draft.check');
  const [copied, setCopied] = useState<CopiedReply | null>(null);
  const [doubts, setDoubts] = useState<readonly SupportMark[] | null>(null);
  // The thread may tell of the reply before the desk has answered, and the agent may take it back in between.
  const isTakenBack = useRef(false);
  // One reply may be asked about twice: what was insisted on first still holds.
  const insisted = useRef<Insisted>({});
  const copyReply = useRequest('panel.copyReply');
  const copyAgain = useRequest('panel.copyAgain');
  const cancel = useRequest('outbox.cancel');
  const hasGap = work.marks.some((mark) => mark.kind === 'gap');
  // Until the thread tells of the reply, what was copied here counts.
  const isAnswered =
    thread.conversation.status !== 'unanswered' ||
    (copied !== null && copied.accepted !== null && copied.lastMessageId === lastSeen(thread));

  function copy({ isLanguageMeant = false, confirmed = [] }: Insisted = {}): void {
    if (isAnswered || copyReply.isPending) return;
    if (work.work.text.trim() === '') editor.current?.focus();
    else if (hasGap) editor.current?.focusGap();
    else {
      const reply = { work: work.work, lastMessageId: lastSeen(thread), accepted: null };
      isTakenBack.current = false;
      setCopied(reply);
      copyReply.mutate(
        {
          conversationId: thread.conversation.id,
          draftId: reply.work.base?.id ?? null,
          lastMessageId: reply.lastMessageId,
          text: reply.work.text,
          isLanguageMeant,
          ...ofMacros(reply.work.macros),
          inserted: [...(reply.work.inserted ?? [])],
          confirmed: [...confirmed],
        },
        {
          onError: (error) => {
            setCopied(null);
            insisted.current = { isLanguageMeant, confirmed };
            if (error.code === 'reply_untranslated') setIsUntranslated(true);
            else if (error.code === 'reply_unsupported') showDoubts(reply.work);
            else report(error);
          },
          onSuccess: (accepted) => {
            if (isTakenBack.current) return;
            setCopied({ ...reply, accepted });
            work.reset();
            parts.onCopied();
          },
        },
      );
    }
  }

  function showDoubts({ base, text, inserted, macros }: Work): void {
    check.mutate(
      {
        conversationId: thread.conversation.id,
        draftId: base?.id ?? null,
        text,
        inserted: [...(inserted ?? [])],
        ...ofMacros(macros),
      },
      { onError: report, onSuccess: (marks) => setDoubts(marks.filter(({ asks }) => asks)) },
    );
  }

  function takeBack(): void {
    const item = thread.outbox.find((each) => each.state === 'waiting');
    const outboxId = item?.id ?? (isAnswered ? copied?.accepted?.outbox.id : undefined);
    if (outboxId === undefined) return;
    cancel.mutate(
      { outboxId },
      {
        onError: (error) =>
          error.code === 'conflict' ? showToast({ tone: 'bad', text: t('toast.tooLate') }) : report(error),
        onSuccess: () => {
          isTakenBack.current = true;
          if (copied !== null) work.setWork(copied.work);
          setCopied(null);
          showToast({ text: t('panel.tookBack') });
        },
      },
    );
  }

  return {
    copied,
    doubts,
    lookAtDoubts: () => setDoubts(null),
    copyDoubted: () => {
      const confirmed = (doubts ?? []).map(({ kind, said }) => ({ kind, said }));
      setDoubts(null);
      copy({ ...insisted.current, confirmed });
    },
    hasGap,
    isAnswered,
    isCopying: copyReply.isPending,
    copy: () => copy(),
    isUntranslated,
    translate: () => setIsUntranslated(false),
    copyAsItIs: () => {
      setIsUntranslated(false);
      copy({ ...insisted.current, isLanguageMeant: true });
    },
    takeBack,
    copyAgain: (outboxId: string) => copyAgain.mutate({ outboxId }, { onError: report }),
  };
}
