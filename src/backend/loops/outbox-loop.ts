import { type DeliverDeps, deliverReply } from '#core/outbox/deliver-reply.ts';
import { holdForLine, nextDueAt, nextToDeliver, releaseForLine, waitsForLine } from '#core/outbox/line.ts';
import { inDoubt } from '#core/outbox/look-for-reply.ts';
import { uncertainSends, withUncertainSends } from '#core/outbox/uncertain-sends.ts';
import { problemOf } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { ConnectorPool } from '../connector-pool.ts';
import { createWaker } from '../waker.ts';

export type OutboxLoop = {
  wake(): void;
  /** An inbox answers again: its replies need not wait for their time. */
  lineIsBack(inboxId: string): void;
  /** Resolves when every delivery under way has ended its step. */
  stop(): Promise<void>;
};

const longestSleepMs = 60_000;
const retryAfterMs = 30_000;

/**
 * Takes every reply in the outbox to its end, one at a time in each inbox, oldest first; inboxes do not wait for each
 * other. One that must wait holds up no other, unless it waits for the line of its inbox: the others of that inbox
 * would leave by the same.
 */
export function startOutboxLoop(deps: DeliverDeps, pool: ConnectorPool, onError: (error: unknown) => void): OutboxLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  /** The deliveries under way, by inbox. */
  const running = new Map<string, Promise<void>>();

  async function deliver(item: OutboxItem): Promise<void> {
    try {
      const tried = await deliverReply(deps, await pool.get(item.inboxId), item.id, signal);
      if (tried.state === 'sent') releaseForLine(deps, item.inboxId);
      else if (waitsForLine(tried)) holdForLine(deps, tried);
    } catch (error) {
      if (!signal.aborted) setAside(item, error);
    }
  }

  /** The delivery itself failed, or the inbox cannot be opened: nothing is known of what the inbox would say. */
  function setAside(item: OutboxItem, error: unknown): void {
    const problem = problemOf(error);
    if (problem.code === 'internal') onError(error);
    const isGone = problem.code === 'not_found';
    const latest = deps.outbox.get(item.id);
    if (latest.state !== 'waiting' && latest.state !== 'sending' && latest.state !== 'uncertain') return;
    const resting = latest.state === 'sending' ? inDoubt(latest) : latest;
    deps.outbox.save({
      ...resting,
      state: isGone ? 'failed' : resting.state,
      problem: withUncertainSends(problem, uncertainSends(resting)),
      nextTryAt: isGone ? null : deps.clock.now() + retryAfterMs,
    });
    deps.emit('outbox.changed', { conversationId: item.conversationId });
  }

  async function runOne(item: OutboxItem): Promise<void> {
    try {
      await deliver(item);
    } catch (error) {
      onError(error);
      // Not even that can be noted: the inbox rests, else it would be tried without a pause.
      await createWaker().sleep(retryAfterMs, signal);
    } finally {
      running.delete(item.inboxId);
      waker.wake();
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const busy = new Set(running.keys());
      const next = nextToDeliver(deps, busy);
      if (next !== null) running.set(next.inboxId, runOne(next));
      else await waker.sleep(untilNext(busy), signal);
    }
  }

  function untilNext(busy: ReadonlySet<string>): number {
    return Math.min(longestSleepMs, Math.max(0, nextDueAt(deps, busy) - deps.clock.now()));
  }

  const done = run().catch(onError);
  return {
    wake: () => waker.wake(),
    lineIsBack: (inboxId) => releaseForLine(deps, inboxId),
    async stop() {
      controller.abort();
      await done;
      await Promise.all(running.values());
    },
  };
}
