import { foldedInPlace } from '../health/folded-text.ts';
import type { Claim } from './claim.ts';

type Found = Omit<Claim, 'clause'>;

const calendarWord =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|christmas|easter|new|year|eve|day)$/iu;
/** Words that are written large and name nothing, or what everybody knows. */
const common =
  /^(?:i|i'm|i'll|i've|i'd|ok|faq|faqs|pdf|sms|vat|id|usb|pc|tv|eu|uk|us|usa|asap|fyi|ps|pm|am|gmt|utc|cet|qr|diy|led|iban|pin|gps|mr|mrs|ms|dr|re|no|yes|hello|hi|dear|thanks|thank|regards|best|kind|sorry|please|english|internet|wi-fi|wifi|bluetooth|android|ios|english|german|french|chinese|japanese|on|in|at|for|with|from|as|and|but|or|by|to|after|before|once|since|the|we|you|our|your|it|if|not|only|all|usd|eur|gbp|jpy|cny|rmb|nok|sek|dkk|chf|aud|cad|hkd)$/iu;
const capitalised = /^\p{Lu}[\p{L}\p{N}'’&.-]*$/u;
/** What may stand inside a name: "Kiln No. 4", "Hob & Leaf". */
const inside = /^(?:&|of|de|la|le|no\.?|\d{1,4}[a-z]?)$/iu;
const words = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}\p{M}'’&.-]*|&/gu;

/**
 * Names in a text: those that are known, then words with a capital inside a sentence, Latin words within Chinese and
 * Japanese, and what stands in their quotes. `known`: folded; longer names come first.
 */
export function namesIn(text: string, folded: string, known: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  const isTaken = (start: number, end: number): boolean => found.some((one) => one.start < end && start < one.end);
  const add = (start: number, end: number): void => {
    const key = nameKey(text.slice(start, end));
    if (key !== '' && !isTaken(start, end)) found.push({ start, end, kind: 'name', value: null, key });
  };
  for (const name of known) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const [before, after] = [folded.charAt(at - 1), folded.charAt(at + name.length)];
      const isLatin = (letter: string): boolean => /[\p{Script=Latin}\d]/u.test(letter);
      if (isLatin(name.charAt(0)) && isLatin(before)) continue;
      if (isLatin(name.at(-1) ?? '') && /[\p{Script=Latin}\d]/u.test(after) && after !== 's') continue;
      add(at, at + name.length);
    }
  }
  for (const match of text.matchAll(/[「『《“"]([^「」『』《》“”"\n]{2,20})[」』》”"]/gu)) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(match[1] ?? ''))
      add(match.index + 1, match.index + match[0].length - 1);
  }
  for (const [start, end] of capitalRuns(text)) add(start, end);
  return found.toSorted((a, b) => a.start - b.start);
}

/** Whoever is greeted. */
const addressed = /(?:^|\n)\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\s+(?:\p{Lu}[\p{L}.'’-]*\s+)?$/iu;

/** Runs of words that are written as names, each as its stretch. */
function capitalRuns(text: string): ReadonlyArray<readonly [number, number]> {
  const runs: Array<readonly [number, number]> = [];
  type Run = { readonly start: number; readonly end: number; readonly count: number; readonly isOpening: boolean };
  let run: Run | null = null;
  const closed = (done: Run | null): null => {
    if (done !== null && (!done.isOpening || done.count > 1)) runs.push([done.start, done.end]);
    return null;
  };
  for (const match of text.matchAll(words)) {
    const written = match[0].replace(/[.'’-]+$/u, '');
    const [start, end] = [match.index, match.index + written.length];
    const between: string = run === null ? '' : text.slice(run.end, start);
    if (run !== null && !/^[ \u00a0-]$/u.test(between) && !(between === '. ' && isShort(text, run.end)))
      run = closed(run);
    const isName =
      !addressed.test(text.slice(0, start)) &&
      capitalised.test(written) &&
      !calendarWord.test(written) &&
      !common.test(written.replace(/['’]s$/u, ''));
    const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\s?$/u.test(text.slice(0, start));
    const isGoingOn =
      inside.test(written) && /^[.\s]*(?:\p{Lu}|\d)/u.test(text.slice(/^\d/u.test(written) ? start : end));
    if (isName && /\p{L}{2}|\p{L}\d/u.test(written)) {
      run =
        run === null
          ? { start, end, count: 1, isOpening: opensSentence(text, start) && !isUnspaced }
          : longer(run, end, 1);
    } else if (run !== null && isGoingOn) {
      run = longer(run, end, /^\d/u.test(written) ? 1 : 0);
    } else run = closed(run);
  }
  closed(run);
  return runs;
}

/** What is written shorter ends no sentence: "No. 4", "St. Ives". */
function isShort(text: string, end: number): boolean {
  return /(?<![\p{L}])\p{L}{1,2}$/u.test(text.slice(0, end));
}

function longer<R extends { readonly count: number }>(run: R, end: number, more: number): R & { readonly end: number } {
  return { ...run, end, count: run.count + more };
}

function opensSentence(text: string, at: number): boolean {
  return /(?:^\s*|[.!?:;›\n。！？：；"“(（「*•–—-]\s*)$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** A name as it is compared. */
export function nameKey(written: string): string {
  return foldedInPlace(written)
    .replace(/['’]s$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Known names ready to be looked for: folded, told by more than one sign, longest first. */
export function knownNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => foldedInPlace(name).trim()))]
    .filter((name) => name.length > 2 && !/^[\d\s.,]+$/u.test(name))
    .toSorted((a, b) => b.length - a.length);
}
