import type { ProfileRepository } from '#core/ports/repositories/profiles.ts';
import type { Profile } from '#shared/model/profile.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';

type ProfileRow = {
  id: string;
  name: string;
  role: Profile['role'];
  pin: string | null;
  state: Profile['state'];
  created_at: number;
};

/** Who works at the desk of one database. */
export function profileRepository(connection: Connection, deskId: string): ProfileRepository {
  const one = connection.prepare<ProfileRow>('SELECT * FROM profile WHERE id = ?');
  const all = connection.prepare<ProfileRow>('SELECT * FROM profile ORDER BY created_at, id');
  const insert = connection.prepare(`
    INSERT INTO profile (id, origin_desk, name, role, state, created_at)
    VALUES (@id, @deskId, @name, @role, @state, @createdAt)`);
  const update = connection.prepare('UPDATE profile SET name = @name, role = @role, state = @state WHERE id = @id');
  const updatePin = connection.prepare('UPDATE profile SET pin = @pin WHERE id = @profileId');
  const row = (profileId: string): ProfileRow => found(one.get(profileId), 'profile', profileId);

  return {
    list: () => all.all().map(profileOf),
    get: (profileId) => profileOf(row(profileId)),
    add: (profile) => {
      insert.run({ ...profile, deskId });
    },
    save: (profile) => {
      row(profile.id);
      update.run(profile);
    },
    pinOf: (profileId) => row(profileId).pin,
    setPin: (profileId, pin) => {
      row(profileId);
      updatePin.run({ profileId, pin });
    },
  };
}

function profileOf({ id, name, role, pin, state, created_at: createdAt }: ProfileRow): Profile {
  return { id, name, role, hasPin: pin !== null, state, createdAt };
}
