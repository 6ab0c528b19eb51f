import { expect, test, vi } from 'vitest';
import type { ConnectorPool } from '#backend/connector-pool.ts';
import { createInboxLoops } from '#backend/loops/inbox-loop.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { coreDesk, incoming, lastMessageId, take } from '#test/support/core-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';

type Asked = { readonly threadId: string | null; readonly at: number };

/** A desk with two sent replies whose inbox loop runs for some hours; `answer`: what the inbox says of a thread. */
async function hoursOfLooks(answer: (asked: Asked) => readonly string[]) {
  const desk = coreDesk();
  const { connector: scripted } = scriptedConnector();
  const items: OutboxItem[] = [];
  for (const threadId of ['one', 'two']) {
    const { id } = take(desk, incoming({ threadId }));
    const input = { conversationId: id, draftId: null, lastMessageId: lastMessageId(desk, id), text: 'Five days.' };
    const sent = { ...scripted, send: async () => `reply-in-${threadId}` };
    const { outbox } = await acceptDraft(desk.deps, { confirmed: 'all', ...input });
    items.push(await deliverReply(desk.deps, sent, outbox.id, new AbortController().signal));
  }
  const began = desk.time.now;
  const asked: Asked[] = [];
  let rounds = 0;
  const connector: InboxConnector = {
    ...scripted,
    async undeliveredSince({ threadId }) {
      asked.push({ threadId, at: desk.time.now - began });
      return answer({ threadId, at: desk.time.now - began }).map((remoteId) => ({ remoteId, reason: 'Blocked' }));
    },
    async waitForNews(_maxMs, signal) {
      desk.time.now += 30_000;
      if (++rounds >= 360) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    },
  };
  const pool: ConnectorPool = {
    get: async () => connector,
    secret: async () => null,
    rememberSecret: async () => undefined,
    drop: async () => undefined,
    close: async () => undefined,
  };
  const errors: unknown[] = [];
  const loops = createInboxLoops(desk.deps, pool, (error) => errors.push(error));
  loops.refresh();
  await vi.waitFor(() => expect(rounds).toBe(360));
  await loops.stop();
  expect(errors).toEqual([]);
  return {
    asked,
    items: items.map(({ id }) => desk.db.outbox.get(id)),
    state: desk.db.inboxes.get(desk.inbox.id).state,
  };
}

test('bug: nobody looks again at a reply that was taken, or an inbox is asked about it for ever', async () => {
  const { asked, items } = await hoursOfLooks(({ threadId, at }) =>
    threadId === 'one' && at > 20 * 60_000 ? ['reply-in-one'] : [],
  );
  expect(items.map(({ state }) => state)).toEqual(['failed', 'sent']);
  expect(items[0]?.problem).toMatchObject({ code: 'not_delivered', detail: { reason: 'Blocked' } });
  expect(asked.filter(({ threadId }) => threadId === 'one')).toHaveLength(3);
  expect(asked.filter(({ threadId }) => threadId === 'two')).toHaveLength(4);
});

test('bug: one thread that cannot be looked at again stops the inbox, or hides what became of the others', async () => {
  const { items, state } = await hoursOfLooks(({ threadId }) => {
    if (threadId === 'one') return ['reply-in-one'];
    throw new AppError('refused_permission', 'It was moved to others');
  });
  expect(items.map((item) => item.state)).toEqual(['failed', 'sent']);
  expect(state).toMatchObject({ phase: 'idle', problem: null });
});

test('bug: an inbox that does not answer such a look counts as down, though it gives its messages', async () => {
  const { state } = await hoursOfLooks(() => {
    throw new AppError('remote_failed', 'No answer');
  });
  expect(state).toMatchObject({ phase: 'idle', problem: null });
});
