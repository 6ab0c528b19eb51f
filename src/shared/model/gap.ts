import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';

/** How the desk fell short of a question. */
export const GapCause = z.enum(['no_evidence', 'weak_evidence', 'ambiguous', 'other_language', 'wrong', 'written']);
export type GapCause = z.infer<typeof GapCause>;

export const GapExample = z.object({
  conversationId: Id,
  customer: z.string(),
  text: z.string(),
  askedAt: Instant,
  cause: GapCause,
});
export type GapExample = z.infer<typeof GapExample>;

/** An answer that agents gave, without greeting, closing and what belongs to one customer alone. */
export const GapAnswer = z.object({
  text: z.string(),
  /** How often it was given, in these or nearly these words. */
  count: z.number().int().positive(),
  lastAt: Instant,
});
export type GapAnswer = z.infer<typeof GapAnswer>;

/** A question that customers ask in their several ways and the knowledge has no good answer for. */
export const Gap = z.object({
  /** The same as long as the group's first question is among it. */
  key: z.string(),
  /** The one of the questions that says best what all of them ask. */
  question: z.string(),
  language: Language,
  /** How often it was asked, and by how many customers. */
  count: z.number().int().positive(),
  customers: z.number().int().positive(),
  firstAskedAt: Instant,
  lastAskedAt: Instant,
  /** How often each, most often first. */
  causes: z.array(z.object({ cause: GapCause, count: z.number().int().positive() })),
  /** Newest first, different wordings before repeated ones. */
  examples: z.array(GapExample),
  /** What agents answered, most often first; empty where nobody has. */
  answers: z.array(GapAnswer),
});
export type Gap = z.infer<typeof Gap>;

export const GapReport = z.object({
  /** Most often asked first. */
  gaps: z.array(Gap),
  /** Questions that were looked at, and the groups they make; `checked` of the groups were asked again. */
  asks: z.number().int().nonnegative(),
  groups: z.number().int().nonnegative(),
  checked: z.number().int().nonnegative(),
  /** Questions compared by words alone until the next look, for they have no vector yet. */
  toEmbed: z.number().int().nonnegative(),
});
export type GapReport = z.infer<typeof GapReport>;
