import { z } from 'zod';
import { Id } from './basics.ts';
import { LearnedItem } from './learned-item.ts';
import { LessonDecision, LessonStanding } from './lesson-review.ts';

const Words = LearnedItem.pick({ question: true, answer: true });
const count = z.number().int().nonnegative();

/** What became of a lesson, as it is told to whoever taught it. */
export const TaughtLesson = z.object({
  item: LearnedItem,
  /** Of one that is part of an entry or of another lesson: where that stands. */
  standing: LessonStanding,
  /** As they taught it, and what is said of it now. */
  taught: Words,
  said: Words,
  /** What it is shared as part of; null: it is shared by itself, or not at all. */
  partOf: z.enum(['entry', 'lesson']).nullable(),
  /** What it is limited to now. */
  limits: LearnedItem.pick({ scope: true, channels: true, customerGroup: true }),
  /** It holds for less than they taught. */
  isNarrowed: z.boolean(),
  /** What a lead or a rule decided last, where it stands so because of that. `why` as far as it is meant for them, else empty. */
  decision: LessonDecision.pick({
    act: true,
    profileId: true,
    who: true,
    role: true,
    why: true,
    at: true,
    rulesVersionId: true,
  }).nullable(),
});
export type TaughtLesson = z.infer<typeof TaughtLesson>;

/** What a withdrawal of all that a person taught would do, before anybody does it. */
export const WithdrawPreview = z.object({
  /** Lessons it changes: those that go, and those that stand again where they stood before. */
  lessons: count,
  /** Of these the ones that go, by where they stand. */
  going: z.object({ shared: count, waiting: count, setAside: count }),
  /** Confirmations of others' lessons that are taken out. */
  confirmations: count,
  /** Entries that say again what they said before. */
  entries: count,
  /** In how many different drafts of the last 30 days one of them answered. */
  drafts: count,
  /** The first of them, at most 20. */
  first: z.array(z.object({ itemId: Id, question: z.string(), before: LessonStanding, after: LessonStanding })),
});
export type WithdrawPreview = z.infer<typeof WithdrawPreview>;
