import type { SearchScope } from '#core/ports/passage-index.ts';
import { foldedLine } from '#core/knowledge/folded-line.ts';
import type { AudienceRow } from './passage-audiences.ts';

export type Audience = Omit<AudienceRow, 'scope' | 'channels' | 'profile_ids'> & {
  readonly profile_ids: readonly string[] | null;
  readonly scope: readonly string[];
  readonly channels: readonly string[];
};

/** What one search may return. */
export type AudienceView = {
  readonly ids: ReadonlySet<number>;
  /** Those of them that are of some people alone. */
  readonly own: readonly number[];
  /** Whether they are of several layers, so that one may stand over another. */
  readonly hasLayers: boolean;
  /** The ids, as JSON, of those that may be about one subject with something about these names; null: they are too many to list. */
  meeting(names: readonly string[]): string | null;
  /** Their scope names, without the one that is folded like this. */
  subjectsBut(folded: string): readonly string[];
};

/** All audiences as they are now. */
export type Audiences = {
  readonly byId: ReadonlyMap<number, Audience>;
  view(scope: SearchScope & { readonly setsOn: readonly string[] }): AudienceView;
  nextChange(at: number): number | null;
};

/** Each is looked up by itself. */
const mostListed = 100;
/** Views are remembered: one draft asks for the same one dozens of times. */
const mostViews = 64;

export function audiencesOf(rows: readonly AudienceRow[]): Audiences {
  const byId = new Map(rows.map((row) => [row.id, audienceOf(row)]));
  const all = [...byId.values()];
  const moments = [...new Set(all.flatMap((one) => [one.valid_from ?? [], one.valid_until ?? []].flat()))].toSorted(
    (a, b) => a - b,
  );
  const views = new Map<string, AudienceView>();
  return {
    byId,
    view: (scope) => {
      // Between two moments of change every time of day sees the same.
      const key = JSON.stringify([
        scope.storeId,
        scope.profileId,
        scope.isOfAnyone === true,
        scope.about,
        scope.channel,
        scope.setsOn,
        scope.isUnlimited === true,
        countUntil(moments, scope.at),
      ]);
      const known = views.get(key);
      if (known !== undefined) return known;
      if (views.size >= mostViews) views.clear();
      const made = viewOf(
        all.filter((one) => mayHear(one, scope)),
        scope.isUnlimited === true || scope.about !== null,
      );
      views.set(key, made);
      return made;
    },
    nextChange: (at) => moments[countUntil(moments, at)] ?? null,
  };
}

function mayHear(one: Audience, scope: SearchScope & { readonly setsOn: readonly string[] }): boolean {
  const { storeId, setsOn, at, channel, about } = scope;
  if (one.store_id !== null && one.store_id !== storeId) return false;
  if (one.profile_ids !== null && scope.isOfAnyone !== true && !one.profile_ids.includes(scope.profileId ?? ''))
    return false;
  if (scope.isUnlimited === true) return true;
  return (
    (one.set_id === null || setsOn.includes(one.set_id)) &&
    (one.valid_from === null || one.valid_from <= at) &&
    (one.valid_until === null || one.valid_until > at) &&
    (channel === null || one.channels.length === 0 || one.channels.includes(channel)) &&
    (about === null || one.scope.length === 0 || one.scope.some((name) => about.includes(name)))
  );
}

function viewOf(heard: readonly Audience[], isAboutAll: boolean): AudienceView {
  const ids = heard.map((one) => one.id);
  const byName = new Map<string, number[]>();
  const wide: number[] = [];
  for (const { id, scope } of heard) {
    if (scope.length === 0) wide.push(id);
    for (const name of scope) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [id]);
      else known.push(id);
    }
  }
  const subjects = new Map<string, readonly string[]>();
  return {
    ids: new Set(ids),
    own: heard.flatMap((one) => (one.profile_ids === null ? [] : [one.id])),
    hasLayers: new Set(heard.map((one) => (one.set_id === null ? (one.store_id === null ? 0 : 1) : 2))).size > 1,
    meeting: (names) => {
      const among = isAboutAll ? ids : [...new Set([...wide, ...names.flatMap((name) => byName.get(name) ?? [])])];
      return among.length > mostListed ? null : JSON.stringify(among);
    },
    subjectsBut: (folded) => {
      const known = subjects.get(folded);
      if (known !== undefined) return known;
      const made = [...byName.keys()].filter((name) => foldedLine(name) !== folded);
      subjects.set(folded, made);
      return made;
    },
  };
}

/** How many of the moments, in order, are not after `at`. */
function countUntil(moments: readonly number[], at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function audienceOf(row: AudienceRow): Audience {
  return {
    ...row,
    profile_ids: row.profile_ids === null ? null : (JSON.parse(row.profile_ids) as string[]),
    scope: JSON.parse(row.scope) as string[],
    channels: JSON.parse(row.channels) as string[],
  };
}
