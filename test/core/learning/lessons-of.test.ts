import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composedSentences, joinedText } from '#core/drafting/compose-text.ts';
import { keptShareOf, likeness } from '#core/learning/kept-share.ts';
import { lessonsOf } from '#core/learning/lessons-of.ts';
import type { Ask, Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { deskSettings } from '#test/support/core-desk.ts';

const delivery = 'Delivery to Norway takes three days. You get a tracking link by mail.';
const pouch = 'The tea pouch is compostable.';

function passage(answer: string, kind: Evidence['kind'] = 'knowledge'): Evidence {
  return {
    kind,
    id: newId(),
    versionId: newId(),
    question: 'Q',
    answer,
    topic: null,
    language: 'en',
    correctsEntryId: null,
    confidence: 0.9,
    cosine: null,
    overlap: 1,
  };
}

/** The draft that answers one question with each of these; null: it has no answer. */
function draftOf(...answers: ReadonlyArray<string | Evidence | null>): Draft {
  const evidence = answers.filter((one) => one !== null).map((one) => (typeof one === 'string' ? passage(one) : one));
  let next = 0;
  const asks = answers.map((one, i): Ask => {
    const text = ['How long does delivery take?', 'Is the pouch compostable?', 'Do you engrave?'][i] ?? 'Why?';
    return {
      text,
      context: text,
      evidence: one === null ? null : next++,
      silence: one === null ? 'no_evidence' : null,
      confidence: 0.9,
    };
  });
  const sentences = composedSentences({
    settings: deskSettings,
    language: 'en',
    customerName: 'Marta Lindqvist',
    asks,
    evidence,
  });
  const ids = { id: newId(), conversationId: newId(), messageId: newId() };
  return {
    ...ids,
    state: 'open',
    language: 'en',
    asks,
    evidence,
    sentences: [...sentences],
    text: joinedText(sentences),
    confidence: 0.9,
    silence: null,
    learnedItemIds: [],
    embedderId: null,
    createdAt: 1,
  };
}

function taughtBy(draft: Draft | null, text: string, customerName = 'Marta Lindqvist', asked = ['Do you engrave?']) {
  const greetings = [...Object.values(deskSettings.greeting), ...Object.values(deskSettings.greetingUnnamed)];
  const closings = [...Object.values(deskSettings.closing), ...Object.values(deskSettings.signature)];
  return lessonsOf({ text, draft, asked, customerName, greetings, closings, glosses: null });
}
const answersTaught = (draft: Draft, edit: (text: string) => string): readonly string[] =>
  taughtBy(draft, edit(draft.text)).map((lesson) => lesson.answer);

const nothing: readonly (readonly [bug: string, edit: (text: string) => string])[] = [
  ['nothing at all', (text) => text],
  ['white space', (text) => text.replaceAll('\n\n', '\n').replaceAll(' ', '  ')],
  ['punctuation', (text) => text.replaceAll('.', '!')],
  ['letter case', (text) => text.toUpperCase()],
  ['another greeting', (text) => text.replace('Hello Marta,', 'Good morning dear Mrs Lindqvist,')],
  ['a greeting in own words', (text) => text.replace('Hello Marta,', 'Good to hear from you again!')],
  ['no greeting', (text) => text.replace('Hello Marta,\n\n', '')],
  ['another closing', (text) => text.replace('Happy brewing!', 'Kind regards,')],
  [
    'a closing in own words',
    (text) =>
      text.replace(
        'Happy brewing!\nThe Kettle Shop of Leeds',
        'Enjoy your evening with a cup of something warm,\nBob from Leeds',
      ),
  ],
  ['no closing', (text) => text.replace('\n\nHappy brewing!\nThe Kettle Shop of Leeds', '')],
  [
    'thanks before the closing',
    (text) => text.replace('Happy brewing!', 'Thank you for your patience.\n\nHappy brewing!'),
  ],
  ['the deletion of an answer', (text) => text.replace(delivery, '')],
];

test.each(nothing)('bug: %s is learned', (_bug, edit) => {
  expect(answersTaught(draftOf(delivery, pouch), edit)).toEqual([]);
});

const something: readonly (readonly [bug: string, edit: (text: string) => string, answers: readonly string[]])[] = [
  ['a changed word', (text) => text.replace('three', 'nine'), [delivery.replace('three', 'nine')]],
  [
    'a sentence replaced',
    (text) => text.replace('You get a tracking link by mail.', 'The carrier calls you before.'),
    ['Delivery to Norway takes three days. The carrier calls you before.'],
  ],
  [
    'a sentence added',
    (text) => text.replace('by mail.', 'by mail. Customs may ask for duty.'),
    [`${delivery} Customs may ask for duty.`],
  ],
  [
    'a sentence taken out',
    (text) => text.replace(' You get a tracking link by mail.', ''),
    ['Delivery to Norway takes three days.'],
  ],
  [
    'both answers',
    (text) => text.replace('three', 'nine').replace('compostable', 'plastic'),
    [delivery.replace('three', 'nine'), 'The tea pouch is plastic.'],
  ],
  ['only the second answer', (text) => text.replace('compostable', 'plastic'), ['The tea pouch is plastic.']],
];

test.each(something)('bug: %s is not learned, or with the words of another', (_bug, edit, answers) => {
  expect(answersTaught(draftOf(delivery, pouch), edit)).toEqual(answers);
});

test('bug: a gap that was filled teaches nothing, or its own words', () => {
  const draft = draftOf(delivery, null);
  const filled = draft.text.replace(/\[✎[^\]]*\]/u, 'Yes, we engrave. It costs five euro.');
  expect(taughtBy(draft, filled)).toMatchObject([
    {
      question: 'Is the pouch compostable?',
      answer: 'Yes, we engrave. It costs five euro.',
      before: '',
      changed: null,
    },
  ]);
});

