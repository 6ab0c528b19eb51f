import type { Embedder } from '../ports/embedder.ts';
import type { FoundPair } from '../ports/repositories/findings.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { validityTime } from '#shared/validity-time.ts';
import { type EntryProfile, type HealthEntry, profileOf } from './entry-profile.ts';
import { type PairFinding, compareEntries, pairVectors } from './findings-among.ts';
import { rarityBy } from './likeness.ts';
import { mayMeet } from './may-meet.ts';
import type { EntryVectors } from './pair-features.ts';

export type CompareDeps = Pick<Database, 'knowledge' | 'findings' | 'passages' | 'stores'> & {
  readonly embedder: () => Embedder | null;
};

/** The number of the rules by which entries are compared: another one has everything compared anew. */
export const healthRules = 2;

/** Neighbours of an entry that are compared with it. */
const mostNeighbours = 24;
/** By meaning; beyond this many entries a search by meaning costs more than it finds. */
const mostByMeaning = 8;
const largestForMeaning = 20_000;
const mostRemembered = 4_000;
/** Entries that are compared by the same counts. */
const countsLast = 200;
/** Terms that are looked up; one in more than this share of many entries finds too much to tell anything. */
const mostTerms = 14;
const fewestTerms = 4;
const commonShare = 0.05;

/** What was read lately: the same entries are neighbours of many, the same words stand in most of them. */
export type CompareMemory = {
  readonly profiles: Map<string, EntryProfile>;
  /** By embedder and version. */
  readonly vectors: Map<string, EntryVectors>;
  /** In how many entries a term stands, and how many there are; a little old does no harm. */
  readonly counts: Map<string, number>;
  entries: number;
  /** Entries compared since the counts were read. */
  age: number;
};

export function compareMemory(): CompareMemory {
  return { profiles: new Map(), vectors: new Map(), counts: new Map(), entries: 0, age: Number.POSITIVE_INFINITY };
}

/** Compares an entry with those that may be about the same, and keeps what it finds. Returns whether the list is another. */
export function compareEntry(deps: CompareDeps, memory: CompareMemory, entryId: string): boolean {
  refreshCounts(deps, memory);
  const entry = deps.knowledge.find(entryId);
  if (entry === null || entry.state === 'retired') {
    deps.findings.putTerms(entryId, []);
    return deps.findings.settle(entryId, []);
  }
  const profile = remembered(memory, entry);
  deps.findings.putTerms(entryId, [...profile.all.keys()]);
  const rarity = rarityBy((term) => countOf(deps, memory, term), memory.entries);
  const own = vectorsOf(deps, memory, profile.entry);
  const found = neighboursOf(deps, memory, entry, profile).flatMap((other) => {
    const vectors = pairVectors(own, own === null ? null : vectorsOf(deps, memory, other.entry));
    const finding = compareEntries({ a: profile, b: other, rarity, vectors });
    return finding === null ? [] : [kept(deps, finding, entry, other.entry)];
  });
  return deps.findings.settle(entryId, found);
}

/** An entry as it is compared. */
export function healthEntryOf(entry: KnowledgeEntry): HealthEntry {
  return { ...entry, ...validityTime(entry.validity) };
}

function refreshCounts({ findings }: CompareDeps, memory: CompareMemory): void {
  memory.age += 1;
  if (memory.age < countsLast) return;
  memory.age = 0;
  memory.counts.clear();
  memory.entries = findings.termedEntries();
}

function countOf({ findings }: CompareDeps, { counts }: CompareMemory, term: string): number {
  const known = counts.get(term);
  if (known !== undefined) return known;
  const count = findings.termCounts([term]).get(term) ?? 0;
  counts.set(term, count);
  return count;
}

/** The terms that tell most, by which an entry's neighbours are looked up. */
function tellingTerms(deps: CompareDeps, memory: CompareMemory, profile: EntryProfile): readonly string[] {
  const rarest = [...profile.all.keys()]
    .map((term) => ({ term, count: countOf(deps, memory, term) }))
    .toSorted((a, b) => a.count - b.count);
  const isTelling = ({ count }: { readonly count: number }, place: number): boolean =>
    place < fewestTerms || memory.entries < 2_000 || count < memory.entries * commonShare;
  return rarest
    .filter(isTelling)
    .slice(0, mostTerms)
    .map(({ term }) => term);
}

