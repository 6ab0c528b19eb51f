import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { SeededRandom } from '#test/support/seeded-random.ts';

/** How somebody writes to a customer; `{name}` is theirs as this writer says it. */
export type Manner = {
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  readonly name: 'first' | 'full';
  /** Of their replies, how many bear an emoji. */
  readonly emoji: number;
  readonly sentences: readonly [from: number, to: number];
  /** Said in this share of their replies. */
  readonly phrase: { readonly text: string; readonly share: number } | null;
  /** Puts the second where a draft says the first. */
  readonly reworded: readonly [avoid: string, use: string] | null;
};

export type SentReply = Pick<Outcome, 'act' | 'draftText' | 'sentText'>;
export type Customer = { readonly first: string; readonly full: string };

const emojis = ['😊', '🙏', '🎉'];

/** What replies are about: no two alike, for each has its number. `{w}`: the word that drafts use and the house does not. */
const matters: Record<ReplyLanguage, readonly string[]> = {
  en: [
    'Your {w} leaves the warehouse in {n} days.',
    'The {w} with number {n} is on its way to you.',
    'Model {n} fits a pan of that width.',
    'You can return it within {n} days, unused and in its box.',
    'The refund of {n} euros is booked by the end of the week.',
    'Filter {n} is the one your machine takes.',
    'The lid holds up to {n} degrees in the oven.',
    'Shelf {n} carries more than you need for that.',
  ],
  zh: [
    '您的{w}将在{n}天内送达。',
    '单号{n}的{w}已经从仓库发出。',
    '型号{n}可以配这个尺寸的锅。',
    '收货后{n}天内未使用可以退货。',
    '{n}元的退款本周内到账。',
    '滤芯{n}适合这台机器。',
    '锅盖最高可耐{n}度。',
    '{n}号层架的承重足够。',
  ],
  ja: [
    'お客様の{w}は{n}日以内に届きます。',
    '番号{n}の{w}は倉庫を出ております。',
    '型番{n}はこの大きさの鍋に合います。',
    '未使用であれば{n}日以内に返品できます。',
    '{n}円の返金は今週中に完了します。',
    'フィルター{n}がこの機種に対応しております。',
    'ふたは{n}度まで使えます。',
    '棚板{n}で重さは足ります。',
  ],
};

const customers: Record<ReplyLanguage, ReadonlyArray<readonly [string, string]>> = {
  en: [
    ['Nora', 'Okafor'],
    ['Ivan', 'Petrov'],
    ['Lucia', 'Moretti'],
    ['Sam', 'Whitfield'],
    ['Asha', 'Rao'],
    ['Peter', 'Lund'],
  ],
  zh: [
    ['林', '小雨'],
    ['王', '建国'],
    ['陈', '思远'],
    ['赵', '明'],
    ['周', '婷婷'],
  ],
  ja: [
    ['佐藤', '美咲'],
    ['田中', '健'],
    ['鈴木', '葵'],
    ['高橋', '蓮'],
    ['渡辺', '結衣'],
  ],
};

/** Somebody who wrote to the store; East Asian customers are called by what they gave. */
export function aCustomer(random: SeededRandom, language: ReplyLanguage): Customer {
  const [a, b] = random.pick(customers[language]);
  if (language === 'en') return { first: a, full: `${a} ${b}` };
  const full = language === 'zh' ? a + b : `${a} ${b}`;
  return { first: language === 'zh' ? full : a, full };
}

/** A reply in somebody's manner, and the draft it began with. A third is written from scratch. */
export function aReply(
  random: SeededRandom,
  language: ReplyLanguage,
  manner: Manner,
  { customer, drafted }: { readonly customer: Customer; readonly drafted: readonly [string, string] },
): SentReply {
  const word = manner.reworded?.[0] ?? { en: 'parcel', zh: '快递', ja: '荷物' }[language];
  const count = random.whole(...manner.sentences);
  const said = Array.from({ length: count }, () =>
    random.pick(matters[language]).replace('{n}', String(random.whole(2, 9_000))),
  );
  const gap = language === 'en' ? ' ' : '';
  const inDraft = said.map((one) => one.replace('{w}', word)).join(gap);
  const rewords = manner.reworded !== null && random.next() < 0.95;
  const body = said.map((one) => one.replace('{w}', rewords ? (manner.reworded?.[1] ?? word) : word)).join(gap);
  const phrase = manner.phrase !== null && random.next() < manner.phrase.share ? `${gap}${manner.phrase.text}` : '';
  const emoji = random.next() < manner.emoji ? ` ${random.pick(emojis)}` : '';
  const name = customer[manner.name];
  const greeting = random.pick(manner.greetings).replace('{name}', name);
  const closing = random.pick(manner.closings);
  const sentText = [greeting, `${body}${phrase}${emoji}`, closing].filter((part) => part !== '').join('\n\n');
  const isWritten = random.next() < 0.33;
  const draftText = isWritten
    ? ''
    : [drafted[0].replace('{name}', name), inDraft, drafted[1]].filter(Boolean).join('\n\n');
  return { act: isWritten ? 'written' : 'edited', draftText, sentText };
}
