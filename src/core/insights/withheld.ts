/** Who stands behind a part of what is shown, an outcome each; null: not known. */
export type Part = { readonly people: ReadonlyArray<string | null> };

/**
 * Which parts of a whole are not told to somebody who may see only their own figures and those of all together. A part
 * behind which exactly one other person stands would be that person's figures, less one's own. As a single withheld part
 * could be had by subtraction from the whole, parts are withheld, the smallest first, until those withheld are of
 * nobody else, or of two others together.
 */
export function withheldParts(parts: readonly Part[], viewer: string): ReadonlySet<number> {
  const others = parts.map(({ people }) => othersAmong(people, viewer));
  const withheld = new Set(others.flatMap((one, i) => (one.size === 1 ? [i] : [])));
  const bySize = parts.map(({ people }, i) => ({ i, size: people.length })).toSorted((a, b) => a.size - b.size);
  while (union([...withheld].map((i) => others[i])).size === 1) {
    const next = bySize.find(({ i, size }) => size > 0 && !withheld.has(i) && (others[i]?.size ?? 0) > 0);
    if (next === undefined) break;
    withheld.add(next.i);
  }
  return withheld;
}

/** Whether a part chosen by a filter, or what it leaves of the whole, would be one other person's figures. */
export function isWithheld(part: Part, rest: Part, viewer: string): boolean {
  return [part, rest].some(({ people }) => othersAmong(people, viewer).size === 1);
}

function othersAmong(people: Part['people'], viewer: string): ReadonlySet<string> {
  return new Set(people.flatMap((who) => (who === null || who === viewer ? [] : [who])));
}

function union(sets: ReadonlyArray<ReadonlySet<string> | undefined>): ReadonlySet<string> {
  return new Set(sets.flatMap((one) => [...(one ?? [])]));
}
