import { type DraftDeps, draftReply } from '#core/drafting/draft-reply.ts';
import { touchedDrafts } from '#core/drafting/touched-drafts.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { AppError } from '#shared/errors.ts';
import { passTurn } from '#adapters/machine/machine.ts';
import { createWaker } from '../waker.ts';
import { type DueDraft, type StoreChange, createDraftQueue } from './draft-queue.ts';

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
  /** Resolves when nothing waits for a draft but what rests after a failure. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

const longestSleepMs = 60_000;
/** After the database has refused. */
const restMs = 5_000;
const mostLooksInVain = 5;
/** Looks at what a change touches take at most half of the time: else a burst of edits leaves none for the drafts. */
const longestOwedMs = 1_000;

/** Has the draft ready before the agent looks: who waits longest first. */
export function startDraftLoop(deps: DraftDeps, onError: (error: unknown) => void): DraftLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  const queue = createDraftQueue(deps);
  let waiting: Array<() => void> = [];
  let owedMs = 0;
  let looksInVain = 0;
  let hasEmbedderFailed = false;

  /** Drafts are made by words alone while the embedder fails; they are made again once it does not. */
  function embedder(): Embedder | null {
    const current = deps.embedder();
    if (current === null) return null;
    const embed: Embedder['embed'] = (texts, until) =>
      current.embed(texts, until).catch((error: unknown) => {
        hasEmbedderFailed = true;
        onError(error);
        throw error;
      });
    return { ...current, embed };
  }

  async function look(change: StoreChange): Promise<void> {
    const begun = performance.now();
    try {
      queue.addTouched(await touchedDrafts({ ...deps, embedder, passTurn }, change.storeId, change.ownerIds));
      looksInVain = 0;
    } catch (error) {
      if (++looksInVain < mostLooksInVain) queue.addChange(change);
      throw error;
    }
    owedMs = Math.min(performance.now() - begun, longestOwedMs);
  }

  async function make(due: DueDraft): Promise<void> {
    const { conversationId, asksShop } = due;
    const begun = performance.now();
    queue.begin(due);
    hasEmbedderFailed = false;
    try {
      await draftReply({ ...deps, embedder }, { conversationId, keepsPicks: true, keepsWording: true, asksShop });
      if (hasEmbedderFailed) queue.rest({ conversationId, isFresh: false, asksShop: false });
      else queue.done(due);
    } catch (error) {
      // Somebody answered or closed it meanwhile: no draft is owed any more.
      const isOver = error instanceof AppError && (error.code === 'conflict' || error.code === 'not_found');
      if (!isOver) onError(error);
      if (isOver && !due.isFresh) queue.done(due);
      else queue.rest(due);
    }
    owedMs -= performance.now() - begun;
  }

  /** What is to be done next; null where nothing is. */
  function nextWork(): (() => Promise<void>) | null {
    const due = queue.next();
    const mayLook = due === null || (!due.isFresh && owedMs <= 0);
    const change = mayLook ? queue.takeChange() : null;
    if (change !== null) return () => look(change);
    return due === null ? null : () => make(due);
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const work = nextWork();
        if (work !== null) {
          await work();
          await passTurn();
          continue;
        }
        for (const resolve of waiting) resolve();
        waiting = [];
        await waker.sleep(Math.min(queue.restsFor(), longestSleepMs), signal);
        queue.release(false);
      } catch (error) {
        onError(error);
        await waker.sleep(restMs, signal);
      }
    }
  }

  const done = run();
  return {
    wake() {
      queue.release(true);
      waker.wake();
    },
    redraft(storeId, asksShop = false) {
      queue.addStore(storeId, asksShop);
      waker.wake();
    },
    redraftTouched(storeId, ownerIds) {
      queue.addChange({ storeId, ownerIds });
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
