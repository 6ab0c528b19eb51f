import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';
import { SourcePlace } from './knowledge.ts';
import { FactSource } from './order.ts';

/** A number from 0 (none) to 1 (certain). */
export const Share = z.number().min(0).max(1);

/** Where and when a shop's fact was read, and what speaks against telling it unseen. */
export const FactReading = z.object({
  source: FactSource,
  readAt: Instant,
  /** It was due to be read again when it was used, and could not be. */
  isOld: z.boolean(),
  /** It belongs to an address that the customer only says is theirs: the reply does not go there (a chat's form). */
  isClaimed: z.boolean(),
});
export type FactReading = z.infer<typeof FactReading>;

/** One passage that may answer, as it was when it was found. */
export const Evidence = z.object({
  kind: z.enum(['knowledge', 'learned', 'order', 'product']),
  /** The entry, learned item, order number or product. */
  id: z.string(),
  /** The version that was used; null for a shop's facts, which are copied into `answer`. */
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
  /** For an order or a product. */
  reading: FactReading.nullish(),
  /** For an entry that was read from a file or a page: where it stands there. */
  place: SourcePlace.extend({ file: z.string() }).nullish(),
  /** For an entry that took the place of one of a lower layer: that one. */
  overlaysEntryId: Id.nullish(),
  /** For an entry whose time ends: when. */
  validUntil: Instant.nullish(),
  /** `answer` is what was chosen of the entry for this ask, not all it says: what a product's entry tells. */
  isExcerpt: z.boolean().nullish(),
});
export type Evidence = z.infer<typeof Evidence>;
