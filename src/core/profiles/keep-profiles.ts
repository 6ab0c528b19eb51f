import { AppError } from '#shared/errors.ts';
import type { Profile } from '#shared/model/profile.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type PinDeps, checkPin, forgetTries } from './check-pin.ts';

export type ProfileDeps = PinDeps & Pick<Database, 'transaction'> & { readonly ids: IdSource };

/**
 * Adds a person. Errors: `pin_needed` (`detail.name`) while somebody who may do more than an agent would have no PIN:
 * anybody at the desk could be them. `conflict` for a name that another bears.
 */
export async function addProfile(
  deps: ProfileDeps,
  input: { readonly name: string; readonly role: Profile['role']; readonly pin: string | null },
): Promise<Profile> {
  const pin = input.pin === null ? null : await deps.pins.hash(input.pin);
  const { name, role } = input;
  const profile = { id: deps.ids.newId(), name, role, state: 'active', createdAt: deps.clock.now() } as const;
  return deps.transaction(() => {
    deps.profiles.add(profile);
    deps.profiles.setPin(profile.id, pin);
    return kept(deps, profile.id);
  });
}

/** Changes who somebody is. Errors: `last_owner`, those of `addProfile`, `not_found`. */
export function saveProfile(
  deps: Pick<ProfileDeps, 'profiles' | 'transaction'>,
  input: { readonly profileId: string } & Pick<Profile, 'name' | 'role' | 'state'>,
): Profile {
  const { profileId: id, name, role, state } = input;
  return deps.transaction(() => {
    deps.profiles.save({ id, name, role, state });
    return kept(deps, id);
  });
}

/**
 * Sets a PIN; null: none is asked any more. Whoever sets their own names the former one; who resets another's
 * (`isOwn` false) needs none. Errors: those of `checkPin`, `pin_needed`.
 */
export async function setPin(
  deps: ProfileDeps,
  input: {
    readonly profileId: string;
    readonly isOwn: boolean;
    readonly formerPin: string | null;
    readonly pin: string | null;
  },
): Promise<Profile> {
  if (input.isOwn) await checkPin(deps, input.profileId, input.formerPin);
  const pin = input.pin === null ? null : await deps.pins.hash(input.pin);
  return deps.transaction(() => {
    deps.profiles.setPin(input.profileId, pin);
    forgetTries(deps, input.profileId);
    return kept(deps, input.profileId);
  });
}

/** Whether people sign in at a desk: one who works alone without a PIN never does. */
export function isShared(profiles: readonly Profile[]): boolean {
  const active = profiles.filter(({ state }) => state === 'active');
  return active.length > 1 || active.some(({ hasPin }) => hasPin);
}

/** The profile, once all of them together are such as a desk can be left with. */
function kept({ profiles }: Pick<ProfileDeps, 'profiles'>, profileId: string): Profile {
  const active = profiles.list().filter(({ state }) => state === 'active');
  if (!active.some(({ role }) => role === 'owner')) throw new AppError('last_owner', 'A desk needs an owner');
  const bare = active.find(({ role, hasPin }) => role !== 'agent' && !hasPin);
  if (active.length > 1 && bare !== undefined)
    throw new AppError('pin_needed', `${bare.name} needs a PIN`, { detail: { name: bare.name, role: bare.role } });
  const profile = profiles.get(profileId);
  const isTwice = active.some(({ id, name }) => id !== profile.id && name === profile.name);
  if (profile.state === 'active' && isTwice)
    throw new AppError('conflict', 'Somebody else bears this name', { detail: { reason: 'name' } });
  return profile;
}
