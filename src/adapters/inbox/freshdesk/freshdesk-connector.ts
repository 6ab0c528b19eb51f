import { type HttpTimes, createJsonClient } from '#adapters/http/json-client.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { FreshdeskSettings } from '#shared/model/inbox.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';
import { headerSafe, helpdeskConnector } from '../helpdesk/helpdesk-connector.ts';
import { freshdeskApi } from './freshdesk-api.ts';
import { freshdeskHelpdesk } from './freshdesk-helpdesk.ts';
import { probeFreshdesk } from './probe-freshdesk.ts';
import { freshdeskSource } from './pull-freshdesk.ts';
import { type LastPages, readFreshdeskThread } from './read-ticket.ts';
import { freshdeskSender } from './send-freshdesk.ts';

type FreshdeskConnectorInput = {
  readonly settings: FreshdeskSettings;
  /** The API key of an agent. */
  readonly key: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly times?: Partial<HttpTimes>;
};

/**
 * A Freshdesk account, as one agent sees it, by its REST API. Throws `invalid_input` where the key would go unencrypted
 * over a network, `refused_credentials` for what cannot be a key.
 */
export function openFreshdeskConnector(input: FreshdeskConnectorInput): InboxConnector {
  const { settings, key, now, times = {} } = input;
  const basic = btoa(`${headerSafe(key)}:X`);
  const client = createJsonClient({
    baseUrl: settings.host,
    headers: { authorization: `Basic ${basic}` },
    secrets: [key, basic],
    paceOf: paceFreshdesk,
    now,
    ...times,
  });
  const api = freshdeskApi(client);
  const lastPages: LastPages = new Map();
  return helpdeskConnector({
    source: freshdeskSource(api, lastPages, settings.firstSyncDays, now),
    probe: (signal) => probeFreshdesk(client, api, settings.firstSyncDays, now(), signal),
    async readThread(threadId, since, signal) {
      const messages = await readFreshdeskThread(api, lastPages, threadId, since, now(), signal);
      return { messages, undelivered: [] };
    },
    tellsUndelivered: false,
    sender: freshdeskSender(api, lastPages, now),
    helpdesk: freshdeskHelpdesk(client, now),
    rules: { maxLength: 25_000, windowMs: null, files: deskFileRules },
    pollMs: 20_000,
  });
}

/** The calls of a minute are the whole account's: the last fifth of them is left to last, ms a call. */
const minuteMs = 60_000;
const sparing = 0.2;

function paceFreshdesk({ headers }: Response): number {
  const total = Number(headers.get('x-ratelimit-total') ?? Number.NaN);
  const remaining = Number(headers.get('x-ratelimit-remaining') ?? Number.NaN);
  if (!(total > 0) || !(remaining >= 0) || remaining > total * sparing) return 0;
  return Math.round(minuteMs / (remaining + 1));
}
