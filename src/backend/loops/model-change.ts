import type { Embedder } from '#core/ports/embedder.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { VectorCursor } from '#core/ports/passage-index.ts';
import { vectorsOf } from '#core/retrieval/index-passage.ts';
import { type LearnedFor, type LearningDeps, learnModels } from '#core/retrieval/learn-model.ts';
import type { LearnedModel } from '#core/retrieval/store-model.ts';
import { saveSoleEmbedderId, soleEmbedderId } from '#core/search-model/model-setting.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { EmbedderHolder } from '../embedder-holder.ts';

export type ModelChangeDeps = {
  readonly embedders: Pick<EmbedderHolder, 'next' | 'takeOver' | 'soleId'>;
  /** Called in the turn in which another model has begun to answer. */
  readonly onTakenOver: () => void;
};

/** `heard`: whose own lessons a model has heard, and what serves anybody else. */
export type SetModel = (storeId: string, model: LearnedModel, heard: Pick<LearnedFor, 'profileId' | 'shared'>) => void;

type Deps = ModelChangeDeps &
  LearningDeps &
  Pick<Database, 'settings' | 'stores'> & {
    readonly emit: EmitEvent;
    readonly setModel: SetModel;
  };

export type ModelChange = {
  /** Does some of what there is to do; whether there is more. Errors: those of the next embedder and the database. */
  step(signal: AbortSignal): Promise<boolean>;
};

/** Work between two looks at what the present model lacks. */
const stepMs = 1_000;
const batchSize = 16;
const dropped = 500;

/**
 * Has every text embedded by the model that is to take the present one's place, and learns how far that one may be
 * trusted. Only then, within one turn, it answers in the other's place; so there is no moment in which a search finds
 * less. What was embedded is in the database: after a restart it goes on from there. Vectors of former models go last.
 */
export function createModelChange(deps: Deps): ModelChange {
  const { embedders, passages } = deps;
  /** What was learned of a model before it answers. */
  let learned: { readonly embedder: Embedder; readonly byStore: ReadonlyMap<string, LearnedFor> } | null = null;
  let drop: { readonly embedderId: string; readonly cursor: VectorCursor | null } | null = null;
  let done = 0;

  function tell(embedder: Embedder, isFinished: boolean): void {
    const subject = embedder.id.split('/')[0] ?? '';
    const total = done + passages.count(embedder.id).toEmbed;
    deps.emit('progress.changed', { task: 'change-model', subject, done, total, isFinished });
  }

  /** Reads the vectors that came into memory, before a draft would have to. */
  function warm(embedder: Embedder): void {
    const [store] = deps.stores.list();
    if (store === undefined) return;
    const vector = new Float32Array(embedder.dimensions).fill(1);
    const scope = { storeId: store.id, profileId: deps.profileId(), about: null, channel: null, at: deps.clock.now() };
    passages.searchVector(embedder.id, vector, scope, 1);
  }

  async function embedSome(next: Embedder, signal: AbortSignal): Promise<void> {
    for (const until = performance.now() + stepMs; performance.now() < until && !signal.aborted;) {
      const batch = passages.unembedded(next.id, batchSize);
      if (batch.length === 0) break;
      passages.putVectors(next.id, await vectorsOf(next, batch, signal));
      done += batch.length;
      await deps.passTurn();
    }
    warm(next);
    tell(next, false);
  }

  async function learn(next: Embedder): Promise<void> {
    if (learned?.embedder === next) return;
    const byStore = new Map<string, LearnedFor>();
    for (const store of deps.stores.list())
      byStore.set(store.id, await learnModels({ ...deps, embedder: () => next }, store.id));
    learned = { embedder: next, byStore };
  }

  async function prepare(next: Embedder, signal: AbortSignal): Promise<boolean> {
    await embedSome(next, signal);
    if (signal.aborted || passages.unembedded(next.id, 1).length > 0) return true;
    await learn(next);
    // Texts that were written meanwhile are embedded first.
    if (signal.aborted || passages.unembedded(next.id, 1).length > 0) return true;
    const known = learned?.byStore ?? new Map<string, LearnedFor>();
    if (embedders.takeOver(next)) {
      for (const [storeId, one] of known) deps.setModel(storeId, one.own, one);
      deps.onTakenOver();
    }
    learned = null;
    tell(next, true);
    done = 0;
    return true;
  }

  /** Vectors of models that answer no more are taken out, a few at a time. */
  async function dropFormer(signal: AbortSignal): Promise<boolean> {
    const embedderId = embedders.soleId();
    if (embedderId === null || soleEmbedderId(deps.settings) === embedderId) return false;
    if (passages.count(embedderId).toEmbed > 0) return false;
    if (drop?.embedderId !== embedderId) drop = { embedderId, cursor: null };
    for (const until = performance.now() + stepMs; performance.now() < until && !signal.aborted;) {
      if (embedders.soleId() !== embedderId) return false;
      const cursor = passages.dropOtherVectors(embedderId, drop.cursor, dropped);
      drop = { embedderId, cursor };
      await deps.passTurn();
      if (cursor !== null) continue;
      if (embedders.soleId() === embedderId) saveSoleEmbedderId(deps.settings, embedderId);
      drop = null;
      return false;
    }
    return true;
  }

  return {
    async step(signal) {
      if (signal.aborted) return false;
      const next = embedders.next();
      if (next === null) return dropFormer(signal);
      try {
        return await prepare(next, signal);
      } catch (error) {
        // Closed, for the owner chose again.
        if (embedders.next() === next) throw error;
        tell(next, true);
        done = 0;
        return true;
      }
    },
  };
}
