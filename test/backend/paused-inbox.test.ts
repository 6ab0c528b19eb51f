import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { heldPage, watchedInbox } from './support/watched-inbox.ts';

const hour = 3_600_000;
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('a person pauses an inbox', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  // Catches: an import that cannot be stopped, that stops in the middle of a page, or that forgets how far it was.
  test('it ends after the page in hand, says how far it is, and goes on from there', async () => {
    const { far, inboxes, state, pause, resume } = watchedInbox();
    const page = heldPage(far, { hasMore: true, progress: { done: 1_240, total: 20_000 } });
    inboxes.refresh();
    await settle();
    await pause();
    page.release();
    await vi.advanceTimersByTimeAsync(48 * hour);
    expect(far.pulls()).toBe(1);
    expect(state()).toMatchObject({ phase: 'idle', progress: { done: 1_240, total: 20_000 } });
    far.answer(() => ({ messages: [], orders: [], cursor: '3', hasMore: false, progress: null, undelivered: [] }));
    await resume();
    await settle();
    expect([far.pulls(), far.isWaiting(), state().progress]).toEqual([2, true, null]);
  });

  // Catches: a pause that a restart, "fetch now" or the next poll undoes.
  test('it stays paused over a restart and whatever else would fetch', async () => {
    const { far, inboxes, pause, resume, inboxId, restarted } = watchedInbox();
    inboxes.refresh();
    await settle();
    await pause();
    await settle();
    far.news();
    inboxes.syncNow(inboxId);
    await vi.advanceTimersByTimeAsync(hour);
    await inboxes.stop();
    const again = restarted();
    again.refresh();
    await vi.advanceTimersByTimeAsync(hour);
    expect(far.pulls()).toBe(1);
    await resume();
    again.syncNow(inboxId);
    await settle();
    expect(far.pulls()).toBe(2);
    await again.stop();
  });

  // Catches: replies that wait out long pauses though the inbox answers again, or a call at every poll.
  test('an inbox that answers again after a failure is told of once', async () => {
    const { far, inboxes, linesBack, inboxId } = watchedInbox();
    far.fail(new AppError('unreachable', 'No answer'));
    inboxes.refresh();
    await settle();
    expect(linesBack).toEqual([]);
    far.answer(() => ({ messages: [], orders: [], cursor: '2', hasMore: false, progress: null, undelivered: [] }));
    await vi.advanceTimersByTimeAsync(10_000);
    far.news();
    await settle();
    expect(linesBack).toEqual([inboxId]);
  });
});
