import { z } from 'zod';
import { Id, Instant, PageRequest, pageOf } from '../model/basics.ts';
import { LearnedItem } from '../model/learned-item.ts';
import { TaughtLesson, WithdrawPreview } from '../model/lesson-fate.ts';
import {
  LessonCandidate,
  LessonDecision,
  LessonEffect,
  LessonLimits,
  LessonRow,
  LessonRule,
  LessonRules,
  LessonStanding,
  Reason,
  SentReview,
} from '../model/lesson-review.ts';
import { ReplayReport } from '../model/replay.ts';
import { request } from './definition.ts';

const Words = z.object({ question: LearnedItem.shape.question, answer: LearnedItem.shape.answer });
/** The version that was looked at; `conflict` where it is not the newest any more. */
const From = z.object({ fromVersionId: Id.optional() });
/** What a person has taught since then; `storeId` left out: in every store. */
const TaughtBy = z.object({ profileId: Id, since: Instant, storeId: Id.optional() });
const Act = From.extend({ itemId: Id });

export const lessonRequests = {
  /** Lessons that wait for a lead, what matters most first. */
  'lesson.queue': request(PageRequest.extend({ storeId: Id }), pageOf(LessonCandidate)),
  /** Newest change first. */
  'lesson.list': request(PageRequest.extend({ storeId: Id, standing: LessonStanding }), pageOf(LessonRow)),
  /** What whoever asks has taught, and what became of it; newest change first. */
  'lesson.own': request(PageRequest.extend({ storeId: Id }), pageOf(TaughtLesson)),
  'lesson.get': request(
    z.object({ itemId: Id }),
    LessonCandidate.extend({
      /** All versions, newest first. */
      versions: z.array(LearnedItem),
      /** Newest first. */
      decisions: z.array(LessonDecision),
    }),
  ),
  /** What would be answered otherwise if it were shared so, or as its words and limits are; with `conversations` of the newest. */
  'lesson.replay': request(
    z
      .object({ itemId: Id, conversations: z.number().int().min(1).max(2_000).default(200) })
      .extend(Words.partial().shape)
      .extend(LessonLimits.shape),
    ReplayReport,
  ),
  /**
   * Shares it with everyone: as it is, with other words (amended), within other limits (narrowed). `intoEntry`: its answer
   * becomes the next version of the entry it corrects, and the lesson is part of that. Errors: `conflict`, `invalid_input`.
   */
  'lesson.approve': request(
    Act.extend({ intoEntry: z.boolean().optional(), why: Reason.optional() })
      .extend(Words.partial().shape)
      .extend(LessonLimits.shape),
    LessonDecision,
  ),
  'lesson.reject': request(Act.extend({ reason: Reason.min(1) }), LessonDecision),
  /** Several that say one thing become one shared lesson in these words. */
  'lesson.merge': request(
    Words.extend({ itemIds: z.array(Id).min(2).max(50), why: Reason.optional() }).extend(LessonLimits.shape),
    LessonDecision,
  ),
  /** Kept, and counts for nobody. */
  'lesson.setAside': request(Act.extend({ why: Reason.optional() }), LessonDecision),
  /** Takes a shared lesson, or one that went into an entry, out of use: drafts are as they were before it. */
  'lesson.revert': request(Act.extend({ why: Reason }), LessonDecision),
  /** Everything as it was before the decision. Errors: `conflict` where something was changed since. */
  'lesson.undo': request(z.object({ decisionId: Id }), LessonDecision),
  /** Newest first; of one lesson or of all. */
  'lesson.decisions': request(PageRequest.extend({ storeId: Id, itemId: Id.optional() }), pageOf(LessonDecision)),
  'lesson.effect': request(z.object({ itemId: Id }), LessonEffect),
  'lesson.rules': request(z.object({ storeId: Id }), LessonRules),
  /** Errors: `conflict` where `fromVersion` is not the newest version any more. */
  'lesson.saveRules': request(
    z.object({ storeId: Id, fromVersion: z.number().int().nonnegative(), rules: z.array(LessonRule).max(50) }),
    LessonRules,
  ),
  /** Takes out of use all that a person has taught or confirmed since then, in one act that can be undone. */
  'lesson.withdrawOf': request(TaughtBy.extend({ why: Reason }), LessonDecision),
  /** What that would do; it changes nothing. */
  'lesson.withdrawPreview': request(TaughtBy, WithdrawPreview),
  /** Sent replies, riskiest first; those that nobody has looked at unless asked otherwise. */
  'lesson.reviews': request(
    PageRequest.extend({ storeId: Id, from: Instant, to: Instant, isReviewed: z.boolean().default(false) }),
    pageOf(SentReview),
  ),
  'lesson.markReviewed': request(z.object({ outcomeId: Id, note: Reason.optional() }), z.object({})),
  /** Nobody has looked at it then, with what was noted gone. Errors: `not_found`. */
  'lesson.unmarkReviewed': request(z.object({ outcomeId: Id }), z.object({})),
};
