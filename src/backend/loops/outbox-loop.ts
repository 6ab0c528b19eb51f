import { type DeliverDeps, deliverReply } from '#core/outbox/deliver-reply.ts';
import { holdForLine, nextToDeliver, releaseForLine, waitsForLine } from '#core/outbox/line.ts';
import { problemOf } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { ConnectorPool } from '../connector-pool.ts';
import { createWaker } from '../waker.ts';

export type OutboxLoop = {
  wake(): void;
  /** An inbox answers again: its replies need not wait for their time. */
  lineIsBack(inboxId: string): void;
  stop(): Promise<void>;
};

const longestSleepMs = 60_000;
const retryAfterMs = 30_000;

/**
 * Takes every reply in the outbox to its end, one at a time, oldest first. One that must wait holds up no other, unless
 * it waits for the line of its inbox: the others of that inbox would leave by the same.
 */
export function startOutboxLoop(deps: DeliverDeps, pool: ConnectorPool, onError: (error: unknown) => void): OutboxLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;

  async function deliver(item: OutboxItem): Promise<void> {
    try {
      const tried = await deliverReply(deps, await pool.get(item.inboxId), item.id, signal);
      if (tried.state === 'sent') releaseForLine(deps, item.inboxId);
      else if (waitsForLine(tried)) holdForLine(deps, tried);
    } catch (error) {
      if (signal.aborted) return;
      const problem = problemOf(error);
      if (problem.code === 'internal') onError(error);
      const isGone = problem.code === 'not_found';
      const latest = deps.outbox.get(item.id);
      if (latest.state === 'cancelled') return;
      deps.outbox.save({
        ...latest,
        state: isGone ? 'failed' : latest.state,
        problem,
        nextTryAt: isGone ? null : deps.clock.now() + retryAfterMs,
      });
      deps.emit('outbox.changed', { conversationId: item.conversationId });
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const next = nextToDeliver(deps);
      if (next !== null) await deliver(next);
      else await waker.sleep(untilNext(deps), signal);
    }
  }

  const done = run().catch(onError);
  return {
    wake: () => waker.wake(),
    lineIsBack: (inboxId) => releaseForLine(deps, inboxId),
    async stop() {
      controller.abort();
      await done;
    },
  };
}

function untilNext(deps: DeliverDeps): number {
  const times = deps.outbox
    .pending()
    .flatMap((item) => (item.state === 'failed' || item.nextTryAt === null ? [] : [item.nextTryAt]));
  return Math.min(longestSleepMs, Math.max(0, Math.min(...times) - deps.clock.now()));
}
