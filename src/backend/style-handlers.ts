import { learnedStyle } from '#core/style/learn-style.ts';
import { checkStyle } from '#core/style/check-style.ts';
import { dismissTrait, saveHouse, takeUpTrait } from '#core/style/manage-style.ts';
import type { Store } from '#shared/model/store.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import type { DeskLoops } from './run-desk.ts';

type StyleHandlers = Pick<Handlers, Extract<keyof Handlers, `style.${string}`>>;

/** How a store's people write, and what of it the desk writes too. */
export function styleHandlers({ deps }: Desk, loops: DeskLoops): StyleHandlers {
  const redrafted = (store: Store): Store => {
    loops.drafts.redraft(store.id);
    return store;
  };
  return {
    'style.check': (input) => checkStyle(deps, input),
    'style.sheet': ({ storeId }) => learnedStyle(deps, storeId),
    'style.use': async ({ storeId, key }) => redrafted(await takeUpTrait(deps, storeId, key)),
    'style.dismiss': ({ storeId, key }) => dismissTrait(deps, storeId, key),
    'style.save': ({ storeId, house }) => redrafted(saveHouse(deps, storeId, house)),
  };
}
