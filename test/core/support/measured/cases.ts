import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Order } from '#shared/model/order.ts';
import type { Sources } from '#core/support/source-text.ts';
import { englishRules } from './families-en.ts';
import { englishFacts } from './families-en-facts.ts';
import { japaneseFamilies } from './families-ja.ts';
import { laterFamilies } from './families-later.ts';
import { chineseFamilies } from './families-zh.ts';
import {
  type Family,
  type MutationKind,
  type Random,
  type Slots,
  filled,
  pick,
  pickOther,
  randomFrom,
} from './family.ts';
import { type Entry, mutationsOf, reworded, writtenEntries } from './reworded.ts';

/** A reply that its sources support, and the same with one fact made wrong. */
export type SupportCase = {
  readonly id: string;
  /** `seen` while the method was built; `apart`: measured only; `later`: written when it was done. */
  readonly half: 'seen' | 'apart' | 'later';
  readonly from: 'templates' | 'entries';
  readonly language: ReplyLanguage;
  readonly sources: Sources;
  readonly reply: string;
  readonly mutations: ReadonlyArray<{ readonly kind: MutationKind; readonly text: string }>;
};

const families = [...englishRules, ...englishFacts, ...chineseFamilies, ...japaneseFamilies, ...laterFamilies];
/** Of each language every second family is read while the method is built. */
function halfOf(family: Family): SupportCase['half'] {
  if (laterFamilies.includes(family)) return 'later';
  return families.filter(({ language }) => language === family.language).indexOf(family) % 2 === 0 ? 'seen' : 'apart';
}

const greetings: Readonly<Record<ReplyLanguage, readonly [string, string]>> = {
  en: ['Hello Ada,', 'Kind regards,\nMika'],
  zh: ['林女士您好，', '祝好！\n小米'],
  ja: ['田中 様\n\nお問い合わせありがとうございます。', '今後ともよろしくお願いいたします。'],
};
const questions: Readonly<Record<ReplyLanguage, string>> = {
  en: 'Hi, I have a question about my purchase. Could you let me know? Ada',
  zh: '你好，想请教一下，谢谢！林女士',
  ja: 'お世話になっております。教えてください。田中',
};

function slotsOf(family: Family, random: Random): Slots {
  const slots = Object.fromEntries(Object.entries(family.slots).map(([name, values]) => [name, pick(random, values)]));
  return spokenDate(slots, family.language);
}

function spokenDate(slots: Slots, language: ReplyLanguage): Slots {
  const { date } = slots;
  if (date === undefined || !/^\d{4}-/.test(date)) return slots;
  const locale = { en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP' }[language];
  return {
    ...slots,
    spoken: new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(date),
    ),
  };
}

/** A whole order of a few fields. */
export function orderOf(part: Partial<Order>): Order {
  return {
    number: 'X-1',
    customerAddress: 'ada@customer.example',
    status: 'processing',
    placedAt: Date.parse('2027-01-11T12:00:00Z'),
    amount: { value: 83.2, currency: 'EUR' },
    items: [],
    parcels: 1,
    carrier: null,
    trackingNumber: null,
    trackingUrl: null,
    promisedAt: null,
    source: { kind: 'sample', name: '' },
    readAt: 0,
    ...part,
  };
}

function passageOf(family: Family, slots: Slots, index: number): Sources['passages'] {
  if (family.passage === null) return [];
  const { question, answer } = family.passage;
  return [
    {
      kind: 'knowledge',
      id: family.id,
      index,
      question: filled(question, slots),
      answer: filled(answer, slots),
      language: family.language,
    },
  ];
}

/** Slots with one given another value. */
function changed(family: Family, slots: Slots, name: string, to: readonly string[] | undefined, random: Random): Slots {
  if (name === 'spoken') {
    const date = pickOther(random, family.slots['date'] ?? [], slots['date'] ?? '');
    return { ...slots, spoken: spokenDate({ date }, family.language)['spoken'] ?? '' };
  }
  return { ...slots, [name]: pickOther(random, to ?? family.slots[name] ?? [], slots[name] ?? '') };
}

