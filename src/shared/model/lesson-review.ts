import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { Channel } from './conversation.ts';
import { Share } from './evidence.ts';
import { KnowledgeEntry } from './knowledge.ts';
import { LearnedItem } from './learned-item.ts';
import { Outcome } from './outcome.ts';
import { Role } from './profile.ts';

/**
 * Where a lesson stands. `waiting`: counts for who taught or confirmed it, until a lead decides. `shared`: counts for
 * everyone. `setAside`: kept, counts for nobody. `rejected`: a lead refused it. `withdrawn`: out of use otherwise (taken
 * back with its reply, reverted, withdrawn with all of a person's, or now part of another lesson or an entry).
 */
export const LessonStanding = z.enum(['waiting', 'shared', 'setAside', 'rejected', 'withdrawn']);
export type LessonStanding = z.infer<typeof LessonStanding>;

export const LessonAct = z.enum(['approve', 'reject', 'merge', 'setAside', 'revert', 'withdraw', 'undo']);
export type LessonAct = z.infer<typeof LessonAct>;

/** A few words of a person. */
export const Reason = z.string().trim().max(1_000);

/** A person as a list names them; `name` empty: they have not said. `isElsewhere`: at another desk, and nobody of this one. */
export const LessonPerson = z.object({ profileId: Id, name: z.string(), isElsewhere: z.boolean() });
export type LessonPerson = z.infer<typeof LessonPerson>;

/** What became of one lesson by a decision. */
export const DecidedItem = z.object({
  itemId: Id,
  question: z.string(),
  /** Null: it did not exist. */
  before: LessonStanding.nullable(),
  after: LessonStanding,
  versionBefore: Id.nullable(),
  versionAfter: Id,
});
export type DecidedItem = z.infer<typeof DecidedItem>;

/** What a lead did, or a rule a lead set. Appended, never changed. */
export const LessonDecision = z.object({
  id: Id,
  /** Null: of all stores. */
  storeId: Id.nullable(),
  act: LessonAct,
  /** Null: not known. */
  profileId: Id.nullable(),
  /** Their name then. */
  who: z.string(),
  /** Of what was decided at another desk: what whoever decided is there; null: it was decided here, or that is not known. */
  role: Role.nullable(),
  why: z.string(),
  at: Instant,
  /** The version of the store's rules that shared it by itself; null: a person did. */
  rulesVersionId: Id.nullable(),
  /** The decision it undoes. */
  undoesId: Id.nullable(),
  /** What it does again by undoing an undoing; null: it does not. */
  again: LessonAct.nullable(),
  /** The one that undid it. */
  undoneById: Id.nullable(),
  items: z.array(DecidedItem),
  /** Entries that were given other words. */
  entries: z.array(z.object({ entryId: Id, versionBefore: Id, versionAfter: Id })),
  /** Confirmations that were taken out. */
  confirmationIds: z.array(Id),
});
export type LessonDecision = z.infer<typeof LessonDecision>;

/** Another sent reply that says the same as a waiting lesson. */
export const LessonConfirmation = z.object({
  id: Id,
  itemId: Id,
  /** The version it bears out. */
  versionId: Id,
  outcomeId: Id,
  /** Null: not known. */
  profileId: Id.nullable(),
  conversationId: Id,
  /** The customer's address, else their name. */
  customer: z.string(),
  at: Instant,
});
export type LessonConfirmation = z.infer<typeof LessonConfirmation>;

/** An approved entry or a shared lesson that says otherwise. */
export const LessonContradiction = z.object({
  kind: z.enum(['knowledge', 'learned']),
  id: Id,
  question: z.string(),
  answer: z.string(),
  /** What each says of the same: "30 days" and "14 days". Empty where it cannot be put so shortly. */
  itSays: z.string(),
  lessonSays: z.string(),
});
export type LessonContradiction = z.infer<typeof LessonContradiction>;

/** What makes a lesson risky to share, heaviest first. */
export const LessonRisk = z.enum([
  'contradicts',
  'numbers',
  'negation',
  'policy',
  'single_source',
  'was_sure',
  'unsure_type',
]);
export type LessonRisk = z.infer<typeof LessonRisk>;

/** Why no rule shares it. `confirmations`: too few so far. `decided`: it does not wait any more. */
export const WaitReason = z.enum([
  'no_rule',
  'confirmations',
  'contradicts',
  'single_source',
  'exception',
  'personal',
  'unsure_type',
  'author_unknown',
  'entry_gone',
  'decided',
]);
export type WaitReason = z.infer<typeof WaitReason>;

/** A reply behind a lesson: the one that taught it first, then those that confirm it. */
export const LessonSource = z.object({
  outcomeId: Id,
  conversationId: Id,
  customer: z.string(),
  person: LessonPerson.nullable(),
  at: Instant,
  /** What was drafted and what was sent; empty where that is not known any more. */
  draftText: z.string(),
  sentText: z.string(),
});
export type LessonSource = z.infer<typeof LessonSource>;

/** A question of a customer that a lesson would answer. */
export const ConcernedAsk = z.object({
  conversationId: Id,
  customer: z.string(),
  ask: z.string(),
  askedAt: Instant,
});
export type ConcernedAsk = z.infer<typeof ConcernedAsk>;

