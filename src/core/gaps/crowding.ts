import { pairsWorthComparing } from './pairs-worth-comparing.ts';
import { type ComparedQuestion, likenessOf } from './question-likeness.ts';

/** Near ones that are looked at. */
const nearest = 10;
/** The only other question is no crowd. */
const fewest = 4;
/** Where a matter is asked about in more wordings than that, all near ones are of it: they are no crowd to stand out from. */
const mostCrowding = 0.4;

/**
 * For each question the mean likeness to those nearest to it, 0…0.4. What lies among many like it is alike to all of
 * them, and has to be liker than that to be the same: "cross-domain similarity local scaling", Conneau and others,
 * "Word translation without parallel data", 2018.
 */
export async function crowdingOf(
  compared: readonly ComparedQuestion[],
  passTurn: () => Promise<void>,
): Promise<readonly number[]> {
  const near = compared.map((): number[] => []);
  await pairsWorthComparing(compared, passTurn, (one, other) => {
    const likeness = likenessOf(compared[one] as ComparedQuestion, compared[other] as ComparedQuestion);
    keep(near[one] as number[], likeness);
    keep(near[other] as number[], likeness);
  });
  // What was not worth comparing is nothing alike.
  const of = Math.max(fewest, Math.min(nearest, compared.length - 1));
  return near.map((kept) => Math.min(mostCrowding, Math.max(0, kept.reduce((sum, one) => sum + one, 0) / of)));
}

/** Keeps the greatest, in rising order. */
function keep(kept: number[], likeness: number): void {
  if (kept.length === nearest && likeness <= (kept[0] as number)) return;
  let place = kept.length;
  while (place > 0 && (kept[place - 1] as number) > likeness) place--;
  kept.splice(place, 0, likeness);
  if (kept.length > nearest) kept.shift();
}
