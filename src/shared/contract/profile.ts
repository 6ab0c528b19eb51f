import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { LockAfter, Pin, Presence, Profile, Role } from '../model/profile.ts';
import { request } from './definition.ts';

const Name = z.string().trim().max(200);
/** What is checked against the one that is kept; whatever it is, it is no other error than a wrong one. */
const GivenPin = z.string().max(200).nullable();

export const profileRequests = {
  /** Who may sign in, oldest first; to leads and owners also those who work here no longer. */
  'profile.list': request(z.object({}), z.array(Profile)),
  'profile.present': request(z.object({}), Presence),
  /**
   * From now on it is this person who works here. `pin` null where the profile has none. Errors: `wrong_pin`;
   * `pin_paused` (`detail.seconds`) after several wrong ones; `conflict` for one who works here no longer.
   */
  'profile.signIn': request(z.object({ profileId: Id, pin: GivenPin }), Presence),
  /** Nobody is signed in. Error: `conflict` where nobody has to sign in. */
  'profile.lock': request(z.object({}), z.object({})),
  /** A person uses the window: it does not lock itself for a while. */
  'profile.touch': request(z.object({}), z.object({})),
  /**
   * Errors: `pin_needed` where who may do more than an agent would have no PIN (`detail.name`); `conflict` for a name
   * that another bears.
   */
  'profile.add': request(z.object({ name: Name.min(1), role: Role, pin: Pin.nullable() }), Profile),
  /** Errors: `last_owner`, and those of `profile.add`. */
  'profile.save': request(z.object({ profileId: Id, name: Name, role: Role, state: Profile.shape.state }), Profile),
  /**
   * `pin` null: none is asked any more. `formerPin` is asked of one's own. Errors: those of `profile.signIn`,
   * `pin_needed`.
   */
  'profile.setPin': request(z.object({ profileId: Id, formerPin: GivenPin, pin: Pin.nullable() }), Profile),
  'profile.setLockAfter': request(z.object({ minutes: LockAfter.nullable() }), Presence),
};
