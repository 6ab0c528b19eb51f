import { type HttpTimes, createJsonClient } from '#adapters/http/json-client.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { ChatwootSettings } from '#shared/model/inbox.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';
import { headerSafe, helpdeskConnector } from '../helpdesk/helpdesk-connector.ts';
import { chatwootApi } from './chatwoot-api.ts';
import { chatwootHelpdesk } from './chatwoot-helpdesk.ts';
import { probeChatwoot } from './probe-chatwoot.ts';
import { chatwootSource, readChatwootThread } from './pull-chatwoot.ts';
import { chatwootSender } from './send-chatwoot.ts';

type ChatwootConnectorInput = {
  readonly settings: ChatwootSettings;
  /** The user access token of an agent. */
  readonly token: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly times?: Partial<HttpTimes>;
};

/**
 * A Chatwoot account, or one inbox of it, by its REST API. Throws `invalid_input` where the token would go unencrypted
 * over a network, `refused_credentials` for what cannot be a token.
 */
export function openChatwootConnector(input: ChatwootConnectorInput): InboxConnector {
  const { settings, token, now, times = {} } = input;
  const headers = { api_access_token: headerSafe(token) };
  const client = createJsonClient({ baseUrl: settings.host, headers, secrets: [token], now, ...times });
  const api = chatwootApi(client, settings.accountId, settings.inboxId);
  return helpdeskConnector({
    source: chatwootSource(api, settings.firstSyncDays, now),
    probe: (signal) => probeChatwoot(client, api, settings, signal),
    readThread: (threadId, since, signal) => readChatwootThread(api, threadId, since, now(), signal),
    tellsUndelivered: true,
    sender: chatwootSender(api, now),
    helpdesk: chatwootHelpdesk(client, settings.accountId),
    rules: { maxLength: 25_000, windowMs: null, files: deskFileRules },
    pollMs: 15_000,
  });
}