test('bug: a wholly new answer counts as a correction of the passage it has nothing to do with', () => {
  const draft = draftOf(delivery);
  const text = draft.text.replace(delivery, 'We stopped posting abroad in January, sorry about that.');
  expect(taughtBy(draft, text)).toMatchObject([
    { changed: null, answer: 'We stopped posting abroad in January, sorry about that.' },
  ]);
  expect(taughtBy(draft, draft.text.replace('three', 'nine'))[0]?.changed?.id).toBe(draft.evidence[0]?.id);
});

test.each([
  ['Where is my order?', 'My tea has not arrived.'],
  ['我的订单怎么还没发货？', '茶壶有货吗？'],
  ['注文した商品がまだ届きません。', 'やかんは在庫ありますか？'],
])('bug: what is written by hand to “%s” or “%s” becomes the answer to everybody', (...texts) => {
  for (const text of texts) {
    expect(taughtBy(null, 'We hold your parcel until Friday.', 'Marta', [`Hello. ${text}`])).toEqual([]);
    const draft = draftOf(pouch, null);
    const asked = { ...draft, asks: draft.asks.map((ask, i) => (i === 1 ? { ...ask, text, context: text } : ask)) };
    const lessons = taughtBy(asked, `${pouch}\n\nWe hold your parcel until Friday. The bank asks.`);
    expect(JSON.stringify(lessons)).not.toContain('Friday');
    expect(JSON.stringify(lessons)).not.toContain('bank');
  }
});

test('bug: what an order says becomes the answer to everybody', () => {
  const draft = draftOf(passage('Your order has been shipped.', 'order'));
  expect(taughtBy(draft, draft.text.replace('shipped', 'lost'))).toEqual([]);
});

const personal: readonly (readonly [bug: string, sentence: string])[] = [
  ['an e-mail address', 'I wrote to marta@example.com as well.'],
  ['a telephone number', 'I will call +47 22 22 22 22 today.'],
  ['an order number with letters', 'I checked your order HL-10423 today.'],
  ['an order number with its sign', 'I checked your order #10423 today.'],
  ['a long number', 'Your parcel is 20240115001234 at the carrier.'],
  ['the name', 'Dear Marta that was our mistake.'],
];

test.each(personal)('bug: %s of one customer is told to the next', (_bug, sentence) => {
  const draft = draftOf(delivery);
  expect(answersTaught(draft, (text) => text.replace('by mail.', `by mail. ${sentence}`))).toEqual([]);
  expect(
    answersTaught(draft, (text) => text.replace('by mail.', `by mail. ${sentence} Customs may ask for duty.`)),
  ).toEqual([`${delivery} Customs may ask for duty.`]);
});

