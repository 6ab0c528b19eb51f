import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { deskBackups } from '#adapters/sqlite/desk-backups.ts';
import { completeRestore } from '#adapters/sqlite/restore.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { readAgain } from '#core/inbox/read-again.ts';
import { syncInbox } from '#core/inbox/sync-inbox.ts';
import { type DeliverDeps, deliverReply } from '#core/outbox/deliver-reply.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { newId, openDesk } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, deskSettings } from '#test/support/core-desk.ts';
import { systems } from './systems.ts';

const never = new AbortController().signal;

/** A desk on a file, beside the one in memory that lends it everything else. */
function deskAt(file: string, lender: CoreDesk, connector: InboxConnector, known: Inbox | null) {
  const db = openDesk(file);
  const deps = { ...lender.deps, ...db };
  const storeId =
    db.stores.list()[0]?.id ?? db.stores.add({ id: newId(), versionId: newId(), settings: deskSettings, at: 1 }).id;
  const settings = { kind: 'sample' } as const;
  const inbox = known ?? db.inboxes.add({ id: newId(), storeId, name: 'Mail', settings, createdAt: 1 });
  const deliverDeps: DeliverDeps = { ...deps, readAgain: (id, by, signal) => readAgain(deps, id, by, signal) };
  const conversationIn = (threadId: string): string => db.conversations.findByThreadId(inbox.id, threadId) ?? '';
  return {
    db,
    inbox,
    sync: () => syncInbox(deps, inbox, connector, never),
    deliver: (item: OutboxItem) => deliverReply(deliverDeps, connector, item.id, never),
    namesIn: (threadId: string) => db.conversations.messages(conversationIn(threadId)).map(({ remoteId }) => remoteId),
    async accept(threadId: string, text: string): Promise<OutboxItem> {
      const conversationId = conversationIn(threadId);
      const lastMessageId = db.conversations.messages(conversationId).at(-1)?.id ?? '';
      return (await acceptDraft(deps, { confirmed: 'all', conversationId, draftId: null, lastMessageId, text })).outbox;
    },
  };
}

describe.each(systems)('%s', (_name, start) => {
  // Catches: messages that stand twice, a reply that leaves twice, one that was not to leave any more.
  test('bug: a desk that went back in time doubles what it pulls again or sends again what has left', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'deskside-restored-'));
    const file = path.join(folder, 'deskside.sqlite');
    const lender = coreDesk();
    const double = await start(lender.time);
    const connector = double.connector();
    try {
      const before = deskAt(file, lender, connector, null);
      const leaves = double.addConversation('ann', ['Where is my parcel?']);
      const stays = double.addConversation('bo', ['Can I return it?']);
      const later = double.addConversation('cy', ['Is it in stock?']);
      await before.sync();
      const first = await before.accept(leaves, 'It leaves tomorrow.');
      const second = await before.accept(stays, 'No.');
      const backups = deskBackups(file);
      await backups.make(path.join(folder, 'copy.sqlite'));

      // After the backup two replies leave, and a customer writes on.
      expect((await before.deliver(first)).state).toBe('sent');
      expect((await before.deliver(await before.accept(later, 'Yes.'))).state).toBe('sent');
      double.customerWrites(leaves, 'Thank you!');
      await before.sync();
      await backups.stage(path.join(folder, 'copy.sqlite'), 1_764_000_000_000);
      before.db.close();
      completeRestore(file);

      const after = deskAt(file, lender, connector, before.inbox);
      for (let round = 0; round < 12; round++) {
        await after.sync();
        for (const item of after.db.outbox.pending()) if (item.state !== 'failed') await after.deliver(item);
        lender.time.now += 60_000;
      }
      for (const threadId of double.threads())
        expect(after.namesIn(threadId).toSorted()).toEqual(
          double
            .wordsIn(threadId)
            .map((word) => word.remoteId)
            .toSorted(),
        );
      expect([leaves, later, stays].map((thread) => double.repliesIn(thread).length)).toEqual([1, 1, 0]);
      expect(after.db.outbox.get(first.id).state).toBe('sent');
      expect(after.db.outbox.get(second.id).state).toBe('failed');
      after.db.close();
    } finally {
      await connector.close();
      await double.stop();
      lender.db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
