import { gapsIn } from '#shared/gaps.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { type StoreSettings, type StylePlace, noHouseStyle } from '#shared/model/store.ts';
import type { StyleAdvice, StyleMark, StyleRemarks } from '#shared/model/style-remark.ts';
import { greetingFor, settingsAt } from '#shared/reply-style.ts';
import { isQuotedLine, startsQuote } from '../conversations/new-text.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { emoji, namesOf, readStyle } from './read-style.ts';
import { habitAt } from './style-lines.ts';
import { escaped, wordingsIn } from './wordings.ts';

export type RemarkInput = {
  readonly text: string;
  readonly settings: StoreSettings;
  readonly language: ReplyLanguage;
  readonly place: StylePlace;
  readonly customerName: string;
  /** Whether the customer was answered before in this conversation. */
  readonly isAnswered: boolean;
};

type Span = { readonly start: number; readonly end: number };

const mostMarks = 50;
/** Longer than most replies by half, and by this many characters, is much longer. */
const muchLonger = { times: 1.5, characters: 60 };
/**
 * What a house style says of a reply as it is: words it says otherwise, and the one thing about the whole that matters
 * most. What the customer is quoted with, and gaps, are left alone. Nothing is changed.
 */
export function styleRemarks(input: RemarkInput): StyleRemarks {
  const kept = keptAlone(input.text);
  const isOwn = ({ start, end }: Span): boolean => kept.every((other) => end <= other.start || start >= other.end);
  const marks = marksOf(input).filter(isOwn).slice(0, mostMarks);
  const isAdvising = input.settings.house?.isAdvising !== false;
  return { marks, advice: isAdvising ? adviceOf(input, isOwn) : null };
}

/** Where a text is not its writer's own: gaps and quoted lines; everything behind an attribution is quoted. */
function keptAlone(text: string): readonly Span[] {
  const lines = text.split('\n');
  const kept: Span[] = [...gapsIn(text)];
  let start = 0;
  for (const [i, line] of lines.entries()) {
    if (startsQuote(lines, i)) return [...kept, { start, end: text.length }];
    if (isQuotedLine(line)) kept.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return kept;
}

function marksOf(input: RemarkInput): readonly StyleMark[] {
  const { text, settings, language } = input;
  const worded = wordingsIn(text, settings.house?.wordings ?? [], language);
  const addressed = addressesIn(input).filter(
    (mark) => !worded.some(({ start, end }) => start < mark.end && mark.start < end),
  );
  return [...worded.map((mark) => ({ kind: 'wording' as const, ...mark })), ...addressed].toSorted(
    (a, b) => a.start - b.start,
  );
}

/** Where a customer is addressed otherwise than the store has chosen: 您 and 你, 様 and さん behind their name. */
function addressesIn({ text, settings, language, place, customerName }: RemarkInput): readonly StyleMark[] {
  const { address } = settingsAt(settings, place);
  if (language === 'zh' && address?.zh != null) {
    return address.zh === 'nin' ? behind(text, '', '你(?!们)', '您') : behind(text, '', '您(?!们)', '你');
  }
  const names = namesOf(customerName).map((name) => escaped(name).replace(/\s+/gu, String.raw`\s*`));
  if (language !== 'ja' || address?.ja == null || names.length === 0) return [];
  const named = String.raw`(?:${names.join('|')})[ \u3000]?`;
  return address.ja === 'sama' ? behind(text, named, 'さん', '様') : behind(text, named, '様|さま', 'さん');
}

/** Where `said` stands, behind what is to stand before it. */
function behind(text: string, before: string, said: string, use: string): readonly StyleMark[] {
  return [...text.matchAll(new RegExp(`(?<=${before})(?:${said})`, 'gu'))].map(({ index, 0: found }) => {
    return { kind: 'address', start: index, end: index + found.length, said: found, use };
  });
}

function adviceOf(input: RemarkInput, isOwn: (span: Span) => boolean): StyleAdvice | null {
  const { text, settings, language, place, customerName, isAnswered } = input;
  // Who is only beginning is not to be told what is missing yet.
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const habit = habitAt(settings.house ?? noHouseStyle, language, place);
  const places = [...text.matchAll(emoji)]
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
    .filter(isOwn);
  if (habit?.emoji === 'never' && places.length > 0) return { kind: 'emojiNever', places };
  if (!isWhole(text)) return null;
  const style = readStyle({ text, language, customerName });
  const greeting = greetingFor(settingsAt(settings, place), language, customerName);
  const isGreeted =
    style.greeting !== null || text.trimStart().startsWith(greeting) || namesOpening(text, customerName);
  // Only a letter greets each time.
  if (greeting !== '' && !isGreeted && (place === 'mail' || !isAnswered)) return { kind: 'greeting', greeting };
  const length = [...style.body].length;
  const to = habit?.length?.to ?? Infinity;
  if (length > muchLonger.times * to && length > to + muchLonger.characters) return { kind: 'length', length, to };
  return habit?.emoji === 'often' && places.length === 0 ? { kind: 'emojiOften' } : null;
}

/** Whether somebody has written at least a sentence to its end. */
function isWhole(text: string): boolean {
  const [first, second] = sentencesOf(text);
  return second !== undefined || /[.!?。！？…)）]$/u.test(first?.text ?? '');
}

function namesOpening(text: string, customerName: string): boolean {
  const [line = ''] = text.trimStart().split('\n');
  return namesOf(customerName).some((name) => line.slice(0, 60).toLowerCase().includes(name.toLowerCase()));
}
