import { afterEach, expect, test } from 'vitest';
import { openZendeskConnector } from '#adapters/inbox/zendesk/zendesk-connector.ts';
import type { InboxConnector, IncomingMessage } from '#core/ports/inbox-connector.ts';
import { type ZendeskDouble, startZendeskDouble } from '#test/support/doubles/zendesk-double.ts';

const never = new AbortController().signal;
const hour = 3_600_000;
const day = 24 * hour;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type At = {
  readonly time: { now: number };
  readonly double: ZendeskDouble;
  readonly pulled: Map<string, IncomingMessage>;
  readonly cursors: string[];
  /** Pulls to the end; returns how many requests it took. */
  pull(): Promise<number>;
};

async function start(firstSyncDays = 30): Promise<At> {
  const time = { now: Date.UTC(2026, 0, 15) };
  const double = await startZendeskDouble(time);
  const settings = { kind: 'zendesk' as const, host: double.origin, email: 'agnes@example.com', firstSyncDays };
  const options = { settings, token: double.secret, now: () => time.now, times: double.times };
  const connector: InboxConnector = openZendeskConnector(options);
  closing.push(connector.close, double.stop);
  const pulled = new Map<string, IncomingMessage>();
  const cursors: string[] = [];
  return {
    time,
    double,
    pulled,
    cursors,
    async pull() {
      const before = double.requests.length;
      for (let pages = 0; pages < 2_000; pages++) {
        const page = await connector.pull(cursors.at(-1) ?? null, never);
        cursors.push(page.cursor);
        for (const message of page.messages) pulled.set(message.remoteId, message);
        if (!page.hasMore) return double.requests.length - before;
      }
      throw new Error('The pull never came to its end');
    },
  };
}

function expectWhole(at: At, threadIds: readonly string[] = at.double.threads()): void {
  const words = threadIds.flatMap((threadId) => at.double.wordsIn(threadId));
  expect(words.filter((word) => at.pulled.get(word.remoteId)?.text !== word.text)).toEqual([]);
}

test('bug: an import runs into the account’s limit, takes more than a request a ticket, or swells its cursor', async () => {
  const at = await start();
  for (let i = 0; i < 2_000; i++) {
    at.double.addConversation(`customer${i}`, ['A question', 'An answer']);
    at.time.now += 5_000;
  }
  expect(await at.pull()).toBeLessThanOrEqual(2_000 + 20 + 2);
  expect(at.double.requests.filter(({ status }) => status === 429)).toEqual([]);
  expect(Math.max(...at.cursors.map((cursor) => cursor.length))).toBeLessThan(100_000);
  expectWhole(at);
});

test('bug: an idle inbox reads again and again what has not changed', async () => {
  const at = await start();
  for (let i = 0; i < 20; i++) at.double.addConversation(`customer${i}`, ['A question']);
  await at.pull();
  at.time.now += 45_000;
  await at.pull();
  at.time.now += 15_000;
  expect(await at.pull()).toBe(1);
  // A second word in the second of the first one.
  at.double.customerWrites('3', 'One');
  await at.pull();
  at.double.customerWrites('3', 'Two');
  at.time.now += 15_000;
  await at.pull();
  expectWhole(at);
});

test('bug: a word is on the desk only after a minute', async () => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['A question']);
  await at.pull();
  at.time.now += 1_000;
  at.double.customerWrites(threadId, 'Hello?');
  await at.pull();
  expectWhole(at);
});

test('bug: an old ticket that comes alive again comes without its past, or is read whole at every word', async () => {
  const at = await start(30);
  const texts = Array.from({ length: 450 }, (_, i) => `Message ${i}`);
  const old = at.double.addConversation('ann', texts);
  at.time.now += 60 * day;
  at.double.addConversation('bo', ['A question']);
  await at.pull();
  expect(at.pulled.size).toBe(1);
  at.time.now += day;
  at.double.customerWrites(old, 'Me again');
  await at.pull();
  expectWhole(at);
  at.time.now += day;
  at.double.customerWrites(old, 'And again');
  await at.pull();
  at.time.now += day;
  at.double.customerWrites(old, 'And a third time');
  expect(await at.pull()).toBeLessThanOrEqual(2);
  expectWhole(at);
});

test('bug: a list whose cursor has expired is read with a gap, or whole from its start', async () => {
  const at = await start();
  for (let i = 0; i < 350; i++) {
    at.double.addConversation(`customer${i}`, ['A question']);
    at.time.now += 60_000;
  }
  at.time.now += hour;
  // The first page's tickets are read, then the place in the list is none any more.
  at.double.setFault('cursor_expired', { on: 'reading' });
  const requests = await at.pull();
  // It is begun anew a few times, and not for ever; what was read is not read again but at the edges.
  expect(requests).toBeLessThan(100 + 30);
  at.double.clearFaults();
  at.double.customerWrites('2', 'Are you there?');
  expect(await at.pull()).toBeLessThan(250 + 30);
  expectWhole(at);
});

test('bug: a long ticket whose cursor has expired is lost, or keeps the others out', async () => {
  const at = await start();
  const long = at.double.addConversation(
    'ann',
    Array.from({ length: 350 }, (_, i) => `Message ${i}`),
  );
  const other = at.double.addConversation('bo', ['A question']);
  at.double.setFault('cursor_expired', { on: 'reading' });
  expect(await at.pull()).toBeLessThan(20);
  expectWhole(at, [other]);
  at.double.clearFaults();
  at.time.now += 15_000;
  await at.pull();
  expectWhole(at, [long, other]);
});

test('bug: a ticket that moves up while the list is read loses what it said before', async () => {
  const at = await start();
  for (let i = 0; i < 250; i++) {
    at.double.addConversation(`customer${i}`, ['A question', 'An answer']);
    at.time.now += 60_000;
  }
  const long = at.double.addConversation(
    'ann',
    Array.from({ length: 350 }, (_, i) => `Message ${i}`),
  );
  // The long one is last in the list, and comes to the front before it was read.
  for (const threadId of at.double.threads()) if (threadId !== long) at.double.customerWrites(threadId, 'Once more');
  at.time.now += hour;
  const page = openZendeskConnector({
    settings: { kind: 'zendesk', host: at.double.origin, email: 'agnes@example.com', firstSyncDays: 30 },
    token: at.double.secret,
    now: () => at.time.now,
    times: at.double.times,
  });
  const first = await page.pull(null, never);
  for (const message of first.messages) at.pulled.set(message.remoteId, message);
  at.cursors.push(first.cursor);
  at.double.customerWrites(long, 'Me too');
  await at.pull();
  await at.pull();
  expectWhole(at);
  await page.close();
});
