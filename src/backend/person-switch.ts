import type { StoreModel } from '#core/retrieval/store-model.ts';
import type { Desk } from './desk.ts';
import type { DraftLoop } from './loops/draft-loop.ts';
import type { IndexLoop } from './loops/index-loop.ts';
import { judgesOtherwise } from './store-models.ts';

/** Has the open drafts of a store made again where its present model judges them otherwise than the one before. */
export function judgeAgain(deps: Desk['deps'], drafts: DraftLoop, storeId: string, before: StoreModel): void {
  const topics = deps.stores.get(storeId).settings.tolerance?.topics.map(({ topic }) => topic) ?? [];
  if (judgesOtherwise(before, deps.modelOf(storeId), topics)) drafts.redraft(storeId);
}

/**
 * To be called whenever somebody may have signed in. What was learned with the former person's own lessons serves the next
 * one not for a moment: drafts that it judged are made again by what was learned of shared things, and learning begins.
 */
export function watchPerson(desk: Desk, loops: { readonly drafts: DraftLoop; readonly index: IndexLoop }): () => void {
  const { deps } = desk;
  let last = desk.present();
  return () => {
    const former = last;
    last = desk.present();
    if (former.id === last.id) return;
    for (const { id } of deps.stores.list()) {
      const before = desk.actingAs(former, () => deps.modelOf(id));
      desk.actingAs(last, () => judgeAgain(deps, loops.drafts, id, before));
    }
    loops.index.wake();
  };
}
