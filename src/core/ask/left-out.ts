import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LeftOutPassage, LeftOutReason } from '#shared/model/reasoning.ts';
import { isForeign } from '#shared/answer-language.ts';
import { validityTime } from '#shared/validity-time.ts';
import { layerOf } from '../knowledge/overlay.ts';
import type { PassageHit, PassageIndex, SearchScope } from '../ports/passage-index.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { Supposition } from '../replay/supposed-entries.ts';
import { supposedPassages } from '../replay/supposed-passages.ts';
import { withChanges } from '../replay/with-changes.ts';
import type { Candidate } from '../retrieval/candidate.ts';
import {
  type PreparedTexts,
  type RetrievalDeps,
  type RetrievalInput,
  rankedFor,
} from '../retrieval/retrieve-evidence.ts';
import { subjectsNamed } from '../retrieval/subjects-named.ts';
import { askedTerms, termsOf } from '../retrieval/terms.ts';

export type LeftOutDeps = RetrievalDeps & Pick<Database, 'sets'>;

const mostShown = 8;
/** What comes less near than this share of the best was not left out: it was not meant. */
const nearFrom = 0.6;

/**
 * Finds what would have come near without the limits of the search: other subjects, channels, times and languages, sets
 * that are off, what has given its place to an overlay, what is out of use. What it gives back looks within one turn.
 */
export async function leftOutOf(
  deps: LeftOutDeps,
  prepared: PreparedTexts,
  searches: readonly RetrievalInput[],
  signal?: AbortSignal,
): Promise<(search: RetrievalInput) => readonly LeftOutPassage[]> {
  const retired = retiredAbout(deps, searches);
  const supposition: Supposition = {
    entries: new Map(retired.map((entry) => [entry.id, { ...entry, state: 'active' }])),
    items: new Map(),
    setsOn: [],
    setsBefore: [],
    storeId: searches[0]?.storeId ?? '',
  };
  const layered = withChanges(deps, supposition, await supposedPassages(deps, supposition, signal));
  return (search) => {
    const limits = limitsOf(deps, search);
    const ranked = rankedFor(deps, prepared, search).candidates;
    const open: RetrievalInput = { ...search, about: null, channel: null, language: null };
    // Layer by layer: side by side the higher one would stand in the place of the lower.
    const found = layers
      .flatMap((layer) => rankedFor({ ...layered, passages: openLayer(layered, layer) }, prepared, open).candidates)
      .toSorted((a, b) => b.score - a.score || (a.ownerId < b.ownerId ? -1 : 1));
    const near = found.filter(({ score }) => score >= nearFrom * (found[0]?.score ?? 0));
    return near.flatMap((candidate) => leftOut(deps, search, limits, candidate, ranked)).slice(0, mostShown);
  };
}

const layers = [0, 1, 2] as const;

const mostRetired = 500;
const mostSupposed = 12;

/** Entries out of use that hold some of the asked words. */
function retiredAbout(deps: LeftOutDeps, searches: readonly RetrievalInput[]): readonly KnowledgeEntry[] {
  const storeId = searches[0]?.storeId;
  if (storeId === undefined) return [];
  const terms = new Set(searches.flatMap(({ question }) => askedTerms(question)));
  const { items } = deps.knowledge.list({ storeId, state: 'retired', offset: 0, limit: mostRetired });
  return items
    .map((entry) => {
      const held = new Set(termsOf(`${entry.question} ${entry.answer}`));
      return { entry, shared: [...terms].filter((term) => held.has(term)).length };
    })
    .filter(({ shared }) => shared >= Math.min(2, terms.size))
    .sort((a, b) => b.shared - a.shared || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, mostSupposed)
    .map(({ entry }) => entry);
}

/** The index without the limits of a search, for the passages of one layer alone. */
function openLayer({ passages, knowledge }: RetrievalDeps, layer: 0 | 1 | 2): PassageIndex {
  const open = (scope: SearchScope): SearchScope => ({ ...scope, isUnlimited: true });
  const isOfLayer = ({ kind, ownerId }: PassageHit): boolean =>
    kind === 'knowledge' && layerOf(knowledge.get(ownerId)) === layer;
  return {
    ...passages,
    searchTerms: (terms, scope, limit) => passages.searchTerms(terms, open(scope), 2 * limit).filter(isOfLayer),
    searchVector: (embedderId, vector, scope, limit) =>
      passages.searchVector(embedderId, vector, open(scope), 2 * limit).filter(isOfLayer),
    answering: (ownerIds, scope) => passages.answering(ownerIds, open(scope)),
    overlaidBy: () => new Map(),
    subjects: () => [],
  };
}

