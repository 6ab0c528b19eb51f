import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { type HttpTimes, createJsonClient } from '#adapters/http/json-client.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { ChatwootSettings } from '#shared/model/inbox.ts';
import { chatwootApi } from './chatwoot-api.ts';
import { probeChatwoot } from './probe-chatwoot.ts';
import { pullChatwoot } from './pull-chatwoot.ts';
import { chatwootSender } from './send-chatwoot.ts';

type ChatwootConnectorInput = {
  readonly settings: ChatwootSettings;
  /** The user access token of an agent. */
  readonly token: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly times?: Partial<HttpTimes>;
};

/** A desk has no public address for webhooks: it looks this often. */
const pollMs = 15_000;

/**
 * A Chatwoot account, or one inbox of it, by its REST API. Throws `invalid_input` where the token would go unencrypted
 * over a network, `refused_credentials` for what cannot be a token.
 */
export function openChatwootConnector(input: ChatwootConnectorInput): InboxConnector {
  const { settings, token, now, times = {} } = input;
  if (!/^[\x21-\x7e]*$/.test(token)) throw new AppError('refused_credentials', 'This cannot be an access token');
  const headers = { api_access_token: token };
  const client = createJsonClient({ baseUrl: settings.host, headers, secrets: [token], now, ...times });
  const api = chatwootApi(client, settings.accountId, settings.inboxId);
  const closing = new AbortController();
  const until = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, closing.signal]);
  const sender = chatwootSender(api, now);
  return {
    // Channels differ; what one of them does not take is refused with its reason.
    capabilities: { maxLength: 25_000, replyWindowMs: null, provesUnsent: true, canWatch: false },
    probe: (signal) => probeChatwoot(client, api, settings, until(signal)),
    pull: (cursor, signal) => pullChatwoot(api, cursor, now(), until(signal)),
    newRemoteId: () => `deskside-${uuidv7()}`,
    send: (reply, signal, onLeaving) => sender.send(reply, until(signal), onLeaving),
    findSent: (reply, signal) => sender.findSent(reply, until(signal)),
    async waitForNews(maxMs, signal) {
      await sleep(Math.min(pollMs, maxMs), undefined, { signal: until(signal) }).catch(() => undefined);
    },
    async close() {
      closing.abort();
    },
  };
}
