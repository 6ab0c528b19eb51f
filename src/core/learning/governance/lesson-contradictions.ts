import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonContradiction } from '#shared/model/lesson-review.ts';
import { healthEntryOf } from '../../health/compare-entries.ts';
import { contradictionsOf } from '../../health/contradiction-of.ts';
import { type EntryProfile, type HealthEntry, profileOf } from '../../health/entry-profile.ts';
import { thresholds } from '../../health/finding-model.ts';
import { type Rarity, rarityBy } from '../../health/likeness.ts';
import { mayMeet } from '../../health/may-meet.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { differInNegation } from '../../replay/answer-difference.ts';
import { otherValue, saysOtherwise } from '../../retrieval/read-reply.ts';
import { askedTerms } from '../../retrieval/terms.ts';

export type ContradictionDeps = Pick<Database, 'knowledge' | 'learned' | 'passages' | 'findings'> & {
  readonly clock: Clock;
  readonly embedder: () => Embedder | null;
};

/** Entries and shared lessons that a lesson is compared with, of those that come nearest to what it says. */
const mostNeighbours = 24;
const mostRemembered = 10_000;

/** What was read and compared lately, by versions: neither ever changes. */
export type ContradictionMemory = {
  readonly profiles: Map<string, EntryProfile>;
  readonly pairs: Map<string, LessonContradiction | null>;
  /** What comes nearest to an item by its version, and when that was looked for, ms UTC. */
  readonly neighbours: Map<string, { readonly ids: readonly string[]; readonly at: number }>;
};

/** An empty memory, for one desk as long as it runs. */
export function contradictionMemory(): ContradictionMemory {
  return { profiles: new Map(), pairs: new Map(), neighbours: new Map() };
}

/**
 * The approved entries and shared lessons that may say otherwise than a lesson does, what it corrects or takes the place of
 * first. It errs on the careful side: what only may contradict counts.
 */
export function lessonContradictions(
  deps: ContradictionDeps,
  memory: ContradictionMemory,
  item: LearnedItem,
): readonly LessonContradiction[] {
  const own = ownOf(item);
  if (memory.neighbours.size >= mostRemembered) memory.neighbours.clear();
  const near = neighboursOf(deps, item);
  memory.neighbours.set(item.versionId, { ids: near, at: deps.clock.now() });
  return among(deps, memory, item, own, near);
}

/** A search takes a while in a large knowledge: what orders a queue of many may be some minutes old. */
const neighboursLast = 600_000;

/** The same for the order of a queue: by what an item corrects or takes the place of, and what came near some minutes ago. */
export function roughContradictions(
  deps: ContradictionDeps,
  memory: ContradictionMemory,
  item: LearnedItem,
): readonly LessonContradiction[] {
  const own = ownOf(item);
  const known = memory.neighbours.get(item.versionId);
  if (known !== undefined && deps.clock.now() - known.at < neighboursLast)
    return among(deps, memory, item, own, known.ids);
  return own.length > 0 ? among(deps, memory, item, own, []) : lessonContradictions(deps, memory, item);
}

function ownOf({ correctsEntryId, supersedesId }: LearnedItem): readonly string[] {
  return [correctsEntryId, supersedesId].filter((id) => id !== null);
}

function among(
  deps: ContradictionDeps,
  memory: ContradictionMemory,
  item: LearnedItem,
  own: readonly string[],
  near: readonly string[],
): readonly LessonContradiction[] {
  const ids = [...new Set([...own, ...near])].filter((id) => id !== item.id);
  return ids.flatMap((id) => {
    const other = approved(deps, id);
    if (other === null) return [];
    const key = `${item.versionId} ${other.versionId}`;
    const known = memory.pairs.get(key);
    if (known !== undefined) return known ?? [];
    if (memory.pairs.size >= mostRemembered) memory.pairs.clear();
    const found = contradictionWith(deps, memory, item, other, own.includes(id));
    memory.pairs.set(key, found);
    return found ?? [];
  });
}

/** What everybody's answers are made of; null: it is out of use, or one person's. */
function approved({ knowledge, learned }: ContradictionDeps, id: string): KnowledgeEntry | LearnedItem | null {
  const entry = knowledge.find(id);
  if (entry !== null) return entry.state === 'active' ? entry : null;
  const item = learned.get(id);
  return item.state === 'active' && item.reach === 'everyone' ? item : null;
}

function neighboursOf(deps: ContradictionDeps, item: LearnedItem): readonly string[] {
  const { storeId, question, answer } = item;
  const scope = { storeId, about: null, channel: null, at: deps.clock.now(), except: new Set([item.id]) };
  const byWords = deps.passages.searchTerms(askedTerms(`${question}\n${answer}`), scope, mostNeighbours);
  const embedder = deps.embedder();
  const vector = embedder === null ? null : deps.passages.questionVector(embedder.id, item.id);
  const byMeaning =
    embedder === null || vector === null
      ? []
      : deps.passages.searchVector(embedder.id, vector, scope, mostNeighbours / 2);
  return [...byMeaning, ...byWords].map(({ ownerId }) => ownerId);
}

function contradictionWith(
  deps: ContradictionDeps,
  memory: ContradictionMemory,
  item: LearnedItem,
  other: KnowledgeEntry | LearnedItem,
  isOwn: boolean,
): LessonContradiction | null {
  const [a, b] = [profile(memory, lessonEntry(item)), profile(memory, comparedEntry(other))];
  if (!mayMeet(a.entry, b.entry)) return null;
  const [place] = contradictionsOf({ a, b, rarity: rarityIn(deps, a, b), vectors: null });
  const isFound = place !== undefined && place.certainty >= thresholds.doubtful;
  // What it corrects is about the same: any other value, or a no where there was none, says otherwise.
  const isOtherwise =
    isFound || (isOwn && (saysOtherwise(item.answer, other) || differInNegation(other.answer, item.answer)));
  if (!isOtherwise) return null;
  const values = isFound ? null : otherValue(item.answer, other);
  return {
    kind: 'correctsEntryId' in other ? 'learned' : 'knowledge',
    id: other.id,
    question: other.question,
    answer: other.answer,
    itSays: isFound ? other.answer.slice(place.b.start, place.b.end) : (values?.answer ?? ''),
    lessonSays: isFound ? item.answer.slice(place.a.start, place.a.end) : (values?.reply ?? ''),
  };
}

function lessonEntry(item: LearnedItem): HealthEntry {
  const { id, versionId, question, answer, topic, scope, language, channels, storeId } = item;
  return {
    id,
    versionId,
    question,
    answer,
    topic,
    scope,
    language,
    channels,
    storeId,
    kind: 'pair',
    setId: null,
    overlaysEntryId: null,
    validFrom: null,
    validUntil: null,
  };
}

function comparedEntry(other: KnowledgeEntry | LearnedItem): HealthEntry {
  return 'correctsEntryId' in other ? lessonEntry(other) : healthEntryOf(other);
}

function profile({ profiles }: ContradictionMemory, entry: HealthEntry): EntryProfile {
  const known = profiles.get(entry.versionId);
  if (known !== undefined) return known;
  if (profiles.size >= mostRemembered) profiles.clear();
  const made = profileOf(entry);
  profiles.set(entry.versionId, made);
  return made;
}

function rarityIn({ findings }: ContradictionDeps, a: EntryProfile, b: EntryProfile): Rarity {
  const counts = findings.termCounts([...new Set([...a.all.keys(), ...b.all.keys()])]);
  return rarityBy((term) => counts.get(term) ?? 0, findings.termedEntries());
}
