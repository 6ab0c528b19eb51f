import { bareSubjectOf } from '#core/conversations/fold-messages.ts';
import type { PastConversation } from '#core/knowledge/pairs-of-conversation.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';

/** A mail with its place in the file (1-based) and Gmail's name of its thread; empty where it has none. */
export type FiledMail = { readonly row: number; readonly threadId: string; readonly message: IncomingMessage };

const subjectDays = 14 * 24 * 60 * 60 * 1000;

/** Mails as conversations: by Gmail's thread, else by references, else by subject and customer within 14 days. Each mail counts once. */
export function threadsOf(mails: readonly FiledMail[]): readonly PastConversation[] {
  const threads: FiledMail[][] = [];
  const byName = new Map<string, FiledMail[]>();
  const ordered = mails.toSorted((left, right) => left.message.sentAt - right.message.sentAt);
  const known = new Set<string>();
  for (const mail of ordered) {
    const { message } = mail;
    if (known.has(message.remoteId)) continue;
    known.add(message.remoteId);
    const thread = threadFor(mail, byName) ?? newThread(threads);
    thread.push(mail);
    const names = [message.remoteId, ...message.references.slice(-20), nameOfThread(mail), nameOfSubject(mail)];
    for (const name of names)
      if (name !== '' && (!byName.has(name) || name.startsWith('subject '))) byName.set(name, thread);
  }
  return threads.map(conversationOf).toSorted((left, right) => left.row - right.row);
}

function newThread(threads: FiledMail[][]): FiledMail[] {
  const thread: FiledMail[] = [];
  threads.push(thread);
  return thread;
}

function threadFor(mail: FiledMail, byName: ReadonlyMap<string, FiledMail[]>): FiledMail[] | null {
  const { message } = mail;
  const named = [nameOfThread(mail), ...message.references.toReversed()].find(
    (name) => name !== '' && byName.has(name),
  );
  if (named !== undefined) return byName.get(named) ?? null;
  const bySubject = byName.get(nameOfSubject(mail));
  const last = bySubject?.at(-1)?.message.sentAt ?? 0;
  return bySubject !== undefined && message.sentAt - last < subjectDays ? bySubject : null;
}

function nameOfThread({ threadId }: FiledMail): string {
  return threadId === '' ? '' : `thread ${threadId}`;
}

function nameOfSubject({ message, threadId }: FiledMail): string {
  const subject = bareSubjectOf(message.subject);
  return subject === '' || threadId !== '' ? '' : `subject ${message.customerAddress} ${subject}`;
}

function conversationOf(thread: readonly FiledMail[]): PastConversation {
  const first = thread[0]?.message;
  const named = thread.find(({ message }) => message.role === 'customer' && message.customerName !== '');
  return {
    key: first?.remoteId ?? '',
    row: Math.min(...thread.map(({ row }) => row)),
    subject: first?.subject ?? '',
    customerName: named?.message.customerName ?? first?.customerName ?? '',
    messages: thread.map(({ message }) => message),
  };
}
