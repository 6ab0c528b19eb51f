import { afterEach, expect, test } from 'vitest';
import { openLibredeskConnector } from '#adapters/inbox/libredesk/libredesk-connector.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { doubleDesk } from '#test/support/doubles/double-desk.ts';
import { startLibredeskDouble } from '#test/support/doubles/libredesk-double.ts';

const never = new AbortController().signal;
const day = 86_400_000;
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of open.splice(0)) await end();
});

async function start() {
  let double: Awaited<ReturnType<typeof startLibredeskDouble>> | undefined;
  const at = await doubleDesk(async (time) => (double = await startLibredeskDouble(time)));
  if (double === undefined) throw new Error('It did not start');
  open.push(at.end);
  return { ...at, libredesk: double };
}

type At = Awaited<ReturnType<typeof start>>;

function connectorFor({ libredesk, desk }: At, firstSyncDays: number): InboxConnector {
  return openLibredeskConnector({
    settings: { kind: 'libredesk', host: libredesk.origin, apiKey: 'libredesk-key-77aa', firstSyncDays },
    secret: libredesk.secret,
    now: () => desk.time.now,
  });
}

/** Pulls to the end; the texts that came, and the last cursor. */
async function pulled(connector: InboxConnector, cursor: string | null = null) {
  const texts: string[] = [];
  for (let next = cursor; ;) {
    const page = await connector.pull(next, never);
    texts.push(...page.messages.map(({ text }) => text));
    next = page.cursor;
    if (!page.hasMore) return { texts, cursor: next };
  }
}

async function requestsOf({ libredesk }: At, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = libredesk.requests.length;
  await work();
  return libredesk.requests.slice(before).map(({ path }) => path);
}

test('bug: a quiet inbox is read again at every look, each costing the server a password hash', async () => {
  const at = await start();
  for (const customer of ['ann', 'bo', 'cy']) at.double.addConversation(customer, ['Hello?', 'Hello.']);
  await at.sync();
  expect(await requestsOf(at, () => at.sync())).toEqual(['/api/v1/conversations/all']);
  at.double.customerWrites('2', 'One more');
  expect(await requestsOf(at, () => at.sync())).toEqual([
    '/api/v1/conversations/all',
    '/api/v1/conversations/2/messages',
  ]);
  at.expectSame();
});

test('bug: an old conversation that wakes up comes without its beginning', async () => {
  const at = await start();
  const long = Array.from({ length: 120 }, (_, i) => `Long ago ${i}`);
  at.double.addConversation('ann', long);
  at.desk.time.now += 100 * day;
  at.double.addConversation('bo', ['Lately']);
  const connector = connectorFor(at, 90);
  const first = await pulled(connector);
  expect(first.texts).toEqual(['Lately']);
  at.desk.time.now += day;
  at.double.customerWrites('1', 'I am back');
  at.double.customerWrites('2', 'Me too');
  const second = await pulled(connector, first.cursor);
  expect(new Set(second.texts)).toEqual(new Set([...long, 'I am back', 'Lately', 'Me too']));
  at.desk.time.now += day;
  at.double.customerWrites('1', 'And again');
  const third = await requestsOf(at, () => pulled(connector, second.cursor));
  expect(third.filter((path) => path.endsWith('/1/messages'))).toHaveLength(1);
});

test('bug: a long conversation that comes to the front during the first sweep is never read whole', async () => {
  const at = await start();
  const long = Array.from({ length: 120 }, (_, i) => `Message ${i}`);
  at.double.addConversation('ann', long);
  at.desk.time.now += day;
  for (let i = 0; i < 150; i++) {
    at.double.addConversation(`customer${i}`, [`Question ${i}`]);
    at.desk.time.now += 60_000;
  }
  const connector = connectorFor(at, 90);
  const page = await connector.pull(null, never);
  at.desk.time.now += 60 * 60_000;
  at.double.customerWrites('1', 'Are you there?');
  const first = await pulled(connector, page.cursor);
  const second = await pulled(connector, first.cursor);
  const texts = new Set([...first.texts, ...second.texts]);
  expect([...long, 'Are you there?'].filter((text) => !texts.has(text))).toEqual([]);
  // From here on it is known.
  at.desk.time.now += 60 * 60_000;
  at.double.customerWrites('1', 'Hello?');
  const paths = await requestsOf(at, () => pulled(connector, second.cursor));
  expect(paths.filter((path) => path.endsWith('/1/messages'))).toHaveLength(1);
});

test('bug: what is deleted from a long thread while it is read leaves a gap', async () => {
  const at = await start();
  const texts = Array.from({ length: 180 }, (_, i) => `Message ${i}`);
  at.double.addConversation('ann', texts);
  const connector = connectorFor(at, 90);
  const page = await connector.pull(null, never);
  expect(page.hasMore).toBe(true);
  // Newer than what is still unread: that moves up by a page and a half.
  at.libredesk.store.forget('1', 75);
  const rest = await pulled(connector, page.cursor);
  const left = at.double.wordsIn('1').map(({ text }) => text);
  expect(new Set([...page.messages.map(({ text }) => text), ...rest.texts])).toEqual(new Set([...texts, ...left]));
});

test('bug: a server whose clock was a day ahead is never read again', async () => {
  const at = await start();
  at.double.addConversation('ann', ['Hello?']);
  at.desk.time.now += day;
  at.double.customerWrites('1', 'Written tomorrow');
  await at.sync();
  at.desk.time.now -= day;
  await at.sync();
  at.desk.time.now += 60_000;
  at.double.addConversation('bo', ['Written today']);
  at.double.customerWrites('1', 'Written today too');
  await at.sync();
  at.expectSame();
});

test('bug: hundreds of conversations of one moment are read in circles or not to their end', async () => {
  const at = await start();
  // An import gives its rows one time: more than a page of them, and more than the cursor remembers.
  for (let i = 0; i < 350; i++) at.double.addConversation(`customer${i}`, [`Question ${i}`]);
  at.libredesk.store.levelActivity();
  await at.sync();
  at.expectSame();
});

test('bug: the cursor of a large account grows with it', async () => {
  const at = await start();
  for (let i = 0; i < 400; i++) at.double.addConversation(`customer${i}`, [`Question ${i}`]);
  const connector = connectorFor(at, 90);
  let largest = 0;
  for (let cursor: string | null = null; ;) {
    const page = await connector.pull(cursor, never);
    largest = Math.max(largest, page.cursor.length);
    cursor = page.cursor;
    if (page.hasMore) continue;
    break;
  }
  expect(largest).toBeLessThan(100_000);
});

test('bug: a reply the mail server refused counts as an answer, or is lost when it leaves after all', async () => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['Is it in stock?']);
  await at.sync();
  const conversation = () => at.desk.db.conversations.get(at.conversationIn(threadId));
  expect(conversation().status).toBe('unanswered');
  at.libredesk.store.retryFailed(threadId);
  at.desk.time.now += 60 * 60_000;
  at.double.customerWrites(threadId, 'Ah, thanks');
  await at.sync();
  at.expectSame();
});
