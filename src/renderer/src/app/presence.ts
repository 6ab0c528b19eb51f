import { createContext, use } from 'react';
import type { RequestName } from '#shared/contract/index.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Presence, Profile, Role } from '#shared/model/profile.ts';
import { isAtLeast, leastFor, letsSome } from '#shared/role-rule.ts';
import { roleRules } from '#shared/roles.ts';

type Present = Presence & { readonly profile: Profile };

export const PresenceContext = createContext<Present | null>(null);

/** Who works here, where somebody does: everywhere but on the page where one signs in. */
export function usePresence(): Present {
  const presence = use(PresenceContext);
  if (presence === null) throw new Error('usePresence needs a PresenceContext above it');
  return presence;
}

/** Whether a role may ask for anything of a kind; by the table that the backend keeps to. */
export function mayDo(role: Role, name: RequestName): boolean {
  return letsSome(roleRules[name], role);
}

/** What the person who works here may do: what they never may is not offered. */
export function useMay(): (name: RequestName) => boolean {
  const { role } = usePresence().profile;
  return (name) => mayDo(role, name);
}

/** Whether the person who works here may change a lesson: a lead any, an agent their own that reach nobody else. */
export function useMayChange(): (item: Pick<LearnedItem, 'authorId' | 'isForeign' | 'reach'>) => boolean {
  const { id: profileId, role } = usePresence().profile;
  const rule = roleRules['learned.forget'];
  return ({ authorId, isForeign, reach }) => {
    const isOwnLesson = (): boolean => authorId === profileId && !isForeign && reach !== 'everyone';
    const least = leastFor(rule, { itemId: profileId }, { profileId, isOwnLesson });
    return least === null || isAtLeast(role, least);
  };
}

/** Whose figures and lessons a person sees: an agent their own, others those of everybody (null). */
export function useOwnOnly(): string | null {
  const { id, role } = usePresence().profile;
  return role === 'agent' ? id : null;
}
