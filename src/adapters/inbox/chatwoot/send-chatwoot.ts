import type { OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { ChatwootApi } from './chatwoot-api.ts';
import type { ChatwootMessage } from './chatwoot-shapes.ts';
import { isAgentsWord, textOf } from './read-message.ts';
import { readOn } from './read-on.ts';

export type ChatwootSender = {
  send(reply: OutgoingReply, signal: AbortSignal, onLeaving: () => void): Promise<string>;
  findSent(reply: OutgoingReply, signal: AbortSignal): Promise<string | null>;
};

/** A request whose answer was lost may still be waiting in the server's queue: so long "not there" proves nothing. */
const settlingMs = 60_000;
/** The server's clock is read in whole seconds; where it is not told, it may be so much off. */
const clockGraceMs = 3_000;
const unknownClockGraceMs = 5 * 60_000;

/** Chatwoot knows no idempotency key: whether a reply has left is seen by its text in the thread since it was written. */
export function chatwootSender(api: ChatwootApi, now: () => number): ChatwootSender {
  const openedAt = now();
  const lostAt = new Map<string, number>();
  return {
    async send(reply, signal, onLeaving) {
      const threadId = threadOf(reply);
      onLeaving();
      try {
        return String(await api.reply(threadId, { content: reply.body, echo_id: reply.remoteId }, signal));
      } catch (error) {
        if (error instanceof AppError && error.code === 'send_uncertain') lostAt.set(reply.remoteId, now());
        throw error;
      }
    },
    async findSent(reply, signal) {
      const found = await foundIn(api, reply, now, signal);
      if (found !== null) return found;
      if (now() < (lostAt.get(reply.remoteId) ?? openedAt) + settlingMs) {
        throw new AppError('send_uncertain', 'The reply is not in its thread yet; it may still come');
      }
      lostAt.delete(reply.remoteId);
      return null;
    },
  };
}

async function foundIn(
  api: ChatwootApi,
  reply: OutgoingReply,
  now: () => number,
  signal: AbortSignal,
): Promise<string | null> {
  const threadId = threadOf(reply);
  for (let after = Number(reply.inReplyTo ?? 0) || 0; ;) {
    const { messages, after: next, serverTime } = await readOn(api, threadId, after, signal);
    const from =
      serverTime === null
        ? reply.writtenAt - unknownClockGraceMs
        : reply.writtenAt + (serverTime - now()) - clockGraceMs;
    const found = messages.find((message) => isSame(message, reply, from));
    if (found !== undefined) return String(found.id);
    if (next === null) return null;
    after = next;
  }
}

function isSame(message: ChatwootMessage, reply: OutgoingReply, from: number): boolean {
  if (!isAgentsWord(message)) return false;
  if (message.echo_id === reply.remoteId) return true;
  return message.created_at * 1000 >= from && plain(textOf(message)) === plain(reply.body);
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function threadOf(reply: OutgoingReply): string {
  if (reply.threadId !== null) return reply.threadId;
  throw new AppError('invalid_input', 'The reply belongs to no conversation of the inbox');
}
