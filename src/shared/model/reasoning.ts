import { z } from 'zod';
import { Id, Instant, Language, ReplyLanguage } from './basics.ts';
import { SilenceReason } from './draft.ts';
import { Evidence, Share } from './evidence.ts';
import { LocalTime } from './validity.ts';

/** Where knowledge lives, from the lowest: `base` for every store, the `store`'s own, a `set`; `lesson`: learned from a reply. */
export const KnowledgeLayer = z.enum(['base', 'store', 'set', 'lesson']);
export type KnowledgeLayer = z.infer<typeof KnowledgeLayer>;

/** One passage that may answer, with everything that speaks for it. */
export const WeighedPassage = z.object({
  evidence: Evidence,
  layer: KnowledgeLayer,
  /** The set's name, for layer `set`. */
  setName: z.string().nullable(),
  /** Share of the passage's own question, weighted by rarity, that the customer's holds. */
  coverage: Share,
  /** What passages are ordered by; larger is better. */
  score: z.number(),
  /** It stands before a passage of a higher score: it corrects that one, or takes its place. */
  movedUp: z.enum(['corrects', 'overlays']).nullable(),
});
export type WeighedPassage = z.infer<typeof WeighedPassage>;

/** Why a passage that comes near was not among those that may answer. */
export const LeftOutReason = z.enum([
  /** It is about other products or businesses. */
  'other_subject',
  'other_channel',
  'not_yet_valid',
  'no_more_valid',
  /** Its set is switched off for the store. */
  'set_off',
  /** An entry of a higher layer takes its place. */
  'overlaid',
  'retired',
  /** It is in a language the customer did not write. */
  'other_language',
]);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

export const LeftOutPassage = z.object({
  entryId: Id,
  question: z.string(),
  answer: z.string(),
  language: Language,
  layer: KnowledgeLayer,
  setName: z.string().nullable(),
  /** With the question, −1…1; null where there is no vector to compare. */
  cosine: z.number().nullable(),
  overlap: Share,
  score: z.number(),
  reason: LeftOutReason,
  /** The entry that takes its place, for `overlaid`. */
  overlaidById: Id.nullable(),
  /** When it begins or ended to hold, by the clocks of the place it was entered for. */
  boundary: z.object({ time: LocalTime, zone: z.string() }).nullable(),
  /** What it is about, or the channels it may be said in, for `other_subject` and `other_channel`. */
  limits: z.array(z.string()),
});
export type LeftOutPassage = z.infer<typeof LeftOutPassage>;

export const AskReasoning = z.object({
  text: z.string(),
  /** The same with what was said around it. */
  context: z.string(),
  /** The passage that would be told; null where the desk is silent, and why it is. */
  offeredId: z.string().nullable(),
  silence: SilenceReason.nullable(),
  confidence: Share,
  /** Where it was not sure enough: the confidence that was wanted; null where none suffices. */
  offeredFrom: Share.nullish(),
  /** It asks for the state of an order or for stock: in a conversation the shop would be asked first. */
  asksShop: z.boolean(),
  /** Best first. */
  candidates: z.array(WeighedPassage),
  /** What came near and was not among those that may answer; best first. */
  leftOut: z.array(LeftOutPassage),
});
export type AskReasoning = z.infer<typeof AskReasoning>;

/** How the desk comes to its reply to a question that nobody has sent. */
export const Reasoning = z.object({
  language: ReplyLanguage,
  /** The moment it was asked for. */
  at: Instant,
  asks: z.array(AskReasoning),
  /** The reply as it would be drafted, and its evidence; empty where the desk would be silent. */
  reply: z.object({ text: z.string(), silence: SilenceReason.nullable(), confidence: Share }),
});
export type Reasoning = z.infer<typeof Reasoning>;
