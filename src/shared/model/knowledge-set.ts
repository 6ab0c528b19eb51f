import { z } from 'zod';
import { Id, Instant } from './basics.ts';

/** Entries that are switched together: a season, a campaign. It answers in the stores for which it is on. */
export const KnowledgeSet = z.object({
  id: Id,
  name: z.string().trim().min(1).max(120),
  state: z.enum(['active', 'retired']),
  /** The stores for which it is on. */
  storeIds: z.array(Id),
  version: z.number().int().positive(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type KnowledgeSet = z.infer<typeof KnowledgeSet>;
