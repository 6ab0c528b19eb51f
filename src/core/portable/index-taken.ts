import type { Database } from '../ports/repositories/index.ts';
import { indexKnowledge, indexLearned } from '../retrieval/index-passage.ts';

export type IndexTakenDeps = Pick<
  Database,
  'transaction' | 'corpus' | 'knowledge' | 'learned' | 'passages' | 'settings'
> & {
  /** Lets other work run between slices. */
  readonly passTurn: () => Promise<void>;
};

const settingName = 'taken-to-index';
const slice = 200;

/** Notes, in the transaction that takes them, that new entries and lessons wait to be found. */
export function noteToIndex(deps: Pick<IndexTakenDeps, 'settings'>): void {
  deps.settings.set(settingName, true);
}

/**
 * Puts taken entries and lessons where searches find them, slice by slice: a hundred thousand at once would hold up the
 * desk for long. Only new ones wait for it, so that nothing old answers meanwhile. Cut anywhere, the next start goes on.
 * Returns whether there was something to do.
 */
export async function indexTaken(deps: IndexTakenDeps, signal?: AbortSignal): Promise<boolean> {
  if (deps.settings.get(settingName) !== true) return false;
  for (const type of ['entry', 'learned'] as const)
    for (let after = ''; ;) {
      const ids = deps.corpus.unindexed(type, after, slice);
      deps.transaction(() => {
        for (const id of ids)
          if (type === 'entry') indexKnowledge(deps.passages, deps.knowledge.get(id));
          else indexLearned(deps.passages, deps.learned.get(id));
      });
      if (ids.length < slice) break;
      after = ids.at(-1) ?? '';
      await deps.passTurn();
      if (signal?.aborted === true) return true;
    }
  deps.settings.set(settingName, false);
  return true;
}
