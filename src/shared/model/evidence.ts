import { z } from 'zod';
import { Id, Language } from './basics.ts';

/** A number from 0 (none) to 1 (certain). */
export const Share = z.number().min(0).max(1);

/** One passage that may answer, as it was when it was found. */
export const Evidence = z.object({
  kind: z.enum(['knowledge', 'learned', 'order']),
  /** The entry, learned item or (for an order) the order number. */
  id: z.string(),
  /** The version that was used; null for an order, whose facts are copied into `answer`. */
  versionId: Id.nullable(),
  question: z.string(),
  answer: z.string(),
  topic: z.string().nullable(),
  language: Language,
  /** For a learned item that corrects an entry: that entry. */
  correctsEntryId: Id.nullable(),
  /** The desk's probability that this answers what is asked. */
  confidence: Share,
  /** Why it was found: cosine with the question (−1…1) and share of the question's rare words it holds. */
  cosine: z.number().nullable(),
  overlap: Share,
});
export type Evidence = z.infer<typeof Evidence>;
