import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { type DeliverDeps, deliverReply } from '#core/outbox/deliver-reply.ts';
import { cancelReply, retryReply, stopLooking } from '#core/outbox/manage-outbox.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { addOutboxItem, errorFrom } from '#test/adapters/sqlite/desk.ts';
import { coreDesk, incoming, lastMessageId, noon, take } from '#test/support/core-desk.ts';
import { type LookStep, type SendStep, scriptedConnector } from '#test/support/scripted-connector.ts';

const minute = 60_000;
const losesLine: SendStep = { kind: 'losesLine', hasLeft: false };
const everySend = Array.from({ length: 200 }, () => losesLine);
const failedLooks = (code: 'unreachable' | 'not_found'): readonly LookStep[] =>
  Array.from({ length: 2_000 }, () => ({ kind: 'fails', code }));

/** A reply to a helpdesk that can prove what has not left, and what the outbox loop does with it. */
async function replyInDoubt(sends: readonly SendStep[], looks: readonly LookStep[] = []) {
  const desk = coreDesk();
  const { id: conversationId } = take(desk, incoming());
  const accept = async (text: string): Promise<OutboxItem> => {
    const input = { conversationId, draftId: null, lastMessageId: lastMessageId(desk, conversationId), text };
    return (await acceptDraft(desk.deps, { confirmed: 'all', ...input })).outbox;
  };
  const item = await accept('Three days.');
  const far = scriptedConnector({ sends, looks }, { provesUnsent: true });
  const line = { isCut: false };
  const deps: DeliverDeps = {
    ...desk.deps,
    async readAgain() {
      if (line.isCut) throw new AppError('unreachable', 'No line');
    },
  };
  const deliver = (by: InboxConnector = far.connector): Promise<OutboxItem> =>
    deliverReply(deps, by, item.id, new AbortController().signal);
  return {
    desk,
    far,
    line,
    item,
    accept,
    deliver,
    now: () => desk.db.outbox.get(item.id),
    /** Everything that becomes due within so long. */
    async runFor(ms: number) {
      const end = desk.time.now + ms;
      for (let latest = desk.db.outbox.get(item.id); ['waiting', 'sending', 'uncertain'].includes(latest.state);) {
        if ((latest.nextTryAt ?? 0) > end) break;
        desk.time.now = Math.max(desk.time.now, latest.nextTryAt ?? 0);
        latest = await deliver();
      }
      desk.time.now = Math.max(desk.time.now, end);
    },
    /** The far side's queue brings the reply into its thread after all. */
    arrives: () => (far.left as string[]).push(item.remoteId),
  };
}

test('bug: a reply the server answers with 5xx each time is posted for ever, and nobody can stop it', async () => {
  const { far, desk, item, runFor, now } = await replyInDoubt(everySend);
  await runFor(24 * 60 * minute);
  expect(far.replies).toHaveLength(4);
  expect(now()).toMatchObject({ state: 'failed', problem: { code: 'send_uncertain' }, nextTryAt: null });
  expect(cancelReply(desk.deps, item.id).state).toBe('cancelled');
});

test('bug: a reply in doubt is sent again at once, and again, each time as soon', async () => {
  const { far, desk, deliver } = await replyInDoubt(everySend);
  const pauses: number[] = [];
  while (far.replies.length < 4) {
    await deliver();
    const proved = await deliver();
    pauses.push((proved.nextTryAt ?? 0) - desk.time.now);
    desk.time.now = proved.nextTryAt ?? 0;
    if (proved.state === 'failed') break;
    expect(proved).toMatchObject({ state: 'waiting', problem: { code: 'send_uncertain' } });
  }
  expect(pauses.slice(0, 3)).toEqual([15_000, minute, 5 * minute]);
});

test.each([false, true])(
  'bug: a reply given up after several sends in doubt is sent again though it came in late (line cut meanwhile: %s)',
  async (isCut) => {
    const { far, desk, line, item, runFor, now, arrives } = await replyInDoubt(everySend);
    await runFor(60 * minute);
    expect(now().state).toBe('failed');
    retryReply(desk.deps, item.id);
    line.isCut = isCut;
    if (isCut) await runFor(minute);
    line.isCut = false;
    arrives();
    await runFor(60 * minute);
    expect(now().state).toBe('sent');
    expect(far.replies).toHaveLength(4);
  },
);

