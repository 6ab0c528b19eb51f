import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';
import { Channel } from './conversation.ts';
import { LessonType } from './lesson.ts';

/** Whom a lesson reaches: every draft, those of the person who taught it, or none yet. */
export const LessonReach = z.enum(['author', 'everyone', 'nobody']);
export type LessonReach = z.infer<typeof LessonReach>;

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
  /** Whom it reaches while it is active. */
  reach: LessonReach,
  /** What kind of change it is; null where nobody has said so. */
  type: LessonType.nullable(),
  /** What it is about; empty: anything. */
  scope: z.array(z.string().trim().min(1).max(200)).max(50),
  /** Empty: every channel. */
  channels: z.array(Channel),
  /** Of whom its words seem to speak; empty: of every customer. Nothing tells who belongs to them: it limits nothing. */
  customerGroup: z.string().trim().max(200),
  /** The learned item whose place it takes. */
  supersedesId: Id.nullable(),
  /** Who taught it; null: not known. */
  authorId: Id.nullable(),
  /** Another desk's: whoever is named as its author is not of this desk. */
  isForeign: z.boolean(),
  /** Others who have sent the same since: while it reaches its author, it reaches them as well. */
  confirmedBy: z.array(Id),
  /** What the draft had said; empty where there was none. */
  before: z.string(),
  /** The outcome that taught it, and its conversation. */
  outcomeId: Id,
  conversationId: Id,
  createdAt: Instant,
  updatedAt: Instant,
});
export type LearnedItem = z.infer<typeof LearnedItem>;
