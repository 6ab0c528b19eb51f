import type { Wording } from './wording.ts';

/** How rare a term is in the knowledge, 0 (everywhere) … 1. */
export type Rarity = (term: string) => number;

type Terms = Wording['terms'];

/** What two term sets share of their weight, and what each has for itself. */
export type Overlap = {
  /** 0…1: twice the shared weight in the weight of both. */
  readonly dice: number;
  /** 0…1: the shared weight in that of the smaller. */
  readonly containment: number;
  /** The heaviest term that the other lacks, each side. */
  readonly ownA: number;
  readonly ownB: number;
};

export function overlapOf(a: Terms, b: Terms, rarity: Rarity): Overlap {
  let shared = 0;
  let weightA = 0;
  let weightB = 0;
  let ownA = 0;
  let ownB = 0;
  for (const [term, base] of a) {
    const weight = weighed(term, base, rarity);
    weightA += weight;
    const other = b.get(term);
    if (other === undefined) ownA = Math.max(ownA, weight);
    else shared += Math.min(weight, weighed(term, other, rarity));
  }
  for (const [term, base] of b) {
    const weight = weighed(term, base, rarity);
    weightB += weight;
    if (!a.has(term)) ownB = Math.max(ownB, weight);
  }
  const smaller = Math.min(weightA, weightB);
  return {
    dice: weightA + weightB === 0 ? 0 : (2 * shared) / (weightA + weightB),
    containment: smaller === 0 ? 0 : Math.min(1, shared / smaller),
    ownA,
    ownB,
  };
}

function weighed(term: string, base: number, rarity: Rarity): number {
  return base * (/^[#@]/.test(term) ? 1 : 0.1 + 0.9 * rarity(term));
}

/** Share of `part` that `whole` holds, 0…1; rarity does not count, as a common word may be the one that tells. */
export function coverage(part: Terms, whole: Terms): number {
  let all = 0;
  let held = 0;
  for (const [term, weight] of part) {
    all += weight;
    if (whole.has(term)) held += weight;
  }
  return all === 0 ? 1 : held / all;
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

/** Neighbours below this number say nothing about what is common among them. */
const fewest = 8;

/**
 * Rarity where what most neighbours of an entry hold counts little: the name of the business, the product of all of
 * them. Matters ("#refund") keep their weight.
 */
export function localRarity(rarity: Rarity, neighbours: ReadonlyArray<ReadonlySet<string>>): Rarity {
  if (neighbours.length < fewest) return rarity;
  const shares = new Map<string, number>();
  for (const terms of neighbours)
    for (const term of terms) shares.set(term, (shares.get(term) ?? 0) + 1 / neighbours.length);
  return (term) => rarity(term) * Math.max(0, Math.min(1, (0.6 - (shares.get(term) ?? 0)) / 0.3));
}
