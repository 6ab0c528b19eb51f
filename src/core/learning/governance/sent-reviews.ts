import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { ReviewRisk, SentReview } from '#shared/model/lesson-review.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { troubleIn } from '../../conversations/trouble.ts';
import { standingOutcomes } from '../../insights/standing-outcomes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { displeasureIn } from './displeasure.ts';
import { personOf } from './lesson-sources.ts';

type ReviewDeps = Pick<Database, 'outcomes' | 'outbox' | 'lessons' | 'conversations' | 'profiles'> & {
  readonly passTurn: () => Promise<void>;
};

/** How much each by itself makes a sent reply one to look at. Judged, not measured. */
const weights: Readonly<Record<ReviewRisk, number>> = {
  unsupported: 0.55,
  unhappy: 0.45,
  strong_edit: 0.3,
  unsure_sent: 0.25,
};
/** Of a draft less than this was kept. */
const strongEdit = 0.4;
/** Less sure than this, and sent as drafted all the same. */
const unsureUntil = 0.5;
const longestExcerpt = 300;

export type ReviewInput = {
  readonly storeId: string;
  /** ms UTC. */
  readonly from: number;
  readonly to: number;
  /** Those that somebody has looked at, or those that nobody has. */
  readonly isReviewed: boolean;
  readonly offset: number;
  readonly limit: number;
};

/** The sent replies of a span, riskiest first, then newest first. */
export async function sentReviews(
  deps: ReviewDeps,
  { offset, limit, isReviewed, ...span }: ReviewInput,
): Promise<{ readonly items: readonly SentReview[]; readonly total: number }> {
  const sent = standingOutcomes(deps, span).filter(
    ({ act }) => act === 'accepted' || act === 'edited' || act === 'written',
  );
  const marks = deps.lessons.reviewsOf(sent.map(({ id }) => id));
  const meant = sent.filter(({ id }) => marks.has(id) === isReviewed);
  const rated: Array<Rated & { readonly outcome: Outcome }> = [];
  for (const outcome of meant) {
    await deps.passTurn();
    rated.push({ outcome, ...ratedReply(outcome, deps.conversations.messages(outcome.conversationId)) });
  }
  const first = rated
    .toSorted((a, b) => b.risk - a.risk || b.outcome.createdAt - a.outcome.createdAt)
    .slice(offset, offset + limit);
  return {
    total: meant.length,
    items: first.map(({ outcome, risk, risks, unhappy }) => {
      const conversation = deps.conversations.find(outcome.conversationId);
      const mark = marks.get(outcome.id);
      return {
        outcome,
        customer: customerIn(conversation),
        subject: conversation?.subject ?? '',
        person: personOf(deps, outcome.profileId),
        risk,
        risks: [...risks],
        unhappy,
        reviewed: mark === undefined ? null : { who: mark.who, note: mark.note, at: mark.at },
      };
    }),
  };
}

type Rated = Pick<SentReview, 'risk' | 'unhappy'> & { readonly risks: readonly ReviewRisk[] };

function ratedReply(outcome: Outcome, messages: readonly Message[]): Rated {
  const unhappy = unhappyAround(outcome, messages);
  const risks: ReviewRisk[] = [];
  if ((outcome.unsupported ?? []).length > 0) risks.push('unsupported');
  if (unhappy !== null) risks.push('unhappy');
  if (outcome.act === 'edited' && outcome.keptShare !== null && outcome.keptShare < strongEdit)
    risks.push('strong_edit');
  if (outcome.act === 'accepted' && outcome.confidence !== null && outcome.confidence < unsureUntil)
    risks.push('unsure_sent');
  const rest = risks.reduce((product, risk) => product * (1 - weights[risk]), 1);
  return { risks, risk: Math.round((1 - rest) * 1_000) / 1_000, unhappy };
}

/** The customer's next words, else what they had written before the reply, where that tells of displeasure; their next words also of trouble. */
function unhappyAround({ createdAt }: Outcome, messages: readonly Message[]): SentReview['unhappy'] {
  const theirs = messages.filter(({ role, automatic }) => role === 'customer' && automatic === null);
  const next = theirs.find(({ sentAt }) => sentAt > createdAt);
  if (next !== undefined && (displeasureIn(next.text) || troubleIn(next.text).told > 0))
    return { text: next.text.slice(0, longestExcerpt), at: next.sentAt, isAfter: true };
  const before = theirs.findLast(({ sentAt }) => sentAt <= createdAt);
  if (before === undefined || !displeasureIn(before.text)) return null;
  return { text: before.text.slice(0, longestExcerpt), at: before.sentAt, isAfter: false };
}

function customerIn(conversation: Conversation | null): string {
  return conversation === null ? '' : conversation.customerName || conversation.customerAddress;
}

/** A lead has looked at a sent reply. Errors: `not_found`. */
export function markReviewed(
  deps: Pick<Database, 'lessons' | 'outcomes'> & {
    readonly clock: Clock;
    readonly ids: IdSource;
    readonly profileId: () => string | null;
    readonly person: () => string;
  },
  { outcome, note }: { readonly outcome: Outcome; readonly note: string },
): void {
  deps.lessons.markReviewed({
    id: deps.ids.newId(),
    outcomeId: outcome.id,
    profileId: deps.profileId(),
    who: deps.person(),
    note,
    at: deps.clock.now(),
  });
}
