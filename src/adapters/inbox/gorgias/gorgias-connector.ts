import { type HttpTimes, createJsonClient } from '#adapters/http/json-client.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { GorgiasSettings } from '#shared/model/inbox.ts';
import { mailFileRules } from '#shared/model/reply-file.ts';
import { headerSafe, helpdeskConnector } from '../helpdesk/helpdesk-connector.ts';
import { gorgiasApi, gorgiasPace } from './gorgias-api.ts';
import { gorgiasHelpdesk } from './gorgias-helpdesk.ts';
import { probeGorgias } from './probe-gorgias.ts';
import { gorgiasSource, readGorgiasThread } from './pull-gorgias.ts';
import { gorgiasSender } from './send-gorgias.ts';

type GorgiasConnectorInput = {
  readonly settings: GorgiasSettings;
  /** The API key of an agent. */
  readonly key: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly times?: Partial<HttpTimes>;
};

/**
 * A Gorgias account, by its REST API. Throws `invalid_input` where the key would go unencrypted over a network,
 * `refused_credentials` for what cannot be a key.
 */
export function openGorgiasConnector(input: GorgiasConnectorInput): InboxConnector {
  const { settings, key, now, times = {} } = input;
  const { email } = settings;
  const pair = Buffer.from(`${email}:${headerSafe(key)}`, 'utf8').toString('base64');
  const client = createJsonClient({
    // Gorgias shows the address of its API with the path.
    baseUrl: settings.host.replace(/\/api\/*$/, ''),
    headers: { authorization: `Basic ${pair}` },
    secrets: [key, pair],
    paceOf: gorgiasPace,
    now,
    ...times,
  });
  const api = gorgiasApi(client);
  return helpdeskConnector({
    source: gorgiasSource(api, settings.firstSyncDays, now),
    probe: (signal) => probeGorgias(client, api, signal),
    readThread: (threadId, since, signal) => readGorgiasThread(api, threadId, since, now(), signal),
    tellsUndelivered: true,
    sender: gorgiasSender(api, email, now),
    helpdesk: gorgiasHelpdesk({ client, api, email, now }),
    rules: { maxLength: 25_000, windowMs: null, files: mailFileRules },
    pollMs: 20_000,
  });
}
