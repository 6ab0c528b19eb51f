import { AppError } from '#shared/errors.ts';
import type { AuditLine } from '#shared/model/audit.ts';
import type { Presence, Profile } from '#shared/model/profile.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';
import { newId, samplePeople } from './sample.ts';

type ProfileName = Extract<keyof Handlers, `profile.${string}` | `audit.${string}`>;

/** The people of a made-up desk: one owner, until others are added. Every PIN is `1234`. */
export function fakeProfileHandlers({ emit, world, choices }: FakeState): Pick<Handlers, ProfileName> {
  const now = Date.now();
  const since = now - 90 * 86_400_000;
  let profiles: Profile[] = [
    { id: newId(), name: '', role: 'owner', hasPin: false, state: 'active', createdAt: since },
    ...(choices.hasPeople
      ? samplePeople.map((person, index): Profile => ({
          ...person,
          role: index === 0 ? 'lead' : 'agent',
          hasPin: true,
          state: 'active',
          createdAt: since,
        }))
      : []),
  ];
  let presentId = profiles.find(({ role }) => role === choices.presentRole)?.id ?? profiles[0]?.id ?? '';
  let isLocked = false;
  let lockAfter: number | null = null;

  const of = (id: string): Profile => {
    const profile = profiles.find((each) => each.id === id);
    if (profile === undefined) throw new AppError('not_found', 'There is no such profile');
    return profile;
  };
  const kept = (profile: Profile): Profile => {
    profiles = profiles.map((each) => (each.id === profile.id ? profile : each));
    emit('profile.changed', {});
    return profile;
  };
  const presence = (): Presence => ({
    profile: isLocked ? null : of(presentId),
    lastId: presentId,
    isShared: profiles.length > 1 || of(presentId).hasPin,
    lockAfter,
  });
  const lines = (): AuditLine[] =>
    (
      [
        ['knowledge', 'changed', 'knowledge.save', {}],
        ['people', 'added', 'profile.add', { name: 'Mika', role: 'agent' }],
        ['stores', 'changed', 'store.setTolerance', { topic: 'shipping', rate: 0.02 }],
        ['signIn', 'refused', 'profile.signIn', {}],
        ['inboxes', 'added', 'inbox.add', { name: 'Support' }],
        ['copies', 'exported', 'backup.make', {}],
      ] as const
    ).map(([area, act, request, facts], index) => ({
      id: `0195c0de-0000-7000-8000-00000000000${index}`,
      profileId: area === 'signIn' ? null : presentId,
      request,
      area,
      act,
      storeId: area === 'knowledge' ? (world.stores[0]?.id ?? null) : null,
      subjects: area === 'knowledge' ? [world.entries[0]?.id ?? newId()] : [],
      facts,
      createdAt: now - index * 5_400_000,
    }));

  return {
    'profile.list': () => profiles,
    'profile.present': presence,
    'profile.signIn': ({ profileId, pin }) => {
      if (of(profileId).hasPin && pin !== '1234') throw new AppError('wrong_pin', 'Wrong');
      presentId = profileId;
      isLocked = false;
      emit('profile.changed', {});
      return presence();
    },
    'profile.lock': () => {
      isLocked = true;
      emit('profile.changed', {});
      return {};
    },
    'profile.touch': () => ({}),
    'profile.add': ({ name, role, pin }) => {
      const bare = of(presentId);
      if (!bare.hasPin)
        throw new AppError('pin_needed', 'A PIN is needed', { detail: { name: bare.name, role: bare.role } });
      const profile: Profile = {
        id: newId(),
        name,
        role,
        hasPin: pin !== null,
        state: 'active',
        createdAt: Date.now(),
      };
      profiles = [...profiles, profile];
      return kept(profile);
    },
    'profile.save': ({ profileId, ...change }) => kept({ ...of(profileId), ...change }),
    'profile.setPin': ({ profileId, pin }) => kept({ ...of(profileId), hasPin: pin !== null }),
    'profile.setLockAfter': ({ minutes }) => {
      lockAfter = minutes;
      emit('profile.changed', {});
      return presence();
    },
    'audit.list': ({ areas, offset, limit }) => {
      const wanted = lines().filter(({ area }) => areas === null || areas.includes(area));
      return { items: wanted.slice(offset, offset + limit), total: wanted.length };
    },
    'audit.export': () => '/home/noor/deskside-audit-2026-03-10.csv',
  };
}
