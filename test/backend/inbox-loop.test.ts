import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { runDesk } from '#backend/run-desk.ts';
import { AppError } from '#shared/errors.ts';
import { resourcesFolder } from '#test/support/sample-resources.ts';
import { heldPage, watchedInbox } from './support/watched-inbox.ts';

const hour = 3_600_000;

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('an inbox is kept in sync', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  // Catches: a loop that pulls once and never again, or without pause.
  test('pulls, waits for news, pulls again', async () => {
    const { far, inboxes, state } = watchedInbox();
    inboxes.refresh();
    await settle();
    expect([far.pulls(), far.isWaiting(), state().phase]).toEqual([1, true, 'idle']);
    far.news();
    await settle();
    expect([far.pulls(), far.isWaiting()]).toEqual([2, true]);
  });

  // Catches: an account that is locked because a wrong password was tried over and over.
  test('a wrong password is tried once, and again only when the settings have changed', async () => {
    const { far, pool, inboxes, state, save } = watchedInbox();
    far.fail(new AppError('refused_credentials', 'The password was refused'));
    inboxes.refresh();
    await vi.advanceTimersByTimeAsync(48 * hour);
    expect(far.pulls()).toBe(1);
    expect(state()).toMatchObject({ phase: 'stopped', nextTryAt: null, problem: { code: 'refused_credentials' } });

    await save();
    await vi.advanceTimersByTimeAsync(48 * hour);
    expect([far.pulls(), pool.drops(), state().phase]).toEqual([2, 1, 'stopped']);

    far.answer(() => ({ messages: [], undelivered: [], orders: [], cursor: '2', hasMore: false, progress: null }));
    await save();
    await settle();
    expect(far.pulls()).toBe(3);
    expect(state()).toMatchObject({ phase: 'idle', problem: null });
  });

  // Catches: a server that is down and gets a request a second from every desk, or one that is never asked again.
  test('an unreachable server is tried after longer and longer pauses, and the desk recovers', async () => {
    const { far, inboxes, state } = watchedInbox();
    far.fail(new AppError('unreachable', 'No answer'));
    inboxes.refresh();
    await settle();
    const pauses: number[] = [];
    for (let tries = 1; tries <= 10; tries++) {
      expect(far.pulls()).toBe(tries);
      expect(state()).toMatchObject({ phase: 'waiting', problem: { code: 'unreachable' } });
      const pause = (state().nextTryAt ?? 0) - Date.now();
      pauses.push(pause);
      await vi.advanceTimersByTimeAsync(pause - 1);
      expect(far.pulls(), 'tried before its time').toBe(tries);
      await vi.advanceTimersByTimeAsync(1);
    }
    // 5 s doubling to 10 min, a quarter more or less.
    for (const [i, pause] of pauses.entries()) {
      const middle = Math.min(600_000, 5_000 * 2 ** i);
      expect(pause).toBeGreaterThanOrEqual(middle * 0.75);
      expect(pause).toBeLessThanOrEqual(middle * 1.25);
    }
    far.answer(() => ({ messages: [], undelivered: [], orders: [], cursor: '2', hasMore: false, progress: null }));
    await vi.advanceTimersByTimeAsync(750_000);
    expect(state()).toMatchObject({ phase: 'idle', problem: null });

    // And after a good time the first pause is a short one again.
    far.fail(new AppError('timed_out', 'No answer in time'));
    far.news();
    await settle();
    expect((state().nextTryAt ?? 0) - Date.now()).toBeLessThanOrEqual(6_250);
  });

  // Catches: "sync now" that does nothing while an inbox waits for its next try.
  test('looks at once when somebody asks, whatever it waits for', async () => {
    const { far, inboxes, inboxId, state } = watchedInbox();
    far.fail(new AppError('unreachable', 'No answer'));
    inboxes.refresh();
    await settle();
    far.answer(() => ({ messages: [], undelivered: [], orders: [], cursor: '2', hasMore: false, progress: null }));
    inboxes.syncNow(inboxId);
    await settle();
    expect([far.pulls(), state().phase]).toEqual([2, 'idle']);
    inboxes.syncNow(inboxId);
    await settle();
    expect(far.pulls()).toBe(3);
  });

  // Catches: a wish that falls into a running pull and is forgotten until the next poll.
  test('asked during a pull, it pulls once more after it', async () => {
    const { far, inboxes, inboxId } = watchedInbox();
    const page = heldPage(far);
    inboxes.refresh();
    await settle();
    inboxes.syncNow(inboxId);
    page.release();
    await settle();
    expect([far.pulls(), far.isWaiting()]).toEqual([2, true]);
  });

  // Catches: a fault of our own that is taken for the server's and told to nobody.
  test('a fault inside is written down, and the loop lives on', async () => {
    const { far, inboxes, state, errors } = watchedInbox();
    far.fail(new TypeError('a fault of ours'));
    inboxes.refresh();
    await settle();
    expect(errors).toHaveLength(1);
    expect(state()).toMatchObject({ phase: 'waiting', problem: { code: 'internal' } });
    await vi.advanceTimersByTimeAsync(7_000);
    expect(far.pulls()).toBe(2);
  });

  // Catches: an inbox that is still asked after its owner removed it.
  test('removing an inbox ends its loop, also within a pull', async () => {
    const waiting = watchedInbox();
    waiting.inboxes.refresh();
    await settle();
    await waiting.remove();
    waiting.far.news();
    await vi.advanceTimersByTimeAsync(hour);
    expect(waiting.far.pulls()).toBe(1);

    const pulling = watchedInbox();
    const page = heldPage(pulling.far);
    pulling.inboxes.refresh();
    await settle();
    await pulling.remove();
    page.release();
    await vi.advanceTimersByTimeAsync(hour);
    expect([pulling.far.pulls(), pulling.errors]).toEqual([1, []]);
  });

  // Catches: a program that hangs at its end, or writes to a database that is closed.
  test('stop waits for a pull that ends when told, and leaves no timer', async () => {
    const { far, inboxes, remove } = watchedInbox();
    far.answer(
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new AppError('cancelled', 'The pull was cancelled')));
        }),
    );
    inboxes.refresh();
    await settle();
    await inboxes.stop();
    expect(vi.getTimerCount()).toBe(0);
    await remove();
    expect(far.pulls()).toBe(1);
  });
});

// Catches: a desk that takes the length of a poll to end, or keeps the process alive when it has ended.
test('a running desk stops at once and leaves nothing open', async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'deskside-stop-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true }));
  const open = (): number => process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate').length;
  const before = open();
  for (const state of ['starting', 'at rest'] as const) {
    const errors: unknown[] = [];
    const desk = await runDesk({
      version: '',
      dataFolder,
      resourcesFolder,
      modelsFolder: path.join(dataFolder, 'no-models'),
      host: noKeychainHost(),
      seedsSample: true,
      onError: (context, error) => errors.push([context, error]),
    });
    if (state === 'at rest') await desk.loops.drafts.settled();
    const from = performance.now();
    await desk.stop();
    // The poll is 30 s: far from what any machine needs to end.
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(errors).toEqual([]);
  }
  expect(open()).toBeLessThanOrEqual(before);
});
