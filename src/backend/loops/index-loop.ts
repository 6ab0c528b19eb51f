import { embedPassages } from '#core/retrieval/index-passage.ts';
import { readKnownWords } from '#core/retrieval/read-known-words.ts';
import { renewPassages } from '#core/retrieval/renew-passages.ts';
import {
  type LearnedFor,
  type LearningDeps,
  isOutgrown,
  learnModels,
  refittedModels,
} from '#core/retrieval/learn-model.ts';
import type { LearnedModel } from '#core/retrieval/store-model.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { StoreRepository } from '#core/ports/repositories/stores.ts';
import { createWaker } from '../waker.ts';
import { type ModelChangeDeps, type SetModel, createModelChange } from './model-change.ts';

export type IndexLoop = {
  /** Texts wait for their vectors. */
  wake(): void;
  /**
   * Knowledge or embedder is another: confidence is learned anew as well. Where so few entries have changed since that it
   * could hardly differ, that waits for more of them, or ten minutes. Left out: nobody knows how many.
   */
  relearn(changedEntries?: number): void;
  /** A person may have answered: what became of the desk's own answers is taken into its confidence, some at a time. */
  judge(): void;
  /** Resolves when everything is embedded and every store's confidence is learned. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

export type IndexLoopDeps = LearningDeps &
  Pick<Database, 'transaction' | 'settings' | 'words'> & {
    readonly stores: StoreRepository;
    readonly emit: EmitEvent;
    readonly modelOf: (storeId: string) => LearnedModel;
    readonly setModel: SetModel;
  } & ModelChangeDeps;

/** Edits come in bursts: confidence is learned anew once they pause. */
const quietMs = 1_500;
const progressFrom = 200;
/** Learning asks hundreds of questions and takes seconds where there are 100,000: fewer changes than a hundredth of them wait. */
const worthLearning = 0.01;
const longestUnlearnedMs = 600_000;
/** Fewer outcomes move no confidence that a person would notice. */
const worthRefitting = 5;
/** One act tells of itself several times, and many may come together: outcomes are counted once for all of them. */
const countedEveryMs = 250;
/** After an embedder or a database has failed; twice as long each time. */
const shortestRestMs = 3_000;
const longestRestMs = 600_000;

/**
 * Embeds what is new in the background, then learns from it how far the desk may trust itself. Where another model is to
 * take the present one's place, embeds everything with it, some at a time.
 */
export function startIndexLoop(deps: IndexLoopDeps, onError: (error: unknown) => void): IndexLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  let isIdle = false;
  let isWanted = false;
  /** How many entries are other than when confidence was learned; at first all of them. */
  let changed = Number.POSITIVE_INFINITY;
  let learnedAt = 0;
  /** For whom confidence was learned. */
  let learnedFor = deps.profileId();
  /** How many outcomes of each store its confidence knows. */
  const known = new Map<string, number>();
  /** What serves others than the person for whom was learned. */
  const shared = new Map<string, LearnedModel>();
  let isCounting = false;
  let restMs = shortestRestMs;
  const waiting: Array<() => void> = [];
  const change = createModelChange(deps);

  async function embed(): Promise<void> {
    await renewPassages(deps, signal);
    await readKnownWords(deps, signal);
    const embedder = deps.embedder();
    const isLong = embedder !== null && deps.passages.count(embedder.id).toEmbed >= progressFrom;
    const done = await embedPassages(deps, signal, (embedded, total) => {
      if (isLong)
        deps.emit('progress.changed', { task: 'embed', subject: '', done: embedded, total, isFinished: false });
    });
    if (isLong) deps.emit('progress.changed', { task: 'embed', subject: '', done, total: done, isFinished: true });
    if (done > 0) deps.emit('desk.statusChanged', {});
  }

  function isWorthLearning(): boolean {
    if (changed === 0) return false;
    const entries = Math.max(...deps.stores.list().map((store) => deps.knowledge.countActive(store.id)), 0);
    const sinceMs = deps.clock.now() - learnedAt;
    // The clock may have been set back since.
    return changed >= worthLearning * entries || sinceMs >= longestUnlearnedMs || sinceMs < 0;
  }

  /** What counts for one person counts for nothing for another. */
  function noticePerson(): void {
    if (learnedFor === deps.profileId()) return;
    learnedFor = deps.profileId();
    changed = Number.POSITIVE_INFINITY;
  }

  async function teach(storeId: string, learning: () => Promise<LearnedFor>): Promise<void> {
    // Those that come meanwhile are counted as new.
    const outcomes = deps.outcomes.count(storeId);
    const learned = await learning();
    shared.set(storeId, learned.shared);
    deps.setModel(storeId, learned.own, learned);
    known.set(storeId, outcomes);
  }

  async function learn(): Promise<void> {
    for (const store of deps.stores.list()) {
      if (signal.aborted) return;
      await teach(store.id, () => learnModels(deps, store.id));
    }
  }

  function isWorthRefitting(storeId: string): boolean {
    return deps.outcomes.count(storeId) - (known.get(storeId) ?? 0) >= worthRefitting;
  }

  /** Takes outcomes into account; where lessons have made so much more of the knowledge, all of it is learned anew. */
  async function refit(): Promise<void> {
    for (const store of deps.stores.list()) {
      if (signal.aborted) return;
      if (!isWorthRefitting(store.id)) continue;
      const model = deps.modelOf(store.id);
      const isAnew = isOutgrown(deps, store.id, model);
      const former = { own: model, shared: shared.get(store.id) ?? model };
      await teach(store.id, () => (isAnew ? learnModels(deps, store.id) : refittedModels(deps, store.id, former)));
    }
  }

  /** Another model on its way keeps nobody waiting: the present one has all its vectors. */
  function restWaiters(): void {
    isIdle = !isWanted;
    if (isIdle) for (const resolve of waiting.splice(0)) resolve();
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      isWanted = false;
      let isTriedAgain = false;
      let isChanging = false;
      try {
        await embed();
        noticePerson();
        if (isWorthLearning()) {
          const before = changed;
          changed = 0;
          await learn().catch((error: unknown) => {
            changed += before;
            throw error;
          });
          learnedAt = deps.clock.now();
        } else await refit();
        restMs = shortestRestMs;
        restWaiters();
        isChanging = await change.step(signal);
      } catch (error) {
        if (!signal.aborted) onError(error);
        isTriedAgain = true;
      }
      restWaiters();
      if (isChanging) continue;
      const longestSleepMs = changed > 0 ? longestUnlearnedMs : Number.POSITIVE_INFINITY;
      await waker.sleep(isTriedAgain ? restMs : longestSleepMs, signal);
      if (isTriedAgain) restMs = Math.min(2 * restMs, longestRestMs);
      await createWaker().sleep(quietMs, signal);
    }
  }

  async function countOutcomes(): Promise<void> {
    if (isCounting) return;
    isCounting = true;
    await createWaker().sleep(countedEveryMs, signal);
    isCounting = false;
    if (!signal.aborted && deps.stores.list().some((store) => isWorthRefitting(store.id))) wake();
  }

  const done = run().catch(onError);
  function wake(): void {
    isWanted = true;
    isIdle = false;
    waker.wake();
  }

  return {
    wake,
    judge() {
      countOutcomes().catch(onError);
    },
    relearn(changedEntries = Number.POSITIVE_INFINITY) {
      changed += changedEntries;
      wake();
    },
    settled: () => (isIdle ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async stop() {
      controller.abort();
      waker.wake();
      await done;
    },
  };
}
