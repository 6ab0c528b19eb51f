import { z } from 'zod';
import { Id, Instant, ReplyLanguage } from './basics.ts';
import { Evidence, Share } from './evidence.ts';

/** Why the desk offers no answer to something that was asked. */
export const SilenceReason = z.enum([
  /** Thanks, a greeting: no answer is owed. */
  'nothing_asked',
  /** A machine wrote it. */
  'automatic',
  /** Nothing in the knowledge comes near. */
  'no_evidence',
  /** Something comes near, but not near enough to answer from. */
  'weak_evidence',
  /** Two passages come equally near and say different things. */
  'ambiguous',
  /** The evidence is in a language the customer did not write. */
  'other_language',
]);
export type SilenceReason = z.infer<typeof SilenceReason>;

/** How a question was searched: the script it is in, and whether vectors took part. */
const Regime = z.enum(['spaced/vectors', 'spaced/words', 'unspaced/vectors', 'unspaced/words']);
export type Regime = z.infer<typeof Regime>;

/** One thing the customer asks, in the customer's words, and what the desk has for it. */
export const Ask = z.object({
  text: z.string(),
  /** The same with what was said around it, which tells what it is about. */
  context: z.string(),
  /** Index into the draft's evidence, or null where the desk is silent. */
  evidence: z.number().int().nonnegative().nullable(),
  silence: SilenceReason.nullable(),
  confidence: Share,
  /** The subjects (products, brands) it was known to be about or named; null: it named none. What is limited to others was left out. */
  about: z.array(z.string()).nullish(),
  /** A person picked its evidence, whatever the desk thinks of it. */
  isPicked: z.boolean().nullish(),
  /** What comes nearest to it, best first, at most three: indexes into the draft's evidence, and how likely each answers it. */
  candidates: z.array(z.object({ evidence: z.number().int().nonnegative(), confidence: Share })).nullish(),
  /** Where it was not sure enough: the confidence that was wanted; null where none suffices. */
  offeredFrom: Share.nullish(),
  /** What the confidence in the nearest passage was made of, whether it was offered or not. */
  judged: z.object({ ownerId: Id, regime: Regime, features: z.array(z.number()) }).nullish(),
});
export type Ask = z.infer<typeof Ask>;

/**
 * One sentence of a draft. `gap` stands where an ask has no answer: it is worded for the agent,
 * in brackets, and the desk does not send a reply that still holds one.
 */
export const DraftSentence = z.object({
  part: z.enum(['greeting', 'answer', 'gap', 'closing']),
  text: z.string(),
  /** What stands before it: nothing, a space or line breaks. */
  lead: z.string(),
  /** For an answer: index into the draft's evidence. */
  evidence: z.number().int().nonnegative().nullable(),
  /** For an answer or a gap: index into the draft's asks. */
  ask: z.number().int().nonnegative().nullable(),
});
export type DraftSentence = z.infer<typeof DraftSentence>;

/** The language model that worded a draft. */
export const DraftWriter = z.object({
  modelId: Id,
  modelName: z.string(),
  isLocal: z.boolean(),
  /** What the agent wanted said: their own word, which stands behind what it says. */
  steer: z.string().nullish(),
});
export type DraftWriter = z.infer<typeof DraftWriter>;

export const Draft = z.object({
  id: Id,
  conversationId: Id,
  /** The last customer message it answers. */
  messageId: Id,
  /** `stale`: the customer wrote again, or something it used has changed. */
  state: z.enum(['open', 'stale', 'accepted', 'discarded']),
  language: ReplyLanguage,
  asks: z.array(Ask),
  /** What was used, then what came near; best first within each. */
  evidence: z.array(Evidence),
  sentences: z.array(DraftSentence),
  /** The sentences joined: what the composer shows. Empty when the desk is silent. */
  text: z.string(),
  /** The least confidence of the asks that are answered; 0 when silent. */
  confidence: Share,
  /** Set when there is no text: why. */
  silence: SilenceReason.nullable(),
  /** Ids of learned items it used: "drafted from your correction". */
  learnedItemIds: z.array(Id),
  embedderId: z.string().nullable(),
  /** Left out: the desk itself composed it of its evidence. */
  writer: DraftWriter.nullish(),
  createdAt: Instant,
});
export type Draft = z.infer<typeof Draft>;
