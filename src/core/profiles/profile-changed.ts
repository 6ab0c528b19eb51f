import type { EmitEvent } from '#shared/contract/events.ts';
import { staleDrafts } from '../drafting/stale-drafts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';

type ChangedDeps = Pick<Database, 'transaction' | 'stores' | 'lessons' | 'learned' | 'passages' | 'drafts'> & {
  readonly clock: Clock;
  readonly emit: EmitEvent;
};

/**
 * Another person works at the desk: open drafts that say what only the former one is told are made again, and those that
 * a lesson of either may touch. Confidence is learned anew for them (the index loop, once it is told of lessons).
 */
export function profileChanged(deps: ChangedDeps, formerId: string, nextId: string): void {
  if (formerId === nextId) return;
  const stores = deps.stores.list().map(({ id }) => id);
  deps.transaction(() => staleDrafts({ ...deps, profileId: () => nextId }, stores));
  for (const storeId of stores) {
    const waiting = [formerId, nextId].flatMap((profileId) => deps.lessons.waitingFor(profileId, storeId));
    const itemIds = [...new Set(waiting.map(({ id }) => id))];
    if (itemIds.length > 0) deps.emit('learned.changed', { storeId, itemIds });
  }
}
