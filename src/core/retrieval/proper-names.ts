import type { Language } from '#shared/model/basics.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Database } from '../ports/repositories/index.ts';
import { askedTerms, isEmptyTerm } from './terms.ts';

/** What is called by which names: subject (a product, a branch, a brand) → names, the longest first. */
export type ProperNames = ReadonlyMap<string, readonly string[]>;

type NameDeps = Pick<Database, 'knowledge'> & { readonly passTurn: () => Promise<void> };

const pageSize = 100;
/** A name is written with capitals within sentences of so many of a subject's entries … */
const leastEntries = 3;
/** … and of so few subjects, half of them all at most, that it says which one is meant. */
const mostSubjects = 3;

/**
 * The proper names that each subject's own entries call it by. A customer who asks for "the Golden Wok" asks nothing by
 * that name among what is known of the Golden Wok.
 */
export async function properNames(deps: NameDeps, storeId: string): Promise<ProperNames> {
  const spoken: SpokenOf[] = [];
  const written = new Map<Language, Capitals>();
  for (let after = ''; ;) {
    const ids = deps.knowledge.activeIds(after, pageSize);
    for (const id of ids) take(spoken, written, deps.knowledge.get(id), storeId);
    after = ids.at(-1) ?? '';
    if (ids.length < pageSize) break;
    await deps.passTurn();
  }
  const entriesOf = countedNames(spoken, written);
  const most = Math.min(mostSubjects, Math.floor(entriesOf.size / 2));
  const subjectsOf = new Map<string, number>();
  const own = [...entriesOf].map(([subject, counts]) => {
    for (const name of counts.keys()) subjectsOf.set(name, (subjectsOf.get(name) ?? 0) + 1);
    const names = [...counts].filter(([, entries]) => entries >= leastEntries).map(([name]) => name);
    return { subject, names };
  });
  return new Map(
    own.map(({ subject, names }) => [
      subject,
      names
        .filter((name) => (subjectsOf.get(name) ?? 0) <= most)
        .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    ]),
  );
}

/** Most subjects an entry may have to tell what one of them is called. */
const mostScoped = 2;

/** What the entries about a subject are called in one of them. */
type SpokenOf = {
  readonly scope: readonly string[];
  readonly language: Language;
  readonly names: ReadonlySet<string>;
  /** Of runs within sentences those of several words. */
  readonly rows: ReadonlySet<string>;
};
/** Words within the sentences of a language, and those of them with a capital. */
type Capitals = { words: number; capitals: number };

/** Of running text at most one word in ten has a capital within a sentence; where all nouns have, one in four. */
const nounsFrom = 0.17;
/** Fewer words tell nothing of a language. */
const leastWritten = 200;

function take(
  spoken: SpokenOf[],
  written: Map<Language, Capitals>,
  { storeId: ownStore, kind, scope, language, question, answer }: KnowledgeEntry,
  storeId: string,
): void {
  if (ownStore !== null && ownStore !== storeId) return;
  if (scope.length === 0 || scope.length > mostScoped) return;
  const text = `${kind === 'pair' ? question : ''}\n${answer}`;
  const counted = written.get(language) ?? { words: 0, capitals: 0 };
  for (const sentence of text.split(/[.!?:;\n]+/u)) {
    const words = (sentence.match(/[\p{L}\p{M}]{2,}/gu) ?? []).slice(1);
    counted.words += words.length;
    counted.capitals += words.filter((word) => /^\p{Lu}/u.test(word)).length;
  }
  written.set(language, counted);
  spoken.push({ scope, language, names: namesIn(text), rows: rowsIn(text) });
}

/** Subject → name → entries that hold it. Where all nouns have capitals, one word with a capital is a noun, and a row of them a name. */
function countedNames(
  spoken: readonly SpokenOf[],
  written: ReadonlyMap<Language, Capitals>,
): Map<string, Map<string, number>> {
  const entriesOf = new Map<string, Map<string, number>>();
  for (const { scope, language, names, rows } of spoken) {
    const { words, capitals } = written.get(language) ?? { words: 0, capitals: 0 };
    const isNounLike = words >= leastWritten && capitals >= nounsFrom * words;
    for (const subject of scope) {
      const counts = entriesOf.get(subject) ?? new Map<string, number>();
      for (const name of isNounLike ? rows : names) counts.set(name, (counts.get(name) ?? 0) + 1);
      entriesOf.set(subject, counts);
    }
  }
  return entriesOf;
}

const capitalised = /\p{Lu}[\p{L}\p{M}\p{N}'’&-]*(?: (?:(?:and|of|the|de|la|&) )?\p{Lu}[\p{L}\p{M}\p{N}'’&-]*){0,5}/gu;
const joined = /^(?:(?:and|of|the|de|la|&) )+/u;
const sentenceStart = /(?:^|[.!?:;\n]["'”’)]?\s*|^\s*["'“‘(])$/u;

/** Runs of capitalised words, in lower case, without a word that is written so only because a sentence begins with it. */
function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { 0: run, index } of text.matchAll(capitalised)) {
    const name = run.toLowerCase().replace(/['’]s$/u, '');
    const isLead = sentenceStart.test(text.slice(Math.max(0, index - 4), index));
    const [first = '', ...rest] = name.split(' ');
    if (!isLead) names.add(name);
    else if (rest.length > 0)
      names.add(askedTerms(first).some((term) => !isEmptyTerm(term)) ? name : rest.join(' ').replace(joined, ''));
  }
  return new Set([...names].filter((name) => name.length > 2));
}

/** Runs of several capitalised words, in lower case, from within sentences alone: at its beginning one of them says nothing. */
function rowsIn(text: string): ReadonlySet<string> {
  const runs = [...text.matchAll(capitalised)].map(({ 0: run, index }) => {
    const isLead = sentenceStart.test(text.slice(Math.max(0, index - 4), index));
    const name = run.toLowerCase().replace(/['’]s$/u, '');
    return isLead ? name.split(' ').slice(1).join(' ').replace(joined, '') : name;
  });
  return new Set(runs.filter((name) => name.includes(' ')));
}

/** A question without the names of what it is known to be about: what is left is what is asked. */
export function withoutNames(question: string, names: readonly string[]): string {
  let text = question;
  for (const name of names) text = withoutName(text, name);
  return text;
}

function withoutName(text: string, name: string): string {
  // Lower case of the same length, so that places in one are places in the other.
  const lower = text.replaceAll(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
  let left = '';
  let from = 0;
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
    if (isWithinWord(text, at, name.length)) continue;
    left += `${text.slice(from, at).replace(/\bthe\s$/iu, '')}it`;
    from = at + name.length;
    from += /^['’]s\b/u.exec(text.slice(from))?.[0].length ?? 0;
  }
  return left + text.slice(from);
}

function isWithinWord(text: string, start: number, length: number): boolean {
  const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
  return isLetter(text.charAt(start - 1)) || isLetter(text.charAt(start + length));
}
