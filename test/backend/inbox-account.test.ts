import { afterEach, expect, test } from 'vitest';
import { problemOf } from '#shared/errors.ts';
import { plainSettings } from '#shared/model/store.ts';
import { startChatwootDouble } from '#test/support/doubles/chatwoot-double.ts';
import type { InboxDouble } from '#test/support/doubles/inbox-double.ts';
import { type TestDesk, eventually, startTestDesk } from '#test/support/test-desk.ts';

const open: Array<{ readonly desk: TestDesk; readonly doubles: readonly InboxDouble[] }> = [];
afterEach(async () => {
  for (const { desk, doubles } of open.splice(0)) {
    await desk.end();
    for (const double of doubles) await double.stop();
  }
});

/** A desk with one inbox and its conversation, and another account somewhere else. */
async function start() {
  const [double, other] = await Promise.all([0, 1].map(() => startChatwootDouble({ now: Date.now() })));
  if (double === undefined || other === undefined) throw new Error('No double');
  const desk = await startTestDesk({ seedsSample: false });
  open.push({ desk, doubles: [double, other] });
  double.addConversation('ann', ['Is the copper kettle in stock?']);
  other.addConversation('zoe', ['What is my address?']);
  const { id: storeId } = await desk.client.call('store.create', { settings: { ...plainSettings, name: 'North' } });
  const { settings, secret } = double;
  const inbox = await desk.client.call('inbox.add', { storeId, name: 'Chat', settings, secret });
  const waiting = async () => (await desk.client.call('conversation.list', { status: 'unanswered' })).items;
  await eventually('the conversation is in', async () => (await waiting()).length === 1);
  return { desk, double, other, inbox, waiting };
}

test('bug: an inbox becomes another account’s, and a reply to one customer goes into another’s thread', async () => {
  const { desk, other, inbox } = await start();
  const change = { inboxId: inbox.id, name: 'Chat', settings: other.settings, secret: other.secret };
  const problem = await desk.client.call('inbox.save', change).then(() => null, problemOf);
  expect(problem).toMatchObject({ code: 'conflict', detail: { reason: 'other_account' } });
  expect((await desk.client.call('inbox.list', {}))[0]?.settings).toEqual(inbox.settings);
  expect(other.requests).toEqual([]);
});

test('bug: a connection test lends the stored key to another server', async () => {
  const { desk, other, inbox } = await start();
  const { settings } = other;
  const probe = desk.client.call('inbox.probe', { inboxId: inbox.id, settings, secret: null });
  expect(await probe.then(() => null, problemOf)).toMatchObject({ code: 'refused_credentials' });
  expect(other.requests).toEqual([]);
});

test('bug: conversations of a removed inbox wait for ever for an answer that nobody can send', async () => {
  const { desk, inbox, waiting } = await start();
  const [row] = await waiting();
  await desk.client.call('inbox.remove', { inboxId: inbox.id });
  expect(await waiting()).toEqual([]);
  const thread = await desk.client.call('conversation.get', { conversationId: row?.id ?? '' });
  expect(thread).toMatchObject({ conversation: { status: 'closed' }, limits: null, helpdesk: null });
  expect(thread.messages).toHaveLength(1);
});

test.each([
  ['in the same store', false, {}],
  ['in another store', true, {}],
  ['as one inbox of an account that is connected as a whole', false, { inboxId: 4 }],
  ['under an address in capitals', false, { host: 'HTTP' }],
])(
  'bug: one account is connected twice, %s, and its customers are answered twice',
  async (_case, isElsewhere, change) => {
    const { desk, double, inbox } = await start();
    const { client } = desk;
    const other = await client.call('store.create', { settings: { ...plainSettings, name: 'South' } });
    const host = 'host' in change ? double.origin.replace('http', 'HTTP') : double.origin;
    const settings = { ...double.settings, ...change, host } as typeof double.settings;
    const { secret } = double;
    const storeId = isElsewhere ? other.id : inbox.storeId;
    const twin = client.call('inbox.add', { storeId, name: 'Chat again', settings, secret });
    expect(await twin.then(() => null, problemOf)).toMatchObject({
      code: 'conflict',
      detail: { reason: 'already_connected', inbox: 'Chat', store: 'North' },
    });
    expect(await client.call('inbox.list', {})).toHaveLength(1);
  },
);

test('bug: an account that was removed, or another one of the same helpdesk, cannot be connected', async () => {
  const { desk, double, other, inbox } = await start();
  const { storeId } = inbox;
  const added = await desk.client.call('inbox.add', {
    storeId,
    name: 'Other',
    settings: other.settings,
    secret: other.secret,
  });
  expect(added.name).toBe('Other');
  // What was connected twice before can still be renamed.
  await desk.client.call('inbox.save', { inboxId: inbox.id, name: 'Renamed', settings: inbox.settings, secret: null });
  await desk.client.call('inbox.remove', { inboxId: inbox.id });
  const { settings, secret } = double;
  expect((await desk.client.call('inbox.add', { storeId, name: 'Chat', settings, secret })).name).toBe('Chat');
});
