import type { Database } from '../ports/repositories/index.ts';
import { indexKnowledge, indexLearned } from './index-passage.ts';

/**
 * Grows where entries come to be searched by other texts or words than before. 2: sentences of articles have vectors of
 * their own. 3: characters of one word in two scripts are one. 4: an answer is read under its question.
 */
const currentForm = 4;
const settingName = 'passage_form';
const slice = 20;

type RenewDeps = Pick<Database, 'transaction' | 'knowledge' | 'learned' | 'passages' | 'settings' | 'stores'> & {
  readonly passTurn: () => Promise<void>;
};

/** Has what an older program wrote be searched as what this one writes. Cut short, it begins anew at the next start. */
export async function renewPassages(deps: RenewDeps, signal?: AbortSignal): Promise<void> {
  if (deps.settings.get(settingName) === currentForm) return;
  if (!(await renewKnowledge(deps, signal))) return;
  for (const { id } of deps.stores.list()) if (!(await renewLearned(deps, id, signal))) return;
  deps.settings.set(settingName, currentForm);
}

/** Whether it came to the end. */
async function renewKnowledge(deps: RenewDeps, signal?: AbortSignal): Promise<boolean> {
  for (let after = ''; ;) {
    if (signal?.aborted === true) return false;
    const ids = deps.knowledge.activeIds(after, slice);
    deps.transaction(() => {
      for (const id of ids) indexKnowledge(deps.passages, deps.knowledge.get(id));
    });
    if (ids.length < slice) return true;
    after = ids.at(-1) ?? '';
    await deps.passTurn();
  }
}

async function renewLearned(deps: RenewDeps, storeId: string, signal?: AbortSignal): Promise<boolean> {
  for (let offset = 0; ; offset += slice) {
    if (signal?.aborted === true) return false;
    const { items } = deps.learned.list({ storeId, state: 'active', offset, limit: slice });
    deps.transaction(() => {
      for (const item of items) indexLearned(deps.passages, item);
    });
    if (items.length < slice) return true;
    await deps.passTurn();
  }
}
