import { AppError } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { messageToAnswer } from '../conversations/waiting-messages.ts';
import { refold } from '../inbox/take-messages.ts';
import { type LearnDeps, unlearn } from '../learning/learn-from-edit.ts';
import type { Database } from '../ports/repositories/index.ts';
import { kept } from './reply-progress.ts';
import { uncertainProblem, uncertainSends, withUncertainSends } from './uncertain-sends.ts';

export type ManageOutboxDeps = LearnDeps &
  Pick<Database, 'outbox' | 'conversations' | 'drafts' | 'outcomes' | 'stores' | 'files'> & {
    readonly person: () => string;
  };

/**
 * A person says to try again: a failed reply, or one that waits for its time. One that may have left is looked for
 * once more before it is sent; one that was held because the thread moved on is sent all the same, unless it has moved
 * on again. Errors: `conflict` for any other.
 */
export function retryReply(deps: ManageOutboxDeps, outboxId: string): OutboxItem {
  const item = deps.outbox.get(outboxId);
  if (item.state !== 'failed' && item.state !== 'waiting')
    throw new AppError('conflict', `A reply that is ${item.state} cannot be tried again`);
  // What may have left stays so, but a person's word makes its sends count anew.
  const sends = Math.min(1, uncertainSends(item));
  const isHeld = item.problem?.code === 'thread_moved_on';
  const problem = item.problem !== null && isHeld ? withUncertainSends(item.problem, sends) : uncertainProblem(sends);
  return kept(deps, { ...item, state: 'waiting', attempts: 0, problem, nextTryAt: null });
}

/**
 * A person waits no longer for word of whether a reply has left: it is `failed`, so that they can write another, give
 * this one up, or try it again, which looks for it once more before it is sent. Errors: `conflict` for any other.
 */
export function stopLooking(deps: Pick<ManageOutboxDeps, 'outbox' | 'emit'>, outboxId: string): OutboxItem {
  const item = deps.outbox.get(outboxId);
  if (item.state !== 'uncertain') throw new AppError('conflict', `A reply that is ${item.state} is not looked for`);
  const problem = uncertainProblem(Math.max(1, uncertainSends(item)));
  return kept(deps, { ...item, state: 'failed', problem, nextTryAt: null });
}

/**
 * Takes back a reply that has not begun to leave, or gives up one that failed: the conversation waits again, its draft
 * is open again, and what was learned from it is unlearned. Errors: `conflict` where it is leaving or has left.
 */
export function cancelReply(deps: ManageOutboxDeps, outboxId: string): OutboxItem {
  const cancelled = deps.transaction(() => {
    const item = deps.outbox.get(outboxId);
    if (item.state !== 'waiting' && item.state !== 'failed')
      throw new AppError('conflict', 'The reply has begun to leave');
    withdrawOutcome(deps, item);
    reopen(deps, item);
    // Into the work again, where the reply goes on.
    deps.files.addToWork(
      item.conversationId,
      item.files.filter(({ sha256 }) => deps.files.has(sha256)),
      deps.clock.now(),
    );
    return kept(deps, { ...item, state: 'cancelled', problem: null, nextTryAt: null });
  });
  deps.emit('conversation.changed', { conversationId: cancelled.conversationId });
  if (cancelled.files.length > 0) deps.emit('files.changed', { conversationId: cancelled.conversationId });
  return cancelled;
}

function reopen(deps: ManageOutboxDeps, { id, conversationId, draftId }: OutboxItem): void {
  const isAnsweredOtherwise = deps.outbox
    .ofConversation(conversationId)
    .some((other) => other.id !== id && ['waiting', 'sending', 'uncertain'].includes(other.state));
  if (draftId !== null) {
    const last = messageToAnswer(deps.conversations.messages(conversationId));
    const isCurrent = !isAnsweredOtherwise && deps.drafts.get(draftId).messageId === last?.id;
    deps.drafts.setState(draftId, isCurrent ? 'open' : 'stale');
  }
  refold(deps, conversationId, deps.conversations.get(conversationId), !isAnsweredOtherwise);
}

function withdrawOutcome(deps: ManageOutboxDeps, item: OutboxItem): void {
  const taken = deps.outcomes.find(item.id);
  if (taken === null) return;
  deps.outcomes.append({ ...taken, id: deps.ids.newId(), act: 'withdrawn', createdAt: deps.clock.now() });
  unlearn(deps, { outcomeId: taken.id });
}
