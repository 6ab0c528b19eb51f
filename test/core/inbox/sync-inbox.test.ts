import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stateAfterFailure, syncInbox } from '#core/inbox/sync-inbox.ts';
import type { InboxConnector, IncomingMessage, PulledPage } from '#core/ports/inbox-connector.ts';
import { AppError, type ErrorCode, errorCodes } from '#shared/errors.ts';
import type { InboxState } from '#shared/model/inbox.ts';
import { type CoreDesk, coreDesk, incoming, noon } from '#test/support/core-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';

const never = new AbortController().signal;

/** A mailbox of these messages, read in pages; `cutAt`: the line breaks before this page, once. */
function mailbox(messages: readonly IncomingMessage[], pageSize: number, cutAt = -1): InboxConnector {
  let isCut = false;
  return {
    ...scriptedConnector().connector,
    async pull(cursor): Promise<PulledPage> {
      const from = cursor === null ? 0 : Number(cursor.split('/')[1]);
      if (!isCut && from / pageSize === cutAt) {
        isCut = true;
        throw new AppError('unreachable', 'The line broke');
      }
      const page = messages.slice(from, from + pageSize);
      const end = from + page.length;
      return {
        messages: page,
        undelivered: [],
        orders: [],
        cursor: `v1/${end}`,
        hasMore: end < messages.length,
        progress: { done: end, total: messages.length },
      };
    },
  };
}

const count = (desk: CoreDesk): number => desk.db.conversations.list({ offset: 0, limit: 500 }).total;
const thread = Array.from({ length: 10 }, (_, i) => incoming({ remoteId: `m${i}`, subject: `Question ${i}` }));

test('bug: a pull that is cut at any page leaves a message out, takes one twice or keeps half a page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 0, max: 10 }), async (pageSize, cutAt) => {
      const desk = coreDesk();
      const connector = mailbox(thread, pageSize, cutAt);
      const pull = (): Promise<number> => syncInbox(desk.deps, desk.inbox, connector, never);
      const before = await pull().catch((error: AppError) => error.code);
      if (before === 'unreachable') expect(count(desk)).toBe(Math.min(cutAt * pageSize, thread.length));
      await pull().catch(() => undefined);
      await pull();
      expect(count(desk)).toBe(thread.length);
      desk.db.close();
    }),
    { numRuns: 40 },
  );
});

test('bug: a page whose last message cannot be kept is half taken, or its cursor is', async () => {
  const desk = coreDesk();
  const broken = { ...incoming(), sentAt: Number.NaN };
  await expect(syncInbox(desk.deps, desk.inbox, mailbox([incoming(), broken], 5), never)).rejects.toThrow();
  expect(count(desk)).toBe(0);
  expect(desk.db.inboxes.cursor(desk.inbox.id)).toBeNull();
});

test('bug: a mailbox that numbers its mail anew is imported a second time', async () => {
  const desk = coreDesk();
  await syncInbox(desk.deps, desk.inbox, mailbox(thread, 4), never);
  desk.db.inboxes.setCursor(desk.inbox.id, null);
  expect(await syncInbox(desk.deps, desk.inbox, mailbox(thread, 4), never)).toBe(0);
  expect(count(desk)).toBe(thread.length);
});

test.each([
  ['everything is known already', -1, true],
  ['the line broke', 2, false],
])('bug: the progress of a pull is never finished where %s', async (_case, cutAt, isKnown) => {
  const desk = coreDesk();
  if (isKnown) await syncInbox(desk.deps, desk.inbox, mailbox(thread, 10), never);
  desk.db.inboxes.setCursor(desk.inbox.id, null);
  desk.events.length = 0;
  await syncInbox(desk.deps, desk.inbox, mailbox(thread, 3, cutAt), never).catch(() => undefined);
  const told = desk.events.filter((event) => event.name === 'progress.changed');
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)?.payload).toMatchObject({ isFinished: true });
});

test('bug: a sync that was stopped goes on taking', async () => {
  const desk = coreDesk();
  const controller = new AbortController();
  const connector = { ...mailbox(thread, 3), pull: mailbox(thread, 3).pull };
  const stopping: InboxConnector = {
    ...connector,
    pull: (cursor, signal) => (controller.abort(), connector.pull(cursor, signal)),
  };
  await expect(syncInbox(desk.deps, desk.inbox, stopping, controller.signal)).rejects.toThrow();
  expect(count(desk)).toBe(0);
});

const idle: InboxState = {
  phase: 'syncing',
  problem: null,
  syncedAt: 5,
  nextTryAt: null,
  progress: { done: 1, total: 2 },
};
const forPerson: readonly ErrorCode[] = [
  'refused_credentials',
  'refused_permission',
  'no_keychain',
  'invalid_input',
  'unsupported',
];

test.each(errorCodes)('bug: an inbox that fails with %s is tried in a storm or never again', (code) => {
  const state = stateAfterFailure(idle, new AppError(code, 'No'), 1, noon, 0.5);
  const isStopped = forPerson.includes(code);
  expect(state).toMatchObject({
    phase: isStopped ? 'stopped' : 'waiting',
    syncedAt: 5,
    progress: null,
    problem: { code },
  });
  if (isStopped) expect(state.nextTryAt).toBeNull();
  else expect(state.nextTryAt).toBe(noon + 5_000);
});

test('bug: an inbox asks sooner than its server allows', () => {
  const error = new AppError('rate_limited', 'Later', { detail: { retryAfterMs: 90_000 } });
  expect(stateAfterFailure(idle, error, 1, noon, 0.5).nextTryAt).toBe(noon + 90_000);
});

test('bug: an inbox rests for a day because its server, or a wrong clock, says so', () => {
  const error = new AppError('rate_limited', 'Later', { detail: { retryAfterMs: 24 * 3_600_000 } });
  expect(stateAfterFailure(idle, error, 1, noon, 0.5).nextTryAt).toBe(noon + 15 * 60_000);
});

test('bug: the pause after many failures shrinks, is no number, or passes a quarter of an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, jitter) => {
      const pause = (times: number): number =>
        (stateAfterFailure(idle, new Error('?'), times, noon, jitter).nextTryAt ?? Number.NaN) - noon;
      expect(Number.isInteger(pause(failures))).toBe(true);
      expect(pause(failures + 1)).toBeGreaterThanOrEqual(pause(failures));
      expect(pause(failures)).toBeLessThanOrEqual(15 * 60_000);
    }),
  );
});
