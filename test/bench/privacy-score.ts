import { readFileSync } from 'node:fs';

import type { PersonalSpan } from '#core/privacy/personal-data.ts';

export type MarkedSpan = { readonly start: number; readonly end: number; readonly kind: string };
export type MarkedText = { readonly text: string; readonly spans: readonly MarkedSpan[] };

/** A line a message: personal data stand as {kind|value}, line breaks as \n. */
export function markedMessages(path: string): readonly MarkedText[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const spans: MarkedSpan[] = [];
      let text = '';
      let at = 0;
      const plain = line.replaceAll('\\n', '\n');
      for (const { 0: mark, 1: kind = '', 2: value = '', index } of plain.matchAll(/\{([a-z]+)\|([^{}]+)\}/g)) {
        text += plain.slice(at, index);
        spans.push({ kind, start: text.length, end: text.length + value.length });
        text += value;
        at = index + mark.length;
      }
      return { text: text + plain.slice(at), spans };
    });
}

export type Score = {
  /** Marked spans, and how many of them are masked whole. */
  marked: number;
  masked: number;
  /** Found spans, and how many of them are personal data. */
  found: number;
  right: number;
  readonly missed: string[];
  readonly needless: string[];
};

/** Marked kinds and found kinds that are counted as one row. */
export type Group = {
  readonly name: string;
  readonly marked: readonly string[];
  readonly found: readonly string[];
  /** Further marks that a found span may lie in: the town of an address. */
  readonly alsoRight?: readonly string[];
};

export const groups: readonly Group[] = [
  { name: 'mail', marked: ['email', 'EMAIL_ADDRESS'], found: ['email'] },
  { name: 'phones', marked: ['phone', 'PHONE_NUMBER'], found: ['phone'] },
  { name: 'cards', marked: ['card', 'CREDIT_CARD'], found: ['card'] },
  {
    name: 'ids',
    marked: ['id', 'passport', 'iban', 'ip', 'US_SSN', 'US_DRIVER_LICENSE', 'IBAN_CODE'],
    found: ['id', 'passport', 'iban', 'ip'],
  },
  { name: 'birth dates', marked: ['birth'], found: ['birth'], alsoRight: ['DATE_TIME'] },
  { name: 'addresses', marked: ['address', 'STREET_ADDRESS'], found: ['address'], alsoRight: ['GPE'] },
  { name: 'orders', marked: ['order', 'tracking', 'number'], found: ['order', 'tracking', 'number'] },
  { name: 'links', marked: ['link', 'url'], found: ['link'] },
  { name: 'names', marked: ['name', 'PERSON'], found: ['name'] },
];

/**
 * A marked value counts as masked when at least nine tenths of its letters and digits lie in found spans of whatever kind;
 * a found span as right when at least half of its letters and digits lie in marked ones.
 */
export function scoresOf(
  texts: readonly MarkedText[],
  find: (text: string) => readonly PersonalSpan[],
): ReadonlyMap<string, Score> {
  const scores = new Map(groups.map(({ name }) => [name, emptyScore()] as const));
  const personal = groups.flatMap(({ marked }) => marked);
  for (const { text, spans } of texts) {
    const found = find(text);
    for (const group of groups) {
      const score = scores.get(group.name) ?? emptyScore();
      for (const span of spans.filter(({ kind }) => group.marked.includes(kind))) {
        score.marked++;
        if (shareOf(text, span, found) >= 0.9) score.masked++;
        else score.missed.push(`${quoted(text, span)} in ${quoted(text, around(text, span))}`);
      }
      for (const span of found.filter(({ kind }) => group.found.includes(kind))) {
        score.found++;
        if (
          shareOf(
            text,
            span,
            spans.filter(({ kind }) => personal.includes(kind) || group.alsoRight?.includes(kind)),
          ) >= 0.5
        )
          score.right++;
        else score.needless.push(`${quoted(text, span)} in ${quoted(text, around(text, span))}`);
      }
    }
  }
  return scores;
}

export function totalOf(scores: ReadonlyMap<string, Score>, leftOut: readonly string[] = []): Score {
  const total = emptyScore();
  for (const [name, score] of scores) {
    if (leftOut.includes(name)) continue;
    for (const field of ['marked', 'masked', 'found', 'right'] as const) total[field] += score[field];
    total.missed.push(...score.missed);
    total.needless.push(...score.needless);
  }
  return total;
}

export const recallOf = ({ marked, masked }: Score): number => (marked === 0 ? 1 : masked / marked);
export const precisionOf = ({ found, right }: Score): number => (found === 0 ? 1 : right / found);

function emptyScore(): Score {
  return { marked: 0, masked: 0, found: 0, right: 0, missed: [], needless: [] };
}

type Range = { readonly start: number; readonly end: number };

function shareOf(text: string, span: Range, others: readonly Range[]): number {
  let letters = 0;
  let within = 0;
  for (let i = span.start; i < span.end; i++) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(i))) continue;
    letters++;
    if (others.some(({ start, end }) => i >= start && i < end)) within++;
  }
  return letters === 0 ? 0 : within / letters;
}

function around(text: string, { start, end }: Range): Range {
  return { start: Math.max(0, start - 25), end: Math.min(text.length, end + 25) };
}

function quoted(text: string, { start, end }: Range): string {
  return JSON.stringify(text.slice(start, end));
}
