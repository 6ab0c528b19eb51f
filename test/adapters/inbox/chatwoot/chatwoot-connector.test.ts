import { afterEach, expect, test } from 'vitest';
import { openChatwootConnector } from '#adapters/inbox/chatwoot/chatwoot-connector.ts';
import { incomingOf } from '#adapters/inbox/chatwoot/read-message.ts';
import { type ChatwootMessage, ChatwootMessage as Shape } from '#adapters/inbox/chatwoot/chatwoot-shapes.ts';
import { withoutLiquid } from '#adapters/inbox/chatwoot/without-liquid.ts';
import { startChatwootDouble } from '#test/support/doubles/chatwoot-double.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import type { Fault } from '#test/support/doubles/inbox-double.ts';

const never = new AbortController().signal;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const open: DoubleDesk[] = [];
afterEach(async () => {
  for (const at of open.splice(0)) await at.end();
});

async function start(): Promise<DoubleDesk> {
  const at = await doubleDesk(startChatwootDouble);
  open.push(at);
  return at;
}

test.each<readonly [Fault | null, string, string | null]>([
  [null, 'conversations', null],
  ['credentials_revoked', 'receive', 'refused_credentials'],
  ['permission_refused', 'receive', 'refused_permission'],
  ['time_out_before', 'receive', 'timed_out'],
])('bug: with %s a connection test does not say what is wrong', async (fault, last, code) => {
  const at = await start();
  if (fault !== null) at.double.setFault(fault, { on: 'reading' });
  const report = await at.connector.probe(never);
  expect(report.isOk).toBe(code === null);
  expect(report.checks.at(-1)).toMatchObject({ name: last, problem: code === null ? null : { code } });
  expect(JSON.stringify(report)).not.toContain(at.double.secret);
});

test.each([
  [4, null, 'account'],
  [3, 77, 'inbox'],
])('bug: account %s with inbox %s passes the connection test', async (accountId, inboxId, name) => {
  const at = await start();
  const host = at.double.origin;
  const settings = { kind: 'chatwoot' as const, host, accountId, inboxId, firstSyncDays: 90 };
  const connector = openChatwootConnector({ settings, token: at.double.secret, now: () => at.desk.time.now });
  const { checks, isOk } = await connector.probe(never);
  expect(isOk).toBe(false);
  expect(checks.at(-1)).toMatchObject({ name, problem: { code: 'refused_permission', detail: { reason: name } } });
});

const thread = {
  id: 7,
  after: 0,
  activityAt: 0,
  customerName: 'Ann',
  customerAddress: 'ann@example.com',
  subject: '',
  channel: null,
  tries: 0,
};
const read = (over: Partial<ChatwootMessage> | Readonly<Record<string, unknown>>) =>
  incomingOf(Shape.parse({ id: 1, content: 'Hi', message_type: 0, created_at: 100, ...over }), thread, 90_000);

test('bug: notes, activities and templates are shown as words, or a machine is answered', () => {
  expect(read({ private: true })).toBeNull();
  expect(read({ message_type: 2 })).toBeNull();
  expect(read({ message_type: 'template' })).toBeNull();
  expect(read({ message_type: 'incoming' })).toMatchObject({ role: 'customer', automatic: null, sentAt: 90_000 });
  expect(read({ content_attributes: { email: { auto_reply: true } } })).toMatchObject({ automatic: 'auto_reply' });
  expect(read({ message_type: 1, sender: { type: 'agent_bot' } })).toMatchObject({ automatic: 'auto_reply' });
  expect(read({ message_type: 1, content_attributes: { automation_rule_id: 4 } })?.automatic).toBe('auto_reply');
  expect(read({ sender: { email: 'MAILER-DAEMON@example.com' } })?.automatic).toBe('bounce');
});

