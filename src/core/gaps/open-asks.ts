import type { GapCause } from '#shared/model/gap.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { asksOf } from '../conversations/asks.ts';
import { isCourtesy } from '../conversations/courtesy.ts';
import { waitingMessages } from '../conversations/waiting-messages.ts';
import { asksOrderStatus } from '../drafting/order-asks.ts';
import { asksStock } from '../drafting/product-evidence.ts';
import { standingOutcomes } from '../insights/standing-outcomes.ts';
import { withoutPersonalMarks } from '../learning/personal-marks.ts';
import type { Database } from '../ports/repositories/index.ts';

/** Something a customer asked that the desk had no good answer for. */
export type OpenAsk = {
  /** Of this message and its place in it: it stays the same. */
  readonly key: string;
  readonly conversationId: string;
  readonly messageId: string;
  /** Without what belongs to this customer alone. */
  readonly text: string;
  readonly context: string;
  readonly askedAt: number;
  readonly customerName: string;
  readonly customerAddress: string;
  readonly cause: GapCause;
  /** The version that was told and was wrong. */
  readonly wrongVersionId: string | null;
};

export type OpenAskDeps = Pick<Database, 'conversations' | 'drafts' | 'outcomes' | 'outbox'>;

/** The newest of these are looked at: more would be of another season. */
export const mostAsks = 10_000;

/**
 * What the desk was silent about, what an agent refused as wrong, and what was answered by hand without a draft; newest
 * first, each ask of a message once. Thanks, the state of an order and stock are no gaps of the knowledge.
 */
export function openAsks(deps: OpenAskDeps, storeId: string): readonly OpenAsk[] {
  const asks = new Map<string, OpenAsk>();
  for (const ask of [...silentAsks(deps, storeId), ...refusedAsks(deps, storeId), ...handWrittenAsks(deps, storeId)])
    if (isGap(ask) && !asks.has(ask.key)) asks.set(ask.key, ask);
  return [...asks.values()].sort((a, b) => b.askedAt - a.askedAt || (a.key < b.key ? -1 : 1)).slice(0, mostAsks);
}

function isGap({ text }: OpenAsk): boolean {
  return /\p{L}{2}/u.test(text) && !isCourtesy(text) && !asksOrderStatus(text) && !asksStock(text);
}

/** The words of an ask that anybody could have said. */
function anybodys(text: string, customerName: string): string {
  return withoutPersonalMarks(text, customerName).replace(/\s+/g, ' ').trim();
}

function silentAsks(deps: OpenAskDeps, storeId: string): readonly OpenAsk[] {
  return deps.drafts
    .asksWithoutAnswer(storeId, mostAsks)
    .map(({ silence, ask, conversationId, messageId, askedAt, ...one }) => ({
      conversationId,
      messageId,
      askedAt,
      customerName: one.customerName,
      customerAddress: one.customerAddress,
      key: `${messageId}/${ask}`,
      text: anybodys(one.text, one.customerName),
      context: anybodys(one.context, one.customerName),
      cause: silence === 'nothing_asked' || silence === 'automatic' ? 'no_evidence' : silence,
      wrongVersionId: null,
    }));
}

function refusedAsks(deps: OpenAskDeps, storeId: string): readonly OpenAsk[] {
  return outcomesOf(deps, storeId, 'discarded').flatMap(({ draftId, reason, conversationId }): OpenAsk[] => {
    if (draftId === null || reason !== 'wrong') return [];
    const draft = deps.drafts.get(draftId);
    const { customerName, customerAddress } = deps.conversations.get(conversationId);
    const askedAt = deps.conversations.messages(conversationId).find(({ id }) => id === draft.messageId)?.sentAt;
    return draft.asks.flatMap((ask, i): OpenAsk[] => {
      const told = ask.evidence === null ? undefined : draft.evidence[ask.evidence];
      if (told === undefined || told.versionId === null) return [];
      return [
        {
          key: `${draft.messageId}/${i}`,
          conversationId,
          messageId: draft.messageId,
          text: anybodys(ask.text, customerName),
          context: anybodys(ask.context, customerName),
          askedAt: askedAt ?? draft.createdAt,
          customerName,
          customerAddress,
          cause: 'wrong',
          wrongVersionId: told.versionId,
        },
      ];
    });
  });
}

/** Replies that had no draft at all; where one was silent, its asks are known already. */
function handWrittenAsks(deps: OpenAskDeps, storeId: string): readonly OpenAsk[] {
  return outcomesOf(deps, storeId, 'written').flatMap(({ draftId, conversationId, createdAt }): OpenAsk[] => {
    if (draftId !== null) return [];
    const { customerName, customerAddress } = deps.conversations.get(conversationId);
    const before = deps.conversations.messages(conversationId).filter(({ sentAt }) => sentAt <= createdAt);
    const waiting = waitingMessages(before).filter(({ automatic }) => automatic === null);
    return waiting.flatMap((message) =>
      asksOf(message.question).map((part, i) => ({
        key: `${message.id}/${i}`,
        conversationId,
        messageId: message.id,
        text: anybodys(part.text, customerName),
        context: anybodys(part.withContext, customerName),
        askedAt: message.sentAt,
        customerName,
        customerAddress,
        cause: 'written' as const,
        wrongVersionId: null,
      })),
    );
  });
}

function outcomesOf(deps: OpenAskDeps, storeId: string, act: Outcome['act']): readonly Outcome[] {
  return standingOutcomes(deps, { storeId, from: 0, to: Number.MAX_SAFE_INTEGER, act });
}
