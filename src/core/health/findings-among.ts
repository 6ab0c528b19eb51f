import { type Contradiction, contradictionsOf } from './contradiction-of.ts';
import { type EntryProfile, type HealthEntry, profileOf } from './entry-profile.ts';
import { type Rarity, rarityBy } from './likeness.ts';
import { mayMeet } from './may-meet.ts';
import { areNumbered } from './identity.ts';
import { duplicateModel, probabilityOf, thresholds } from './finding-model.ts';
import { type EntryVectors, type PairContext, duplicateFeatures } from './pair-features.ts';

/** What two entries are to each other. */
export type PairFinding =
  | {
      readonly kind: 'contradiction';
      readonly a: string;
      readonly b: string;
      readonly certainty: number;
      readonly places: readonly Contradiction[];
    }
  | {
      readonly kind: 'duplicate';
      readonly a: string;
      readonly b: string;
      readonly certainty: number;
      readonly places: readonly [];
    };

/** An answer that only names where the answer is. */
const placeholder = /^\[\[[^\]]*\]\]$/u;

/** Compares two entries: a contradiction, a duplicate, or nothing. Pure. */
export function compareEntries(context: PairContext): PairFinding | null {
  const { a, b } = context;
  if (!mayMeet(a.entry, b.entry) || placeholder.test(a.entry.answer) || placeholder.test(b.entry.answer)) return null;
  const ids = { a: a.entry.id, b: b.entry.id };
  const places = contradictionsOf(context);
  const surest = places[0]?.certainty ?? 0;
  if (surest >= thresholds.contradiction) {
    const sure = places.filter(({ certainty }) => certainty >= thresholds.contradiction);
    return { kind: 'contradiction', ...ids, certainty: surest, places: sure };
  }
  // What may be a contradiction is no duplicate to be merged.
  if (surest >= thresholds.doubtful || isAnsweredOtherwise(a, b)) return null;
  if (areNumbered(a, b)) return null;
  const certainty = probabilityOf(duplicateModel, duplicateFeatures(context));
  return certainty < thresholds.duplicate ? null : { kind: 'duplicate', ...ids, certainty, places: [] };
}

/** One answers its question by yes, the other by no. */
export function isAnsweredOtherwise(a: EntryProfile, b: EntryProfile): boolean {
  return a.direct !== null && b.direct !== null && a.direct.value.low !== b.direct.value.low;
}

/** The vectors of an entry; null where there are none or they tell nothing. */
export type VectorsOf = (entryId: string) => EntryVectors | null;

/** Every two entries that are to be compared, each pair once. Pure. */
export function contextsAmong(
  entries: readonly HealthEntry[],
  neighbours: (entry: HealthEntry) => readonly string[],
  vectorsOf: VectorsOf,
): readonly PairContext[] {
  const profiles = new Map(entries.map((entry) => [entry.id, profileOf(entry)]));
  const rarity = rarityAmong([...profiles.values()]);
  const compared = new Set<string>();
  const contexts: PairContext[] = [];
  for (const a of profiles.values()) {
    for (const id of neighbours(a.entry)) {
      const b = profiles.get(id);
      const key = a.entry.id < id ? `${a.entry.id} ${id}` : `${id} ${a.entry.id}`;
      if (b === undefined || compared.has(key)) continue;
      compared.add(key);
      contexts.push({ a, b, rarity: rarity, vectors: pairVectors(vectorsOf(a.entry.id), vectorsOf(id)) });
    }
  }
  return contexts;
}

/** Every contradiction and duplicate between entries and their neighbours. Pure. */
export function findingsAmong(...input: Parameters<typeof contextsAmong>): readonly PairFinding[] {
  return contextsAmong(...input).flatMap((context) => compareEntries(context) ?? []);
}

export function pairVectors(a: EntryVectors | null, b: EntryVectors | null): PairContext['vectors'] {
  return a === null || b === null ? null : { a, b };
}

function rarityAmong(profiles: readonly EntryProfile[]): Rarity {
  const counts = new Map<string, number>();
  for (const { all } of profiles) {
    for (const term of all.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return rarityBy((term) => counts.get(term) ?? 0, profiles.length);
}
