import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { HttpTimes } from '#adapters/http/json-client.ts';
import { openFreshdeskConnector } from '#adapters/inbox/freshdesk/freshdesk-connector.ts';
import { openGorgiasConnector } from '#adapters/inbox/gorgias/gorgias-connector.ts';
import { openZendeskConnector } from '#adapters/inbox/zendesk/zendesk-connector.ts';
import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';

type Times = { readonly now: () => number; readonly times: Partial<HttpTimes> };
/** A helpdesk that says how much of its budget is left, and the little it must answer for one reply. */
type Helpdesk = {
  readonly open: (host: string, times: Times) => InboxConnector;
  readonly headers: Readonly<Record<string, string>>;
  readonly read: unknown;
  readonly taken: unknown;
};

const email = 'agent@example.com';
const firstSyncDays = 30;
const ticket = { id: 1, status: 'open', created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' };
const asked = { id: 4, ticket_id: 1, from_agent: false, public: true, channel: 'chat', source: { type: 'chat' } };

const helpdesks: readonly (readonly [string, Helpdesk])[] = [
  [
    'freshdesk',
    {
      open: (host, times) =>
        openFreshdeskConnector({ settings: { kind: 'freshdesk', host, firstSyncDays }, key: 'abc', ...times }),
      headers: { 'x-ratelimit-total': '200', 'x-ratelimit-remaining': '0' },
      read: { ...ticket, conversations: [] },
      taken: { id: 5 },
    },
  ],
  [
    'zendesk',
    {
      open: (host, times) =>
        openZendeskConnector({ settings: { kind: 'zendesk', host, email, firstSyncDays }, token: 'abc', ...times }),
      headers: { 'ratelimit-limit': '200', 'ratelimit-remaining': '0', 'ratelimit-reset': '60' },
      read: { ticket, comments: [], users: [], meta: { has_more: false } },
      taken: { audit: { events: [{ id: 5, type: 'Comment' }] } },
    },
  ],
  [
    'gorgias',
    {
      open: (host, times) =>
        openGorgiasConnector({ settings: { kind: 'gorgias', host, email, firstSyncDays }, key: 'abc', ...times }),
      headers: { 'x-gorgias-account-api-call-limit': '40/40' },
      read: { data: [asked], meta: { next_cursor: null } },
      taken: { id: 5 },
    },
  ],
];

const reply: OutgoingReply = {
  remoteId: 'key',
  toAddress: '',
  toName: '',
  subject: '',
  body: 'Three days.',
  files: [],
  inReplyTo: null,
  references: [],
  threadId: '1',
  writtenAt: 0,
};

test.each(helpdesks)(
  'bug: %s: a reply counts as leaving a minute before it does, and nobody can take it back',
  async (_name, { open, headers, read, taken }) => {
    let time = 0;
    const askedAt: { read: number | null; sent: number | null } = { read: null, sent: null };
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        const isRead = request.method === 'GET';
        askedAt[isRead ? 'read' : 'sent'] = time;
        response.writeHead(200, { 'content-type': 'application/json', ...headers });
        response.end(JSON.stringify(isRead ? read : taken));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const sleep = async (ms: number): Promise<void> => void (time += ms);
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const connector = open(host, { now: () => time, times: { sleep } });
    const never = new AbortController().signal;
    await connector.readThread?.({ threadId: '1', customerAddress: '' }, 0, never);
    const leftAt: number[] = [];
    expect(await connector.send(reply, never, () => void leftAt.push(time))).toBe('5');
    expect(askedAt.sent).toBeGreaterThan(askedAt.read ?? 0);
    expect(leftAt).toEqual([askedAt.sent]);
    await connector.close();
  },
);
