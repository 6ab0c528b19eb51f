import type { Ask } from '#shared/model/draft.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { OpenDraft } from '../ports/repositories/conversations.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type PreparedTexts, type RetrievalDeps, preparedTexts } from '../retrieval/retrieve-evidence.ts';
import { askedTerms, termsOf } from '../retrieval/terms.ts';
import { dotProduct } from '../retrieval/dot-product.ts';

type TouchedDeps = Pick<Database, 'drafts' | 'knowledge' | 'learned' | 'passages' | 'words'> & {
  readonly embedder: () => Embedder | null;
  readonly modelOf: RetrievalDeps['modelOf'];
  readonly passTurn: () => Promise<void>;
};

/** Below both of these a changed entry has nothing to do with what was asked: it would not even be shown. */
const leastCosine = 0.25;
const leastShare = 0.2;
/** A draft that names what has changed comes before those that are only asked something near. */
const headStart = 1;

/** Comparisons of an ask with a change between two turns: some milliseconds of work. */
const comparedAtOnce = 1_000;
const draftsAtOnce = 50;

/** What has changed, made ready to be compared. */
type Change = { readonly terms: ReadonlySet<string>; readonly vector: Float32Array | null };

/**
 * The conversations whose open drafts a change of these entries or learned items may alter: those that name one of them,
 * or what it stands over or corrects, then who was asked most nearly that. An entry that was found wrong is asked about
 * by others who wait. Where there is no vector of a question, words alone tell how near it is.
 */
export async function touchedDrafts(
  deps: TouchedDeps,
  storeId: string,
  ownerIds: readonly string[],
): Promise<readonly string[]> {
  const open = deps.drafts.openAsks(storeId).filter(({ asks }) => asks.length > 0);
  if (open.length === 0 || ownerIds.length === 0) return [];
  const contexts = open.flatMap(({ asks }) => asks.map((ask) => ask.context));
  const prepared = await preparedTexts(deps, contexts, { storeId, about: null });
  const owners = ownerIds.map((id) => deps.knowledge.find(id) ?? deps.learned.get(id));
  const names = new Set(owners.flatMap(namedBy));
  const changes = await changesOf(deps, owners, prepared.embedderId);
  const touched: Array<{ readonly conversationId: string; readonly nearness: number }> = [];
  const atOnce = Math.max(1, Math.min(draftsAtOnce, Math.floor(comparedAtOnce / changes.length)));
  for (const [i, draft] of open.entries()) {
    if (i % atOnce === atOnce - 1) await deps.passTurn();
    const isNamed = draft.names.some((id) => names.has(id));
    const nearness = nearnessOf(draft, changes, prepared) + (isNamed ? headStart : 0);
    if (nearness > 0) touched.push({ conversationId: draft.conversationId, nearness });
  }
  return touched.toSorted((a, b) => b.nearness - a.nearness).map((one) => one.conversationId);
}

/** What a draft names that such a change may alter: itself, and what it stands in the place of. */
function namedBy(owner: KnowledgeEntry | LearnedItem): readonly string[] {
  const below = 'correctsEntryId' in owner ? [owner.correctsEntryId, owner.supersedesId] : [owner.overlaysEntryId];
  return [owner.id, ...below.filter((id) => id !== null)];
}

async function changesOf(
  deps: TouchedDeps,
  owners: ReadonlyArray<KnowledgeEntry | LearnedItem>,
  embedderId: string | null,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [i, owner] of owners.entries()) {
    if (i % draftsAtOnce === draftsAtOnce - 1) await deps.passTurn();
    changes.push({
      terms: new Set([...askedTerms(owner.question), ...termsOf(owner.answer)]),
      vector: embedderId === null ? null : deps.passages.questionVector(embedderId, owner.id),
    });
  }
  return changes;
}

/** How near the nearest of the changes comes to one of the asks; 0 where none comes near. */
function nearnessOf({ asks }: OpenDraft, changes: readonly Change[], prepared: PreparedTexts): number {
  return Math.max(0, ...asks.map((ask) => nearestTo(ask, changes, prepared)));
}

function nearestTo({ context }: Ask, changes: readonly Change[], prepared: PreparedTexts): number {
  const terms = askedTerms(context);
  const vector = prepared.vectors.get(context);
  let nearest = 0;
  for (const change of changes) {
    const share = terms.length === 0 ? 0 : terms.filter((term) => change.terms.has(term)).length / terms.length;
    const cosine = vector === undefined || change.vector === null ? 0 : dotProduct(vector, change.vector);
    if (share >= leastShare || cosine >= leastCosine) nearest = Math.max(nearest, share, cosine);
  }
  return nearest;
}
