import type { Outcome } from '#shared/model/outcome.ts';
import type { OutcomeQuery } from '../ports/repositories/conversations.ts';
import type { Database } from '../ports/repositories/index.ts';

/**
 * The outcomes of a span, newest first, without those whose reply was taken back, at whatever time that was, and those
 * whose reply has not left and waits for a person.
 */
export function standingOutcomes(deps: Pick<Database, 'outcomes' | 'outbox'>, query: OutcomeQuery): readonly Outcome[] {
  const { storeId, from, to, act } = query;
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
  return standing.filter((outcome) => outcome.createdAt <= to && (act === undefined || outcome.act === act));
}

/** What an outcome and the one that takes it back have in common. */
function replyOf({ conversationId, draftId, sentText, waitedMs }: Outcome): string {
  return JSON.stringify([conversationId, draftId, sentText, waitedMs]);
}
