import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type OutboxLoop, startOutboxLoop } from '#backend/loops/outbox-loop.ts';
import type { ConnectorPool } from '#backend/connector-pool.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { takeMessages } from '#core/inbox/take-messages.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { coreDesk, incoming, lastMessageId } from '#test/support/core-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';

/** Two inboxes; the first one's server takes a reply and does not answer until it is let go. */
function twoInboxes() {
  const desk = coreDesk();
  const { inbox: slow, storeId } = desk;
  const quick = desk.db.inboxes.add({ id: newId(), storeId, name: 'B', settings: { kind: 'sample' }, createdAt: 1 });
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const left: string[] = [];
  let openNow = 0;
  let mostAtOnce = 0;
  const connectorOf = (inboxId: string): InboxConnector => ({
    ...scriptedConnector().connector,
    async send(reply, _signal, onLeaving) {
      onLeaving();
      if (inboxId === slow.id) {
        mostAtOnce = Math.max(mostAtOnce, ++openNow);
        await gate;
        openNow--;
      }
      left.push(reply.body);
      return reply.remoteId;
    },
  });
  const failsToOpen = new Map<string, AppError>();
  const pool = {
    async get(inboxId: string) {
      const error = failsToOpen.get(inboxId);
      if (error !== undefined) throw error;
      return connectorOf(inboxId);
    },
  } as ConnectorPool;
  const errors: unknown[] = [];
  return {
    desk,
    slow,
    quick,
    left,
    errors,
    failsToOpen,
    letGo: () => letGo(),
    mostAtOnce: () => mostAtOnce,
    async accept(inbox: Inbox, text: string): Promise<OutboxItem> {
      const asked = incoming({ threadId: text, subject: text, customerAddress: `${text}@example.com` });
      desk.db.transaction(() => takeMessages(desk.deps, inbox, [asked]));
      const conversationId = desk.db.conversations.findByThreadId(inbox.id, text) ?? '';
      const input = { conversationId, draftId: null, lastMessageId: lastMessageId(desk, conversationId), text };
      return (await acceptDraft(desk.deps, { confirmed: 'all', ...input })).outbox;
    },
    start: (): OutboxLoop => startOutboxLoop(desk.deps, pool, (error) => errors.push(error)),
  };
}

const settled = (): Promise<unknown> => wait(20);

test('bug: a reply waits for the server of another inbox, or overtakes one of its own', async () => {
  const { slow, quick, left, letGo, mostAtOnce, accept, start, errors } = twoInboxes();
  await accept(slow, 'one');
  await accept(slow, 'two');
  await accept(quick, 'three');
  await accept(quick, 'four');
  const loop = start();
  await settled();
  expect(left).toEqual(['three', 'four']);
  letGo();
  await settled();
  expect(left).toEqual(['three', 'four', 'one', 'two']);
  expect(mostAtOnce()).toBe(1);
  await loop.stop();
  expect(errors).toEqual([]);
});

test('bug: a reply accepted while another inbox hangs is not taken up until that one answers', async () => {
  const { slow, quick, left, letGo, accept, start } = twoInboxes();
  await accept(slow, 'one');
  const loop = start();
  await settled();
  await accept(quick, 'two');
  loop.wake();
  await settled();
  expect(left).toEqual(['two']);
  letGo();
  await loop.stop();
});

test('bug: the backend stops, and closes its database, while a reply is under way', async () => {
  const { desk, slow, quick, left, letGo, accept, start } = twoInboxes();
  const item = await accept(slow, 'one');
  await accept(quick, 'two');
  const loop = start();
  await settled();
  let isStopped = false;
  const stopped = loop.stop().then(() => (isStopped = true));
  await settled();
  expect(isStopped).toBe(false);
  letGo();
  await stopped;
  expect(left).toEqual(['two', 'one']);
  expect(desk.db.outbox.get(item.id).state).toBe('sent');
});

test('bug: a reply that was leaving when the program ended stays so where its inbox cannot be opened', async () => {
  const { desk, quick, failsToOpen, accept, start } = twoInboxes();
  const item = await accept(quick, 'one');
  desk.db.outbox.save({ ...item, state: 'sending' });
  failsToOpen.set(quick.id, new AppError('no_keychain', 'Locked'));
  const loop = start();
  await settled();
  expect(desk.db.outbox.get(item.id)).toMatchObject({ state: 'uncertain', problem: { code: 'no_keychain' } });
  await loop.stop();
});
