import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { ConcernedAsk } from '#shared/model/lesson-review.ts';
import { type AskVectors, vectorsOf } from '../../gaps/ask-vectors.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { RecentAsk } from '../../ports/repositories/conversations.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { dotProduct } from '../../retrieval/dot-product.ts';
import { askedTerms } from '../../retrieval/terms.ts';
import { customerKey } from './lesson-sources.ts';

export type ConcernDeps = Pick<Database, 'drafts' | 'passages'> & {
  readonly embedder: () => Embedder | null;
  readonly passTurn: () => Promise<void>;
};

export type ConcernMemory = AskVectors;

/** Different customers whose questions a lesson comes near to, and the newest of those. */
type Concerned = { readonly customers: number; readonly cases: readonly ConcernedAsk[] };
export const nobodyConcerned: Concerned = { customers: 0, cases: [] };

/** The newest questions of customers that are looked at. */
const mostAsks = 1_000;
const mostCases = 20;
/** So near in meaning, cosine, a question is about the same; without a vector so many of the words of both are the same (Dice). */
const nearFrom = 0.65;
const alikeFrom = 0.5;

/** Whom each of these lessons concerns, by the newest questions of a store. Errors: `cancelled`, those of the embedder. */
export async function concernedAsks(
  deps: ConcernDeps,
  memory: ConcernMemory,
  storeId: string,
  items: readonly LearnedItem[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Concerned>> {
  if (items.length === 0) return new Map();
  const isNear = await nearness(deps, memory, storeId, signal);
  const found = new Map<string, Concerned>();
  for (const item of items) {
    await deps.passTurn();
    const near = isNear(item);
    found.set(item.id, {
      customers: new Set(near.map(customerKey)).size,
      cases: near.slice(0, mostCases).map((ask) => ({
        conversationId: ask.conversationId,
        customer: ask.customerName || ask.customerAddress,
        ask: ask.text,
        askedAt: ask.askedAt,
      })),
    });
  }
  return found;
}

/** The newest questions of its store that come near to a lesson's, newest first. */
export async function asksNear(
  deps: ConcernDeps,
  memory: ConcernMemory,
  item: LearnedItem,
  signal?: AbortSignal,
): Promise<readonly RecentAsk[]> {
  return (await nearness(deps, memory, item.storeId, signal))(item);
}

async function nearness(
  deps: ConcernDeps,
  memory: ConcernMemory,
  storeId: string,
  signal: AbortSignal | undefined,
): Promise<(item: LearnedItem) => readonly RecentAsk[]> {
  const asks = deps.drafts.recentAsks(storeId, mostAsks);
  const texts = asks.map(({ context }) => context);
  const known = await vectorsOf(deps, memory, texts, signal);
  const terms = asks.map(({ context }) => new Set(askedTerms(context)));
  return (item) => {
    const own = known.embedderId === null ? null : deps.passages.questionVector(known.embedderId, item.id);
    const words = new Set(askedTerms(item.question));
    return asks.filter(({ context }, i) => {
      const vector = known.vectors.get(context);
      if (own !== null && vector !== undefined) return dotProduct(own, vector) >= nearFrom;
      return sharedShare(words, terms[i] ?? new Set()) >= alikeFrom;
    });
  };
}

function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const total = a.size + b.size;
  return total === 0 ? 0 : (2 * [...a].filter((term) => b.has(term)).length) / total;
}
