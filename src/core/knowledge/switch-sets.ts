import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import type { KnowledgeSet } from '#shared/model/knowledge-set.ts';
import { staleDrafts } from '../drafting/stale-drafts.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';

export type SetDeps = Pick<Database, 'transaction' | 'sets' | 'stores' | 'passages' | 'drafts' | 'conversations'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  readonly person: () => string;
  readonly profileId: () => string | null;
};

type SetChange = Partial<Pick<KnowledgeSet, 'name' | 'state' | 'storeIds'>>;

/** Makes a set, or gives one another name. It is on for no store at first. */
export function saveSet(deps: SetDeps, input: { readonly setId: string | null; readonly name: string }): KnowledgeSet {
  refuseTakenName(deps, input.name, input.setId);
  const set = deps.transaction(() =>
    input.setId === null
      ? deps.sets.add({ ...versionOf(deps, deps.ids.newId()), name: input.name, state: 'active', storeIds: [] })
      : appended(deps, input.setId, { name: input.name }),
  );
  deps.emit('set.changed', {});
  return set;
}

/**
 * Switches sets on and off for a store, all of them at once: the next search already goes by the new ones, and drafts that
 * used what is now off are stale.
 */
export function switchSets(
  deps: SetDeps,
  input: { readonly storeId: string; readonly on: readonly string[]; readonly off: readonly string[] },
): readonly KnowledgeSet[] {
  const { storeId, on, off } = input;
  deps.stores.get(storeId);
  deps.transaction(() => {
    for (const setId of off) {
      const { storeIds } = deps.sets.get(setId);
      if (storeIds.includes(storeId)) appended(deps, setId, { storeIds: storeIds.filter((id) => id !== storeId) });
    }
    for (const setId of on) {
      const { storeIds, state } = deps.sets.get(setId);
      if (state === 'retired') throw new AppError('conflict', 'The set is out of use.', { detail: { what: 'set' } });
      if (!storeIds.includes(storeId)) appended(deps, setId, { storeIds: [...storeIds, storeId] });
    }
    staleDrafts(deps, [storeId]);
  });
  tellSwitched(deps, storeId);
  return deps.sets.list();
}

/** Takes a set out of use everywhere, or puts it to use again, on for no store. Error: `invalid_input` where its name is taken. */
export function setSetState(
  deps: SetDeps,
  input: { readonly setId: string; readonly state: KnowledgeSet['state'] },
): KnowledgeSet {
  const known = deps.sets.get(input.setId);
  if (known.state === input.state) return known;
  if (input.state === 'active') refuseTakenName(deps, known.name, known.id);
  const { storeIds } = known;
  const set = deps.transaction(() => {
    const next = appended(deps, input.setId, { state: input.state, storeIds: [] });
    staleDrafts(deps, storeIds);
    return next;
  });
  tellSwitched(deps, null);
  return set;
}

function refuseTakenName(deps: Pick<SetDeps, 'sets'>, name: string, setId: string | null): void {
  const isTaken = deps.sets.list().some((one) => one.state === 'active' && one.id !== setId && one.name === name);
  if (isTaken) throw new AppError('invalid_input', `There is a set ${name} already.`, { detail: { field: 'name' } });
}

function appended(deps: SetDeps, setId: string, change: SetChange): KnowledgeSet {
  const { name, state, storeIds } = deps.sets.get(setId);
  return deps.sets.append({ ...versionOf(deps, setId), name, state, storeIds, ...change });
}

function versionOf(deps: SetDeps, setId: string) {
  return { setId, versionId: deps.ids.newId(), who: deps.person(), at: deps.clock.now() };
}

function tellSwitched(deps: SetDeps, storeId: string | null): void {
  deps.emit('set.changed', {});
  deps.emit('knowledge.changed', { storeId, entryIds: null });
}
