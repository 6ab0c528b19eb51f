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
