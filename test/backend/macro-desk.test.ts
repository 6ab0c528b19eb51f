import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, settled, startTestDesk } from '#test/support/test-desk.ts';
import { macroContent } from '#test/support/macro-content.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startTestDesk({ undoMs: 600_000 });
  await settled(desk);
}, 120_000);
afterAll(() => desk.end());

async function unanswered(skip = 0) {
  const { items } = await desk.client.call('conversation.list', { status: 'unanswered', limit: 500 });
  const row = items[skip];
  if (row === undefined) throw new Error('The sample store has unanswered conversations');
  return desk.client.call('conversation.get', { conversationId: row.id });
}

test('bug: a variable that is not known is saved, and its error crosses the wire without the name that was meant', async () => {
  const content = macroContent({ body: 'Hi {{customer.frist_name}}' });
  await expect(desk.client.call('macro.save', { macroId: null, content })).rejects.toMatchObject({
    code: 'macro_unreadable',
    detail: { found: '{{customer.frist_name}}', nearest: 'customer.first_name', problem: 'unknown_variable' },
  });
});

test('bug: a macro with an open variable leaves the desk, or is not counted once it is filled', async () => {
  const content = macroContent({ name: 'Wait', body: 'It takes {{ask: How many days? | number}} days at most.' });
  const macro = await desk.client.call('macro.save', { macroId: null, content });
  const thread = await unanswered();
  const conversationId = thread.conversation.id;
  const offered = await desk.client.call('macro.offer', { conversationId });
  expect(offered.map(({ id }) => id)).toContain(macro.id);
  const fill = (answers: Record<string, string>) =>
    desk.client.call('macro.fill', {
      conversationId,
      macroIds: [macro.id],
      orderNumber: null,
      answers,
      before: '',
      after: '',
    });
  const send = (text: string, macros: Awaited<ReturnType<typeof fill>>['parts']) =>
    desk.client.call('draft.accept', {
      conversationId,
      draftId: null,
      lastMessageId: thread.messages.at(-1)?.id ?? '',
      text,
      macros,
    });
  const open = await fill({});
  await expect(send(open.text, open.parts)).rejects.toMatchObject({ code: 'reply_incomplete' });
  const filled = await fill({ 'How many days?': '5' });
  const { learned } = await send(filled.text, filled.parts);
  expect(learned).toEqual([]);
  const [listed] = (await desk.client.call('macro.list', {})).filter(({ id }) => id === macro.id);
  expect(listed?.usage).toMatchObject({ uses: 1, edited: 0 });
});

test('bug: settings of a channel are lost on the way, or drafts of that channel do not take them', async () => {
  const thread = await unanswered(1);
  const store = (await desk.client.call('store.list', {})).find(({ id }) => id === thread.conversation.storeId);
  if (store === undefined) throw new Error('The conversation has a store');
  const styles = { mail: { greeting: { en: 'Ahoy {name},' }, greetingUnnamed: { en: 'Ahoy,' } } };
  const saved = await desk.client.call('store.saveSettings', {
    storeId: store.id,
    settings: { ...store.settings, styles, address: { ja: 'san' } },
  });
  expect(saved.settings).toMatchObject({ styles, address: { ja: 'san' } });
  const { items } = await desk.client.call('conversation.list', { status: 'unanswered', limit: 500 });
  const english = items.find(
    ({ language, draft, channel }) => language === 'en' && draft === 'ready' && channel === 'email',
  );
  const draft = await desk.client.call('draft.make', { conversationId: english?.id ?? '' });
  expect(draft.text).toMatch(/^Ahoy/);
  expect(desk.errors).toEqual([]);
});