test('bug: a line that breaks between two sends, or a restart, makes their doubts uncounted', async () => {
  const { far, desk, line, deliver, now, runFor } = await replyInDoubt(everySend);
  for (let round = 0; round < 20 && now().state !== 'failed'; round++) {
    line.isCut = round % 2 === 0;
    await runFor(minute);
    // As a program that ended while the reply was leaving finds it.
    if (now().state === 'uncertain') desk.db.outbox.save({ ...now(), state: 'uncertain', nextTryAt: null });
    await deliver();
  }
  expect(now()).toMatchObject({ state: 'failed', problem: { code: 'send_uncertain' } });
  expect(far.replies).toHaveLength(4);
});

test('bug: a reply whose thread was deleted while it was in doubt is looked for without end', async () => {
  const { desk, item, runFor, now } = await replyInDoubt([losesLine], failedLooks('not_found'));
  await runFor(60 * minute);
  expect(now()).toMatchObject({ state: 'failed', problem: { code: 'not_found' }, nextTryAt: null });
  retryReply(desk.deps, item.id);
  await runFor(60 * minute);
  expect(now().state).toBe('failed');
  expect(cancelReply(desk.deps, item.id).state).toBe('cancelled');
});

test('bug: a web page in place of the inbox is taken for word that the thread is gone', async () => {
  const { far, deliver } = await replyInDoubt([losesLine]);
  const findSent = async () => {
    throw new AppError('not_found', 'A page', { detail: { reason: 'host' } });
  };
  await deliver();
  expect((await deliver({ ...far.connector, findSent })).state).toBe('uncertain');
});

test('bug: an inbox that cannot be reached for hours leaves a person no way out', async () => {
  const { far, desk, item, accept, runFor, now, deliver } = await replyInDoubt([losesLine], failedLooks('unreachable'));
  await runFor(5 * 60 * minute);
  expect(now().state).toBe('uncertain');
  expect(stopLooking(desk.deps, item.id)).toMatchObject({ state: 'failed', problem: { code: 'send_uncertain' } });
  await runFor(60 * minute);
  expect(now().state).toBe('failed');
  // To try again is to look first: without a line it does not leave.
  retryReply(desk.deps, item.id);
  expect((await deliver()).state).toBe('waiting');
  expect(far.replies).toHaveLength(1);
  cancelReply(desk.deps, item.id);
  expect((await accept('Another answer.')).state).toBe('waiting');
});

test.each(['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const)(
  'bug: a reply that is %s is given up as one in doubt',
  (state) => {
    const desk = coreDesk();
    const item = addOutboxItem(desk.db, take(desk, incoming()), { state });
    expect(errorFrom(() => stopLooking(desk.deps, item.id)).code).toBe('conflict');
  },
);

test.each(['unreachable', null] as const)('bug: a look under way undoes what a person decided (%s)', async (code) => {
  const { far, desk, item, deliver, now } = await replyInDoubt([losesLine]);
  const meanwhile = (act: () => unknown): InboxConnector => ({
    ...far.connector,
    async findSent() {
      act();
      if (code !== null) throw new AppError(code, 'No line');
      return null;
    },
  });
  await deliver();
  await deliver(meanwhile(() => stopLooking(desk.deps, item.id)));
  expect(now().state).toBe('failed');
  retryReply(desk.deps, item.id);
  await deliver(meanwhile(() => cancelReply(desk.deps, item.id)));
  expect(now().state).toBe('cancelled');
  expect(far.replies).toHaveLength(1);
});

test('bug: a reply that was found after a person gave it up stays failed', async () => {
  const { far, desk, item, deliver, now } = await replyInDoubt([{ kind: 'losesLine', hasLeft: true }]);
  await deliver();
  await deliver({
    ...far.connector,
    async findSent() {
      stopLooking(desk.deps, item.id);
      return item.remoteId;
    },
  });
  expect(now().state).toBe('sent');
});

test('bug: a server that asks for a day’s pause keeps a reply for a day', async () => {
  const asked = new AppError('rate_limited', 'Tomorrow', { detail: { retryAfterMs: 24 * 60 * minute } });
  const { deliver } = await replyInDoubt([{ kind: 'failsAfter', error: asked, hasLeft: false }]);
  expect((await deliver()).nextTryAt).toBe(noon + 15 * minute);
});
