import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, eventually, startTestDesk } from '#test/support/test-desk.ts';
import { memoryHost } from '#test/support/memory-host.ts';

const kiln = 'Kiln No. 4 has been sold out for months. Do you know when it comes back?';

let desk: TestDesk;
let shell: ReturnType<typeof memoryHost>['shell'];
let storeId: string;

beforeEach(async () => {
  const memory = memoryHost();
  shell = memory.shell;
  desk = await startTestDesk({ host: memory.host, undoMs: 600_000, watchesInboxes: false });
  storeId = desk.desk.deps.stores.list()[0]?.id ?? '';
});
afterEach(async () => {
  await desk.end();
  expect(desk.errors).toEqual([]);
});

function take(from: 'summons' | 'clipboard', conversationId: string | null = null) {
  return desk.client.call('panel.take', { storeId, conversationId, from, inboxName: 'Side panel' });
}

async function drafted(conversationId: string) {
  const { deps } = desk.desk;
  await eventually('the copied message has a draft', () => deps.drafts.current(conversationId)?.state === 'open');
  return desk.client.call('conversation.get', { conversationId });
}

async function answered() {
  shell.clipboard = kiln;
  const conversationId = (await take('clipboard'))?.conversationId ?? '';
  const thread = await drafted(conversationId);
  const text = thread.draft?.text ?? '';
  const input = {
    conversationId,
    draftId: thread.draft?.id ?? null,
    lastMessageId: thread.messages.at(-1)?.id ?? '',
    text,
  };
  return { thread, input };
}

test('bug: a page that asks twice, or late, takes what was copied twice or not at all', async () => {
  shell.summons = kiln;
  const both = await Promise.all([take('summons'), take('summons')]);
  expect(both.map((taken) => taken?.what ?? null).sort()).toEqual([null, 'taken']);
  expect(await take('summons')).toBeNull();
});

test('bug: a draft for a chat is a letter, or says nothing', async () => {
  const { thread } = await answered();
  expect(thread.draft?.text).toContain('about every 10 weeks');
  expect(thread.draft?.text).not.toMatch(/Best wishes|Hob & Leaf/);
});

test('bug: the reply does not come to the clipboard, or no outcome is recorded', async () => {
  const { input } = await answered();
  const { outcome } = await desk.client.call('panel.copyReply', input);
  expect(shell).toMatchObject({ clipboard: input.text, waysGiven: 1 });
  expect(outcome.act).toBe('accepted');
  shell.clipboard = '';
  await desk.client.call('panel.copyAgain', { outboxId: outcome.id });
  expect(shell.clipboard).toBe(input.text);
});

test('bug: a copied conversation that is answered in the main window is answered nowhere', async () => {
  const { input } = await answered();
  await desk.client.call('draft.accept', input);
  expect(shell.clipboard).toBe(input.text);
});

test('bug: a refused reply lies on the clipboard all the same', async () => {
  const { input } = await answered();
  const text = `${input.text} [✎ no answer found]`;
  await expect(desk.client.call('panel.copyReply', { ...input, text })).rejects.toMatchObject({
    code: 'reply_incomplete',
  });
  expect(shell.clipboard).toBe(kiln);
});

test('bug: the panel answers a mail by the clipboard as well', async () => {
  desk.loops.inboxes.refresh();
  await eventually('mail is in', () => desk.desk.deps.conversations.list({ offset: 0, limit: 1 }).total > 0);
  const [mail] = desk.desk.deps.conversations.list({ offset: 0, limit: 1 }).items;
  const input = { conversationId: mail?.id ?? '', draftId: null, lastMessageId: mail?.id ?? '', text: 'Hello' };
  await expect(desk.client.call('panel.copyReply', input)).rejects.toMatchObject({ code: 'invalid_input' });
});

test('bug: the customer’s next words come while the reply waits, and it is held for a person', async () => {
  const { input } = await answered();
  await desk.client.call('panel.copyReply', input);
  shell.clipboard = 'And can you put one aside for me?';
  await take('clipboard', input.conversationId);
  const thread = await drafted(input.conversationId);
  expect(thread.outbox).toEqual([]);
  expect(thread.messages.map((message) => message.role)).toEqual(['customer', 'agent', 'customer']);
  // It was greeted before.
  expect(thread.draft?.text ?? '').not.toMatch(/^Hello/);
});

test('bug: a name given to a conversation does not come into its draft', async () => {
  const { input } = await answered();
  await desk.client.call('panel.label', { conversationId: input.conversationId, label: 'Etsy · Nadia' });
  const thread = await desk.client.call('conversation.get', { conversationId: input.conversationId });
  expect(thread.draft?.text).toMatch(/^Hello Nadia,/);
  expect(thread.conversation).toMatchObject({ customerName: 'Nadia', customerAddress: 'Etsy' });
});
