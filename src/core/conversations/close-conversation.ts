import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';
import { bareSubjectOf, foldMessages } from './fold-messages.ts';

export type CloseDeps = Pick<Database, 'transaction' | 'conversations' | 'drafts' | 'outcomes'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  /** Who does it; null: not known. */
  readonly profileId: () => string | null;
};

/** A person says that nothing is owed to this customer now. */
export function closeConversation(deps: CloseDeps, conversationId: string): void {
  deps.transaction(() => {
    const conversation = deps.conversations.get(conversationId);
    const draft = deps.drafts.current(conversationId);
    if (conversation.status === 'unanswered')
      deps.outcomes.append(outcomeWithout(deps, draft, conversationId, 'closed', null));
    if (draft !== null) deps.drafts.setState(draft.id, 'discarded');
    deps.conversations.save(
      { ...conversation, status: 'closed', waitingSince: null },
      bareSubjectOf(conversation.subject),
    );
  });
  deps.emit('conversation.changed', { conversationId });
}

/** The conversation waits again, if its customer has the last word. */
export function reopenConversation(deps: CloseDeps, conversationId: string): void {
  deps.transaction(() => {
    const conversation = deps.conversations.get(conversationId);
    const messages = deps.conversations.messages(conversationId);
    const open = foldMessages(conversation, messages, null);
    if (open.status !== 'unanswered') throw new AppError('conflict', 'Nobody waits in this conversation');
    deps.conversations.save(open, bareSubjectOf(open.subject));
    deps.drafts.reopenLatest(conversationId);
  });
  deps.emit('conversation.changed', { conversationId });
}

/** A person refuses a draft and says why, in one word. The conversation goes on waiting. */
export function discardDraft(
  deps: CloseDeps,
  input: { readonly draftId: string; readonly reason: NonNullable<Outcome['reason']> },
): void {
  const conversationId = deps.transaction(() => {
    const draft = deps.drafts.get(input.draftId);
    if (draft.state === 'accepted' || draft.state === 'discarded')
      throw new AppError('conflict', `This draft has been ${draft.state} already`);
    deps.outcomes.append(outcomeWithout(deps, draft, draft.conversationId, 'discarded', input.reason));
    deps.drafts.setState(draft.id, 'discarded');
    return draft.conversationId;
  });
  deps.emit('conversation.changed', { conversationId });
}

function outcomeWithout(
  deps: CloseDeps,
  draft: Draft | null,
  conversationId: string,
  act: 'closed' | 'discarded',
  reason: Outcome['reason'],
): Outcome {
  const conversation = deps.conversations.get(conversationId);
  const at = deps.clock.now();
  return {
    id: deps.ids.newId(),
    storeId: conversation.storeId,
    profileId: deps.profileId(),
    conversationId,
    draftId: draft?.id ?? null,
    act,
    draftText: draft?.text ?? '',
    sentText: '',
    keptShare: null,
    confidence: draft === null || draft.silence !== null ? null : draft.confidence,
    reason,
    waitedMs: Math.max(0, at - (conversation.waitingSince ?? at)),
    createdAt: at,
  };
}
