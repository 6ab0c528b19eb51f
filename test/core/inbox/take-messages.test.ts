import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeMessages } from '#core/inbox/take-messages.ts';
import { closeConversation } from '#core/conversations/close-conversation.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { addOutboxItem } from '#test/adapters/sqlite/desk.ts';
import { conversationOf, coreDesk, incoming, noon, take } from '#test/support/core-desk.ts';

const minute = 60_000;

test('bug: a message that is pulled twice is kept twice, also within one page', () => {
  const desk = coreDesk();
  const mail = incoming();
  const { id } = take(desk, mail, mail);
  take(desk, mail);
  expect(desk.db.conversations.messages(id)).toHaveLength(1);
});

test.each(['sending', 'uncertain', 'sent', 'failed', 'cancelled'] as const)(
  'bug: a reply that is %s and bears another name than its inbox told comes in twice, or not at all',
  (state) => {
    const desk = coreDesk();
    const conversation = take(desk, incoming({ threadId: '7' }));
    const { id } = conversation;
    addOutboxItem(desk.db, conversation, { state, remoteId: 'our-key', files: [], sentAs: 'event-1' });
    const copy = { threadId: '7', role: 'agent' as const, text: 'Four days.', key: 'our-key' };
    desk.db.transaction(() => takeMessages(desk.deps, desk.inbox, [incoming({ ...copy, remoteId: 'comment-2' })]));
    const hasLeft = state !== 'failed' && state !== 'cancelled';
    expect(desk.db.conversations.messages(id)).toHaveLength(hasLeft ? 1 : 2);
    // A colleague's, and a customer's who claims the key, come in.
    take(desk, incoming({ ...copy, remoteId: 'other', key: 'another-key' }));
    take(desk, incoming({ ...copy, remoteId: 'claimed', role: 'customer' }));
    expect(desk.db.conversations.messages(id)).toHaveLength(hasLeft ? 3 : 4);
  },
);

test('bug: a reply to a message that the desk never saw hides the question', () => {
  const desk = coreDesk();
  const conversation = take(desk, incoming({ references: ['unknown'], subject: 'Re: Kettle' }));
  expect(conversation).toMatchObject({ status: 'unanswered', messageCount: 1 });
});

test('bug: two answers to the same unknown message become two conversations', () => {
  const desk = coreDesk();
  const first = take(desk, incoming({ references: ['unknown'] }));
  const second = take(desk, incoming({ references: ['unknown'], subject: 'Other' }));
  expect(second.id).toBe(first.id);
});

test('bug: the parent that comes after its answer starts a conversation of its own', () => {
  const desk = coreDesk();
  const answer = take(desk, incoming({ references: ['parent'], sentAt: noon - minute }));
  const parent = take(desk, incoming({ remoteId: 'parent', sentAt: noon - 2 * minute }));
  expect(parent.id).toBe(answer.id);
  expect(desk.db.conversations.messages(parent.id).map((message) => message.remoteId)[0]).toBe('parent');
});

test.each([
  ['bug: an answer without references starts anew', 'Re: Kettle', 'marta@example.com', 1, true],
  ['bug: the same heading of another customer is one conversation', 'Re: Kettle', 'other@example.com', 1, false],
  ['bug: a new mail under an old heading is taken for an answer', 'Kettle', 'marta@example.com', 1, false],
  ['bug: an answer after a month joins what is long over', 'Re: Kettle', 'marta@example.com', 30, false],
])('%s', (_bug, subject, customerAddress, daysLater, joins) => {
  const desk = coreDesk();
  const sentAt = noon - 40 * 24 * 60 * minute;
  const first = take(desk, incoming({ subject: 'Kettle', sentAt }));
  const later = take(desk, incoming({ subject, customerAddress, sentAt: sentAt + daysLater * 24 * 60 * minute }));
  expect(later.id === first.id).toBe(joins);
});

test('bug: an inbox with conversations of its own is threaded by heading all the same', () => {
  const desk = coreDesk();
  const first = take(desk, incoming({ subject: 'Kettle', threadId: 'one' }));
  const other = take(desk, incoming({ subject: 'Re: Kettle', threadId: 'two' }));
  expect(other.id).not.toBe(first.id);
  expect(take(desk, incoming({ threadId: 'one', subject: 'Other' })).id).toBe(first.id);
});

