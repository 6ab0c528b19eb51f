import type { SilenceReason } from '#shared/model/draft.ts';
import type { InsightCounts, InsightDay, Insights } from '#shared/model/insight.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { OutcomeQuery } from '../ports/repositories/conversations.ts';
import type { Database } from '../ports/repositories/index.ts';

export type InsightDeps = Pick<Database, 'outcomes' | 'outbox' | 'drafts' | 'learned' | 'knowledge'>;

export type InsightInput = {
  readonly storeId: string;
  readonly from: number;
  readonly to: number;
  /** Minutes east of UTC. */
  readonly utcOffset: number;
  /** Of what this person did alone; null or left out: of everybody. */
  readonly profileId?: string | null | undefined;
};

/** Numbers about what people did, straight from the outcomes: there is no second bookkeeping. */
export function summariseOutcomes(deps: InsightDeps, input: InsightInput): Insights {
  const { storeId, from, to, profileId } = input;
  const outcomes = standingOutcomes(deps, { storeId, from, to, profileId });
  const open = deps.drafts.openOfStore(storeId);
  const silences = new Map<SilenceReason, number>();
  for (const draft of open) {
    for (const ask of draft.asks)
      if (ask.silence !== null) silences.set(ask.silence, (silences.get(ask.silence) ?? 0) + 1);
  }
  return {
    from,
    to,
    counts: countsOf(outcomes),
    days: daysOf(outcomes, input),
    openDrafts: open.filter((draft) => draft.silence === null).length,
    silences: [...silences].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    learnedItems: deps.learned.list({ storeId, state: 'active', offset: 0, limit: 1 }).total,
    knowledgeEntries: deps.knowledge.countActive(storeId),
  };
}

/**
 * The outcomes of a span, newest first, without those whose reply was taken back, at whatever time that was, and those
 * whose reply has not left and waits for a person.
 */
export function standingOutcomes(
  deps: Pick<Database, 'outcomes' | 'outbox'>,
  query: OutcomeQuery & Pick<InsightInput, 'profileId'>,
): readonly Outcome[] {
  const { storeId, from, to, act, profileId = null } = query;
  const since = deps.outcomes.list({ storeId, from, to: Number.MAX_SAFE_INTEGER }, Number.MAX_SAFE_INTEGER);
  const takenBack = new Map<string, number>();
  // The outcome of a reply bears the reply's id.
  const stuck = new Set(deps.outbox.pending().flatMap(({ id, state }) => (state === 'failed' ? [id] : [])));
  const standing = since.filter((outcome) => {
    const reply = replyOf(outcome);
    const pending = takenBack.get(reply) ?? 0;
    if (outcome.act === 'withdrawn') takenBack.set(reply, pending + 1);
    else if (pending > 0) takenBack.set(reply, pending - 1);
    return outcome.act !== 'withdrawn' && pending === 0 && !stuck.has(outcome.id);
  });
  return standing.filter(
    (outcome) =>
      outcome.createdAt <= to &&
      (act === undefined || outcome.act === act) &&
      (profileId === null || outcome.profileId === profileId),
  );
}

/** What an outcome and the one that takes it back have in common. */
function replyOf({ conversationId, draftId, sentText, waitedMs }: Outcome): string {
  return JSON.stringify([conversationId, draftId, sentText, waitedMs]);
}

function countsOf(outcomes: readonly Outcome[]): InsightCounts {
  const count = (act: Outcome['act']): number => outcomes.filter((outcome) => outcome.act === act).length;
  const [accepted, edited, written] = [count('accepted'), count('edited'), count('written')];
  const kept = outcomes.flatMap((outcome) => (outcome.keptShare === null ? [] : [outcome.keptShare]));
  const waits = outcomes
    .filter((outcome) => outcome.act === 'accepted' || outcome.act === 'edited' || outcome.act === 'written')
    .map((outcome) => outcome.waitedMs)
    .sort((a, b) => a - b);
  return {
    answered: accepted + edited + written,
    accepted,
    edited,
    written,
    discarded: count('discarded'),
    keptShare: kept.length === 0 ? null : kept.reduce((sum, share) => sum + share, 0) / kept.length,
    medianWaitMs: waits.length === 0 ? null : (waits[Math.floor(waits.length / 2)] ?? null),
  };
}

const dayMs = 86_400_000;

/** Every day of the span, also those on which nothing happened; a span up to midnight ends with the day before. */
function daysOf(outcomes: readonly Outcome[], input: InsightInput): InsightDay[] {
  const dayOf = (at: number): string => new Date(at + input.utcOffset * 60_000).toISOString().slice(0, 10);
  const byDay = new Map<string, Outcome[]>();
  for (let at = input.from; at < input.to; at += dayMs) byDay.set(dayOf(at), []);
  const days = [input.to - 1, ...outcomes.map((outcome) => outcome.createdAt).toReversed()];
  for (const at of days) if (at >= input.from && !byDay.has(dayOf(at))) byDay.set(dayOf(at), []);
  for (const outcome of outcomes) byDay.get(dayOf(outcome.createdAt))?.push(outcome);
  return [...byDay].map(([day, ofDay]) => ({ day, counts: countsOf(ofDay) }));
}
