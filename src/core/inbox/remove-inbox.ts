import { bareSubjectOf } from '../conversations/fold-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';

export type RemoveInboxDeps = Pick<Database, 'transaction' | 'inboxes' | 'conversations' | 'drafts'> & {
  readonly clock: Clock;
};

const pageSize = 200;

/**
 * Removes an inbox with its key. Its conversations stay readable; those that wait for an answer are closed, for none
 * can be sent any more. Errors: `not_found`.
 */
export function removeInbox(deps: RemoveInboxDeps, inboxId: string): void {
  deps.transaction(() => {
    deps.inboxes.setSealedSecret(inboxId, null);
    deps.inboxes.remove(inboxId, deps.clock.now());
    for (;;) {
      const { items } = deps.conversations.list({ inboxId, status: 'unanswered', offset: 0, limit: pageSize });
      if (items.length === 0) return;
      for (const { draft: _, ...conversation } of items) {
        const draft = deps.drafts.current(conversation.id);
        if (draft?.state === 'open') deps.drafts.setState(draft.id, 'stale');
        const closed = { ...conversation, status: 'closed', waitingSince: null } as const;
        deps.conversations.save(closed, bareSubjectOf(conversation.subject));
      }
    }
  });
}
