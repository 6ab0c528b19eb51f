import { expect, test } from 'vitest';
import { eventually, startTestDesk } from '#test/support/test-desk.ts';

test('bug: what waits to be sent does not say whom it is for, or leads to the wrong tab', async () => {
  const desk = await startTestDesk({ undoMs: 600_000 });
  const { client } = desk;
  const ready = async () => {
    const { items } = await client.call('conversation.list', { status: 'unanswered' });
    return items.find((row) => row.draft === 'ready');
  };
  await eventually('a draft is ready', async () => (await ready()) !== undefined);
  const row = await ready();
  const conversationId = row?.id ?? '';
  const { draft, messages } = await client.call('conversation.get', { conversationId });
  const lastMessageId = messages.at(-1)?.id ?? '';
  await client.call('draft.accept', { conversationId, draftId: draft?.id ?? null, lastMessageId, text: 'Yes.' });
  expect(await client.call('outbox.list', {})).toMatchObject([
    { conversationId, state: 'waiting', customer: row?.customerName, status: 'answered' },
  ]);
  await desk.end();
});
