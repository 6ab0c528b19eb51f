import type { PassageHit, PassageIndex, PlacedPassage, SearchScope } from '../ports/passage-index.ts';
import type { Database } from '../ports/repositories/index.ts';
import { layerOf } from '../knowledge/overlay.ts';
import { overlaidAmong } from '../retrieval/standing.ts';
import { indexProduct, indexedVector } from './index-product.ts';
import { type CountChanges, lexicalScores } from './lexical-scores.ts';
import type { Supposition } from './supposed-entries.ts';
import { supposedKnowledge } from './supposed-knowledge.ts';
import { supposedLearned } from './supposed-learned.ts';
import { type PassageCounts, type SupposedPassage, countsOfEntry, isForEverybody } from './supposed-passages.ts';

type LayeredDeps = Pick<Database, 'passages' | 'knowledge' | 'learned'>;

/** What the vector of a part of an article counts in the index, beside 1. */
const partWeight = 0.9;

/**
 * The desk as it would be with the changes, for reading: every search, look-up and count gives what it would after they
 * were published. Nothing is written, and nothing that goes on meanwhile sees any of it.
 */
export function withChanges<D extends LayeredDeps>(
  deps: D,
  supposition: Supposition,
  passages: readonly SupposedPassage[],
): D {
  const knowledge = supposedKnowledge(deps.knowledge, supposition);
  const learned = supposedLearned(deps.learned, supposition);
  return { ...deps, knowledge, learned, passages: layeredPassages(deps, supposition, passages) };
}

function layeredPassages(
  base: LayeredDeps,
  { entries, items, setsOn }: Supposition,
  supposed: readonly SupposedPassage[],
): PassageIndex {
  const index = base.passages;
  const byOwner = new Map(supposed.map((one) => [one.ownerId, one]));
  const byTerm = passagesByTerm(supposed);
  const owners: ReadonlyMap<string, unknown> = new Map<string, unknown>([...entries, ...items]);
  const counted = countChanges(base, { entries, items }, supposed);
  const scopeOf = (scope: SearchScope): SearchScope => ({ ...scope, setsOn });
  const mayAnswer = (passage: SupposedPassage, scope: SearchScope): boolean => hears(passage, scope, setsOn);
  const hitOf = ({ kind, ownerId, versionId }: SupposedPassage, score: number): PassageHit => ({
    kind,
    ownerId,
    versionId,
    score,
  });
  const statistics: PassageIndex['termStatistics'] = (terms, scope) => {
    const { counts, passages } = index.termStatistics(terms, scope === undefined ? undefined : scopeOf(scope));
    return {
      counts: new Map([...counts].map(([term, count]) => [term, count + (counted.terms.get(term) ?? 0)])),
      passages: passages + counted.passages,
    };
  };

  const scored = lexicalScores(base, byOwner, counted);
  const unlike = (scope: SearchScope): SearchScope => ({
    ...scopeOf(scope),
    except: new Set([...(scope.except ?? []), ...owners.keys()]),
  });
  const supposedPlaced = (scope: SearchScope): readonly PlacedPassage[] =>
    supposed.filter((passage) => mayAnswer(passage, scope)).map(placedOf);
  const placed: PassageIndex['placed'] = (ownerIds, scope) => {
    const asked = new Set(ownerIds);
    const own = supposedPlaced(scope).filter(({ ownerId }) => asked.has(ownerId));
    return [...index.placed(ownerIds, unlike(scope)), ...own];
  };
  const akin: PassageIndex['akin'] = (passages, scope) => {
    const found = index.akin(passages, unlike(scope));
    const asked = new Set(passages.map(({ ownerId }) => ownerId));
    const named = new Set(passages.map(({ overlaysId }) => overlaysId));
    const matters = new Set(passages.flatMap(({ matter }) => matter ?? []));
    const isAkin = ({ ownerId, overlaysId, matter }: PlacedPassage): boolean =>
      named.has(ownerId) || asked.has(overlaysId ?? '') || matters.has(matter ?? '');
    return [...found, ...supposedPlaced(scope).filter(isAkin)];
  };

  return {
    ...index,
    searchTerms: (terms, scope, limit) => {
      const found = hitsWithout(owners, 2 * limit, (depth) => index.searchTerms(terms, scopeOf(scope), depth));
      const near = new Set(terms.flatMap((term) => byTerm.get(term) ?? []));
      const own = [...near].filter((passage) => mayAnswer(passage, scope)).map((passage) => hitOf(passage, 1));
      // In which order they come is looked at only where some have to go.
      const all = [...found, ...own];
      return all.length <= limit ? all : scored(all, terms, statistics(terms)).slice(0, limit);
    },
    searchVector: (embedderId, vector, scope, limit) => {
      const found = hitsWithout(owners, limit, (depth) =>
        index.searchVector(embedderId, vector, scopeOf(scope), depth),
      );
      const query = indexedVector(vector);
      const own = supposed.flatMap((passage) => {
        const score = nearness(passage, query);
        return score === null || !mayAnswer(passage, scope) ? [] : [hitOf(passage, score)];
      });
      return best([...found, ...own], limit);
    },
    questionVector: (embedderId, ownerId) =>
      owners.has(ownerId) ? (byOwner.get(ownerId)?.questionVector ?? null) : index.questionVector(embedderId, ownerId),
    termStatistics: statistics,
    answering: (ownerIds, scope) => {
      const others = ownerIds.filter((ownerId) => !owners.has(ownerId));
      const own = ownerIds.filter((ownerId) => {
        const passage = byOwner.get(ownerId);
        return passage !== undefined && mayAnswer(passage, scope);
      });
      return new Set([...index.answering(others, scopeOf(scope)), ...own]);
    },
    placed,
    akin,
    correcting: (entryIds, scope) => {
      const own = supposed.filter(({ correctsId }) => correctsId !== null && entryIds.includes(correctsId));
      const heard = own.filter((passage) => mayAnswer(passage, scope)).map((passage) => hitOf(passage, 0));
      return [...index.correcting(entryIds, unlike(scope)), ...heard];
    },
    supersededBy: (ownerIds, scope) => {
      const own = supposed.filter(({ supersedesId }) => supersedesId !== null && ownerIds.includes(supersedesId));
      const heard = own.filter((passage) => mayAnswer(passage, scope));
      return new Map([
        ...index.supersededBy(ownerIds, unlike(scope)),
        ...heard.map((passage) => [passage.supersedesId ?? '', hitOf(passage, 0)] as const),
      ]);
    },
    overlaidBy: (ownerIds, scope) => overlaidAmong({ placed, akin }, ownerIds, scope),
    subjects: (scope) => {
      const own = supposed.filter((passage) => mayAnswer(passage, scope)).flatMap((passage) => passage.scope);
      const known = index.subjects(scopeOf(scope));
      const isNew = own.some((name) => !known.includes(name));
      return isNew ? [...new Set([...known, ...own])] : known;
    },
  };
}

