import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  conversations,
  entries,
  folder,
  lessons,
  orders,
  store,
  text,
  Trait,
  type Conversation,
} from './sample-store-files.ts';

const entryById = new Map(entries.map((entry) => [entry.id, entry]));
const orderByNumber = new Map(orders.map((order) => [order.number, order]));
const conversationById = new Map(conversations.map((conversation) => [conversation.id, conversation]));

const minutesIn = { m: 1, h: 60, d: 1440 } as const;
const minutes = (offset: string): number =>
  Number(offset.slice(0, -1)) * minutesIn[offset.slice(-1) as keyof typeof minutesIn];
const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
const isAnswered = (conversation: Conversation): boolean => conversation.turns.at(-1)?.role === 'agent';
const waiting = conversations.filter((conversation) => !isAnswered(conversation));
const withTrait = (trait: Trait): Conversation[] =>
  waiting.filter((conversation) => conversation.traits.includes(trait));
const ids = (found: readonly { id: string }[]): string[] => found.map((row) => row.id);

describe('the store', () => {
  it('catches a greeting that would reach a named customer without the name, or an unnamed one with a placeholder', () => {
    for (const language of store.languages) {
      expect(store.settings.greeting[language]).toContain('{name}');
      expect(store.settings.greetingUnnamed[language]).not.toContain('{');
    }
  });
});