type Limits = {
  readonly scope: SearchScope;
  readonly setsOn: ReadonlySet<string>;
};

function limitsOf(deps: LeftOutDeps, { storeId, context, channel, at, about }: RetrievalInput): Limits {
  const open: SearchScope = { storeId, profileId: deps.profileId(), about: null, channel, at };
  const setsOn = deps.sets
    .list()
    .filter(({ state, storeIds }) => state === 'active' && storeIds.includes(storeId))
    .map(({ id }) => id);
  return {
    scope: { ...open, about: about ?? subjectsNamed(deps.passages.subjects(open), context) },
    setsOn: new Set(setsOn),
  };
}

function leftOut(
  deps: LeftOutDeps,
  search: RetrievalInput,
  limits: Limits,
  candidate: Candidate,
  ranked: readonly Candidate[],
): readonly LeftOutPassage[] {
  const entry = deps.knowledge.get(candidate.ownerId);
  const overlaidBy = standingOver(deps, entry, limits.scope, ranked);
  const isFound = ranked.some(({ ownerId }) => ownerId === entry.id);
  const reason = reasonFor(entry, search, limits, { overlaidBy, isFound });
  if (reason === null) return [];
  const { validity } = entry;
  const time = reason === 'not_yet_valid' ? validity?.from : reason === 'no_more_valid' ? validity?.until : null;
  return [
    {
      entryId: entry.id,
      question: entry.question,
      answer: entry.answer,
      language: entry.language,
      layer: entry.setId !== null ? 'set' : entry.storeId === null ? 'base' : 'store',
      setName: entry.setId === null ? null : deps.sets.get(entry.setId).name,
      cosine: candidate.cosine,
      overlap: candidate.overlap,
      score: candidate.score,
      reason,
      overlaidById: reason === 'overlaid' ? overlaidBy : null,
      boundary: time && validity !== null ? { time, zone: validity.zone } : null,
      limits: reason === 'other_subject' ? entry.scope : reason === 'other_channel' ? entry.channels : [],
    },
  ];
}

/** What stands in an entry's place. */
function standingOver(
  deps: LeftOutDeps,
  entry: KnowledgeEntry,
  scope: SearchScope,
  ranked: readonly Candidate[],
): string | null {
  const above = deps.passages.overlaidBy([entry.id], scope).get(entry.id);
  if (above !== undefined) return above.ownerId;
  const inPlace = ranked.find(({ ownerId, overlaysEntryId }) => ownerId !== entry.id && overlaysEntryId === entry.id);
  return inPlace?.ownerId ?? null;
}

/** The first thing that keeps an entry from answering; null where nothing does. */
function reasonFor(
  entry: KnowledgeEntry,
  search: RetrievalInput,
  { scope, setsOn }: Limits,
  { overlaidBy, isFound }: { readonly overlaidBy: string | null; readonly isFound: boolean },
): LeftOutReason | null {
  const { validFrom, validUntil } = validityTime(entry.validity);
  const { channel, at, about } = scope;
  if (entry.state === 'retired') return 'retired';
  if (entry.setId !== null && !setsOn.has(entry.setId)) return 'set_off';
  if (validFrom !== null && validFrom > at) return 'not_yet_valid';
  if (validUntil !== null && validUntil <= at) return 'no_more_valid';
  if (channel !== null && entry.channels.length > 0 && !entry.channels.includes(channel)) return 'other_channel';
  if (about !== null && entry.scope.length > 0 && !entry.scope.some((one) => about.includes(one)))
    return 'other_subject';
  if (overlaidBy !== null) return 'overlaid';
  const { language, offersOtherLanguage } = search;
  const isUnread = language !== null && offersOtherLanguage !== true && isForeign(entry, language);
  return isFound && isUnread ? 'other_language' : null;
}
