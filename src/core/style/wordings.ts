import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Wording } from '#shared/model/store.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { likeness } from '../learning/kept-share.ts';

/** A word or two that took the place of others, in one sentence. */
export type Reworded = Pick<Wording, 'avoid' | 'use'>;

/** Sentences less alike are not the same one reworded. */
const sameFrom = 0.55;
const mostWords = 3;
const mostCharacters = 6;

/** The words that an edit put in other words' place, where a sentence stayed the same else. Numbers and names of things in capitals are facts, not style. */
export function rewordedIn(draft: string, sent: string, language: ReplyLanguage): readonly Reworded[] {
  const after = sentencesOf(sent).map(({ text }) => text);
  const unchanged = new Set(after);
  return sentencesOf(draft).flatMap(({ text }) => {
    if (unchanged.has(text)) return [];
    const [best] = after
      .map((one) => ({ one, likeness: likeness(text, one) }))
      .toSorted((a, b) => b.likeness - a.likeness);
    return best === undefined || best.likeness < sameFrom ? [] : changeIn(text, best.one, language);
  });
}

function changeIn(from: string, to: string, language: ReplyLanguage): readonly Reworded[] {
  const [before, after] = [tokensOf(from, language), tokensOf(to, language)];
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  const gap = language === 'en' ? ' ' : '';
  const avoid = before.slice(start, before.length - end);
  const use = after.slice(start, after.length - end);
  const longest = language === 'en' ? mostWords : mostCharacters;
  if (avoid.length === 0 || use.length === 0 || avoid.length > longest || use.length > longest) return [];
  const change = { avoid: trimmed(avoid.join(gap)), use: trimmed(use.join(gap)) };
  return isStyle(change.avoid) && isStyle(change.use) ? [change] : [];
}

function tokensOf(text: string, language: ReplyLanguage): readonly string[] {
  return language === 'en' ? text.split(/\s+/).filter((word) => word !== '') : [...text];
}

function trimmed(text: string): string {
  return text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
}

function isStyle(text: string): boolean {
  return /^[\p{L}\p{M}' ’-]{2,}$/u.test(text) && !/\p{Lu}/u.test(text);
}

/** A word to avoid where it stands in a text. */
export type FoundWording = {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  /** In the letter case that its place wants; empty: nothing stands for it. */
  readonly use: string;
};

/** Where a text says what its store avoids, in text order: whole words, never a part of a link or a name. Of two in one place the longer one. */
export function wordingsIn(
  text: string,
  wordings: readonly Wording[],
  language: ReplyLanguage,
): readonly FoundWording[] {
  const all = wordings
    .filter((wording) => wording.language === language && text.toLowerCase().includes(wording.avoid.toLowerCase()))
    .flatMap((wording) =>
      [...text.matchAll(patternOf(wording, language))]
        .filter(([, link]) => link === undefined)
        .map(({ 0: said, index }) => ({
          start: index,
          end: index + said.length,
          said,
          use: inCaseOf(said, wording.use),
        })),
    );
  const longestFirst = all.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: FoundWording[] = [];
  for (const one of longestFirst) {
    if (taken.every(({ start, end }) => one.end <= start || one.start >= end)) taken.push(one);
  }
  return taken.toSorted((a, b) => a.start - b.start);
}

/**
 * A text in a store's own words, links and names left as they are. What holds a number is a fact, and what has no other
 * word is an agent's to word: both stay, and are marked where the reply is written.
 */
export function inOwnWords(text: string, wordings: readonly Wording[], language: ReplyLanguage): string {
  const replacing = wordings.filter(({ avoid, use }) => use !== '' && !/\p{N}/u.test(avoid + use));
  let worded = text;
  for (const { start, end, use } of wordingsIn(text, replacing, language).toReversed())
    worded = worded.slice(0, start) + use + worded.slice(end);
  return worded;
}

function inCaseOf(found: string, use: string): string {
  const isCapital = /^\p{Lu}/u.test(found) && /^\p{Ll}/u.test(use);
  return isCapital ? use.charAt(0).toUpperCase() + use.slice(1) : use;
}

/** A text as a part of a pattern. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Links and addresses are matched first, so that nothing within them is. A word in capitals may be a name, but where its sentence begins. */
function patternOf({ avoid }: Wording, language: ReplyLanguage): RegExp {
  const word = escaped(avoid);
  const link = String.raw`(https?:\/\/\S+|www\.\S+|\S+@\S+)`;
  if (language !== 'en') return new RegExp(`${link}|${word}`, 'gu');
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  const edge = { before: String.raw`(?<![\p{L}\p{N}-])`, after: String.raw`(?![\p{L}\p{N}-])` };
  const begins = String.raw`(?<=^|[.!?]\s+|\n\s*)`;
  return new RegExp(`${link}|${edge.before}${word}${edge.after}|${begins}${capital}${edge.after}(?!\\s+\\p{Lu})`, 'gu');
}
