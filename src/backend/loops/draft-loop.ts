import { type DraftDeps, draftReply } from '#core/drafting/draft-reply.ts';
import { keptPicks } from '#core/drafting/kept-picks.ts';
import { touchedDrafts } from '#core/drafting/touched-drafts.ts';
import { AppError } from '#shared/errors.ts';
import { passTurn } from '#adapters/machine/machine.ts';
import { createWaker } from '../waker.ts';

export type DraftLoop = {
  /** Something new may need a draft. */
  wake(): void;
  /**
   * What the drafts of a store rest on has changed: each open one is made again and replaced where it differs. The shop
   * is asked only where it is what has changed: the facts of five hundred drafts take it minutes.
   */
  redraft(storeId: string, asksShop?: boolean): void;
  /** The same where only these entries and learned items are others: drafts that they may alter, the nearest first. */
  redraftTouched(storeId: string, ownerIds: readonly string[]): void;
  /** Resolves when nothing waits for a draft. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

const batch = 20;

/** Has the draft ready before the agent looks: who waits longest first. */
export function startDraftLoop(deps: DraftDeps, onError: (error: unknown) => void): DraftLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  /** Whether the shop is to be asked, by conversation. */
  const again = new Map<string, boolean>();
  /** Changes whose drafts are not found yet, and those drafts, the nearest first. */
  const changes: Array<{ readonly storeId: string; readonly ownerIds: readonly string[] }> = [];
  const touched = new Set<string>();
  const failed = new Set<string>();
  let waiting: Array<() => void> = [];

  function next(): { readonly conversationId: string; readonly asksShop: boolean } | undefined {
    const fresh = deps.drafts.conversationsToDraft(batch + failed.size).find((id) => !failed.has(id));
    if (fresh !== undefined) return { conversationId: fresh, asksShop: true };
    const [near] = touched;
    if (near !== undefined) return { conversationId: near, asksShop: again.get(near) ?? false };
    const [stored] = again;
    return stored === undefined ? undefined : { conversationId: stored[0], asksShop: stored[1] };
  }

  function reported(error: unknown): readonly string[] {
    onError(error);
    return [];
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const due = next();
      const change = due === undefined || touched.has(due.conversationId) ? changes.shift() : undefined;
      if (change !== undefined) {
        const near = await touchedDrafts(deps, change.storeId, change.ownerIds).catch(reported);
        for (const conversationId of near) touched.add(conversationId);
        continue;
      }
      if (due === undefined) {
        for (const resolve of waiting) resolve();
        waiting = [];
        await waker.sleep(60_000, signal);
        continue;
      }
      const { conversationId, asksShop } = due;
      again.delete(conversationId);
      touched.delete(conversationId);
      try {
        await draftReply(deps, { conversationId, picked: keptPicks(deps, conversationId), asksShop });
      } catch (error) {
        // Somebody answered or closed it meanwhile: no draft is owed any more.
        const isOver = error instanceof AppError && (error.code === 'conflict' || error.code === 'not_found');
        if (!isOver) onError(error);
        failed.add(conversationId);
      }
      await passTurn();
    }
  }

  const done = run().catch(onError);
  return {
    wake() {
      failed.clear();
      waker.wake();
    },
    redraft(storeId, asksShop = false) {
      for (const { conversationId } of deps.drafts.openOfStore(storeId))
        again.set(conversationId, asksShop || again.get(conversationId) === true);
      waker.wake();
    },
    redraftTouched(storeId, ownerIds) {
      changes.push({ storeId, ownerIds });
      waker.wake();
    },
    settled: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        waker.wake();
      }),
    async stop() {
      controller.abort();
      waker.wake();
      await done;
    },
  };
}
