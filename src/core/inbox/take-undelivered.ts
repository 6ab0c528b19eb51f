import { AppError, problemOf } from '#shared/errors.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { UndeliveredReply } from '../ports/inbox-connector.ts';
import { type TakeDeps, refold } from './take-messages.ts';

/**
 * Notes, inside the caller's transaction, that replies the inbox had taken never reached their customers: each is
 * failed, is no message of its thread any more, and its customer waits again. Returns the conversations concerned.
 */
export function takeUndelivered(
  deps: TakeDeps,
  inbox: Inbox,
  undelivered: readonly UndeliveredReply[],
): readonly string[] {
  return undelivered.flatMap(({ remoteId, reason }) => {
    const conversationId = deps.conversations.findByRemoteIds(inbox.id, [remoteId]);
    if (conversationId === null) return [];
    // One that was sent again since has another name.
    const item = deps.outbox
      .ofConversation(conversationId)
      .find((each) => each.state === 'sent' && each.sentAs === remoteId);
    if (item === undefined) return [];
    const error = new AppError('not_delivered', 'The inbox could not deliver the reply', {
      detail: reason === '' ? {} : { reason },
    });
    deps.outbox.save({ ...item, state: 'failed', problem: problemOf(error), nextTryAt: null, sentAt: null });
    deps.conversations.removeMessage(inbox.id, remoteId);
    refold(deps, conversationId, deps.conversations.get(conversationId), true);
    return [conversationId];
  });
}
