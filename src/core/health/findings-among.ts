import { type Contradiction, contradictionsOf } from './contradiction-of.ts';
import { duplicateCertainty } from './duplicate-of.ts';
import { type EntryProfile, type HealthEntry, profileOf } from './entry-profile.ts';
import { type Rarity, localRarity, rarityBy } from './likeness.ts';
import { mayMeet } from './may-meet.ts';
import { areContrasted, pairLikeness } from './same-matter.ts';

/** An entry that may be about the same; `cosine` of the questions, null where no embedder compared them. */
export type Neighbour = { readonly id: string; readonly cosine: number | null };

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

/** Compares two entries: a contradiction, a duplicate, or nothing. Pure. */
export function compareEntries(
  a: EntryProfile,
  b: EntryProfile,
  rarity: Rarity,
  cosine: number | null,
): PairFinding | null {
  if (!mayMeet(a.entry, b.entry) || areContrasted(a, b, rarity)) return null;
  const pair = pairLikeness(a, b, rarity, cosine);
  const ids = { a: a.entry.id, b: b.entry.id };
  const places = contradictionsOf(a, b, pair);
  const surest = places[0];
  if (surest !== undefined) return { kind: 'contradiction', ...ids, certainty: surest.certainty, places };
  const certainty = duplicateCertainty(a, b, pair);
  return certainty === null ? null : { kind: 'duplicate', ...ids, certainty, places: [] };
}

/** Every contradiction and duplicate between entries and their neighbours, each pair once. Pure. */
export function findingsAmong(
  entries: readonly HealthEntry[],
  neighbours: (entry: HealthEntry) => readonly Neighbour[],
): readonly PairFinding[] {
  const profiles = new Map(entries.map((entry) => [entry.id, profileOf(entry)]));
  const rarity = rarityAmong([...profiles.values()]);
  const compared = new Set<string>();
  const findings: PairFinding[] = [];
  for (const a of profiles.values()) {
    const near = neighbours(a.entry);
    const local = localRarity(rarity, near.flatMap(({ id }) => profiles.get(id) ?? []).map(allTerms));
    for (const { id, cosine } of near) {
      const b = profiles.get(id);
      const key = a.entry.id < id ? `${a.entry.id} ${id}` : `${id} ${a.entry.id}`;
      if (b === undefined || compared.has(key)) continue;
      compared.add(key);
      const finding = compareEntries(a, b, local, cosine);
      if (finding !== null) findings.push(finding);
    }
  }
  return findings;
}

/** Every term of an entry. */
export function allTerms({ question, answer }: Pick<EntryProfile, 'question' | 'answer'>): ReadonlySet<string> {
  return new Set([...question.terms.keys(), ...answer.terms.keys()]);
}

function rarityAmong(profiles: readonly EntryProfile[]): Rarity {
  const counts = new Map<string, number>();
  for (const { question, answer } of profiles) {
    for (const term of allTerms({ question, answer })) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return rarityBy((term) => counts.get(term) ?? 0, profiles.length);
}
