import type { AuditAct, AuditArea, AuditFacts } from './model/audit.ts';
import type { Role } from './model/profile.ts';

/** What the conditions of the table are told besides the input. */
export type Asker = {
  readonly profileId: string;
  /** Whether they taught this lesson, it is in use, and it reaches nobody else yet. */
  readonly isOwnLesson: (itemId: string) => boolean;
};

/** What is noted in the audit list where the request has succeeded. */
export type AuditRule<I> = {
  readonly area: AuditArea;
  /** Null: it changed nothing. */
  readonly act: AuditAct | ((input: I) => AuditAct | null);
  readonly facts?: (input: I) => AuditFacts;
};

export type RoleRule<I> = {
  /** Who may ask it at least; null: everybody, also while nobody is signed in. */
  readonly least: Role | null;
  /** Who else may at least, where its input is such: about themselves, for example. */
  readonly eased?: ReadonlyArray<{ readonly least: Role; readonly when: (input: I, asker: Asker) => boolean }>;
  /** Null: it changes nothing, or it is an agent's daily answering. */
  readonly audit: AuditRule<I> | null;
};

const ranks: Readonly<Record<Role, number>> = { agent: 0, lead: 1, owner: 2 };

/** Whether a role is that one or may do more. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ranks[role] >= ranks[least];
}

/** Who may ask for this at least; null: everybody, also while nobody is signed in. */
export function leastFor<I>(rule: RoleRule<I>, input: I, asker: Asker): Role | null {
  const eased = rule.eased?.filter(({ when }) => when(input, asker)).map(({ least }) => least) ?? [];
  return eased.reduce((least, role) => (least === null || isAtLeast(role, least) ? least : role), rule.least);
}

type Leasts = { readonly least: Role | null; readonly eased?: ReadonlyArray<{ readonly least: Role }> | undefined };

/** Whether a rule lets a role ask for anything of the kind: what a role may never do is not offered to it. */
export function letsSome({ least, eased = [] }: Leasts, role: Role): boolean {
  return least === null || isAtLeast(role, least) || eased.some((each) => isAtLeast(role, each.least));
}
