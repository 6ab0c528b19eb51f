import type { Wording } from './wording.ts';

/** How rare a term is in the knowledge, 0 (everywhere) … 1. */
export type Rarity = (term: string) => number;

export type Terms = Wording['terms'];

function weighed(term: string, base: number, rarity: Rarity): number {
  return base * (0.1 + 0.9 * rarity(term));
}

/** Twice the shared weight in the weight of both, 0…1. */
export function dice(a: Terms, b: Terms, rarity: Rarity): number {
  let shared = 0;
  let total = 0;
  for (const [term, base] of a) {
    total += weighed(term, base, rarity);
    const other = b.get(term);
    if (other !== undefined) shared += weighed(term, Math.min(base, other), rarity);
  }
  for (const [term, base] of b) total += weighed(term, base, rarity);
  return total === 0 ? 0 : (2 * shared) / total;
}

/** The share of `part`'s weight that `whole` holds, 0…1; 0 where it has none. */
export function held(part: Terms, whole: Terms, rarity: Rarity): number {
  let all = 0;
  let shared = 0;
  for (const [term, base] of part) {
    const weight = weighed(term, base, rarity);
    all += weight;
    if (whole.has(term)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

/** The weight of the heaviest term that both have, 0…1. */
export function heaviestShared(a: Terms, b: Terms, rarity: Rarity): number {
  let heaviest = 0;
  for (const [term, base] of a) if (b.has(term)) heaviest = Math.max(heaviest, weighed(term, base, rarity));
  return heaviest;
}

/** The weight of the heaviest term of `part` that `whole` lacks, 0…1. */
export function heaviestMissing(part: Terms, whole: Terms, rarity: Rarity): number {
  let heaviest = 0;
  for (const [term, base] of part) if (!whole.has(term)) heaviest = Math.max(heaviest, weighed(term, base, rarity));
  return heaviest;
}

/** The terms of both texts, each with its larger weight. */
export function joined(a: Terms, b: Terms): Terms {
  const all = new Map(a);
  for (const [term, weight] of b) all.set(term, Math.max(weight, all.get(term) ?? 0));
  return all;
}

/** Rarity by the share of texts that hold a term; `count` of a term among `total` texts. */
export function rarityBy(count: (term: string) => number, total: number): Rarity {
  const scale = Math.log(Math.max(total, 20));
  return (term) => Math.max(0, Math.min(1, Math.log(Math.max(total, 20) / Math.max(1, count(term))) / scale));
}
