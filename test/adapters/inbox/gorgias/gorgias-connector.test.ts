import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openGorgiasConnector } from '#adapters/inbox/gorgias/gorgias-connector.ts';
import type { IncomingMessage, InboxConnector } from '#core/ports/inbox-connector.ts';
import { problemOf } from '#shared/errors.ts';
import { type GorgiasDouble, startGorgiasDouble } from '#test/support/doubles/gorgias-double.ts';

const never = new AbortController().signal;
const day = 86_400_000;
const open: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

async function start(): Promise<{ double: GorgiasDouble; time: { now: number } }> {
  const time = { now: Date.UTC(2026, 2, 10, 12) };
  const double = await startGorgiasDouble(time);
  open.push(double);
  return { double, time };
}

type Pulled = { readonly cursor: string; readonly messages: readonly IncomingMessage[]; readonly longest: number };

/** Pulls to the end of a sweep. */
async function pullAll(
  connector: InboxConnector,
  from: string | null = null,
  between = () => undefined,
): Promise<Pulled> {
  const messages: IncomingMessage[] = [];
  let longest = 0;
  for (let cursor = from; ;) {
    const page = await connector.pull(cursor, never);
    messages.push(...page.messages);
    cursor = page.cursor;
    longest = Math.max(longest, cursor.length);
    if (!page.hasMore) return { cursor, messages, longest };
    between();
  }
}

function expectAll(double: GorgiasDouble, messages: readonly IncomingMessage[]): void {
  const known = new Set(messages.map(({ remoteId }) => remoteId));
  const missing = double.threads().flatMap((id) => double.wordsIn(id).filter((word) => !known.has(word.remoteId)));
  expect(missing).toEqual([]);
}

async function addMany(double: GorgiasDouble, time: { now: number }, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    double.addConversation(`customer${i}`, [`Question ${i}`, `Answer ${i}`]);
    time.now += 60_000;
  }
}

test.each([
  ['credentials_revoked', 'receive', 'refused_credentials'],
  ['permission_refused', 'receive', 'refused_permission'],
  ['time_out_before', 'receive', 'timed_out'],
] as const)('bug: with %s a connection test does not say what is wrong', async (fault, name, code) => {
  const { double } = await start();
  expect(await double.connector().probe(never)).toMatchObject({ isOk: true });
  double.setFault(fault, { on: 'reading' });
  const report = await double.connector().probe(never);
  expect(report).toMatchObject({ isOk: false, checks: [{ name, problem: { code } }] });
  expect(JSON.stringify(report)).not.toContain(double.secret);
});

test.each([
  ['agent', '/api/tickets', 'conversations'],
  ['observer-agent', '', 'send'],
])(
  'bug: a key of %s without %s passes the connection test, or nobody says that the role is too small',
  async (role, forbidden, name) => {
    const { double } = await start();
    Object.assign(double.owner, { role, forbidden });
    const { isOk, checks } = await double.connector().probe(never);
    expect(isOk).toBe(false);
    expect(checks.at(-1)).toMatchObject({ name, problem: { code: 'refused_permission', detail: { reason: 'role' } } });
  },
);

test.each([
  [200, '<html>A shop</html>'],
  [302, ''],
  [404, 'No such account'],
])('bug: an address that answers %s is not named as the wrong one', async (status, body) => {
  const server: Server = createServer((_, response) => response.writeHead(status, { location: '/login' }).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ stop: () => new Promise((resolve) => server.close(resolve)) });
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { kind: 'gorgias' as const, host, email: 'agnes@example.com', firstSyncDays: 90 };
  const times = { sleep: async () => undefined };
  const report = await openGorgiasConnector({ settings, key: 'k', now: Date.now, times }).probe(never);
  expect(report.checks).toMatchObject([{ name: 'receive', problem: { detail: { reason: 'host' } } }]);
});

test('bug: a key that may not see the account is refused, though it can do all that is needed', async () => {
  const { double } = await start();
  double.owner.forbidden = '/api/account';
  expect(await double.connector().probe(never)).toMatchObject({ isOk: true });
});

test('bug: the address as Gorgias shows it, with /api/ at its end, does not work', async () => {
  const { double } = await start();
  expect(await double.connector({ host: `${double.origin}/api/` }).probe(never)).toMatchObject({ isOk: true });
});

test('bug: an import overdraws the account’s budget, asks for more than a page may hold, or grows its cursor', async () => {
  const { double, time } = await start();
  await addMany(double, time, 1_000);
  const { messages, longest } = await pullAll(double.connector());
  expectAll(double, messages);
  expect(double.overdrawn()).toBe(0);
  expect(double.requests.every(({ status }) => status === 200)).toBe(true);
  // A hundred messages by two requests, where one ticket after the other would take a thousand.
  expect(double.requests.length).toBeLessThan(150);
  expect(longest).toBeLessThan(100_000);
});

test('bug: a bucket that others have filled stops the inbox', async () => {
  const { double } = await start();
  double.addConversation('ann', ['Hello?']);
  const headers = { authorization: 'none' };
  await Promise.all(Array.from({ length: 60 }, () => fetch(`${double.origin}/api/tickets`, { headers })));
  const { messages } = await pullAll(double.connector());
  expectAll(double, messages);
  expect(double.overdrawn()).toBeGreaterThan(0);
});

