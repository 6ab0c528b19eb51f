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
  const entriesOf = new Map<string, Map<string, number>>();
  for (let after = ''; ;) {
    const ids = deps.knowledge.activeIds(after, pageSize);
    for (const id of ids) take(entriesOf, deps.knowledge.get(id), storeId);
    after = ids.at(-1) ?? '';
    if (ids.length < pageSize) break;
    await deps.passTurn();
  }
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

function take(entriesOf: Map<string, Map<string, number>>, entry: KnowledgeEntry, storeId: string): void {
  if (entry.storeId !== null && entry.storeId !== storeId) return;
  if (entry.scope.length === 0 || entry.scope.length > mostScoped) return;
  const names = namesIn(`${entry.kind === 'pair' ? entry.question : ''}\n${entry.answer}`);
  for (const subject of entry.scope) {
    const counts = entriesOf.get(subject) ?? new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    entriesOf.set(subject, counts);
  }
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
