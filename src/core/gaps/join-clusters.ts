import { crowdingOf } from './crowding.ts';
import { pairsWorthComparing } from './pairs-worth-comparing.ts';
import { type ComparedQuestion, likenessOf, sumOf } from './question-likeness.ts';

/** Two clusters are one from this mean likeness of their questions on, above half of what the two have with any near ones. */
const sameFrom = 0.2;
/** Without vectors: words alone say less. */
const sameWordsFrom = 0.13;
/** Pairs between two turns of others. */
const slice = 2_000;

/** Places of questions that are together. Sums, so that a mean over all their pairs costs one product. */
type Cluster = { readonly members: readonly number[]; readonly sum: ComparedQuestion; readonly crowding: number };

/**
 * Average linkage: the likest pairs first, joined while the mean likeness of the two clusters is enough. What is
 * `together` is so from the start. Then the clusters are compared themselves, until nothing more is joined.
 */
export async function joinedClusters(
  compared: readonly ComparedQuestion[],
  together: ReadonlyArray<readonly number[]>,
  passTurn: () => Promise<void>,
): Promise<readonly (readonly number[])[]> {
  const crowding = await crowdingOf(compared, passTurn);
  const later = new Set(together.flatMap((same) => same.slice(1)));
  const cores = new Map(together.map((same) => [same[0], same]));
  let clusters = [...compared.keys()]
    .filter((i) => !later.has(i))
    .map((i): Cluster => {
      const members = cores.get(i) ?? [i];
      return {
        members,
        sum: sumOf(members.flatMap((one) => compared[one] ?? [])),
        crowding: members.reduce((sum, one) => sum + (crowding[one] ?? 0), 0),
      };
    });
  const from = compared.some(({ vector }) => vector !== null) ? sameFrom : sameWordsFrom;
  for (let before = Infinity; clusters.length < before;) {
    before = clusters.length;
    clusters = await joinedOnce(clusters, from, passTurn);
  }
  return clusters.map(({ members }) => members.toSorted((a, b) => a - b));
}

async function joinedOnce(
  clusters: readonly Cluster[],
  from: number,
  passTurn: () => Promise<void>,
): Promise<Cluster[]> {
  const pairs: Array<{ readonly one: number; readonly other: number; readonly above: number }> = [];
  const points = clusters.map(({ sum }) => sum);
  await pairsWorthComparing(points, passTurn, (one, other) => {
    const above = meanAbove(clusters[one] as Cluster, clusters[other] as Cluster);
    if (above >= from) pairs.push({ one, other, above });
  });
  pairs.sort((a, b) => b.above - a.above || a.one - b.one || a.other - b.other);
  const ownerOf = [...clusters.keys()];
  const owners = new Map<number, Cluster>(clusters.entries());
  for (const [done, { one, other }] of pairs.entries()) {
    if (done % slice === slice - 1) await passTurn();
    const [first, second] = [ownerOfAll(ownerOf, one), ownerOfAll(ownerOf, other)];
    const [kept, gone] = [Math.min(first, second), Math.max(first, second)];
    const [left, right] = [owners.get(kept), owners.get(gone)];
    if (kept === gone || left === undefined || right === undefined || meanAbove(left, right) < from) continue;
    ownerOf[gone] = kept;
    owners.delete(gone);
    owners.set(kept, {
      members: [...left.members, ...right.members],
      sum: sumOf([left.sum, right.sum]),
      crowding: left.crowding + right.crowding,
    });
  }
  return [...owners.values()];
}

function ownerOfAll(ownerOf: readonly number[], i: number): number {
  let owner = i;
  while (ownerOf[owner] !== owner) owner = ownerOf[owner] as number;
  return owner;
}

/** How much liker two clusters are than either is to what merely lies near it. */
function meanAbove(a: Cluster, b: Cluster): number {
  const mean = likenessOf(a.sum, b.sum) / (a.members.length * b.members.length);
  return mean - (a.crowding / a.members.length + b.crowding / b.members.length) / 4;
}
