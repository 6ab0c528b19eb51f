import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';

/** Something an agent said in a thread, as a person would read it. */
export type SaidWord = {
  /** Its remote id. */
  readonly id: string;
  readonly text: string;
  /** By the server's clock, ms UTC. */
  readonly sentAt: number;
  /** The key the desk gave it, where the system keeps one. */
  readonly key?: string | null;
};

/** Some of what agents said in a thread, and what the server's clock said then (ms UTC, null where it does not tell). */
export type SaidPage = { readonly words: readonly SaidWord[]; readonly serverTime: number | null };

type SenderInput = {
  readonly now: () => number;
  /**
   * Posts the reply and resolves to its remote id; gives `onLeaving` to the request that could make it leave, so that it
   * is called after any pause, and throws as `JsonClient.post` does.
   */
  readonly post: (
    threadId: string,
    reply: OutgoingReply,
    signal: AbortSignal,
    onLeaving: () => void,
  ) => Promise<string>;
  /** What agents have said in the thread since the reply was written; more may come along. */
  readonly said: (threadId: string, reply: OutgoingReply, signal: AbortSignal) => AsyncIterable<SaidPage>;
};

/** A request whose answer was lost may still be waiting in the server's queue: so long "not there" proves nothing. */
const settlingMs = 60_000;
/** The server's clock is read in whole seconds; where it is not told, it may be so much off. */
const clockGraceMs = 3_000;
const unknownClockGraceMs = 5 * 60_000;

/**
 * Sends replies to a helpdesk that knows no idempotency key: whether one has left is seen by its text in the thread
 * since it was written, by the server's clock.
 */
export function replySender(input: SenderInput): Pick<InboxConnector, 'send' | 'findSent'> {
  const { now } = input;
  const openedAt = now();
  const lostAt = new Map<string, number>();
  return {
    async send(reply, signal, onLeaving) {
      try {
        return await input.post(threadOf(reply), reply, signal, onLeaving);
      } catch (error) {
        if (error instanceof AppError && error.code === 'send_uncertain') lostAt.set(reply.remoteId, now());
        throw error;
      }
    },
    async findSent(reply, signal) {
      for await (const { words, serverTime } of input.said(threadOf(reply), reply, signal)) {
        const isOff = serverTime === null;
        const from = reply.writtenAt - (isOff ? unknownClockGraceMs : now() - serverTime + clockGraceMs);
        const found = words.find((word) => isSame(word, reply, from));
        if (found !== undefined) return found.id;
      }
      if (now() < (lostAt.get(reply.remoteId) ?? openedAt) + settlingMs) {
        throw new AppError('send_uncertain', 'The reply is not in its thread yet; it may still come');
      }
      lostAt.delete(reply.remoteId);
      return null;
    },
  };
}

function isSame(word: SaidWord, reply: OutgoingReply, from: number): boolean {
  if (word.key === reply.remoteId) return true;
  return word.sentAt >= from && plain(word.text) === plain(reply.body);
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function threadOf(reply: OutgoingReply): string {
  if (reply.threadId !== null) return reply.threadId;
  throw new AppError('invalid_input', 'The reply belongs to no conversation of the inbox');
}