test('bug: a name that comes with the second message of a page is lost', () => {
  const desk = coreDesk();
  const own = incoming({ role: 'agent', customerName: '' });
  expect(take(desk, own, incoming({ references: [own.remoteId] })).customerName).toBe('Marta');
});

test('bug: a vacation notice opens what a person closed', () => {
  const desk = coreDesk();
  const mail = incoming();
  const { id } = take(desk, mail);
  closeConversation(desk.deps, id);
  const notice = incoming({ references: [mail.remoteId], automatic: 'auto_reply', sentAt: noon });
  expect(take(desk, notice).status).toBe('closed');
  expect(take(desk, incoming({ references: [mail.remoteId], sentAt: noon })).status).toBe('unanswered');
});

test('bug: a vacation notice after the question silences its draft', async () => {
  const desk = coreDesk();
  const mail = incoming();
  const { id } = take(desk, mail);
  const draft = await draftReply(desk.deps, { conversationId: id });
  take(desk, incoming({ references: [mail.remoteId], automatic: 'auto_reply', sentAt: noon }));
  expect(desk.db.drafts.get(draft.id).state).toBe('open');
  expect((await draftReply(desk.deps, { conversationId: id })).silence).not.toBe('automatic');
});

test('bug: a draft stays open for a question that is not the last any more', async () => {
  const desk = coreDesk();
  const mail = incoming();
  const { id } = take(desk, mail);
  const draft = await draftReply(desk.deps, { conversationId: id });
  take(desk, incoming({ references: [mail.remoteId], sentAt: noon }));
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
});

test('bug: a question dated before the reply, but not seen by who wrote it, waits for nobody', () => {
  const desk = coreDesk();
  const mail = incoming({ sentAt: noon - 10 * minute });
  const conversation = take(desk, mail);
  const reply = addOutboxItem(desk.db, conversation, { createdAt: noon });
  const slow = incoming({ references: [mail.remoteId], sentAt: noon - minute });
  take(desk, slow);
  const sent = incoming({
    remoteId: reply.remoteId,
    role: 'agent',
    references: [mail.remoteId],
    sentAt: noon + minute,
  });
  expect(take(desk, sent)).toMatchObject({ status: 'unanswered', messageCount: 3 });
  const order = desk.db.conversations.messages(conversation.id).map((message) => message.remoteId);
  expect(order).toEqual([mail.remoteId, reply.remoteId, slow.remoteId]);
});

test('bug: an old message found later waits after the reply', () => {
  const desk = coreDesk();
  const mail = incoming({ sentAt: noon - 10 * minute });
  const conversation = take(desk, mail);
  addOutboxItem(desk.db, conversation, { createdAt: noon });
  const old = incoming({ references: [mail.remoteId], sentAt: noon - 20 * minute });
  take(desk, old);
  expect(desk.db.conversations.messages(conversation.id)[0]?.remoteId).toBe(old.remoteId);
});

test('bug: the order in which a thread is pulled decides what becomes of it', () => {
  const thread = Array.from({ length: 6 }, (_, i) =>
    incoming({
      remoteId: `m${i}`,
      role: i % 3 === 1 ? 'agent' : 'customer',
      references: i === 0 ? [] : Array.from({ length: i }, (_, k) => `m${k}`),
      sentAt: noon + i * minute,
    }),
  );
  const known = thread.map((message) => message.remoteId);
  fc.assert(
    fc.property(fc.shuffledSubarray(thread, { minLength: 6 }), fc.integer({ min: 1, max: 6 }), (shuffled, pageSize) => {
      const desk = coreDesk();
      for (let i = 0; i < shuffled.length; i += pageSize) take(desk, ...shuffled.slice(i, i + pageSize));
      const conversations = new Set(known.map((remoteId) => conversationOf(desk, remoteId).id));
      expect(conversations.size).toBe(1);
      const { id, status, waitingSince } = conversationOf(desk, 'm0');
      expect(desk.db.conversations.messages(id).map((message) => message.remoteId)).toEqual(known);
      expect({ status, waitingSince }).toEqual({ status: 'unanswered', waitingSince: noon + 5 * minute });
      desk.db.close();
    }),
    { numRuns: 25 },
  );
});
