import { openMiniLmEmbedder } from '#adapters/embedder/minilm/minilm-embedder.ts';
import { rememberingEmbedder } from '#adapters/embedder/remembering-embedder.ts';
import { prepareMiniLm } from '#adapters/embedder/minilm/prepare-model.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { problemOf } from '#shared/errors.ts';
import type { EmbedderState } from '#shared/model/desk.ts';

/** The embedder as the backend holds it: it may be loading, absent, or under repair, and the desk works all the same. */
export type EmbedderHolder = {
  readonly state: () => EmbedderState;
  /** Null until it is ready. */
  readonly current: () => Embedder | null;
  /** Never rejects: what went wrong is in the state. */
  load(): Promise<void>;
  /** Makes the model files anew, then loads them. */
  repair(): Promise<void>;
  close(): Promise<void>;
};

export function createEmbedderHolder(modelsFolder: string, emit: EmitEvent, onChange: () => void): EmbedderHolder {
  let embedder: Embedder | null = null;
  let state: EmbedderState = { phase: 'loading', id: null, problem: null };

  function become(next: EmbedderState): void {
    state = next;
    emit('desk.statusChanged', {});
  }

  async function load(): Promise<void> {
    if (embedder !== null) return;
    become({ phase: 'loading', id: null, problem: null });
    try {
      embedder = rememberingEmbedder(await openMiniLmEmbedder({ modelsFolder }));
      become({ phase: 'ready', id: embedder.id, problem: null });
    } catch (error) {
      become({ phase: 'absent', id: null, problem: problemOf(error) });
    }
    onChange();
  }

  return {
    state: () => state,
    current: () => embedder,
    load,
    async repair() {
      if (embedder !== null || state.phase === 'repairing') return;
      become({ phase: 'repairing', id: null, problem: null });
      const progress = (done: number, isFinished: boolean): void =>
        emit('progress.changed', { task: 'repair', subject: '', done, total: 2, isFinished });
      try {
        progress(0, false);
        await prepareMiniLm({ modelsFolder });
        progress(1, false);
        await load();
      } catch (error) {
        become({ phase: 'absent', id: null, problem: problemOf(error) });
      } finally {
        progress(2, true);
      }
    },
    async close() {
      await embedder?.close();
      embedder = null;
    },
  };
}
