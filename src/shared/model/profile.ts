import { z } from 'zod';
import { Id, Instant } from './basics.ts';

/** What a person at the desk answers for: customers, the answers of a team, or the store. Each may do what those before it may. */
export const Role = z.enum(['agent', 'lead', 'owner']);
export type Role = z.infer<typeof Role>;

/** A person who works at this desk. */
export const Profile = z.object({
  id: Id,
  /** Empty while they have not said. */
  name: z.string().trim().max(200),
  role: Role,
  /** Whether a PIN is asked before this profile is used. */
  hasPin: z.boolean(),
  state: z.enum(['active', 'retired']),
  createdAt: Instant,
});
export type Profile = z.infer<typeof Profile>;

/** 4 to 12 digits, or a passphrase of at least 8 characters. */
export const Pin = z
  .string()
  .min(4)
  .max(200)
  .refine((pin) => /^\d{4,12}$/.test(pin) || [...pin].length >= 8, { message: 'It is too short.' });

/** Minutes without use after which the desk locks itself. */
export const LockAfter = z.number().int().min(1).max(480);

/** Who works at the desk now. */
export const Presence = z.object({
  /** Null while the desk is locked. */
  profile: Profile.nullable(),
  /** Who works here, or did last. */
  lastId: Id,
  /** Whether people sign in here; false on the desk of one who works alone without a PIN. */
  isShared: z.boolean(),
  /** Null: it does not lock itself. */
  lockAfter: LockAfter.nullable(),
});
export type Presence = z.infer<typeof Presence>;
