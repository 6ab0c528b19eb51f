import { z } from 'zod';
import { Id, Instant, Problem } from './basics.ts';
import { WritingTask } from './language-model.ts';

/** One request that left for a language model. */
export const LedgerLine = z.object({
  id: Id,
  /** Null where it was about no store, as when a connection is tried. */
  storeId: Id.nullable(),
  /** Null where it was about no conversation. */
  conversationId: Id.nullable(),
  task: z.enum([...WritingTask.options, 'probe']),
  modelId: Id,
  /** As it was called then. */
  modelName: z.string(),
  /** Where it went: host, and port where it is not the usual one. */
  host: z.string(),
  /** It went no further than this machine. */
  isLocal: z.boolean(),
  /** Length of what left, bytes. */
  size: z.number().int().nonnegative(),
  /** SHA-256 of what left, hex; it stays when the bytes themselves are no longer kept. */
  digest: z.string(),
  /** How many pieces of personal data were masked in it, by kind. */
  masked: z.record(z.string(), z.number().int()),
  state: z.enum(['leaving', 'answered', 'failed', 'cancelled']),
  problem: Problem.nullable(),
  inputTokens: z.number().int().nullable(),
  outputTokens: z.number().int().nullable(),
  /** By the model's prices of that moment, in their currency; null where it has none. */
  cost: z.number().nullable(),
  currency: z.string().nullable(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** What models were asked in a span of time. */
export const ModelUse = z.object({
  modelId: Id,
  modelName: z.string(),
  isLocal: z.boolean(),
  calls: z.number().int(),
  failed: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  cost: z.number(),
  currency: z.string().nullable(),
});
export type ModelUse = z.infer<typeof ModelUse>;
