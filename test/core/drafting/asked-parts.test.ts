import { expect, test } from 'vitest';
import { askedIn, isNoMatterOfOurs } from '#core/drafting/asked-parts.ts';
import { waitingMessages } from '#core/conversations/waiting-messages.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';

type Turn = readonly [role: 'customer' | 'agent', text: string];

function messagesOf(turns: readonly Turn[]): readonly Message[] {
  return turns.map(([role, text], i) => ({
    id: `m${i}`,
    conversationId: 'c',
    remoteId: `r${i}`,
    role,
    authorName: '',
    authorAddress: '',
    text,
    question: text,
    attachments: [],
    automatic: null,
    sentAt: i,
  }));
}

function conversationOf(subject: string): Conversation {
  return {
    id: 'c',
    storeId: 's',
    inboxId: 'i',
    subject,
    customerName: '',
    customerAddress: 'ann@mail.example',
    channel: 'email',
    language: 'en',
    status: 'unanswered',
    waitingSince: 0,
    lastMessageAt: 0,
    messageCount: 1,
    preview: '',
  };
}

function asked(turns: readonly Turn[], subject = ''): ReadonlyArray<readonly [text: string, context: string]> {
  const messages = messagesOf(turns);
  const parts = askedIn(conversationOf(subject), waitingMessages(messages), messages);
  return parts.map((part) => [part.text, part.withContext]);
}

const kettle: Turn = ['customer', 'Can I put the lid of the kettle in the dishwasher?'];

test.each<[bug: string, turns: readonly Turn[], asks: ReturnType<typeof asked>]>([
  [
    'a yes to an agent’s question is searched for',
    [kettle, ['agent', 'Is it the steel one?'], ['customer', 'Yes']],
    [],
  ],
  ['a time is searched for', [kettle, ['agent', 'When shall we call?'], ['customer', 'tomorrow 7pm']], []],
  [
    'what completes a question is lost',
    [kettle, ['agent', 'Which kettle do you have?'], ['customer', 'The blue one']],
    [[`${kettle[1]} The blue one`, `${kettle[1]} The blue one`]],
  ],
  [
    'an order number does not reach the question for the order',
    [
      ['customer', 'Where is my order?'],
      ['agent', 'What is your order number?'],
      ['customer', '#100-2231'],
    ],
    [['Where is my order? #100-2231', 'Where is my order? #100-2231']],
  ],
  [
    'an order number in a line of its own is passed over',
    [
      ['customer', 'Where is my order?'],
      ['customer', '#100-2231'],
    ],
    [['Where is my order? #100-2231', 'Where is my order? #100-2231']],
  ],
  [
    'a new question gets the old one mixed in',
    [kettle, ['agent', 'Yes, you can.'], ['customer', 'Do you ship to Norway?']],
    [['Do you ship to Norway?', 'Do you ship to Norway?']],
  ],
  [
    'a fragment stands without what it goes on from',
    [
      ['customer', 'How long is delivery to Sweden?'],
      ['agent', 'Three days.'],
      ['customer', 'And to Norway?'],
    ],
    [['And to Norway?', 'How long is delivery to Sweden? And to Norway?']],
  ],
  [
    'thanks between hide what was asked before',
    [
      kettle,
      ['agent', 'Yes.'],
      ['customer', 'Thanks!'],
      ['agent', 'You are welcome.'],
      ['customer', 'And the filter?'],
    ],
    [['And the filter?', `${kettle[1]} And the filter?`]],
  ],
  [
    'a fragment in Chinese stands alone',
    [
      ['customer', '运费多少？'],
      ['agent', '十元。'],
      ['customer', '那退货呢？'],
    ],
    [['那退货呢？', '运费多少？ 那退货呢？']],
  ],
  [
    'a fragment in Japanese stands alone',
    [
      ['customer', '送料はいくらですか？'],
      ['agent', '500円です。'],
      ['customer', '返品の場合は？'],
    ],
    [['返品の場合は？', '送料はいくらですか？ 返品の場合は？']],
  ],
])('bug: %s', (_bug, turns, asks) => {
  expect(asked(turns)).toEqual(asks);
});

test.each([
  ['Do you ship to Norway?', 'Thanks!\nAnn', [['Do you ship to Norway?', 'Do you ship to Norway?']]],
  ['Question', 'Is it blue?', [['Is it blue?', 'Is it blue?']]],
  ['Fjord lamp', 'Is it blue?', [['Is it blue?', 'Fjord lamp. Is it blue?']]],
  ['Re: Do you ship to Norway?', 'Thanks!', []],
])('bug: the subject “%s” is passed over, or searched though it says nothing', (subject, text, asks) => {
  expect(asked([['customer', text]], subject)).toEqual(asks);
});

const newsletter =
  'View this email in your browser. 40% off all duvets, shop now! Unsubscribe: https://linen.example/u';

test.each<[turns: readonly Turn[], isNoise: boolean]>([
  [[['customer', newsletter]], true],
  [
    [
      ['customer', newsletter],
      ['customer', 'Is this code of yours? It fails at the checkout.'],
    ],
    false,
  ],
  [
    [
      ['customer', 'Do you have duvets?'],
      ['agent', 'Yes.'],
      ['customer', newsletter],
    ],
    false,
  ],
])('bug: a customer is taken for a mailing, or a mailing for a customer (%#)', (turns, isNoise) => {
  const messages = messagesOf(turns);
  expect(isNoMatterOfOurs(conversationOf(''), waitingMessages(messages), messages)).toBe(isNoise);
});
