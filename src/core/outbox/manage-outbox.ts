import { AppError } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { foldMessages } from '../conversations/fold-messages.ts';
import { bareSubjectOf } from '../conversations/fold-messages.ts';
import { type LearnDeps, forgetLearnedItem } from '../learning/learn-from-edit.ts';
import type { Database } from '../ports/repositories/index.ts';

export type ManageOutboxDeps = LearnDeps & Pick<Database, 'outbox' | 'conversations' | 'drafts' | 'outcomes'>;

/** A person says to try again: a failed reply, or one that waits for its time. Errors: `conflict` for any other. */
export function retryReply(deps: ManageOutboxDeps, outboxId: string): OutboxItem {
  const item = deps.outbox.get(outboxId);
  if (item.state !== 'failed' && item.state !== 'waiting')
    throw new AppError('conflict', `A reply that is ${item.state} cannot be tried again`);
  return kept(deps, { ...item, state: 'waiting', attempts: 0, problem: null, nextTryAt: null });
}

/**
 * Takes back a reply that has not begun to leave: the conversation waits again, its draft is open again, and what was
 * learned from it is forgotten. Errors: `conflict` where it may have left.
 */
export function cancelReply(deps: ManageOutboxDeps, outboxId: string): OutboxItem {
  const cancelled = deps.transaction(() => {
    const item = deps.outbox.get(outboxId);
    if (item.state !== 'waiting' && item.state !== 'failed')
      throw new AppError('conflict', 'The reply has begun to leave');
    withdrawOutcome(deps, item);
    if (item.draftId !== null) deps.drafts.setState(item.draftId, 'open');
    const conversation = deps.conversations.get(item.conversationId);
    const messages = deps.conversations.messages(item.conversationId);
    deps.conversations.save(foldMessages(conversation, messages, null), bareSubjectOf(conversation.subject));
    return kept(deps, { ...item, state: 'cancelled', problem: null, nextTryAt: null });
  });
  deps.emit('conversation.changed', { conversationId: cancelled.conversationId });
  return cancelled;
}

function withdrawOutcome(deps: ManageOutboxDeps, item: OutboxItem): void {
  const conversation = deps.conversations.get(item.conversationId);
  const at = deps.clock.now();
  const taken = deps.outcomes
    .list({ storeId: conversation.storeId, from: item.createdAt, to: at }, 500)
    .find((outcome) => outcome.conversationId === item.conversationId && outcome.createdAt === item.createdAt);
  if (taken === undefined) return;
  deps.outcomes.append({ ...taken, id: deps.ids.newId(), act: 'withdrawn', createdAt: at });
  const { items } = deps.learned.list({ storeId: conversation.storeId, state: 'active', offset: 0, limit: 500 });
  for (const learned of items) if (learned.outcomeId === taken.id) forgetLearnedItem(deps, learned.id);
}

function kept(deps: ManageOutboxDeps, item: OutboxItem): OutboxItem {
  deps.outbox.save(item);
  deps.emit('outbox.changed', { conversationId: item.conversationId });
  return item;
}
