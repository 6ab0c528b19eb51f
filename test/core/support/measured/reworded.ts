import { readFileSync } from 'node:fs';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { type MutationKind, type Random, pick } from './family.ts';

export type Entry = {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly language: ReplyLanguage;
};

const folder = new URL('../../../../', import.meta.url);

function linesOf(path: string): readonly Entry[] {
  return readFileSync(new URL(path, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
}

/** The entries of the sample store (`s`), and of the two shops of the measuring sets (`a`, `b`). */
export function writtenEntries(shop: 's' | 'a' | 'b'): readonly Entry[] {
  if (shop === 's')
    return linesOf('resources/sample-store/knowledge.jsonl').map((one) => ({ ...one, id: `s/${one.id}` }));
  return (['en', 'zh', 'ja'] as const).flatMap((language) =>
    linesOf(`test/resources/answers/${shop}/kb.${language}.jsonl`).map((one) => ({
      ...one,
      id: `${shop}/${language}/${one.id}`,
      language,
    })),
  );
}

type Swap = readonly [RegExp, string];

const numerals = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const synonyms: Readonly<Record<ReplyLanguage, readonly Swap[]>> = {
  en: [
    [/\b([2-9]|10) (?=(?:working |business )?(?:days?|weeks?|months?|hours?|years?)\b)/g, 'N '],
    [/\bparcels?\b/gi, 'package'],
    [/\busually\b/g, 'normally'],
    [/\bcosts?\b(?= [€$£\d])/g, 'comes to'],
    [/\byou can\b/gi, 'you may'],
    [/\bcan't\b|\bcannot\b/g, 'can not'],
    [/\bdon't\b/g, 'do not'],
    [/\bwithin\b/g, 'inside'],
    [/\bleaves?\b(?= (?:us|our|the))/g, 'goes out from'],
    [/\bsend us\b/gi, 'let us have'],
    [/\bplease\b/gi, 'kindly'],
    [/\bas soon as\b/gi, 'once'],
    [/\bmoney\b/g, 'amount'],
    [/ – /g, ', '],
  ],
  zh: [
    [/可以/g, '能够'],
    [/我们/g, '本店'],
    [/包裹/g, '快递'],
    [/一般/g, '通常'],
    [/商品/g, '产品'],
    [/之内|以内/g, '内'],
    [/需要/g, '要'],
    [/如果/g, '若'],
    [/请/g, '麻烦您'],
  ],
  ja: [
    [/お届けします/g, 'お届けいたします'],
    [/商品/g, 'お品物'],
    [/通常/g, 'ふだんは'],
    [/当店/g, '弊社'],
    [/荷物/g, 'お荷物'],
    [/ください/g, 'いただけますでしょうか'],
    [/できます/g, 'いただけます'],
    [/〜/g, '～'],
    [/営業日以内/g, '営業日までに'],
  ],
};
const openings: Readonly<Record<ReplyLanguage, readonly string[]>> = {
  en: ['Thanks for asking! ', 'Let me help with that. ', 'Good question. ', ''],
  zh: ['感谢您的咨询。', '关于您的问题：', ''],
  ja: ['お問い合わせありがとうございます。', 'ご質問の件、ご案内いたします。', ''],
};

/** A reply that says what an answer says, in other words where the lists above have some. */
export function reworded({ answer, language }: Entry, random: Random): string {
  let text = answer;
  for (const [pattern, other] of synonyms[language]) {
    text = text.replace(pattern, (match, number?: string) =>
      other === 'N '
        ? `${numerals[Number(number) - 2]} `
        : /^[A-Z]/.test(match) && language === 'en'
          ? other.charAt(0).toUpperCase() + other.slice(1)
          : other,
    );
  }
  return pick(random, openings[language]) + text;
}

type Mutator = {
  readonly kind: MutationKind;
  readonly pattern: RegExp;
  readonly to: (match: string, random: Random) => string;
};

const otherNumber = (match: string, random: Random): string => {
  const number = Number(match);
  const others = [number + 1, number * 2, number + 3, number * 3 + 1, number + 7].filter((one) => one > 0);
  return String(pick(random, others));
};

const mutators: Readonly<Record<ReplyLanguage, readonly Mutator[]>> = {
  en: [
    { kind: 'number', pattern: /(?<![\w.,:/–-])[1-9]\d{0,3}(?![\w,:/–-]|\.\d)/g, to: otherNumber },
    {
      kind: 'date',
      pattern: /\b(?:January|March|May|July|August|December)\b/g,
      to: (month) => (month === 'October' ? 'April' : 'October'),
    },
    { kind: 'date', pattern: /\b(?:Monday|Tuesday|Friday)\b/g, to: () => 'Sunday' },
    { kind: 'currency', pattern: /€(?=\d)/g, to: () => '£' },
    { kind: 'currency', pattern: /(?<=\d )dollars\b/g, to: () => 'euros' },
    { kind: 'unit', pattern: /(?<=\d )(?:working |business )?days\b/g, to: () => 'months' },
    { kind: 'unit', pattern: /(?<=\d )hours\b/g, to: () => 'weeks' },
    {
      kind: 'unit',
      pattern: /(?<=\d )(?:ml|g|cm)\b/g,
      to: (unit) => (unit === 'cm' ? 'm' : unit === 'g' ? 'kg' : 'l'),
    },
    { kind: 'negation', pattern: /\b(?:you|we) (?:can|will|may)\b(?! not)/gi, to: (match) => `${match} not` },
    { kind: 'negation', pattern: /\b(?:can not|do not)\b/g, to: (match) => match.replace(' not', '') },
    {
      kind: 'negation',
      pattern: /\b(?:is|are) (?=(?:free|safe|included|possible|covered)\b)/g,
      to: (match) => `${match}not `,
    },
  ],
  zh: [
    { kind: 'number', pattern: /(?<![\d.:：–-])[1-9]\d{0,3}(?![\d.:：月–-]|日)/g, to: otherNumber },
    { kind: 'currency', pattern: /美元|欧元/g, to: () => '日元' },
    { kind: 'unit', pattern: /(?<=\d)个工作日|(?<=\d)天/g, to: () => '个月' },
    { kind: 'negation', pattern: /(?<!不)能够/g, to: () => '不能' },
    { kind: 'negation', pattern: /不能(?!够)|无法/g, to: () => '能够' },
    { kind: 'negation', pattern: /免费/g, to: () => '收费' },
  ],
  ja: [
    { kind: 'number', pattern: /(?<![\d.:：〜～-])[1-9]\d{0,3}(?![\d.:：月〜～-])/g, to: otherNumber },
    { kind: 'currency', pattern: /ドル|ユーロ/g, to: (match) => (match === 'ドル' ? 'ユーロ' : 'ポンド') },
    { kind: 'unit', pattern: /(?<=\d)営業日|(?<=\d)日(?=以内|間|後)/g, to: () => 'か月' },
    { kind: 'negation', pattern: /いただけます(?!で)/g, to: () => 'いただけません' },
    { kind: 'negation', pattern: /できません|いただけません/g, to: () => 'いただけます' },
    { kind: 'negation', pattern: /無料/g, to: () => '有料' },
  ],
};

/** The text with one fact of it made wrong, once for each kind that it holds. */
export function mutationsOf(
  text: string,
  language: ReplyLanguage,
  random: Random,
): ReadonlyArray<{ readonly kind: MutationKind; readonly text: string }> {
  const byKind = new Map<MutationKind, string>();
  for (const { kind, pattern, to } of mutators[language]) {
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0 || byKind.has(kind)) continue;
    const match = pick(random, matches);
    byKind.set(kind, text.slice(0, match.index) + to(match[0], random) + text.slice(match.index + match[0].length));
  }
  return [...byKind].map(([kind, mutated]) => ({ kind, text: mutated }));
}
