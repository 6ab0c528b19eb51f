import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { Role } from './profile.ts';

/** What was changed. */
export const AuditArea = z.enum([
  'knowledge',
  'lessons',
  'macros',
  'drafting',
  'stores',
  'inboxes',
  'shops',
  'models',
  'privacy',
  'search',
  'people',
  'copies',
  'signIn',
]);
export type AuditArea = z.infer<typeof AuditArea>;

/** The areas whose lines a lead may read. */
export const areasOfLeads: readonly AuditArea[] = ['knowledge', 'lessons', 'macros', 'drafting'];

/** What was done to it. `refused`: a wrong PIN. */
export const AuditAct = z.enum([
  'added',
  'changed',
  'removed',
  'restored',
  'reverted',
  'approved',
  'rejected',
  'dismissed',
  'imported',
  'exported',
  'stopped',
  'resumed',
  'signedIn',
  'refused',
]);
export type AuditAct = z.infer<typeof AuditAct>;

/** The few facts that a line may tell: the desk's own labels and choices; never a customer's words, an answer or a secret. */
export const AuditFacts = z
  .object({
    name: z.string(),
    role: Role,
    state: z.enum(['active', 'retired']),
    topic: z.string(),
    rate: z.number(),
    minutes: z.number(),
    isLocalOnly: z.boolean(),
  })
  .partial();
export type AuditFacts = z.infer<typeof AuditFacts>;

/** One change of the desk. Appended, never changed, kept for good. */
export const AuditLine = z.object({
  id: Id,
  /** Null: nobody was signed in, or it was done by the command line. */
  profileId: Id.nullable(),
  /** The request of the contract, or the command. */
  request: z.string(),
  area: AuditArea,
  act: AuditAct,
  storeId: Id.nullable(),
  /** Ids of what it was done to; of many the first ones. */
  subjects: z.array(Id),
  facts: AuditFacts,
  createdAt: Instant,
});
export type AuditLine = z.infer<typeof AuditLine>;

/** Which lines; null: all. `to` is not within. */
export const AuditQuery = z.object({
  profileId: Id.nullable().default(null),
  areas: z.array(AuditArea).max(AuditArea.options.length).nullable().default(null),
  from: Instant.nullable().default(null),
  to: Instant.nullable().default(null),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