test('bug: tickets too old for the first sweep come in, or ones that began before it come without their beginning', async () => {
  const { double, time } = await start();
  const dormant = double.store.add('old', ['Long ago', 'Answered'], time.now - 200 * day);
  const words = Array.from({ length: 150 }, (_, i) => `Half a year ago, ${i}`);
  const going = double.store.add('ann', words, time.now - 180 * day);
  double.customerWrites(going, 'And now?');
  await addMany(double, time, 150);
  const connector = double.connector({ firstSyncDays: 90 });
  const first = await pullAll(connector);
  expect(first.messages.filter(({ threadId }) => threadId === dormant)).toEqual([]);
  const known = first.messages.filter(({ threadId }) => threadId === going);
  expect(new Set(known.map(({ remoteId }) => remoteId)).size).toBe(151);
  time.now += 600_000;
  double.customerWrites(dormant, 'I am back');
  const second = await pullAll(connector, first.cursor);
  expectAll(double, [...first.messages, ...second.messages]);
});

test('bug: a list that loses its place leaves a gap, or is begun again for ever', async () => {
  const { double, time } = await start();
  await addMany(double, time, 400);
  const connector = double.connector();
  let pulls = 0;
  const { messages } = await pullAll(connector, null, () => {
    pulls++;
    double.clearFaults();
    if (pulls === 3) double.setFault('cursor_expired', { on: 'reading' });
    if (pulls === 4) time.now += 3 * 60_000;
  });
  expectAll(double, messages);
  double.setFault('cursor_expired', { on: 'reading' });
  const problem = await pullAll(connector).then(() => null, problemOf);
  expect(problem?.code).toBe('remote_failed');
});

test('bug: a ticket whose long thread loses its place comes with a gap', async () => {
  const { double, time } = await start();
  const texts = Array.from({ length: 450 }, (_, i) => `Message ${i}`);
  double.addConversation('ann', texts);
  let pulls = 0;
  const { messages } = await pullAll(double.connector(), null, () => {
    double.clearFaults();
    time.now += 90_000;
    if (++pulls === 2) double.setFault('cursor_expired', { on: 'reading' });
  });
  expectAll(double, messages);
});

test('bug: spam and what is in the trash waits for an answer', async () => {
  const { double, time } = await start();
  await addMany(double, time, 3);
  double.store.ticket('1').spam = true;
  double.store.ticket('2').trashedAt = time.now;
  const { messages } = await pullAll(double.connector());
  expect(new Set(messages.map(({ threadId }) => threadId))).toEqual(new Set(['3']));
  await addMany(double, time, 150);
  const many = await pullAll(double.connector());
  expect(many.messages.some(({ threadId }) => threadId === '1' || threadId === '2')).toBe(false);
});

test('bug: a quiet account is read again at every look', async () => {
  const { double, time } = await start();
  await addMany(double, time, 5);
  for (const id of double.threads()) double.customerWrites(id, 'All at once');
  const connector = double.connector();
  let { cursor } = await pullAll(connector);
  time.now += 60_000;
  ({ cursor } = await pullAll(connector, cursor));
  const before = double.requests.length;
  ({ cursor } = await pullAll(connector, cursor));
  expect(double.requests.length - before).toBe(1);
  double.customerWrites('2', 'Still there?');
  const { messages } = await pullAll(connector, cursor);
  expect(messages.map(({ text }) => text)).toContain('Still there?');
  expect(double.requests.length - before).toBe(3);
});

test('bug: a word that comes in just behind another is never seen', async () => {
  const { double, time } = await start();
  const threadId = double.addConversation('ann', ['Hello?']);
  double.customerWrites(threadId, 'Are you there?');
  const connector = double.connector();
  const first = await pullAll(connector);
  // The ticket counts as changed at the same time as before.
  double.store.write(threadId, { body_text: 'By mail, too', createdAt: time.now - 5_000 });
  const second = await pullAll(connector, first.cursor);
  expectAll(double, [...first.messages, ...second.messages]);
});

test('bug: a word that is written down late, under an older time, is never seen', async () => {
  const { double, time } = await start();
  await addMany(double, time, 120);
  const connector = double.connector();
  const first = await pullAll(connector);
  time.now += 3_600_000;
  double.store.write('7', { body_text: 'It was held up on its way', createdAt: time.now - 1_800_000 });
  double.store.change('7', { status: 'open' });
  const second = await pullAll(connector, first.cursor);
  expectAll(double, [...first.messages, ...second.messages]);
});

test('bug: a long thread that began since the last look, or long before the first, comes without its beginning', async () => {
  const { double, time } = await start();
  const long = Array.from({ length: 250 }, (_, i) => `Message ${i}`);
  const old = double.store.add('old', long, time.now - 200 * day);
  double.addConversation('bo', ['Hello']);
  const connector = double.connector({ firstSyncDays: 90 });
  const first = await pullAll(connector);
  time.now += 3_600_000;
  const begun = double.addConversation('ann', ['Hello']);
  // Handed in with what was said elsewhere before.
  for (const text of long) double.store.write(begun, { body_text: text, createdAt: time.now - 2 * day });
  double.customerWrites(old, 'I am back');
  const second = await pullAll(connector, first.cursor);
  expect(first.messages.map(({ text }) => text)).toEqual(['Hello']);
  expectAll(double, [...first.messages, ...second.messages]);
});
