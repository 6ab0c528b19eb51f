import type { Profile } from '#shared/model/profile.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';

type PresentDeps = Pick<Database, 'profiles' | 'settings'> & { readonly clock: Clock; readonly ids: IdSource };

const presentSetting = 'profile';
/** Where the name was kept before there were profiles. */
const formerSetting = 'person';

/**
 * Who works at the desk now: who did last. A desk begins with one owner, without a name or a PIN, so that one who works
 * alone never meets a profile.
 */
export function presentProfile(deps: PresentDeps): Profile {
  const active = deps.profiles.list().filter(({ state }) => state === 'active');
  const last = deps.settings.get(presentSetting);
  const present = active.find(({ id }) => id === last) ?? active.find(({ role }) => role === 'owner');
  return present ?? firstOwner(deps);
}

function firstOwner({ profiles, settings, clock, ids }: PresentDeps): Profile {
  const known = settings.get(formerSetting);
  const name = typeof known === 'string' ? known : '';
  const owner = { id: ids.newId(), name, role: 'owner', state: 'active', createdAt: clock.now() } as const;
  profiles.add(owner);
  return { ...owner, hasPin: false };
}

/** From now on what is done at the desk is this person's. */
export function becomePresent(deps: Pick<Database, 'profiles' | 'settings'>, profileId: string): Profile {
  const profile = deps.profiles.get(profileId);
  deps.settings.set(presentSetting, profile.id);
  return profile;
}