/** What a lesson seems to be limited to by its own words; empty: general. */
export const SeemingLimits = z.object({
  /** Names that the store's knowledge is limited by as well. */
  scope: LearnedItem.shape.scope,
  channels: LearnedItem.shape.channels,
  /** Names that nothing else is limited by. */
  names: z.array(z.string()),
});
export type SeemingLimits = z.infer<typeof SeemingLimits>;

/** A lesson with what a lead wants to see before deciding. */
export const LessonCandidate = z.object({
  item: LearnedItem,
  standing: LessonStanding,
  author: LessonPerson.nullable(),
  /** What was answered before: the draft's words, else those of what it corrects or takes the place of; empty: nothing. */
  before: z.string(),
  /** The entry it corrects. */
  entry: KnowledgeEntry.nullable(),
  /** The shared lesson whose next version it would be. */
  supersedes: LearnedItem.nullable(),
  /** Oldest first. */
  sources: z.array(LessonSource),
  /** Different people, and different customers, behind it. */
  people: z.number().int().nonnegative(),
  customersBehind: z.number().int().nonnegative(),
  contradicts: z.array(LessonContradiction),
  risks: z.array(LessonRisk),
  /** 0: harmless … 1: read this first. */
  risk: Share,
  /** Different customers among the newest questions that come near; null: nobody has looked yet. */
  customers: z.number().int().nonnegative().nullable(),
  /** Newest first, at most 20. */
  cases: z.array(ConcernedAsk),
  waitsFor: WaitReason,
  /** Beyond the limits it has. */
  seems: SeemingLimits,
  /** What the queue is ordered by; larger first. */
  priority: z.number(),
});
export type LessonCandidate = z.infer<typeof LessonCandidate>;

/** A lesson as a list shows it. */
export const LessonRow = z.object({
  item: LearnedItem,
  standing: LessonStanding,
  author: LessonPerson.nullable(),
  /** The newest decision on it. */
  decision: LessonDecision.nullable(),
});
export type LessonRow = z.infer<typeof LessonRow>;

/** What lets a lesson be shared without a lead looking at it. */
export const LessonRule = z.object({
  /** Empty: every topic. */
  topics: z.array(z.string().trim().min(1).max(200)).max(100),
  /** Whose replies count; empty: everybody's. */
  agentIds: z.array(Id).max(200),
  /** How many independent replies have to say it, the first among them: of different people. */
  replies: z.number().int().min(2).max(50),
  /** Of these people replies to different customers are independent as well. */
  trustedIds: z.array(Id).max(200),
});
export type LessonRule = z.infer<typeof LessonRule>;

/** What a lead has set for a store. Changes by versions; without rules everything waits for a lead. */
export const LessonRules = z.object({
  storeId: Id,
  /** Null: nobody has set any. */
  versionId: Id.nullable(),
  version: z.number().int().nonnegative(),
  rules: z.array(LessonRule).max(50),
  who: z.string(),
  /** As of a decision. */
  role: Role.nullable(),
  at: Instant,
});
export type LessonRules = z.infer<typeof LessonRules>;

/** What drafts and replies of a time tell of one lesson. */
export const LessonUse = z.object({
  /** Drafts it answered in. */
  drafts: z.number().int().nonnegative(),
  accepted: z.number().int().nonnegative(),
  edited: z.number().int().nonnegative(),
  /** Of the edited ones, those that kept little of what it says. */
  editedAway: z.number().int().nonnegative(),
  discarded: z.number().int().nonnegative(),
});

/** What replies to the questions it answers kept of their drafts. */
const KeptSpan = z.object({ replies: z.number().int().nonnegative(), keptShare: Share.nullable() });

export const LessonEffect = z.object({
  itemId: Id,
  /** When it was shared; null: it is not. */
  since: Instant.nullable(),
  use: LessonUse,
  before: KeptSpan,
  after: KeptSpan,
  /** Newest first, at most 50. */
  cases: z.array(
    z.object({
      conversationId: Id,
      customer: z.string(),
      act: Outcome.shape.act.nullable(),
      keptShare: Share.nullable(),
      at: Instant,
    }),
  ),
});
export type LessonEffect = z.infer<typeof LessonEffect>;

/** What makes a sent reply worth a second look, heaviest first. */
export const ReviewRisk = z.enum(['unsupported', 'unhappy', 'strong_edit', 'unsure_sent']);
export type ReviewRisk = z.infer<typeof ReviewRisk>;

/** A sent reply in the review. */
export const SentReview = z.object({
  outcome: Outcome,
  customer: z.string(),
  subject: z.string(),
  person: LessonPerson.nullable(),
  risk: Share,
  risks: z.array(ReviewRisk),
  /** What the customer wrote, of trouble or displeasure, before or after; null: nothing of the kind. */
  unhappy: z.object({ text: z.string(), at: Instant, isAfter: z.boolean() }).nullable(),
  reviewed: z.object({ who: z.string(), note: z.string(), at: Instant }).nullable(),
});
export type SentReview = z.infer<typeof SentReview>;

/** To what a lesson is limited when it is shared. */
export const LessonLimits = z.object({
  scope: LearnedItem.shape.scope.optional(),
  channels: z.array(Channel).optional(),
});
