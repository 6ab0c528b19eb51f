import type { Thread } from '#shared/contract/conversation.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { CopiedNote } from '../features/panel/CopiedNote.tsx';
import { useText } from '../i18n/TextProvider.tsx';
import type { PlainKey } from '../i18n/translate.ts';
import { problemText } from '../i18n/problem-text.ts';
import { useMay } from './presence.ts';
import type { usePanelReply } from './use-panel-reply.ts';

const records: Readonly<Partial<Record<Outcome['act'], PlainKey>>> = {
  accepted: 'panel.accepted',
  edited: 'panel.edited',
  written: 'panel.written',
};

/** A conversation of the side panel that owes no reply: what was copied last, and what came of it. */
export function PanelCopied(props: { readonly thread: Thread; readonly reply: ReturnType<typeof usePanelReply> }) {
  const { t } = useText();
  const { thread, reply } = props;
  const decides = useMay()('lesson.approve');
  const accepted = reply.copied?.accepted ?? null;
  // Until the thread tells of it, what the desk answered counts.
  const item = thread.outbox.at(-1) ?? (thread.conversation.status === 'unanswered' ? accepted?.outbox : undefined);
  const record = accepted === null ? undefined : records[accepted.outcome.act];
  const problem = item?.problem == null ? null : problemText(t, item.problem).what;
  const title =
    accepted !== null ? 'panel.copied' : thread.conversation.status === 'closed' ? 'panel.closed' : 'panel.answered';
  const again = item?.id ?? accepted?.outbox.id;
  return (
    <CopiedNote
      key={item?.id ?? thread.conversation.id}
      title={t(title)}
      record={problem ?? (record === undefined ? null : t(record))}
      reply={item?.body ?? thread.messages.findLast((message) => message.role === 'agent')?.text ?? ''}
      language={thread.conversation.language}
      learned={accepted?.learned ?? []}
      decides={decides}
      leavesAt={item?.state === 'waiting' ? (item.nextTryAt ?? 0) : null}
      onTakeBack={reply.takeBack}
      onCopyAgain={again === undefined ? null : () => reply.copyAgain(again)}
    />
  );
}
