import type { Evidence } from '#shared/model/evidence.ts';
import type { AnswerChange, AnswerChangeKind, ReplayedCase } from '#shared/model/replay.ts';
import { ratedRisk } from './rate-risk.ts';

/** One ask of one conversation, answered by the knowledge as it is and as it would be. */
export type ReplayedAsk = {
  readonly conversationId: string;
  readonly customerName: string;
  readonly customerAddress: string;
  readonly ask: string;
  readonly askedAt: number;
  readonly before: Evidence | null;
  readonly after: Evidence | null;
  readonly sent: string | null;
};

/** Whether the customer would be told something else. From where it comes alone changes nothing for them. */
export function isChanged({ before, after }: Pick<ReplayedAsk, 'before' | 'after'>): boolean {
  return before?.answer !== after?.answer;
}

const mostCases = 50;

/** The asks whose answer changes, each change once with all whom it concerns: riskiest first, then by customers. */
export function answerChanges(asks: readonly ReplayedAsk[]): readonly AnswerChange[] {
  const groups = Map.groupBy(asks.filter(isChanged), ({ before, after }) =>
    JSON.stringify([before?.id, before?.answer, after?.id, after?.answer]),
  );
  return [...groups]
    .map(([key, cases]) => ({ key, change: changeOf(cases) }))
    .sort(
      (a, b) =>
        b.change.risk - a.change.risk ||
        b.change.customers - a.change.customers ||
        b.change.caseCount - a.change.caseCount ||
        (a.key < b.key ? -1 : 1),
    )
    .map(({ change }) => change);
}

function changeOf(asks: readonly ReplayedAsk[]): AnswerChange {
  const cases = asks.toSorted(
    (a, b) => b.askedAt - a.askedAt || (a.conversationId < b.conversationId ? -1 : 1) || (a.ask < b.ask ? -1 : 1),
  );
  // The case that the desk was surest of says most about the change.
  const surest = cases.reduce((best, one) => (sureness(one) > sureness(best) ? one : best));
  const { before, after } = surest;
  const sent = cases.find((one) => one.sent !== null)?.sent ?? null;
  const rated = cases.map((one) => ratedRisk(one)).reduce((worst, one) => (one.risk > worst.risk ? one : worst));
  return {
    kind: kindOf(before, after),
    before,
    after,
    risk: rated.risk,
    risks: [...rated.risks],
    sent,
    customers: new Set(cases.map(({ customerAddress, conversationId }) => customerAddress || conversationId)).size,
    cases: cases.slice(0, mostCases).map(caseOf),
    caseCount: cases.length,
  };
}

function sureness({ before, after }: ReplayedAsk): number {
  return Math.max(before?.confidence ?? 0, after?.confidence ?? 0);
}

function kindOf(before: Evidence | null, after: Evidence | null): AnswerChangeKind {
  if (after === null) return 'lost';
  if (before === null) return 'gained';
  return before.id === after.id ? 'reworded' : 'replaced';
}

function caseOf({
  conversationId,
  customerName,
  customerAddress,
  ask,
  askedAt,
  before,
  after,
}: ReplayedAsk): ReplayedCase {
  return {
    conversationId,
    customer: customerName || customerAddress,
    ask,
    askedAt,
    confidenceBefore: before?.confidence ?? null,
    confidenceAfter: after?.confidence ?? null,
  };
}
