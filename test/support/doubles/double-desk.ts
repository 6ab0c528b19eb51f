import { expect } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { readAgain } from '#core/inbox/read-again.ts';
import { syncInbox } from '#core/inbox/sync-inbox.ts';
import { type DeliverDeps, deliverReply } from '#core/outbox/deliver-reply.ts';
import { retryReply } from '#core/outbox/manage-outbox.ts';
import { type GivenFile, attachFile } from '#core/outbox/reply-files.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { problemOf } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { coreDesk, lastMessageId } from '../core-desk.ts';
import type { InboxDouble, StartDouble, Word } from './inbox-double.ts';

const never = new AbortController().signal;

/** A desk on a real database in memory, with one connector to a double for as long as it lives. */
export async function doubleDesk(start: StartDouble) {
  const desk = coreDesk();
  const double: InboxDouble = await start(desk.time);
  const connector = double.connector();
  const sync = (by: InboxConnector = connector, signal = never): Promise<number> =>
    syncInbox(desk.deps, desk.inbox, by, signal);
  const deps: DeliverDeps = {
    ...desk.deps,
    readAgain: (conversationId, by, signal) => readAgain(desk.deps, conversationId, by, signal),
  };
  const conversationIn = (threadId: string): string =>
    desk.db.conversations.findByThreadId(desk.inbox.id, threadId) ?? '';
  const deliver = (item: OutboxItem): Promise<OutboxItem> => deliverReply(deps, connector, item.id, never);

  return {
    desk,
    double,
    connector,
    sync,
    deliver,
    conversationIn,
    /** The code a sync fails with, or null. */
    async codeOfSync(): Promise<string | null> {
      try {
        await sync();
        return null;
      } catch (error) {
        const problem = problemOf(error);
        expect(JSON.stringify(problem)).not.toContain(double.secret);
        return problem.code;
      }
    },
    async accept(threadId: string, text: string, given: readonly GivenFile[] = []): Promise<OutboxItem> {
      const conversationId = conversationIn(threadId);
      for (const file of given) attachFile(desk.deps, { conversationId, ...file });
      const files = desk.db.files.ofWork(conversationId).map(({ sha256 }) => sha256);
      const seen = lastMessageId(desk, conversationId);
      const input = { conversationId, draftId: null, lastMessageId: seen, text, files };
      return (await acceptDraft(desk.deps, { confirmed: 'all', ...input })).outbox;
    },
    /** Goes on as the outbox loop would, and as a person who says "send" whatever holds a reply up. */
    async deliverToTheEnd(item: OutboxItem): Promise<OutboxItem> {
      for (let round = 0; round < 40; round++) {
        const { state, nextTryAt } = await deliver(item);
        if (state === 'sent' || state === 'cancelled') break;
        if (state === 'failed') retryReply(desk.deps, item.id);
        desk.time.now = Math.max(desk.time.now + 1_000, nextTryAt ?? 0);
      }
      return desk.db.outbox.get(item.id);
    },
    /** Every thread of the double is in the desk, word for word, once. */
    expectSame(): void {
      for (const threadId of double.threads()) {
        const here = desk.db.conversations.messages(conversationIn(threadId));
        const words = here.map(({ remoteId, role, text }): Word => ({ remoteId, role, text }));
        expect(sorted(words)).toEqual(sorted(double.wordsIn(threadId)));
      }
    },
    async end(): Promise<void> {
      await connector.close();
      await double.stop();
      desk.db.close();
    },
  };
}

export type DoubleDesk = Awaited<ReturnType<typeof doubleDesk>>;

function sorted(words: readonly Word[]): readonly Word[] {
  return words.toSorted((a, b) => (a.remoteId < b.remoteId ? -1 : 1));
}
