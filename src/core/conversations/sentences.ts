import { isAbbreviation } from './abbreviations.ts';

/** A sentence and the white space that stands before it; joined in order they give the text back. */
export type Sentence = { readonly lead: string; readonly text: string };

/** Characters after a full stop that are looked at for whether a sentence begins there. */
const lookAhead = 40;
/** How far back the beginning of a web address is looked for: a question mark in one ends nothing. */
const longestAddress = 2_000;
const enders = '.!?。！？…．';
const closers = '"”’\')）」』】';

/**
 * Splits a text at sentence ends and line ends. A stop inside a number, a web address or after an abbreviation ends
 * nothing. `sentences.map(s => s.lead + s.text).join('')` is the text without its trailing white space.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  /** Where the text of the last sentence ends, and the coming one starts once it has begun. */
  let end = 0;
  let start = -1;
  const flush = (until: number): void => {
    const sentence = start < 0 ? '' : text.slice(start, until).trimEnd();
    if (sentence !== '') {
      sentences.push({ lead: text.slice(end, start), text: sentence });
      end = start + sentence.length;
    }
    start = -1;
  };
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '\n') flush(i);
    else if (start < 0 && !/\s/.test(character)) start = i;
    if (start < 0 || !enders.includes(character)) continue;
    i = afterClosers(text, i);
    if (endsSentence(text, start, i, character)) flush(i + 1);
  }
  flush(text.length);
  return sentences;
}

/** The place of the last of the marks that belong to the one at `index`: "?!", ".”". */
function afterClosers(text: string, index: number): number {
  let i = index;
  while (i + 1 < text.length && (enders + closers).includes(text.charAt(i + 1))) i++;
  return i;
}

function endsSentence(text: string, start: number, index: number, ender: string): boolean {
  if (ender === '。' || ender === '！' || ender === '？') return true;
  const before = (characters: number): string => text.slice(Math.max(start, index + 1 - characters), index + 1);
  const next = text.slice(index + 1, index + 3);
  if (next !== '' && !/^\s/.test(next))
    return /[?!]/.test(ender) && /^\p{L}/u.test(next) && !/https?:/.test(lastWordOf(before(longestAddress)));
  return ender !== '.' || !isAbbreviation(before(longestAddress), text.slice(index + 1, index + 1 + lookAhead));
}

function lastWordOf(text: string): string {
  return text.split(/\s/).at(-1) ?? '';
}
