import { expect, test } from 'vitest';
import {
  type HelpdeskDeps,
  addNote,
  changeHelpdeskThread,
  readHelpdeskThread,
} from '#core/helpdesk/helpdesk-thread.ts';
import type { AppError } from '#shared/errors.ts';
import { incoming, take } from '#test/support/core-desk.ts';
import { startChatwootDouble } from '#test/support/doubles/chatwoot-double.ts';
import { doubleDesk } from '#test/support/doubles/double-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';

const never = new AbortController().signal;

async function deskOfTwoThreads(work: (at: Awaited<ReturnType<typeof opened>>) => Promise<void>): Promise<void> {
  const at = await opened();
  try {
    await work(at);
  } finally {
    await at.end();
  }
}

async function opened() {
  const at = await doubleDesk(startChatwootDouble);
  const threadId = at.double.addConversation('ann', ['Is the kettle in stock?']);
  const otherId = at.double.addConversation('bo', ['Where is my parcel?']);
  await at.sync();
  const deps: HelpdeskDeps = { ...at.desk.deps, connectorOf: async () => at.connector };
  return { ...at, deps, threadId, otherId, conversationId: at.conversationIn(threadId) };
}

test('bug: what is set in the panel is set on another customer’s thread, or shown as it was before', () =>
  deskOfTwoThreads(async ({ deps, double, threadId, otherId, conversationId }) => {
    const before = await readHelpdeskThread(deps, conversationId, never);
    expect(before.thread).toMatchObject({ status: 'open', assignee: null, tags: [], customer: { name: 'ann' } });
    const [agent] = before.assignees;
    const set = (change: Parameters<typeof changeHelpdeskThread>[2]) =>
      changeHelpdeskThread(deps, conversationId, change, never);
    expect((await set({ status: 'solved' })).status).toBe('solved');
    expect((await set({ assigneeId: agent?.id ?? '' })).assignee).toEqual(agent);
    expect((await set({ tags: ['vip', 'vip', '返品'] })).tags).toEqual(['vip', '返品']);
    expect((await set({ assigneeId: null })).assignee).toBeNull();
    await addNote(deps, { conversationId, text: 'Asked twice' }, never);
    expect(double.factsOf(threadId).notes).toEqual(['Asked twice']);
    expect(double.factsOf(otherId)).toMatchObject({ status: 'open', tags: [], notes: [] });
  }));

test('bug: after the desk’s own reply, which the inbox has not brought back yet, the thread is not found', () =>
  deskOfTwoThreads(async ({ deps, accept, deliver, threadId, conversationId }) => {
    await deliver(await accept(threadId, 'It is.'));
    expect((await readHelpdeskThread(deps, conversationId, never)).thread.customer?.name).toBe('ann');
  }));

test('bug: a mailbox is asked for a helpdesk’s thread, and fails with something nobody understands', () =>
  deskOfTwoThreads(async ({ desk, deps }) => {
    const { id } = take(desk, incoming());
    const { connector } = scriptedConnector();
    const mail: HelpdeskDeps = { ...deps, connectorOf: async () => connector };
    const error = await readHelpdeskThread(mail, id, never).catch((caught: AppError) => caught.code);
    expect(error).toBe('unsupported');
  }));