function remembered(memory: CompareMemory, entry: KnowledgeEntry): EntryProfile {
  const known = memory.profiles.get(entry.versionId);
  if (known !== undefined) return known;
  if (memory.profiles.size >= mostRemembered) memory.profiles.clear();
  const profile = profileOf(healthEntryOf(entry));
  memory.profiles.set(entry.versionId, profile);
  return profile;
}

/** By words, by meaning, and those that bear the same question. */
function neighboursOf(
  deps: CompareDeps,
  memory: CompareMemory,
  entry: KnowledgeEntry,
  profile: EntryProfile,
): readonly EntryProfile[] {
  const byWords = deps.findings.near(entry.id, entry.storeId, tellingTerms(deps, memory, profile), 2 * mostNeighbours);
  const versions = new Map(byWords.map(({ entryId, versionId }) => [entryId, versionId]));
  const ids = new Set([
    ...(entry.question === '' ? [] : deps.knowledge.findByQuestion(entry.storeId, entry.question).map(({ id }) => id)),
    ...nearByMeaning(deps, entry),
    ...versions.keys(),
  ]);
  const near: EntryProfile[] = [];
  for (const id of ids) {
    if (near.length >= mostNeighbours) break;
    const known = memory.profiles.get(versions.get(id) ?? '') ?? currentProfile(deps, memory, id);
    if (known !== null && mayMeet(profile.entry, known.entry)) near.push(known);
  }
  return near;
}

function currentProfile({ knowledge }: CompareDeps, memory: CompareMemory, entryId: string): EntryProfile | null {
  const entry = knowledge.find(entryId);
  return entry === null || entry.state === 'retired' ? null : remembered(memory, entry);
}

function nearByMeaning(deps: CompareDeps, entry: KnowledgeEntry): readonly string[] {
  const embedder = deps.embedder();
  const storeId = entry.storeId ?? deps.stores.list()[0]?.id;
  if (embedder === null || storeId === undefined) return [];
  if (deps.passages.count(embedder.id).passages > largestForMeaning) return [];
  const vector = deps.passages.questionVector(embedder.id, entry.id);
  if (vector === null) return [];
  const scope = { storeId, about: null, channel: null, at: 0, isUnlimited: true, except: new Set([entry.id]) };
  return deps.passages
    .searchVector(embedder.id, vector, scope, mostByMeaning)
    .flatMap((hit) => (hit.kind === 'knowledge' ? [hit.ownerId] : []));
}

/** Where the embedder knows the language: elsewhere it says of most that they are alike. */
function vectorsOf(
  { findings, embedder }: CompareDeps,
  memory: CompareMemory,
  entry: HealthEntry,
): EntryVectors | null {
  const current = embedder();
  if (current === null || entry.language !== 'en') return null;
  const key = `${current.id} ${entry.versionId}`;
  const known = memory.vectors.get(key) ?? findings.vectors(current.id, entry.id);
  if (known === null) return null;
  if (memory.vectors.size >= mostRemembered) memory.vectors.clear();
  memory.vectors.set(key, known);
  return known;
}

function kept({ knowledge }: CompareDeps, finding: PairFinding, entry: KnowledgeEntry, other: HealthEntry): FoundPair {
  const since = Math.max(entry.updatedAt, knowledge.get(other.id).updatedAt);
  return {
    kind: finding.kind,
    versions: [
      { entryId: entry.id, versionId: entry.versionId },
      { entryId: other.id, versionId: other.versionId },
    ],
    severity: Math.max(0, Math.min(1, finding.certainty)),
    since,
    spans: finding.places.flatMap(({ a, b }) => [
      { entryId: finding.a, start: a.start, end: a.end },
      { entryId: finding.b, start: b.start, end: b.end },
    ]),
    fact: finding.places[0]?.fact ?? null,
  };
}