function placedOf(passage: SupposedPassage): PlacedPassage {
  const { kind, ownerId, versionId, language, matter, scope, overlaysId } = passage;
  return { kind, ownerId, versionId, score: 0, layer: layerOf(passage), language, matter, scope, overlaysId };
}

/** The best hits that are of none of the owners: as many more are asked for as were passed over. */
function hitsWithout(
  owners: ReadonlyMap<string, unknown>,
  limit: number,
  search: (depth: number) => readonly PassageHit[],
): readonly PassageHit[] {
  for (let depth = limit + Math.min(owners.size, limit); ; depth *= 2) {
    const hits = search(depth);
    const kept = hits.filter(({ ownerId }) => !owners.has(ownerId));
    if (kept.length >= limit || hits.length < depth) return kept.slice(0, limit);
  }
}

function best(hits: readonly PassageHit[], limit: number): readonly PassageHit[] {
  return hits.toSorted((a, b) => b.score - a.score).slice(0, limit);
}

function passagesByTerm(supposed: readonly SupposedPassage[]): ReadonlyMap<string, readonly SupposedPassage[]> {
  const byTerm = new Map<string, SupposedPassage[]>();
  for (const passage of supposed) {
    for (const term of new Set([...passage.questionCounts.keys(), ...passage.answerCounts.keys()])) {
      const known = byTerm.get(term);
      if (known === undefined) byTerm.set(term, [passage]);
      else known.push(passage);
    }
  }
  return byTerm;
}

function countChanges(
  base: LayeredDeps,
  { entries, items }: Pick<Supposition, 'entries' | 'items'>,
  supposed: readonly SupposedPassage[],
): CountChanges {
  const terms = new Map<string, number>();
  let [passages, length] = [0, 0];
  const add = (passage: PassageCounts, by: number): void => {
    passages += by;
    length += by * passage.length;
    for (const term of new Set([...passage.questionCounts.keys(), ...passage.answerCounts.keys()]))
      terms.set(term, (terms.get(term) ?? 0) + by);
  };
  for (const entryId of entries.keys()) {
    const before = base.knowledge.find(entryId);
    if (before?.state === 'active') add(countsOfEntry(before), -1);
  }
  for (const itemId of items.keys()) {
    const before = base.learned.get(itemId);
    if (isForEverybody(before)) add(countsOfEntry(before), -1);
  }
  for (const passage of supposed) add(passage, 1);
  return { terms, passages, length };
}

/** Whether a passage may answer in a scope; as the index decides it. */
function hears(passage: SupposedPassage, scope: SearchScope, setsOn: readonly string[]): boolean {
  if (scope.except?.has(passage.ownerId) === true) return false;
  if (passage.storeId !== null && passage.storeId !== scope.storeId) return false;
  if (passage.profileIds !== null && !passage.profileIds.includes(scope.profileId ?? '')) return false;
  if (scope.isUnlimited === true) return true;
  const { about, channel, at } = scope;
  return (
    (passage.setId === null || setsOn.includes(passage.setId)) &&
    (passage.validFrom === null || passage.validFrom <= at) &&
    (passage.validUntil === null || passage.validUntil > at) &&
    (channel === null || passage.channels.length === 0 || passage.channels.includes(channel)) &&
    (about === null || passage.scope.length === 0 || passage.scope.some((one) => about.includes(one)))
  );
}

function nearness({ questionVector, answerVectors }: SupposedPassage, vector: Float32Array): number | null {
  const scores = [
    ...(questionVector === null ? [] : [indexProduct(questionVector, vector)]),
    ...answerVectors.map((one, i) => (i === 0 ? 1 : partWeight) * indexProduct(one, vector)),
  ];
  return scores.length === 0 ? null : Math.max(...scores);
}
