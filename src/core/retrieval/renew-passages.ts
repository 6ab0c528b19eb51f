import type { Database } from '../ports/repositories/index.ts';
import { indexKnowledge } from './index-passage.ts';

/** Grows where entries come to be searched by other texts than before. 2: sentences of articles have vectors of their own. */
const currentForm = 2;
const settingName = 'passage_form';
const slice = 50;

type RenewDeps = Pick<Database, 'transaction' | 'knowledge' | 'passages' | 'settings'> & {
  readonly passTurn: () => Promise<void>;
};

/** Has what an older program wrote be searched as what this one writes. Cut short, it begins anew at the next start. */
export async function renewPassages(deps: RenewDeps, signal?: AbortSignal): Promise<void> {
  if (deps.settings.get(settingName) === currentForm) return;
  for (let after = ''; ;) {
    if (signal?.aborted === true) return;
    const ids = deps.knowledge.activeIds(after, slice);
    deps.transaction(() => {
      for (const id of ids) {
        const entry = deps.knowledge.get(id);
        if (entry.kind !== 'pair') indexKnowledge(deps.passages, entry);
      }
    });
    if (ids.length < slice) return deps.settings.set(settingName, currentForm);
    after = ids.at(-1) ?? '';
    await deps.passTurn();
  }
}