test('bug: an attachment is lost with its file, or its name is one for a browser', () => {
  const attachments = [
    { file_type: 'image', data_url: 'https://x.example/a/%E8%8C%B6%20%E5%A3%B6.PNG?sig=1', file_size: 12 },
    { file_type: 'file', data_url: null },
  ];
  expect(read({ content: null, attachments })).toMatchObject({
    text: '',
    attachments: [
      { name: '茶 壶.PNG', contentType: 'image/png', size: 12 },
      { name: 'attachment', contentType: 'application/octet-stream', size: null },
    ],
  });
});

test('bug: waiting for news does not end with its signal or with the connector', async () => {
  const at = await start();
  await at.connector.waitForNews(60_000, AbortSignal.abort());
  const waiting = at.connector.waitForNews(60_000, never);
  await at.connector.close();
  await waiting;
});

const braces = [
  'Use {{ name }} in the title, {{{twice}}} and {{contact.email}}',
  'A discount of {%5 %} or {% assign x = 1 %}, {%- raw -%}',
  'Open {{ and never closed, { % } and }} %}',
  'In code: `{{ contact.email }}` and `{% if %}`, outside {{ contact.email }}',
  'A code that ends it: `{% endraw %}{{ contact.email }}` ` {{ contact.name }}',
  '`{{ one` {{ contact.name }} `{% two` {{{%',
];

test.each(braces)('bug: of "%s" a part vanishes, or is filled in with the customer’s data', async (text) => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['How do I name it?']);
  await at.sync();
  const item = await at.accept(threadId, text);
  at.double.setFault('time_out_after', { on: 'sending', times: 1 });
  // What stands in the thread is found by the text it was accepted with.
  expect((await at.deliverToTheEnd(item)).state).toBe('sent');
  expect(at.double.repliesIn(threadId)).toEqual([text]);
  await at.sync();
  at.expectSame();
  await at.connector.helpdesk?.note(threadId, text, never);
  expect(at.double.factsOf(threadId).notes).toEqual([text]);
});

test('bug: a text is changed where Chatwoot reads nothing into it', () => {
  const plain = 'One { brace }, a set {a, b}, 5 % off, 100%} and `code`';
  expect(withoutLiquid(plain)).toBe(plain);
});

test('bug: an old conversation that wakes up comes without its past', async () => {
  const at = await start();
  const old = at.double.addConversation('ann', [
    'I want the red kettle',
    ...Array.from({ length: 130 }, (_, i) => `Word ${i}`),
  ]);
  at.desk.time.now += 60 * day;
  const other = at.double.addConversation('bo', ['Hi']);
  const settings = {
    kind: 'chatwoot' as const,
    host: at.double.origin,
    accountId: 3,
    inboxId: null,
    firstSyncDays: 30,
  };
  const connector = openChatwootConnector({ settings, token: at.double.secret, now: () => at.desk.time.now });
  await at.sync(connector);
  for (let i = 0; i < 2; i++) {
    at.desk.time.now += hour;
    at.double.customerWrites(other, `Word ${i}`);
    await at.sync(connector);
  }
  expect(at.conversationIn(old)).toBe('');
  at.desk.time.now += hour;
  at.double.customerWrites(old, 'It still has not come!');
  await at.sync(connector);
  at.expectSame();
  // From here on it is known.
  at.desk.time.now += hour;
  at.double.customerWrites(old, 'Hello?');
  const before = at.double.requests.length;
  await at.sync(connector);
  expect(at.double.requests.length - before).toBeLessThanOrEqual(2);
  await connector.close();
});

test.each([5 * minute, 9 * minute])(
  'bug: what is written after the server’s clock was set back by %s ms is lost',
  async (back) => {
    const at = await start();
    const threads = ['ann', 'bo', 'cy'].map((customer) => at.double.addConversation(customer, ['Hi']));
    for (const threadId of threads) {
      at.desk.time.now += 20 * minute;
      at.double.customerWrites(threadId, 'Hello?');
      await at.sync();
    }
    at.desk.time.now -= back;
    for (const threadId of threads) {
      at.double.customerWrites(threadId, 'Are you there?');
      at.desk.time.now += 15_000;
      await at.sync();
      at.expectSame();
    }
  },
);
