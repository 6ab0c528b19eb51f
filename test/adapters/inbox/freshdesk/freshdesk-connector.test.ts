import { afterEach, expect, test } from 'vitest';
import { problemOf } from '#shared/errors.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import { type FreshdeskDouble, startFreshdeskDouble } from '#test/support/doubles/freshdesk-double.ts';
import { chatSource } from '#test/support/doubles/freshdesk-store.ts';
import type { Fault } from '#test/support/doubles/inbox-double.ts';

const never = new AbortController().signal;
const open: DoubleDesk[] = [];
afterEach(async () => {
  for (const at of open.splice(0)) await at.end();
});

async function start(): Promise<DoubleDesk & { readonly double: FreshdeskDouble }> {
  let double: FreshdeskDouble | null = null;
  const at = await doubleDesk(async (time) => (double = await startFreshdeskDouble(time)));
  open.push(at);
  if (double === null) throw new Error('It did not start');
  return { ...at, double };
}

test.each<readonly [Fault | null, string, string | null]>([
  [null, 'conversations', null],
  ['credentials_revoked', 'receive', 'refused_credentials'],
  ['permission_refused', 'receive', 'refused_permission'],
  ['time_out_before', 'receive', 'timed_out'],
  ['thread_deleted', 'conversations', 'not_found'],
])('bug: with %s a connection test does not say what is wrong', async (fault, last, code) => {
  const { connector, double } = await start();
  double.addConversation('ann', ['Hello?']);
  if (fault !== null) double.setFault(fault, { on: 'reading' });
  const report = await connector.probe(never);
  expect(report.isOk).toBe(code === null);
  expect(report.checks.at(-1)).toMatchObject({ name: last, problem: code === null ? null : { code } });
  if (code === null) expect(report.checks.map(({ note }) => note)).toEqual(['agnes@example.com', '1']);
  expect(JSON.stringify(report)).not.toContain(double.secret);
});

test.each([
  ['require_feature', /agents\/me/, 'receive', 'refused_permission', 'plan'],
  ['account_suspended', /agents\/me/, 'receive', 'refused_permission', 'account'],
  ['access_denied', /tickets$/, 'conversations', 'refused_permission', 'role'],
  ['access_denied', /conversations$/, 'conversations', 'refused_permission', 'role'],
  ['password_lockout', /agents\/me/, 'receive', 'refused_credentials', 'role'],
])('bug: a refusal with %s at %s is not told from the others', async (refusal, path, name, code, reason) => {
  const { connector, double } = await start();
  double.addConversation('ann', ['Hello?']);
  double.refuse(path, refusal);
  const { checks } = await connector.probe(never);
  expect(checks.at(-1)).toMatchObject({ name, isOk: false, problem: { code, detail: { reason } } });
});

test('bug: a web chat takes no reply, or gets it twice', async () => {
  const at = await start();
  const threadId = at.double.store.add('ann', ['Hello?'], chatSource);
  await at.sync();
  const item = await at.deliverToTheEnd(await at.accept(threadId, 'Hello <Ann> & co.'));
  expect(item.state).toBe('sent');
  expect(at.double.repliesIn(threadId)).toEqual(['Hello <Ann> & co.']);
  await at.sync();
  at.expectSame();
});

test('bug: a reply to a deleted ticket, or a change of it, fails without a word', async () => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['Hello?']);
  await at.sync();
  const item = await at.accept(threadId, 'Hello Ann.');
  at.double.remove(threadId);
  expect(await at.deliver(item)).toMatchObject({ state: 'failed', problem: { code: 'not_found' } });
  const { helpdesk } = at.connector;
  expect(await helpdesk?.setTags(threadId, ['vip'], never).catch(problemOf)).toMatchObject({ code: 'not_found' });
  expect(await helpdesk?.thread(threadId, never).catch(problemOf)).toMatchObject({ code: 'not_found' });
});

test.each<Fault | null>([null, 'clock_ahead', 'clock_behind'])(
  'bug: with %s the same words of a minute ago count as the reply that was lost',
  async (skew) => {
    const at = await start();
    if (skew !== null) at.double.setFault(skew, { on: 'all' });
    const threadId = at.double.addConversation('ann', ['Thanks!']);
    await at.sync();
    await at.deliverToTheEnd(await at.accept(threadId, 'You are welcome.'));
    at.desk.time.now += 60_000;
    const second = await at.accept(threadId, 'You are welcome.');
    at.double.setFault('reset_before', { on: 'sending', times: 1 });
    expect((await at.deliverToTheEnd(second)).state).toBe('sent');
    expect(at.double.repliesIn(threadId)).toHaveLength(2);
  },
);

test('bug: a reply lost at the end of a long ticket is looked for from its start', async () => {
  const at = await start();
  const threadId = at.double.addConversation(
    'ann',
    Array.from({ length: 999 }, (_, i) => `Message ${i}`),
  );
  await at.sync();
  const item = await at.accept(threadId, 'Found again.');
  at.double.setFault('reset_after', { on: 'sending', times: 1 });
  await at.deliver(item);
  const before = at.double.requests.length;
  expect((await at.deliver(item)).state).toBe('sent');
  expect(at.double.requests.length - before).toBeLessThan(4);
  expect(at.double.repliesIn(threadId)).toHaveLength(1);
});

test('bug: an agent who may not list agents cannot take a ticket, or a deactivated one is offered', async () => {
  const at = await start();
  const { helpdesk } = at.connector;
  expect((await helpdesk?.assignees(never))?.map(({ name }) => name)).toEqual(['Agnes', 'Bao']);
  at.double.refuse(/agents$/, 'access_denied');
  expect(await helpdesk?.assignees(never)).toEqual([{ id: '432', name: 'Agnes' }]);
});

test('bug: what is known of a customer is not shown, or its absence hides the ticket', async () => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['Hello?']);
  const { helpdesk } = at.connector;
  await helpdesk?.assign(threadId, '508', never);
  expect(await helpdesk?.thread(threadId, never)).toMatchObject({
    assignee: { id: '508', name: 'Bao' },
    customer: { name: 'ann', since: 1_700_000_000_000, tags: ['vip'], note: 'Likes copper' },
  });
  at.double.refuse(/contacts/, 'access_denied');
  expect(await helpdesk?.thread(threadId, never)).toMatchObject({
    customer: { name: 'ann', address: 'ann@example.com', since: null, tags: [], note: null },
  });
});

test.each([
  [5, 'solved'],
  [6, 'pending'],
  [7, 'pending'],
  [11, 'open'],
])('bug: status %s is not shown as %s', async (status, shown) => {
  const at = await start();
  const threadId = at.double.addConversation('ann', ['Hello?']);
  at.double.store.change(threadId, { status });
  expect((await at.connector.helpdesk?.thread(threadId, never))?.status).toBe(shown);
});

test('bug: an import spends the whole account’s calls and is refused', async () => {
  const at = await start();
  for (let i = 0; i < 450; i++) at.double.addConversation(`customer${i}`, [`Question ${i}`]);
  const began = at.desk.time.now;
  await at.sync();
  at.expectSame();
  expect(at.double.requests.filter(({ status }) => status === 429)).toEqual([]);
  // 450 tickets cost 900 credits, of which a minute has 400.
  expect(at.desk.time.now - began).toBeGreaterThan(60_000);
  expect(at.desk.time.now - began).toBeLessThan(5 * 60_000);
});