describe('knowledge', () => {
  it('catches two entries under one id, where the later would hide the earlier', () => {
    expect(repeated(ids(entries))).toEqual([]);
  });

  it('catches a language whose customers would find next to nothing', () => {
    const count = (language: string): number => entries.filter((entry) => entry.language === language).length;
    expect(count('en')).toBeGreaterThanOrEqual(36);
    expect(count('zh')).toBeGreaterThanOrEqual(12);
    expect(count('ja')).toBeGreaterThanOrEqual(12);
  });

  it('catches an entry filed under the wrong language', () => {
    const written = (answer: string): string =>
      /\p{Script=Hiragana}/u.test(answer) ? 'ja' : /\p{Script=Han}/u.test(answer) ? 'zh' : 'en';
    expect(ids(entries.filter((entry) => written(entry.answer) !== entry.language))).toEqual([]);
  });

  it('catches an answer that greets or signs, which the store settings would then do a second time', () => {
    expect(
      ids(entries.filter((entry) => /^(hello|hi|dear)\b|您好，|best wishes|お世話になって/iu.test(entry.answer))),
    ).toEqual([]);
  });

  it('catches an article without a heading, which an import could not name', () => {
    const articles = readdirSync(join(folder, 'articles')).filter((name) => name.endsWith('.md'));
    expect(articles.length).toBeGreaterThanOrEqual(3);
    for (const article of articles) expect(text(join('articles', article))).toMatch(/^# \S.*\n[^]*\n## \S/);
  });
});

describe('orders', () => {
  it('catches two orders under one number', () => {
    expect(orders.length).toBeGreaterThanOrEqual(30);
    expect(repeated(orders.map((order) => order.number))).toEqual([]);
    expect(repeated(orders.flatMap((order) => order.trackingNumber ?? []))).toEqual([]);
  });

  it('catches a parcel under way that nobody can follow, and tracking for a parcel that never left', () => {
    for (const order of orders) {
      const hasLeft = !['processing', 'cancelled'].includes(order.status);
      expect([order.number, order.carrier !== undefined]).toEqual([order.number, hasLeft]);
      expect([order.number, order.trackingUrl?.endsWith(`/${order.trackingNumber}`) ?? false]).toEqual([
        order.number,
        hasLeft,
      ]);
    }
  });

  it('catches a delivery promised before the order was placed', () => {
    for (const order of orders)
      if (order.promisedAt !== undefined)
        expect(minutes(order.promisedAt), order.number).toBeGreaterThan(minutes(order.placedAt));
  });

  it('catches a higher number on an older order, as a shop that counts up could not have', () => {
    const byNumber = orders
      .toSorted((a, b) => a.number.localeCompare(b.number))
      .map((order) => minutes(order.placedAt));
    const late = byNumber.filter((at, index) => index > 0 && at < (byNumber[index - 1] ?? at));
    expect(late).toEqual([]);
  });
});

describe('conversations', () => {
  it('catches two conversations under one id', () => {
    expect(conversations.length).toBeGreaterThanOrEqual(66);
    expect(repeated(ids(conversations))).toEqual([]);
  });

  it('catches one customer under two names, whose conversations would be shown as one person', () => {
    const addresses = [...new Set(conversations.map(({ customer }) => `${customer.address} ${customer.name}`))];
    expect(repeated(addresses.map((pair) => pair.split(' ')[0] ?? ''))).toEqual([]);
  });

  it('catches turns out of order or at the same time, which folding would show in the wrong order', () => {
    for (const { id, turns } of conversations) {
      const times = turns.map((turn) => minutes(turn.at));
      const inOrder = times.every((time, at) => at === 0 || time > (times[at - 1] ?? time));
      expect([id, inOrder]).toEqual([id, true]);
    }
  });

  it('catches a customer who has waited absurdly long or writes from the future', () => {
    for (const { id, turns, traits } of waiting) {
      const waited = -minutes(turns.at(-1)?.at ?? '+0m');
      const needsNothing = traits.includes('auto-reply');
      expect(waited, id).toBeGreaterThanOrEqual(2);
      expect(waited, id).toBeLessThanOrEqual(needsNothing ? 2 * minutesIn.d : 20 * 60);
    }
  });

  it('catches an expectation that names an entry or an order that is not there', () => {
    const asks = conversations.flatMap((conversation) => conversation.expects);
    const missing = asks.flatMap((ask) =>
      'entryIds' in ask
        ? ask.entryIds.filter((id) => !entryById.has(id))
        : 'order' in ask && !orderByNumber.has(ask.order)
          ? [ask.order]
          : [],
    );
    expect(missing).toEqual([]);
  });

  it('catches an order number in a message that no order has', () => {
    const named = conversations.flatMap(({ subject, turns }) =>
      [subject, ...turns.map((turn) => turn.text)].flatMap((words) => words.match(/HL-\d+/g) ?? []),
    );
    expect(named.filter((number) => !orderByNumber.has(number))).toEqual([]);
  });

  it('catches an order question whose order neither the message nor the address of its customer leads to', () => {
    for (const conversation of waiting)
      for (const ask of conversation.expects) {
        if (!('order' in ask)) continue;
        const isNamed = [conversation.subject, ...conversation.turns.map((turn) => turn.text)].some((words) =>
          words.includes(ask.order),
        );
        const ofAddress = orders.filter((order) => order.customerAddress === conversation.customer.address);
        const isOnlyOne = ofAddress.length === 1 && ofAddress[0]?.number === ask.order;
        expect([conversation.id, isNamed || isOnlyOne]).toEqual([conversation.id, true]);
      }
  });

  it("catches a customer who asks after another customer's order", () => {
    for (const { id, customer, expects } of conversations)
      for (const ask of expects)
        if ('order' in ask) expect([id, orderByNumber.get(ask.order)?.customerAddress]).toEqual([id, customer.address]);
  });

  it('catches an expectation in a language that the customer could not be answered in', () => {
    for (const { id, language, expects } of conversations)
      for (const ask of expects)
        if ('entryIds' in ask)
          expect([id, ask.entryIds.some((entryId) => entryById.get(entryId)?.language === language)]).toEqual([
            id,
            true,
          ]);
  });

  it('catches a waiting question nobody is measured on, and an answered one that is measured as if it waited', () => {
    const needsNothing = (conversation: Conversation): boolean =>
      isAnswered(conversation) ||
      conversation.traits.some((trait) => ['thanks', 'small-talk', 'auto-reply'].includes(trait));
    const wrong = conversations.filter(
      (conversation) => needsNothing(conversation) !== (conversation.expects.length === 0),
    );
    expect(ids(wrong)).toEqual([]);
  });

  it('catches a trait that its conversation does not have', () => {
    const silent = ({ expects }: Conversation): number => expects.filter((ask) => 'silent' in ask).length;
    const claims: Partial<Record<Trait, (conversation: Conversation) => boolean>> = {
      single: ({ turns }) => turns.length === 1,
      'follow-up': ({ turns }) => turns.length >= 3,
      'two-questions': ({ expects }) => expects.length === 2,
      'no-answer': (conversation) => silent(conversation) > 0 && silent(conversation) === conversation.expects.length,
      'partly-answered': (conversation) => silent(conversation) === 1 && conversation.expects.length === 2,
      'order-status': ({ expects }) => expects.some((ask) => 'order' in ask),
      attachment: ({ turns }) => turns.some((turn) => turn.attachments !== undefined),
      'auto-reply': ({ turns }) => turns.at(-1)?.automatic === true,
    };
    for (const [trait, holds] of Object.entries(claims))
      expect([trait, ...ids(withTrait(Trait.parse(trait)).filter((conversation) => !holds(conversation)))]).toEqual([
        trait,
      ]);
  });

  it('catches a kind of message that the regression set has stopped covering', () => {
    const atLeast: Partial<Record<Trait, number>> = {
      'no-answer': 10,
      'two-questions': 6,
      'partly-answered': 3,
      angry: 5,
      'order-status': 8,
      'follow-up': 4,
      noisy: 8,
      attachment: 4,
      'auto-reply': 2,
      'mixed-language': 3,
    };
    for (const [trait, least] of Object.entries(atLeast))
      expect(withTrait(Trait.parse(trait)).length, trait).toBeGreaterThanOrEqual(least);
    expect(withTrait('thanks').length + withTrait('small-talk').length).toBeGreaterThanOrEqual(5);
    expect(conversations.length - waiting.length, 'answered').toBeGreaterThanOrEqual(8);
    expect(conversations.filter(({ turns }) => turns.length >= 3).length, 'three turns or more').toBeGreaterThanOrEqual(
      8,
    );
    for (const [language, least] of [
      ['en', 40],
      ['zh', 13],
      ['ja', 13],
    ] as const)
      expect(conversations.filter((row) => row.language === language).length, language).toBeGreaterThanOrEqual(least);
  });
});

describe('pairs and lessons', () => {
  const pairs = Map.groupBy(withTrait('similar-pair'), (conversation) => conversation.pair ?? '');

  it('catches a pair with one half, or whose halves do not ask the same thing in one language', () => {
    expect(pairs.size).toBeGreaterThanOrEqual(6);
    for (const [name, halves] of pairs) {
      expect([name, halves.length]).toEqual([name, 2]);
      const [first, second] = halves.map(({ language, expects }) =>
        JSON.stringify([language, expects.map((ask) => ('entryIds' in ask ? ask.entryIds[0] : 'silent'))]),
      );
      expect(second).toBe(first);
    }
    expect(
      ids(conversations.filter((row) => (row.pair !== undefined) !== row.traits.includes('similar-pair'))),
    ).toEqual([]);
  });

  it('catches a lesson taught on the wrong conversations', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(3);
    for (const { pair, first, second } of lessons) expect([first, second]).toEqual(ids(pairs.get(pair) ?? []));
  });

  it('catches an edit of a sentence that the entry no longer contains, which would leave the draft as it was', () => {
    for (const lesson of lessons) {
      if (!('edit' in lesson)) continue;
      const expected =
        conversationById.get(lesson.first)?.expects.flatMap((ask) => ('entryIds' in ask ? ask.entryIds : [])) ?? [];
      const isThere = expected.some((id) => entryById.get(id)?.answer.includes(lesson.edit.find));
      expect([lesson.pair, isThere]).toEqual([lesson.pair, true]);
    }
  });

  it('catches an answer written by hand although the knowledge had one', () => {
    for (const lesson of lessons)
      if ('write' in lesson)
        expect([lesson.pair, conversationById.get(lesson.first)?.traits.includes('no-answer')]).toEqual([
          lesson.pair,
          true,
        ]);
  });
});
