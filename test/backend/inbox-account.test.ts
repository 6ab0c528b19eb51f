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