test.each([['An Le'], ['Will Smith'], ['Al'], ['Lee Day']])(
  'bug: nothing can be learned from a customer called %s',
  (name) => {
    const draft = draftOf(delivery);
    const lessons = taughtBy(
      draft,
      draft.text.replace('three days', 'nine days and will always want a signature'),
      name,
    );
    expect(lessons.map((lesson) => lesson.answer)).toEqual([
      delivery.replace('three days', 'nine days and will always want a signature'),
    ]);
  },
);

test('bug: a correction loses the sentence with the address of the shop', () => {
  const draft = draftOf('Write to help@shop.example. We answer in one day.');
  expect(answersTaught(draft, (text) => text.replace('one day', 'two days'))).toEqual([
    'Write to help@shop.example. We answer in two days.',
  ]);
});

test('bug: the question that is remembered tells who asked it, or is none', () => {
  const draft = draftOf(delivery);
  const asks = (context: string): Draft => ({ ...draft, asks: draft.asks.map((ask) => ({ ...ask, context })) });
  const text = draft.text.replace('three', 'nine');
  expect(taughtBy(asks('Marta here, where is HL-10423? Another mail: marta@example.com'), text)[0]?.question).toBe(
    'Where is it?',
  );
  expect(taughtBy(asks('HL-10423?'), text)).toEqual([]);
  expect(taughtBy(asks('why '.repeat(5_000)), text)[0]?.question.length).toBeLessThanOrEqual(2_000);
});

test('bug: a reply longer than an item can hold is learned', () => {
  const draft = draftOf(delivery);
  expect(taughtBy(draft, draft.text.replace('three', 'nine '.repeat(6_000)))).toEqual([]);
});

const written: readonly (readonly [text: string, answer: string])[] = [
  ['Hello Marta,\n\nYes, we engrave.\n\nHappy brewing!\nThe Kettle Shop of Leeds', 'Yes, we engrave.'],
  ['Hi Marta\nYes, we engrave.\nThanks, Bob', 'Yes, we engrave.'],
  ['您好，\n\n可以刻字。\n\n祝您喝茶愉快！\n水壶店', '可以刻字。'],
  [
    '佐藤様\n\nお問い合わせありがとうございます。\n\n名入れを承ります。\n\n今後ともよろしくお願いいたします。\nやかん店',
    '名入れを承ります。',
  ],
];

test.each(written)('bug: a reply by hand is learned with its greeting or closing: %s', (text, answer) => {
  expect(taughtBy(null, text, '佐藤').map((lesson) => lesson.answer)).toEqual([answer]);
});

test('bug: thanks by hand become an answer', () => {
  expect(taughtBy(null, 'Hello Marta,\n\nThank you so much!\n\nKind regards')).toEqual([]);
});

const words = fc
  .array(fc.constantFrom('kettle', 'tea', '茶', '壶', 'やかん', 'x', '.', ' ', '\n', '🍵'), { maxLength: 30 })
  .map((all) => all.join(' '));

test('bug: the kept share is no share, or not whole for what was kept whole', () => {
  fc.assert(
    fc.property(words, words, (draft, sent) => {
      const share = keptShareOf(draft, sent);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(keptShareOf(draft, draft)).toBe(1);
      expect(keptShareOf(draft, `${sent} ${draft} ${sent}`)).toBe(1);
      expect(likeness(draft, sent)).toBeCloseTo(likeness(sent, draft), 10);
      expect(likeness(draft, draft)).toBe(1);
    }),
  );
});

test('bug: some edit makes a lesson that cannot be kept, or breaks', () => {
  const edit = fc.array(
    fc.oneof(
      words,
      fc.constantFrom(delivery, pouch, 'Hello Marta,', 'Happy brewing!', 'You get a tracking link by mail.'),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(edit, (parts) => {
      for (const lesson of taughtBy(draftOf(delivery, null, pouch), parts.join('\n'))) {
        expect(lesson.question.trim()).not.toBe('');
        expect(lesson.answer.trim()).not.toBe('');
      }
    }),
  );
});
