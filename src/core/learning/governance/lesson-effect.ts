import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonEffect } from '#shared/model/lesson-review.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { standingOutcomes } from '../../insights/standing-outcomes.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { keptShareOf } from '../kept-share.ts';
import { type ConcernDeps, type ConcernMemory, asksNear } from './concerned-asks.ts';

type EffectDeps = ConcernDeps &
  Pick<Database, 'learned' | 'lessons' | 'outcomes' | 'outbox' | 'drafts' | 'conversations'>;

/** With less of its words in what was sent, an agent has taken a lesson out. */
const keptFrom = 0.5;
const mostCases = 50;

/** What a lesson did since it was shared, or since it was taught where it is not. Errors: `not_found`, those of the embedder. */
export async function lessonEffect(
  deps: EffectDeps,
  memory: ConcernMemory,
  itemId: string,
  signal?: AbortSignal,
): Promise<LessonEffect> {
  const item = deps.learned.get(itemId);
  const since = sharedSince(deps, item);
  const from = since ?? item.createdAt;
  const outcomes = standingOutcomes(deps, { storeId: item.storeId, from: 0, to: Number.MAX_SAFE_INTEGER });
  const byDraft = new Map(outcomes.flatMap((one) => (one.draftId === null ? [] : [[one.draftId, one] as const])));
  const drafts = deps.drafts.answeredBy(item.id, from);
  const used = drafts.map((draft) => ({ draft, outcome: byDraft.get(draft.id) ?? null }));
  const acts = used.flatMap(({ outcome }) => outcome ?? []);
  const near = await asksNear(deps, memory, item, signal);
  const asked = new Map(near.map(({ conversationId, askedAt }) => [conversationId, askedAt]));
  const replies = outcomes.filter((one) => one.keptShare !== null && asked.has(one.conversationId));
  return {
    itemId,
    since,
    use: {
      drafts: drafts.length,
      accepted: acts.filter(({ act }) => act === 'accepted').length,
      edited: acts.filter(({ act }) => act === 'edited').length,
      editedAway: acts.filter((one) => one.act === 'edited' && keptShareOf(item.answer, one.sentText) < keptFrom)
        .length,
      discarded: acts.filter(({ act }) => act === 'discarded').length,
    },
    before: keptIn(replies.filter(({ createdAt }) => createdAt < from)),
    after: keptIn(replies.filter(({ createdAt }) => createdAt >= from)),
    cases: used.slice(0, mostCases).map(({ draft, outcome }) => ({
      conversationId: draft.conversationId,
      customer: customerIn(deps, draft.conversationId),
      act: outcome?.act ?? null,
      keptShare: outcome?.keptShare ?? null,
      at: outcome?.createdAt ?? draft.createdAt,
    })),
  };
}

/** When a shared lesson was shared last, ms UTC; null: it is not shared. */
function sharedSince({ lessons }: Pick<Database, 'lessons'>, item: LearnedItem): number | null {
  if (item.state !== 'active' || item.reach !== 'everyone') return null;
  const versions = lessons.history(item.id);
  const other = versions.findIndex(({ state, reach }) => state !== 'active' || reach !== 'everyone');
  return versions[other < 0 ? versions.length - 1 : other - 1]?.updatedAt ?? item.updatedAt;
}

function keptIn(replies: readonly Outcome[]): LessonEffect['before'] {
  const shares = replies.flatMap(({ keptShare }) => keptShare ?? []);
  const sum = shares.reduce((total, share) => total + share, 0);
  return { replies: shares.length, keptShare: shares.length === 0 ? null : sum / shares.length };
}

function customerIn({ conversations }: Pick<Database, 'conversations'>, conversationId: string): string {
  const conversation = conversations.find(conversationId);
  return conversation === null ? '' : conversation.customerName || conversation.customerAddress;
}
