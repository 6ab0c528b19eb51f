import { AppError } from '#shared/errors.ts';
import type { Profile } from '#shared/model/profile.ts';

export type FiguresWanted = {
  /** Null: everybody's. */
  readonly profileId: string | null;
  /** Figures of each person side by side. */
  readonly byPerson: boolean;
};

export type FiguresShown = {
  /** Whose; null: everybody's. */
  readonly profileId: string | null;
  /** Named people may be told apart. */
  readonly comparesPeople: boolean;
  /** What only one other person stands behind is withheld. */
  readonly withholdsFew: boolean;
};

/**
 * Whose figures somebody sees. An agent: their own, also where they ask for all. A lead and an owner: their own, all
 * together, and those of a named person only where the owner chose that people may be compared. Errors:
 * `figures_not_shown`.
 */
export function figuresFor(
  present: Pick<Profile, 'id' | 'role'>,
  wanted: FiguresWanted,
  settings: { readonly comparesPeople: boolean },
): FiguresShown {
  const comparesPeople = settings.comparesPeople && present.role !== 'agent';
  const profileId = wanted.profileId ?? (present.role === 'agent' ? present.id : null);
  if ((profileId !== null && profileId !== present.id && !comparesPeople) || (wanted.byPerson && !comparesPeople))
    throw new AppError('figures_not_shown', 'These figures are not for the person at the desk');
  return { profileId, comparesPeople, withholdsFew: profileId === null && !comparesPeople };
}

/** Who may take figures out of the desk, and whether with what was written. */
export function exportsFor({ role }: Pick<Profile, 'role'>): { readonly figures: boolean; readonly texts: boolean } {
  return { figures: role !== 'agent', texts: role === 'owner' };
}

/** An alarm is a lead's to let stand. Errors: `figures_not_shown`. */
export function mayManageAlarms({ role }: Pick<Profile, 'role'>): void {
  if (role === 'agent') throw new AppError('figures_not_shown', 'Alarms are for a lead');
}

/** Whether people are compared is the owner's choice. Errors: `figures_not_shown`. */
export function mayChooseComparison({ role }: Pick<Profile, 'role'>): void {
  if (role !== 'owner') throw new AppError('figures_not_shown', 'Whether people are compared is the owner’s choice');
}
