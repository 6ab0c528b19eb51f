import { type HttpTimes, createJsonClient } from '#adapters/http/json-client.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { LibredeskSettings } from '#shared/model/inbox.ts';
import { mailFileRules } from '#shared/model/reply-file.ts';
import { headerSafe, helpdeskConnector } from '../helpdesk/helpdesk-connector.ts';
import { libredeskApi } from './libredesk-api.ts';
import { libredeskHelpdesk } from './libredesk-helpdesk.ts';
import { probeLibredesk } from './probe-libredesk.ts';
import { libredeskSource, readLibredeskThread } from './pull-libredesk.ts';
import { libredeskSender } from './send-libredesk.ts';

type LibredeskConnectorInput = {
  readonly settings: LibredeskSettings;
  /** The private half of the agent's API credentials. */
  readonly secret: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly times?: Partial<HttpTimes>;
};

/**
 * A Libredesk, as one of its agents sees it, by its REST API. Throws `invalid_input` where the secret would go
 * unencrypted over a network, `refused_credentials` for what cannot be a key or its secret.
 */
export function openLibredeskConnector(input: LibredeskConnectorInput): InboxConnector {
  const { settings, secret, now, times = {} } = input;
  const headers = { authorization: `token ${headerSafe(settings.apiKey)}:${headerSafe(secret)}` };
  const client = createJsonClient({ baseUrl: settings.host, headers, secrets: [secret], now, ...times });
  const api = libredeskApi(client);
  return helpdeskConnector({
    source: libredeskSource(api, settings.firstSyncDays, now),
    probe: (signal) => probeLibredesk(client, api, signal),
    readThread: (threadId, since, signal) => readLibredeskThread(api, threadId, since, now(), signal),
    tellsUndelivered: true,
    sender: libredeskSender(api, now),
    helpdesk: libredeskHelpdesk(client, api),
    rules: { maxLength: 25_000, windowMs: null, files: mailFileRules },
    pollMs: 15_000,
  });
}
