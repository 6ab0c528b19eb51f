import { expect, test } from 'vitest';
import { closeConversation } from '#core/conversations/close-conversation.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { conversationOf, coreDesk, incoming, lastMessageId, noon, take } from '#test/support/core-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';

const second = 1_000;

/** A reply to a helpdesk's thread; `whileLeaving` happens between its first byte and the answer. */
async function replyWith(whileLeaving: (desk: ReturnType<typeof coreDesk>) => void) {
  const desk = coreDesk();
  const thread = { threadId: 'thread' };
  const { id } = take(desk, incoming({ ...thread, remoteId: '1' }));
  const input = { conversationId: id, draftId: null, lastMessageId: lastMessageId(desk, id), text: 'Three days.' };
  const { outbox } = await acceptDraft(desk.deps, { confirmed: 'all', ...input });
  const far = scriptedConnector({}, { givenId: '3' });
  const connector: InboxConnector = {
    ...far.connector,
    async send(reply, signal, onLeaving) {
      const given = await far.connector.send(reply, signal, onLeaving);
      whileLeaving(desk);
      return given;
    },
  };
  const deliver = (): Promise<OutboxItem> =>
    deliverReply(desk.deps, connector, outbox.id, new AbortController().signal);
  return { desk, deliver, far, outbox };
}

const word = incoming({ threadId: 'thread', remoteId: '2', text: 'And to Sweden?', sentAt: noon + 2 * second });
const copy = incoming({
  threadId: 'thread',
  remoteId: '3',
  role: 'agent',
  text: 'Three days.',
  sentAt: noon + 5 * second,
});

test('bug: a question that a pull brings together with our own reply counts as answered', async () => {
  const { desk, deliver } = await replyWith((at) => {
    at.time.now = noon + 6 * second;
    take(at, word, copy);
  });
  expect((await deliver()).state).toBe('sent');
  const { id, status, waitingSince } = conversationOf(desk, '1');
  expect(desk.db.conversations.messages(id).map(({ remoteId }) => remoteId)).toEqual(['1', '3', '2']);
  expect({ status, waitingSince }).toEqual({ status: 'unanswered', waitingSince: word.sentAt });
});

test('bug: a conversation that a person closed, or nobody wrote into, waits because our own reply was pulled', async () => {
  const closing = await replyWith((at) => {
    closeConversation(at.deps, take(at, word, copy).id);
  });
  await closing.deliver();
  expect(conversationOf(closing.desk, '1').status).toBe('closed');
  const quiet = await replyWith((at) => void take(at, copy));
  await quiet.deliver();
  expect(conversationOf(quiet.desk, '1')).toMatchObject({ status: 'answered', messageCount: 2 });
});

test('bug: a word that was pulled while the connector waited for its turn is overtaken by the reply', async () => {
  const { desk, far, outbox } = await replyWith(() => undefined);
  const connector: InboxConnector = {
    ...far.connector,
    send: async (reply, signal, onLeaving) => {
      take(desk, word);
      return far.connector.send(reply, signal, onLeaving);
    },
  };
  const held = await deliverReply(desk.deps, connector, outbox.id, new AbortController().signal);
  expect(held).toMatchObject({ state: 'failed', problem: { code: 'thread_moved_on' } });
  expect(far.left).toEqual([]);
});
