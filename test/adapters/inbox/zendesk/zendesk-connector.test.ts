import { afterEach, expect, test } from 'vitest';
import { openZendeskConnector } from '#adapters/inbox/zendesk/zendesk-connector.ts';
import type { OutgoingReply } from '#core/ports/inbox-connector.ts';
import { problemOf } from '#shared/errors.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import { faultSwitches } from '#test/support/doubles/fault-switches.ts';
import { type Answer, startFaultyServer } from '#test/support/doubles/faulty-server.ts';
import type { Fault } from '#test/support/doubles/inbox-double.ts';
import { type ZendeskDouble, startZendeskDouble } from '#test/support/doubles/zendesk-double.ts';

const never = new AbortController().signal;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(): Promise<DoubleDesk & { readonly double: ZendeskDouble }> {
  let double: ZendeskDouble | null = null;
  const at = await doubleDesk(async (time) => (double = await startZendeskDouble(time)));
  closing.push(at.end);
  if (double === null) throw new Error('The double did not start');
  return { ...at, double };
}

const reply = (threadId: string, body: string, writtenAt: number): OutgoingReply => ({
  remoteId: 'deskside-1',
  toAddress: 'ann@example.com',
  toName: 'Ann',
  subject: '',
  body,
  files: [],
  inReplyTo: null,
  references: [],
  threadId,
  writtenAt,
});

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

const agent = { id: 5, name: 'Agnes', email: 'agnes@example.com', role: 'agent' };
const me = (user: unknown): Answer => ({ status: 200, body: { user } });
test.each<readonly [string, Answer, string, string, string | undefined]>([
  [
    'an address without a helpdesk',
    { status: 404, body: { error: { title: 'No help desk' } } },
    'receive',
    'not_found',
    'host',
  ],
  [
    'an address that leads elsewhere',
    { status: 301, body: '', headers: { location: '/x' } },
    'receive',
    'not_found',
    'host',
  ],
  [
    'an anonymous user',
    me({ id: null, name: 'Anonymous user', role: 'end-user' }),
    'receive',
    'refused_credentials',
    undefined,
  ],
  ['a customer’s address', me({ ...agent, role: 'end-user' }), 'account', 'refused_permission', 'role'],
  ['a light agent', me({ ...agent, only_private_comments: true }), 'account', 'refused_permission', 'role'],
  ['an agent without tickets', me(agent), 'conversations', 'refused_permission', 'role'],
])('bug: %s passes the connection test', async (_name, answer, last, code, reason) => {
  const time = { now: 1_700_000_000_000 };
  const server = await startFaultyServer({
    time,
    serverNow: () => time.now,
    faults: faultSwitches(),
    threadOf: () => null,
    answer: ({ url }) => (url.pathname.endsWith('/me.json') ? answer : { status: 403, body: { error: 'Forbidden' } }),
  });
  closing.push(server.stop);
  const settings = { kind: 'zendesk' as const, host: server.origin, email: 'a@example.com', firstSyncDays: 90 };
  const connector = openZendeskConnector({ settings, token: 'secret-1', now: () => time.now, times: server.times });
  const { checks, isOk } = await connector.probe(never);
  expect(isOk).toBe(false);
  expect(checks.at(-1)).toMatchObject({
    name: last,
    problem: { code, detail: reason === undefined ? {} : { reason } },
  });
});

test('bug: a word written between the last look and the reply is answered unseen', async () => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['Is it in stock?']);
  await at.sync();
  at.desk.time.now += 60_000;
  const since = at.desk.time.now;
  await at.connector.readThread?.({ threadId, customerAddress: '' }, 0, never);
  at.desk.time.now += 2_000;
  at.double.customerWrites(threadId, 'No, wait: in green?');
  let left = 0;
  const sending = at.connector.send(reply(threadId, 'It is.', since), never, () => left++);
  expect(problemOf(await sending.catch((error: unknown) => error)).code).toBe('conflict');
  expect(left).toBe(1);
  expect(at.double.repliesIn(threadId)).toEqual([]);
  const item = await at.accept(threadId, 'It is.');
  at.double.setFault('conflict', { on: 'sending', times: 1 });
  expect((await at.deliver(item)).problem?.code).toBe('thread_moved_on');
});

test.each<readonly [string, string, (double: ZendeskDouble, threadId: string) => void]>([
  ['a closed ticket', 'No.', (double, threadId) => double.alter(threadId, { status: 'closed' })],
  ['a messaging conversation', 'No.', (double, threadId) => double.alter(threadId, { isMessaging: true })],
  ['more than a comment holds', '茶'.repeat(30_000), () => undefined],
])('bug: a reply to %s is tried for ever, cut off, or said to have left', async (_name, text, alter) => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['Hello?']);
  alter(at.double, threadId);
  let left = 0;
  const sending = at.connector.send(reply(threadId, text, at.desk.time.now), never, () => left++);
  const problem = problemOf(await sending.catch((error: unknown) => error));
  expect(problem).toMatchObject({ code: 'refused_by_server', detail: { reason: expect.any(String) } });
  expect(left).toBe(0);
  expect(at.double.repliesIn(threadId)).toEqual([]);
});

test('bug: a reply’s markup or placeholders are filled in by Zendesk', async () => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['Which field?']);
  await at.sync();
  const text = 'Put {{ticket.requester.email}} in <b>that</b> field & save.\n\nLine two\nline three';
  expect((await at.deliverToTheEnd(await at.accept(threadId, text))).state).toBe('sent');
  expect(at.double.repliesIn(threadId)).toEqual([text]);
  await at.sync();
  at.expectSame();
});
