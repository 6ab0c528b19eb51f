import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareSubjectOf, foldMessages } from '#core/conversations/fold-messages.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';

const frame = {
  id: newId(),
  storeId: newId(),
  inboxId: newId(),
  subject: 'Kettle',
  customerName: 'Ann',
  customerAddress: 'ann@example.com',
  channel: null,
};

function message(role: Message['role'], sentAt: number, over: Partial<Message> = {}): Message {
  const text = role === 'customer' ? 'Where is it?' : 'On its way.';
  return {
    id: newId(),
    conversationId: frame.id,
    remoteId: newId(),
    role,
    authorName: '',
    authorAddress: '',
    text,
    question: text,
    attachments: [],
    automatic: null,
    sentAt,
    ...over,
  };
}
const auto = { automatic: 'auto_reply' } as const;
const customer = (at: number, over?: Partial<Message>): Message => message('customer', at, over);
const agent = (at: number, over?: Partial<Message>): Message => message('agent', at, over);

type Case = readonly [
  bug: string,
  messages: readonly Message[],
  kept: Conversation['status'] | null,
  status: Conversation['status'],
  waitingSince: number | null,
];
const cases: readonly Case[] = [
  ['a first message waits for nobody', [customer(1)], null, 'unanswered', 1],
  ['the wait counts from the last message, not the first', [agent(1), customer(2), customer(3)], null, 'unanswered', 2],
  ['an answered conversation still waits', [customer(1), agent(2)], null, 'answered', null],
  ['a new question after an answer waits for nobody', [customer(1), agent(2), customer(3)], null, 'unanswered', 3],
  ['a machine waits for an answer', [customer(1, auto)], null, 'closed', null],
  ['a machine after an answer waits', [customer(1), agent(2), customer(3, auto)], null, 'answered', null],
  ['a machine answers for the store', [customer(1), customer(2, auto)], null, 'unanswered', 1],
  [
    'the notice of receipt that the store sends by itself is its answer',
    [customer(1), agent(2, auto)],
    null,
    'unanswered',
    1,
  ],
  ['what a person closed comes back by itself', [customer(1)], 'closed', 'closed', null],
  ['what is on its way waits again by itself', [customer(1)], 'answered', 'answered', null],
  ['an agent answers what was closed and it opens', [customer(1), agent(2)], 'closed', 'closed', null],
  ['unanswered is kept where the answer is there', [customer(1), agent(2)], 'unanswered', 'answered', null],
];

test.each(cases)('bug: %s', (_bug, messages, kept, status, waitingSince) => {
  const folded = foldMessages(frame, messages, kept);
  expect(folded).toMatchObject({
    status,
    waitingSince,
    messageCount: messages.length,
    lastMessageAt: messages.at(-1)?.sentAt,
  });
});

test('bug: the language of a vacation notice becomes that of the customer', () => {
  const notice = customer(2, { ...auto, question: '私は現在休暇中です。' });
  expect(foldMessages(frame, [customer(1), notice], null).language).toBe('en');
});

test('bug: messages of pictures alone lose the language of the subject', () => {
  const pictures = [customer(1, { question: '' }), customer(2, { question: '' })];
  expect(foldMessages({ ...frame, subject: '水壶漏水' }, pictures, null).language).toBe('zh');
});

test('bug: the wait of a conversation contradicts its status', () => {
  const anyMessage = fc.record({ role: fc.constantFrom('customer', 'agent'), isAutomatic: fc.boolean() });
  const kept = fc.constantFrom('unanswered', 'answered', 'closed', null);
  fc.assert(
    fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 12 }), kept, (all, status) => {
      const messages = all.map(({ role, isAutomatic }, i) => message(role, i + 1, isAutomatic ? auto : {}));
      const folded = foldMessages(frame, messages, status);
      expect(folded.waitingSince === null).toBe(folded.status !== 'unanswered');
      const last = messages.findLast((one) => one.automatic === null);
      if (status === null && last?.role === 'customer') expect(folded.status).toBe('unanswered');
      if (last?.role !== 'customer') expect(folded.status).not.toBe('unanswered');
      expect(foldMessages(frame, messages, folded.status).status).toBe(folded.status);
    }),
  );
});

test.each([
  ['Kettle', 'kettle'],
  ['Re: Kettle', 'kettle'],
  ['RE[2]: Fwd:  Kettle ', 'kettle'],
  ['AW: WG: Kettle', 'kettle'],
  ['回复：水壶', '水壶'],
  ['Re: 返信: やかん', 'やかん'],
  ['Report: kettle', 'report: kettle'],
  ['Re:', ''],
])('bug: “%s” is not known as the subject it answers', (subject, bare) => {
  expect(bareSubjectOf(subject)).toBe(bare);
});
