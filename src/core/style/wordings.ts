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

/** A text in a store's own words: what its owner avoids is said as they say it, whole words and letter case kept; links and names stay. */
export function inOwnWords(text: string, wordings: readonly Wording[], language: ReplyLanguage): string {
  let worded = text;
  for (const wording of wordings) {
    if (wording.language !== language) continue;
    worded = worded.replace(patternOf(wording, language), (found: string, link: string | undefined) => {
      if (link !== undefined) return found;
      const isCapital = /^\p{Lu}/u.test(found) && /^\p{Ll}/u.test(wording.use);
      return isCapital ? wording.use.charAt(0).toUpperCase() + wording.use.slice(1) : wording.use;
    });
  }
  return worded;
}

/** Links and addresses are matched first, so that nothing within them is. A word in capitals may be a name, but where its sentence begins. */
function patternOf({ avoid }: Wording, language: ReplyLanguage): RegExp {
  const escaped = avoid.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const link = String.raw`(https?:\/\/\S+|www\.\S+|\S+@\S+)`;
  if (language !== 'en') return new RegExp(`${link}|${escaped}`, 'gu');
  const capital = escaped.charAt(0).toUpperCase() + escaped.slice(1);
  const edge = { before: String.raw`(?<![\p{L}\p{N}-])`, after: String.raw`(?![\p{L}\p{N}-])` };
  const begins = String.raw`(?<=^|[.!?]\s+)`;
  return new RegExp(
    `${link}|${edge.before}${escaped}${edge.after}|${begins}${capital}${edge.after}(?!\\s+\\p{Lu})`,
    'gu',
  );
}
