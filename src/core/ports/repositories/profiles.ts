import type { Profile } from '#shared/model/profile.ts';

export type ProfileRepository = {
  /** Active and retired, oldest first. */
  list(): readonly Profile[];
  /** Errors: `not_found`. */
  get(profileId: string): Profile;
  add(profile: Omit<Profile, 'hasPin'>): void;
  /** Changes name, role and state. Errors: `not_found`. */
  save(profile: Pick<Profile, 'id' | 'name' | 'role' | 'state'>): void;
  /** What a PIN is checked against; null: none is asked. Errors: `not_found`. */
  pinOf(profileId: string): string | null;
  setPin(profileId: string, pin: string | null): void;
};
