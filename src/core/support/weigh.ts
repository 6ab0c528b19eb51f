import { areDisjoint } from '../health/identity.ts';
import { dice, held } from '../health/likeness.ts';
import { isNarrowedApart as areQualifiedApart, isNarrowedOnce as isQualifiedOnce } from '../health/pair-features.ts';
import type { ReadClause } from './claim.ts';
import type { Nearness } from './nearness.ts';

const alike = (): number => 1;

/** What a clause loses where the two are about different cases: express and standard, opened and unopened. */
const apart = 0.4;

/** How far two clauses are about the same, 0…1. */
export function clauseLikeness(said: ReadClause, source: ReadClause, nearness: Nearness): number {
  const own = said.wording.terms.size > 0 ? said.wording.terms : said.terms;
  const byWords =
    0.6 * held(own, source.terms, alike) +
    0.25 * held(said.terms, source.terms, alike) +
    0.15 * dice(said.terms, source.terms, alike);
  const cosine = nearness(said.statement, source.statement);
  const likeness = cosine === null ? byWords : (byWords + scaled(cosine)) / 2;
  return isNarrowedApart(said, source) ? Math.max(0, likeness - apart) : likeness;
}

/** Sentences that have nothing to do with each other lie about here, and those that say the same from there on. */
const [unrelated, same] = [0.2, 0.8];

function scaled(cosine: number): number {
  return Math.max(0, Math.min(1, (cosine - unrelated) / (same - unrelated)));
}

/** Whether the two name different cases of one thing. */
export function isNarrowedApart({ wording: a }: ReadClause, { wording: b }: ReadClause): boolean {
  return areDisjoint(a.places, b.places) || areQualifiedApart(a, b);
}

/** Whether one of them is about a special case of which the other says nothing: opened goods, express. */
export function isNarrowedOnce({ wording: a }: ReadClause, { wording: b }: ReadClause): boolean {
  return a.places.size > 0 !== b.places.size > 0 || isQualifiedOnce(a, b);
}
