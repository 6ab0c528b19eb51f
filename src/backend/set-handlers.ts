import { setOverlays } from '#core/knowledge/entry-layers.ts';
import { saveSet, setSetState, switchSets } from '#core/knowledge/switch-sets.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type SetHandlers = Pick<Handlers, Extract<keyof Handlers, `set.${string}`>>;

const overlaysShown = 500;

/** The sets of knowledge, and for which stores they are on. */
export function setHandlers({ deps }: Desk): SetHandlers {
  const listed = () =>
    deps.sets
      .list()
      .map((set) => ({ ...set, storeIds: [...set.storeIds], entryCount: deps.knowledge.countOfSet(set.id) }));
  return {
    'set.list': listed,
    'set.save': (input) => saveSet(deps, input),
    'set.switch': (input) => {
      switchSets(deps, input);
      return listed();
    },
    'set.overlays': ({ storeId, setId }) =>
      setOverlays(deps, { storeId, setId, limit: overlaysShown }).map(({ entry, below }) => ({
        entry,
        below: [...below],
      })),
    'set.setState': (input) => setSetState(deps, input),
  };
}
