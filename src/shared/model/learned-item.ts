import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';

/** What the desk keeps of an edit that an agent sent: the question it answered and the answer that was sent. */
export const LearnedItem = z.object({
  id: Id,
  storeId: Id,
  versionId: Id,
  version: z.number().int().positive(),
  state: z.enum(['active', 'forgotten']),
  /** `corrects`: it stands before the entry it corrects. `adds`: there was no entry. */
  kind: z.enum(['corrects', 'adds']),
  question: z.string().trim().min(1).max(2_000),
  answer: z.string().trim().min(1).max(20_000),
  language: Language,
  /** The topic of the entry whose answer was sent or corrected. */
  topic: z.string().nullable(),
  /** The knowledge entry it corrects. */
  correctsEntryId: Id.nullable(),
  /** What the draft had said; empty where there was none. */
  before: z.string(),
  /** The outcome that taught it, and its conversation. */
  outcomeId: Id,
  conversationId: Id,
  createdAt: Instant,
  updatedAt: Instant,
});
export type LearnedItem = z.infer<typeof LearnedItem>;
