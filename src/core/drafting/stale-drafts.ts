import type { Channel } from '#shared/model/conversation.ts';
import type { Clock } from '../ports/clock.ts';
import type { SearchScope } from '../ports/passage-index.ts';
import type { UsedPassage } from '../ports/repositories/conversations.ts';
import type { Database } from '../ports/repositories/index.ts';
import { subjectsNamed } from '../retrieval/subjects-named.ts';

type StaleDeps = Pick<Database, 'passages' | 'drafts'> & {
  readonly clock: Clock;
  readonly profileId: () => string | null;
};

/**
 * Marks the open drafts of these stores that say what may not be said now: its time is over, its set is off, or another
 * entry has taken its place. Inside the caller's transaction. Returns how many there were.
 */
export function staleDrafts(deps: StaleDeps, storeIds: readonly string[]): number {
  const found = storeIds.flatMap((storeId) => {
    const groups = Map.groupBy(deps.drafts.usedByOpen(storeId), groupOf);
    return [...groups].flatMap(([group, used]) => unsayable(deps, storeId, group, used));
  });
  return markedStale(deps, found);
}

/**
 * Marks the open drafts that are made of one of these entries or learned items; one that only shows it stays. Inside the
 * caller's transaction. Returns how many there were.
 */
export function staleUsing(deps: Pick<Database, 'drafts'>, ownerIds: ReadonlyArray<string | null>): number {
  const owners = [...new Set(ownerIds)].filter((id) => id !== null);
  return owners.length === 0 ? 0 : markedStale(deps, deps.drafts.openUsing(owners));
}

function markedStale({ drafts }: Pick<Database, 'drafts'>, draftIds: readonly string[]): number {
  const unique = new Set(draftIds);
  for (const draftId of unique) drafts.setState(draftId, 'stale');
  return unique.size;
}

/** Drafts to be looked at together: of one channel; what a person picked may be said on any. */
function groupOf({ channel, isPicked }: UsedPassage): Channel | null {
  return isPicked ? null : channel;
}

/** The drafts that say what may not be said on a channel. */
function unsayable(
  deps: StaleDeps,
  storeId: string,
  channel: Channel | null,
  used: readonly UsedPassage[],
): readonly string[] {
  const scope = { storeId, profileId: deps.profileId(), about: null, channel, at: deps.clock.now() };
  const owners = [...new Set(used.flatMap(ownersOf))];
  const answering = deps.passages.answering(owners, scope);
  const [held, gone] = parted(used, (one) => ownersOf(one).every((id) => answering.has(id)));
  const overlaid = channel === null ? [] : overlaidAmong(deps, scope, held);
  return [...gone, ...overlaid].map(({ draftId }) => draftId);
}

/** Those in whose place another entry stands for what the customer asks about: most are none for any subject. */
function overlaidAmong(deps: StaleDeps, scope: SearchScope, used: readonly UsedPassage[]): readonly UsedPassage[] {
  const within = (
    meant: Pick<SearchScope, 'about' | 'isUnlimited'>,
    among: readonly UsedPassage[],
  ): readonly UsedPassage[] => {
    const above = deps.passages.overlaidBy([...new Set(among.flatMap(ownersOf))], { ...scope, ...meant });
    return above.size === 0 ? [] : among.filter((one) => ownersOf(one).some((id) => above.has(id)));
  };
  const suspects = within({ about: null, isUnlimited: true }, used);
  if (suspects.length === 0) return [];
  const subjects = deps.passages.subjects(scope);
  const abouts = Map.groupBy(suspects, ({ context }) => JSON.stringify(subjectsNamed(subjects, context)));
  return [...abouts].flatMap(([about, among]) =>
    within({ about: JSON.parse(about) as readonly string[] | null }, among),
  );
}

/** A correction answers as long as what it corrects. */
function ownersOf({ ownerId, correctsEntryId }: UsedPassage): readonly string[] {
  return correctsEntryId === null ? [ownerId] : [ownerId, correctsEntryId];
}

function parted<T>(all: readonly T[], belongs: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}
