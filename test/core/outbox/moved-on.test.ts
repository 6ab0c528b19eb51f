import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { type DeliverDeps, deliverReply } from '#core/outbox/deliver-reply.ts';
import { retryReply } from '#core/outbox/manage-outbox.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { coreDesk, incoming, take } from '#test/support/core-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';

/** A reply in the outbox, and an inbox into which `news` comes while it waits there. */
async function replyInOutbox() {
  const desk = coreDesk();
  const asked = incoming();
  const conversation = take(desk, asked);
  const messages = desk.db.conversations.messages(conversation.id);
  const { outbox } = await acceptDraft(desk.deps, {
    confirmed: 'all',
    conversationId: conversation.id,
    draftId: null,
    lastMessageId: messages.at(-1)?.id ?? '',
    text: 'Four to six days.',
  });
  const far = scriptedConnector();
  let news: readonly IncomingMessage[] = [];
  let lineFails = false;
  const deps: DeliverDeps = {
    ...desk.deps,
    async readAgain() {
      if (lineFails) throw new AppError('unreachable', 'No line');
      if (news.length > 0) take(desk, ...news);
      news = [];
    },
  };
  const answerTo = (over: Partial<IncomingMessage>): IncomingMessage =>
    incoming({ references: [asked.remoteId], ...over });
  return {
    desk,
    far,
    item: outbox,
    comes: (over: Partial<IncomingMessage>) => (news = [...news, answerTo(over)]),
    cut: (isCut: boolean) => (lineFails = isCut),
    deliver: (): Promise<OutboxItem> => deliverReply(deps, far.connector, outbox.id, new AbortController().signal),
  };
}

test('bug: a reply leaves though the customer wrote again while it waited', async () => {
  const { comes, deliver, far } = await replyInOutbox();
  comes({ text: 'Forget it, I have found one elsewhere.' });
  expect(await deliver()).toMatchObject({ state: 'failed', problem: { code: 'thread_moved_on' } });
  expect(far.left).toEqual([]);
});

test('bug: a message with an earlier date that was read only now does not count', async () => {
  const { comes, deliver, far, item } = await replyInOutbox();
  comes({ text: 'One more thing.', sentAt: item.createdAt - 30_000 });
  expect((await deliver()).state).toBe('failed');
  expect(far.left).toEqual([]);
});

test('bug: two agents answer the same customer', async () => {
  const { comes, deliver, far } = await replyInOutbox();
  comes({ role: 'agent', authorAddress: 'help@shop.example', text: 'A colleague was quicker.' });
  expect((await deliver()).problem?.code).toBe('thread_moved_on');
  expect(far.left).toEqual([]);
});

test("bug: the customer's vacation notice holds a reply up", async () => {
  const { comes, deliver, far } = await replyInOutbox();
  comes({ automatic: 'auto_reply', text: 'I am away.' });
  expect((await deliver()).state).toBe('sent');
  expect(far.left).toHaveLength(1);
});

test('bug: a person says to send all the same, and it does not leave, or leaves past yet another message', async () => {
  const { comes, deliver, far, desk, item } = await replyInOutbox();
  comes({ text: 'Hello?' });
  await deliver();
  retryReply(desk.deps, item.id);
  comes({ text: 'Anybody?' });
  expect((await deliver()).state).toBe('failed');
  expect(far.left).toEqual([]);
  retryReply(desk.deps, item.id);
  expect((await deliver()).state).toBe('sent');
  expect(far.left).toEqual([item.remoteId]);
});

test('bug: without a line a reply leaves unread, or is given up', async () => {
  const { cut, deliver, far } = await replyInOutbox();
  cut(true);
  expect(await deliver()).toMatchObject({ state: 'waiting', problem: { code: 'unreachable' } });
  cut(false);
  expect((await deliver()).state).toBe('sent');
  expect(far.left).toHaveLength(1);
});
