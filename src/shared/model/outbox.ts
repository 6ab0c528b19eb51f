import { z } from 'zod';
import { Id, Instant, Problem } from './basics.ts';
import { ReplyFile } from './reply-file.ts';

/**
 * A reply on its way. `waiting` → `sending` (recorded before the first byte leaves) → `sent`.
 * `uncertain`: the line broke while sending; the inbox is read before anything is tried again.
 * `failed`: it needs a person; also where the inbox took it and could not deliver it (`not_delivered`).
 */
export const OutboxItem = z.object({
  id: Id,
  conversationId: Id,
  inboxId: Id,
  draftId: Id.nullable(),
  body: z.string(),
  /** What leaves with it, in order. */
  files: z.array(ReplyFile),
  /** The name the message will have in the inbox (for mail its Message-ID): the idempotency key. */
  remoteId: z.string(),
  state: z.enum(['waiting', 'sending', 'uncertain', 'sent', 'failed', 'cancelled']),
  attempts: z.number().int(),
  problem: Problem.nullable(),
  nextTryAt: Instant.nullable(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  /** The name the inbox gave it when it took it. */
  sentAs: z.string().nullable(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;
