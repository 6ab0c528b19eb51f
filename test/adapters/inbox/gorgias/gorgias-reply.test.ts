import { afterEach, expect, test } from 'vitest';
import type { GorgiasApi } from '#adapters/inbox/gorgias/gorgias-api.ts';
import { GorgiasMessage } from '#adapters/inbox/gorgias/gorgias-shapes.ts';
import { gorgiasSender } from '#adapters/inbox/gorgias/send-gorgias.ts';
import type { OutgoingReply } from '#core/ports/inbox-connector.ts';
import { problemOf } from '#shared/errors.ts';
import { type GorgiasDouble, startGorgiasDouble } from '#test/support/doubles/gorgias-double.ts';

const never = new AbortController().signal;
const noop = (): void => undefined;
const open: GorgiasDouble[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

async function start(): Promise<{ double: GorgiasDouble; time: { now: number } }> {
  const time = { now: Date.UTC(2026, 2, 10, 12) };
  const double = await startGorgiasDouble(time);
  open.push(double);
  return { double, time };
}

function replyTo(threadId: string, writtenAt: number, over: Partial<OutgoingReply> = {}): OutgoingReply {
  return {
    remoteId: 'deskside-1',
    toAddress: 'ann@example.com',
    toName: 'ann',
    subject: 'A question of ann',
    body: 'It is <blue>.\n\nYours, Agnes & Bao',
    files: [],
    inReplyTo: null,
    references: [],
    threadId,
    writtenAt,
    ...over,
  };
}

test('bug: a reply goes another way than the customer’s word came', async () => {
  const { double, time } = await start();
  for (const name of ['ann', 'bo', 'cy']) double.addConversation(name, ['Is it blue?', 'Yes', 'Sure?']);
  const connector = double.connector();
  const mail = await connector.send(replyTo('1', time.now), never, noop);
  const chat = await connector.send(replyTo('3', time.now), never, noop);
  expect(double.wordsIn('1').at(-1)).toMatchObject({ remoteId: mail, role: 'agent' });
  expect(double.wordsIn('3').at(-1)).toMatchObject({ remoteId: chat, role: 'agent' });
  const common = { via: 'api', from_agent: true, public: true, sender: { email: 'agnes@example.com' } };
  expect(double.posted).toEqual([
    {
      ...common,
      channel: 'email',
      integration_id: 31,
      receiver: { id: 7001 },
      subject: 'Re: A question of ann',
      source: {
        type: 'email',
        from: { address: 'support@example.com', name: 'The Kettle Shop' },
        to: [{ address: 'ann@example.com', name: 'ann' }],
      },
      body_text: 'It is <blue>.\n\nYours, Agnes & Bao',
      body_html: '<p>It is &lt;blue&gt;.</p><p>Yours, Agnes &amp; Bao</p>',
      external_id: 'deskside-1',
    },
    {
      ...common,
      channel: 'chat',
      integration_id: 32,
      receiver: { id: 7003 },
      source: {
        type: 'chat',
        from: { address: 'chat-widget', name: 'The Kettle Shop' },
        to: [{ address: 'visitor-3', name: 'cy' }],
      },
      body_text: 'It is <blue>.\n\nYours, Agnes & Bao',
      body_html: '<p>It is &lt;blue&gt;.</p><p>Yours, Agnes &amp; Bao</p>',
      external_id: 'deskside-1',
    },
  ]);
  expect(double.factsOf('1').status).toBe('open');
});

test('bug: a mail to an address that is forwarded is answered from there, and never leaves Gorgias', async () => {
  const { double, time } = await start();
  const threadId = double.addConversation('ann', ['Is it blue?']);
  const from = { name: 'ann', address: 'ann@example.com' };
  const source = { type: 'email', from, to: [{ name: 'Sales', address: 'sales@example.com' }] };
  double.store.write(threadId, { body_text: 'And round?', source });
  const id = await double.connector().send(replyTo(threadId, time.now), never, noop);
  expect(double.wordsIn(threadId).map(({ remoteId }) => remoteId)).toContain(id);
});

test('bug: a reply that was taken back while the way was looked up leaves all the same', async () => {
  const { double, time } = await start();
  const threadId = double.addConversation('ann', ['Is it blue?']);
  const leaving = () => {
    throw new Error('taken back');
  };
  await expect(double.connector().send(replyTo(threadId, time.now), never, leaving)).rejects.toThrow('taken back');
  expect(double.posted).toEqual([]);
});

test('bug: a reply is sent again because Gorgias has changed its text', async () => {
  const { double, time } = await start();
  const threadId = double.addConversation('ann', ['Is it blue?']);
  const reply = replyTo(threadId, time.now);
  const own = { from_agent: true, body_text: 'It is.\n\n-- \nThe Kettle Shop', external_id: reply.remoteId };
  const sent = double.store.write(threadId, own);
  expect(await double.connector().findSent(reply, never)).toBe(String(sent.id));
});

test('bug: a reply that failed on its way counts as sent', async () => {
  const { double, time } = await start();
  const threadId = double.addConversation('ann', ['Is it blue?']);
  const connector = double.connector();
  const reply = replyTo(threadId, time.now);
  const own = { from_agent: true, body_text: reply.body, external_id: reply.remoteId, failedAt: time.now };
  double.store.write(threadId, own);
  time.now += 120_000;
  expect(await connector.findSent(reply, never)).toBeNull();
});

test('bug: a reply that Gorgias refuses in its answer counts as sent', async () => {
  const message = GorgiasMessage.parse({ id: 1, channel: 'chat', source: { type: 'chat' } });
  const nothing = async () => [];
  const api: GorgiasApi = {
    tickets: async () => ({ items: [], next: null, serverTime: null }),
    ticketsById: nothing,
    messages: async () => ({ items: [message], next: null, serverTime: null }),
    post: async () => ({ id: 2, failed_datetime: 5, last_sending_error: { error: 'The visitor has left' } }),
    upload: async () => ({ name: '', content_type: '', size: 0, url: '' }),
    integrationAddress: async () => null,
  };
  const sending = gorgiasSender(api, 'agnes@example.com', () => 9).send(replyTo('1', 1), never, noop);
  expect(await sending.then(() => null, problemOf)).toMatchObject({
    code: 'refused_by_server',
    detail: { reason: 'The visitor has left' },
  });
});

test('bug: a ticket that is gone is answered', async () => {
  const { double, time } = await start();
  const threadId = double.addConversation('ann', ['Is it blue?']);
  double.remove(threadId);
  const sending = double.connector().send(replyTo(threadId, time.now), never, noop);
  expect((await sending.then(() => null, problemOf))?.code).toBe('not_found');
});

test('bug: a snoozed ticket looks closed, or opens by itself after it was closed here', async () => {
  const { double, time } = await start();
  const threadId = double.addConversation('ann', ['Is it blue?']);
  const { helpdesk } = double.connector();
  if (helpdesk === null) throw new Error('It is a helpdesk');
  Object.assign(double.store.ticket(threadId), { status: 'closed', snoozedUntil: time.now + 3_600_000 });
  expect((await helpdesk.thread(threadId, never)).status).toBe('pending');
  await helpdesk.setStatus(threadId, 'solved', never);
  expect(double.factsOf(threadId).status).toBe('solved');
  expect(helpdesk.statuses).toEqual(['open', 'solved']);
  const waiting = await helpdesk.setStatus(threadId, 'pending', never).then(() => null, problemOf);
  expect(waiting?.code).toBe('unsupported');
});

test('bug: a ticket is given to a program or to someone who has left, or its customer is a stranger', async () => {
  const { double } = await start();
  const threadId = double.addConversation('ann', ['Is it blue?']);
  const { helpdesk } = double.connector();
  if (helpdesk === null) throw new Error('It is a helpdesk');
  expect(await helpdesk.assignees(never)).toEqual([
    { id: '5', name: 'Agnes' },
    { id: '8', name: 'Bao' },
  ]);
  expect((await helpdesk.thread(threadId, never)).customer).toEqual({
    name: 'ann',
    address: 'ann@example.com',
    phone: '+44 113 496 0000',
    since: Date.UTC(2025, 0, 2, 3, 4, 5),
    tags: [],
    note: 'Likes copper',
  });
  double.owner.forbidden = '/api/customers';
  expect((await helpdesk.thread(threadId, never)).customer).toMatchObject({ name: 'ann', phone: null, since: null });
  double.remove(threadId);
  const gone = await helpdesk.thread(threadId, never).then(() => null, problemOf);
  expect(gone?.code).toBe('not_found');
});
