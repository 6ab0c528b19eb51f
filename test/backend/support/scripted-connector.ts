import type { ConnectorPool } from '#backend/connector-pool.ts';
import type { InboxConnector, PulledPage } from '#core/ports/inbox-connector.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';

const emptyPage: PulledPage = {
  messages: [],
  undelivered: [],
  orders: [],
  cursor: '1',
  hasMore: false,
  progress: null,
};

/** An inbox far away whose every answer the test decides. */
export type ScriptedInbox = {
  readonly connector: InboxConnector;
  /** How often it was asked for messages. */
  pulls(): number;
  /** What `pull` does from now on. */
  answer(pull: (signal: AbortSignal) => PulledPage | Promise<PulledPage>): void;
  fail(error: Error): void;
  /** Lets `waitForNews` return. */
  news(): void;
  isWaiting(): boolean;
};

export function scriptedInbox(): ScriptedInbox {
  let pulls = 0;
  let pull = (_signal: AbortSignal): PulledPage | Promise<PulledPage> => emptyPage;
  let wake: (() => void) | null = null;
  return {
    pulls: () => pulls,
    answer: (next) => (pull = next),
    fail: (error) =>
      (pull = () => {
        throw error;
      }),
    news: () => wake?.(),
    isWaiting: () => wake !== null,
    connector: {
      capabilities: { provesUnsent: true, canWatch: true },
      replyRules: () => ({ maxLength: 1_000, windowMs: null, files: deskFileRules }),
      helpdesk: null,
      readThread: null,
      probe: async () => ({ isOk: true, checks: [] }),
      async pull(_cursor, signal) {
        pulls++;
        return pull(signal);
      },
      newRemoteId: () => 'scripted',
      async send(reply, _signal, onLeaving) {
        onLeaving();
        return reply.remoteId;
      },
      findSent: async () => null,
      waitForNews(_maxMs, signal) {
        return new Promise((resolve) => {
          wake = () => {
            wake = null;
            resolve();
          };
          // As the port says nothing of a signal that is aborted already, it hangs then: the loop must look first.
          signal.addEventListener('abort', () => wake?.(), { once: true });
        });
      },
      close: async () => undefined,
    },
  };
}

/** A pool in which every inbox is this one. `opened` counts how often it was asked for anew. */
export function poolOf(inbox: ScriptedInbox): ConnectorPool & { readonly drops: () => number } {
  let drops = 0;
  return {
    get: async () => inbox.connector,
    secret: async () => null,
    rememberSecret: async () => undefined,
    drop: async () => void drops++,
    close: async () => undefined,
    drops: () => drops,
  };
}