function wrongReplies(family: Family, slots: Slots, reply: number, random: Random) {
  return family.wrong.flatMap(([kind, what, to]) => {
    if (typeof what !== 'string') return [{ kind, text: filled(what[reply] ?? '', slots) }];
    const template = family.replies[reply] ?? '';
    if (!template.includes(`{${what}}`)) return [];
    return [{ kind, text: filled(template, changed(family, slots, what, to, random)) }];
  });
}

const rounds = 9;

function templateCases(): readonly SupportCase[] {
  return families.flatMap((family, at) => {
    const random = randomFrom(7_000 + at);
    return Array.from({ length: rounds * family.replies.length }, (_, round): SupportCase => {
      const reply = round % family.replies.length;
      const slots = slotsOf(family, random);
      const others = families.filter(
        (one) =>
          one.language === family.language &&
          one !== family &&
          (halfOf(one) === halfOf(family) || halfOf(family) === 'later') &&
          !clash(one, family),
      );
      const beside = pick(random, others);
      const besideSlots = slotsOf(beside, random);
      const isJoined = round % 3 === 0;
      const distractors = [0, 1].flatMap((_one, i) => {
        const other = pick(
          random,
          others.filter((one) => one !== beside),
        );
        return passageOf(other, slotsOf(other, random), 2 + i);
      });
      const sources: Sources = {
        passages: [...passageOf(family, slots, 0), ...passageOf(beside, besideSlots, 1), ...distractors],
        orders: [family, beside].flatMap((one, i) =>
          one.order === undefined ? [] : [orderOf(one.order(i === 0 ? slots : besideSlots))],
        ),
        messages: [{ id: 'm', role: 'customer', authorName: 'Ada', text: questions[family.language] }],
        phrases: [...greetings[family.language]],
        names: [
          ...new Set(
            families.filter((one) => one.language === family.language).flatMap((one) => one.slots['product'] ?? []),
          ),
        ],
      };
      const [hello, bye] = greetings[family.language];
      const whole = (text: string): string => {
        const second = isJoined
          ? `${family.language === 'en' ? ' ' : ''}${filled(beside.replies[0] ?? '', besideSlots)}`
          : '';
        return `${hello}\n\n${text}${second}\n\n${bye}`;
      };
      return {
        id: `${family.id}/${round}`,
        half: halfOf(family),
        from: 'templates',
        language: family.language,
        sources,
        reply: whole(filled(family.replies[reply] ?? '', slots)),
        mutations: wrongReplies(family, slots, reply, random).map(({ kind, text }) => ({ kind, text: whole(text) })),
      };
    });
  });
}

/** Two families about the same order, or the same place, would speak of each other. */
function clash(a: Family, b: Family): boolean {
  return a.order !== undefined && b.order !== undefined;
}

function entryCases(shop: 's' | 'a' | 'b'): readonly SupportCase[] {
  const random = randomFrom(shop.charCodeAt(0));
  const entries = writtenEntries(shop);
  return entries.flatMap((entry): readonly SupportCase[] => {
    const reply = reworded(entry, random);
    const others = entries.filter(({ language, id }) => language === entry.language && id !== entry.id);
    const passages = [entry, pick(random, others), pick(random, others), pick(random, others)].map(
      (one: Entry, index) => ({
        kind: 'knowledge' as const,
        id: one.id,
        index,
        question: one.question,
        answer: one.answer,
        language: one.language,
      }),
    );
    return [
      {
        id: entry.id,
        half: shop === 'b' ? 'apart' : 'seen',
        from: 'entries',
        language: entry.language,
        sources: {
          passages,
          orders: [],
          messages: [{ id: 'm', role: 'customer', authorName: 'Ada', text: questions[entry.language] }],
          phrases: [],
          names: [],
        },
        reply,
        mutations: mutationsOf(reply, entry.language, random),
      },
    ];
  });
}

/** More than a thousand supported replies in three languages, each with its mutations. */
export function supportCases(): readonly SupportCase[] {
  return [...templateCases(), ...entryCases('s'), ...entryCases('a'), ...entryCases('b')];
}
