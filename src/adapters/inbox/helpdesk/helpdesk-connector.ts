import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Helpdesk } from '#core/ports/helpdesk.ts';
import type {
  IncomingMessage,
  InboxConnector,
  ReplyRules,
  ThreadName,
  UndeliveredReply,
} from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { ProbeReport } from '#shared/model/inbox.ts';
import { channelRules } from './channel-rules.ts';
import { type PendingThread, type ThreadSource, pullThreads } from './thread-sweep.ts';

/** What was said in a thread, and agents' words of it that never reached the customer. */
export type ThreadWords = {
  readonly messages: readonly IncomingMessage[];
  readonly undelivered: readonly UndeliveredReply[];
};

/** What one helpdesk does its own way; the rest is the same for all. */
export type HelpdeskParts<List, Thread extends PendingThread> = {
  readonly source: ThreadSource<List, Thread>;
  readonly probe: (signal: AbortSignal) => Promise<ProbeReport>;
  readonly readThread: (threadId: string, since: number, signal: AbortSignal) => Promise<ThreadWords>;
  /** Whether `readThread` tells of agents' words that never reached the customer. */
  readonly tellsUndelivered: boolean;
  readonly sender: Pick<InboxConnector, 'send' | 'findSent'>;
  readonly helpdesk: Helpdesk;
  /** Of the helpdesk itself, whatever the channel. */
  readonly rules: ReplyRules;
  /** A desk has no public address for webhooks: it looks this often, ms. */
  readonly pollMs: number;
};

/** A helpdesk as an inbox: swept thread by thread, answered through its API, closed at any time. */
export function helpdeskConnector<List, Thread extends PendingThread>(
  parts: HelpdeskParts<List, Thread>,
): InboxConnector {
  const closing = new AbortController();
  const until = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, closing.signal]);
  const { sender, helpdesk } = parts;
  const wordsIn = async ({ threadId }: ThreadName, since: number, signal: AbortSignal): Promise<ThreadWords> => {
    if (threadId === null) return { messages: [], undelivered: [] };
    try {
      return await parts.readThread(threadId, since, until(signal));
    } catch (error) {
      // The reply itself will say so.
      if (error instanceof AppError && error.code === 'not_found') return { messages: [], undelivered: [] };
      throw error;
    }
  };
  return {
    capabilities: { provesUnsent: true, canWatch: false },
    replyRules: (channel) => channelRules(channel, parts.rules),
    helpdesk: {
      statuses: helpdesk.statuses,
      thread: (threadId, signal) => helpdesk.thread(threadId, until(signal)),
      assignees: (signal) => helpdesk.assignees(until(signal)),
      note: (threadId, text, signal) => helpdesk.note(threadId, text, until(signal)),
      setStatus: (threadId, status, signal) => helpdesk.setStatus(threadId, status, until(signal)),
      assign: (threadId, assigneeId, signal) => helpdesk.assign(threadId, assigneeId, until(signal)),
      setTags: (threadId, tags, signal) => helpdesk.setTags(threadId, tags, until(signal)),
      macros: (signal) => helpdesk.macros(until(signal)),
    },
    probe: (signal) => parts.probe(until(signal)),
    pull: (cursor, signal, isKnown = () => true) => pullThreads(parts.source, cursor, until(signal), isKnown),
    readThread: async (thread, since, signal) => (await wordsIn(thread, since, signal)).messages,
    ...(parts.tellsUndelivered
      ? { undeliveredSince: async (thread, since, signal) => (await wordsIn(thread, since, signal)).undelivered }
      : {}),
    newRemoteId: () => `deskside-${uuidv7()}`,
    send: (reply, signal, onLeaving) => sender.send(reply, until(signal), onLeaving),
    findSent: (reply, signal) => sender.findSent(reply, until(signal)),
    async waitForNews(maxMs, signal) {
      await sleep(Math.min(parts.pollMs, maxMs), undefined, { signal: until(signal) }).catch(() => undefined);
    },
    async close() {
      closing.abort();
    },
  };
}

/** A secret that can stand in an HTTP header. Errors: `refused_credentials`. */
export function headerSafe(secret: string): string {
  if (/^[\x21-\x7e]*$/.test(secret)) return secret;
  throw new AppError('refused_credentials', 'This cannot be a token: it holds characters no token has');
}
