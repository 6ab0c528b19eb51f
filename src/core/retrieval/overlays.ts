import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { layerOf } from '../knowledge/overlay.ts';
import type { PassageHit, PassageIndex, SearchScope } from '../ports/passage-index.ts';
import type { Candidate } from './candidate.ts';

/** What a passage says, apart from how near it came, with its layer and the matter it is about. */
export type Layered = Omit<Candidate, 'cosine' | 'overlap' | 'coverage' | 'score'> & {
  /** 0 the base, 1 the store's own, 2 a set. */
  readonly layer: number;
  /** Entries of different layers with the same one are about one matter; null: of no other layer's. */
  readonly matter: string | null;
};

type Matter = Pick<KnowledgeEntry, 'storeId' | 'setId' | 'kind' | 'question' | 'language' | 'scope'>;

/** Many sections stand under one heading, and a lesson has no layer: only questions and products are one matter by name. */
export function layerAndMatter(owner: Matter | LearnedItem): Pick<Layered, 'layer' | 'matter'> {
  if ('correctsEntryId' in owner) return { layer: 1, matter: null };
  const question = owner.question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const isNamed = owner.kind !== 'article' && question !== '';
  const matter = isNamed ? JSON.stringify([owner.kind, question, owner.language, owner.scope.toSorted()]) : null;
  return { layer: layerOf(owner), matter };
}

/** How many layers may stand over one entry by name. */
const longestChain = 4;

/**
 * Which of the entries found, or corrected by what was found, have given their place to another: to one that names them, or
 * to one of a higher layer that is asked the same.
 */
export function overlaysAmong(
  found: readonly Layered[],
  passages: Pick<PassageIndex, 'overlaidBy'>,
  scope: SearchScope,
  read: (hit: PassageHit) => Layered,
): ReadonlyMap<string, Layered> {
  const overlays = new Map<string, Layered>();
  for (const group of Map.groupBy(found, (one) => one.matter).values()) {
    const top = group.reduce((a, b) => (b.layer > a.layer || (b.layer === a.layer && isLater(b, a)) ? b : a));
    if (top.matter === null) continue;
    for (const one of group) if (one.layer < top.layer) overlays.set(one.ownerId, top);
  }
  const below = found.flatMap(({ ownerId, correctsEntryId }) =>
    correctsEntryId === null ? [ownerId] : [ownerId, correctsEntryId],
  );
  let named = new Set(below);
  for (let depth = 0; depth < longestChain && named.size > 0; depth++) {
    const above = passages.overlaidBy([...named], scope);
    named = new Set();
    for (const [ownerId, hit] of above) {
      overlays.set(ownerId, read(hit));
      named.add(hit.ownerId);
    }
  }
  for (const [ownerId, first] of overlays) {
    let top = first;
    for (let depth = 0; depth < longestChain; depth++) top = overlays.get(top.ownerId) ?? top;
    overlays.set(ownerId, top);
  }
  return overlays;
}

/** Ids grow with time. */
function isLater(a: Layered, b: Layered): boolean {
  return a.versionId > b.versionId;
}

/**
 * The candidates with every overlaid entry's place taken by what overlays it. That answers whatever the entry below was
 * asked for: it comes as near as the nearer of the two, so that other words of its own never let the text below through.
 */
export function withOverlays(candidates: readonly Candidate[], overlays: ReadonlyMap<string, Layered>): Candidate[] {
  const placed = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const overlay = overlays.get(candidate.ownerId);
    const one = overlay === undefined ? candidate : inPlaceOf(candidate, overlay);
    const known = placed.get(one.ownerId);
    const nearer = known === undefined || one.score > known.score ? one : known;
    placed.set(one.ownerId, {
      ...nearer,
      overlaysEntryId: one.overlaysEntryId ?? known?.overlaysEntryId ?? null,
    });
  }
  return [...placed.values()];
}

function inPlaceOf(below: Candidate, overlay: Layered): Candidate {
  const { layer: _, matter: __, ...said } = overlay;
  const { cosine, overlap, coverage, score } = below;
  return {
    kind: said.kind,
    ownerId: said.ownerId,
    versionId: said.versionId,
    question: said.question,
    answer: said.answer,
    topic: said.topic,
    language: said.language,
    correctsEntryId: said.correctsEntryId,
    overlaysEntryId: below.ownerId,
    validUntil: said.validUntil,
    place: said.place,
    answerKey: said.answerKey,
    cosine,
    overlap,
    coverage,
    score,
  };
}
