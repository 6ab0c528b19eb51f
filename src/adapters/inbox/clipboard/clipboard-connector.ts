import { setTimeout as sleep } from 'node:timers/promises';
import type { IdSource } from '#core/ports/id-source.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';

/** No chat takes more at once; it keeps a slip from pasting a book. */
const maxLength = 100_000;

/**
 * Conversations that a person copies out of other programs. They come in by `takeCopied`, so there is nothing to pull;
 * a reply was on the clipboard when it was accepted, so it has left before it is sent.
 */
export function openClipboardConnector(options: { readonly ids: IdSource }): InboxConnector {
  return {
    capabilities: { provesUnsent: true, canWatch: false },
    replyRules: () => ({ maxLength, windowMs: null, files: { canSend: false, why: 'copied' } }),
    helpdesk: null,
    probe: async () => ({ isOk: true, checks: [] }),
    pull: async (cursor) => ({
      messages: [],
      undelivered: [],
      orders: [],
      cursor: cursor ?? 'copied',
      hasMore: false,
      progress: null,
    }),
    readThread: async () => [],
    newRemoteId: () => `copied-${options.ids.newId()}`,
    async send(reply, _signal, onLeaving) {
      onLeaving();
      return reply.remoteId;
    },
    findSent: async (reply) => reply.remoteId,
    async waitForNews(maxMs, signal) {
      await sleep(maxMs, undefined, { signal }).catch(() => undefined);
    },
    async close() {},
  };
}
