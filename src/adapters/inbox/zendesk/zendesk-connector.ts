import { type HttpTimes, createJsonClient } from '#adapters/http/json-client.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { ZendeskSettings } from '#shared/model/inbox.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';
import { headerSafe, helpdeskConnector } from '../helpdesk/helpdesk-connector.ts';
import { probeZendesk } from './probe-zendesk.ts';
import { readZendeskThread, zendeskSource } from './pull-zendesk.ts';
import { zendeskSender } from './send-zendesk.ts';
import { zendeskApi } from './zendesk-api.ts';
import { zendeskHelpdesk } from './zendesk-helpdesk.ts';
import { zendeskPace } from './zendesk-pace.ts';
import type { ZendeskTicket } from './zendesk-shapes.ts';

type ZendeskConnectorInput = {
  readonly settings: ZendeskSettings;
  /** An API token of the account. */
  readonly token: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly times?: Partial<HttpTimes>;
};

/** Threads that were looked at and not answered. */
const mostLooks = 200;

/**
 * A Zendesk Support account, as one agent sees it, by its REST API. Throws `invalid_input` where the token would go
 * unencrypted over a network, `refused_credentials` for what cannot be a token.
 */
export function openZendeskConnector(input: ZendeskConnectorInput): InboxConnector {
  const { settings, token, now, times = {} } = input;
  const basic = Buffer.from(`${settings.email}/token:${headerSafe(token)}`).toString('base64');
  const headers = { authorization: `Basic ${basic}` };
  const secrets = [basic, token];
  // People copy the address of a page of theirs; the API is at its root.
  const baseUrl = URL.parse(settings.host)?.origin ?? settings.host;
  const client = createJsonClient({ baseUrl, headers, secrets, paceOf: zendeskPace, now, ...times });
  const api = zendeskApi(client);
  const looks = new Map<string, ZendeskTicket>();
  return helpdeskConnector({
    source: zendeskSource(api, settings.firstSyncDays, now),
    probe: (signal) => probeZendesk(api, signal),
    async readThread(threadId, since, signal) {
      const { messages, ticket } = await readZendeskThread(api, threadId, since, now(), signal);
      if (looks.size >= mostLooks) looks.clear();
      looks.set(threadId, ticket);
      return { messages, undelivered: [] };
    },
    tellsUndelivered: false,
    sender: zendeskSender(api, now, (threadId) => {
      const ticket = looks.get(threadId) ?? null;
      looks.delete(threadId);
      return ticket;
    }),
    helpdesk: zendeskHelpdesk(api),
    rules: { maxLength: 20_000, windowMs: null, files: deskFileRules },
    pollMs: 15_000,
  });
}
