import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { Evidence, Share } from './evidence.ts';
import { KnowledgeContent, KnowledgePlace } from './knowledge.ts';
import { SourceChange } from './source.ts';

/** A change to the knowledge that nobody has made yet. */
export const SupposedChange = z.discriminatedUnion('kind', [
  /** Another content of an entry; `entryId` null: a new entry, which lives in `place`. An overlay is an entry like any other. */
  z.object({
    kind: z.literal('save'),
    entryId: Id.nullable(),
    place: KnowledgePlace.nullable(),
    content: KnowledgeContent,
  }),
  z.object({ kind: z.literal('retire'), entryId: Id }),
  z.object({ kind: z.literal('restore'), entryId: Id }),
  z.object({ kind: z.literal('switchSet'), setId: Id, isOn: z.boolean() }),
  /** What a reading of a source brought and is chosen of it, as in `source.take`. */
  z.object({
    kind: z.literal('plan'),
    planId: Id,
    choice: z.object({
      kinds: z.array(SourceChange.shape.change),
      takesUnsure: z.boolean(),
      flipped: z.array(z.number().int().nonnegative()).max(100_000),
    }),
  }),
]);
export type SupposedChange = z.infer<typeof SupposedChange>;

/** What becomes of an answer: another one, another wording from the same entry, none any more, one where there was none. */
export const AnswerChangeKind = z.enum(['lost', 'replaced', 'reworded', 'gained']);
export type AnswerChangeKind = z.infer<typeof AnswerChangeKind>;

/** What makes a change of an answer risky, in the order of its weight. */
export const ReplayRisk = z.enum([
  /** The desk falls silent where it answered. */
  'lost',
  /** What an agent sent then agrees with the old answer, or disagrees with the new one in its numbers. */
  'against_sent',
  /** Numbers, money, dates or periods differ. */
  'numbers',
  /** One says no where the other does not. */
  'negation',
  /** The answer comes from another passage. */
  'other_source',
  /** The desk was sure of the old answer. */
  'was_sure',
  /** The desk answers where it was silent. */
  'gained',
]);
export type ReplayRisk = z.infer<typeof ReplayRisk>;

export const ReplayedCase = z.object({
  conversationId: Id,
  customer: z.string(),
  /** What the customer asked. */
  ask: z.string(),
  askedAt: Instant,
  confidenceBefore: Share.nullable(),
  confidenceAfter: Share.nullable(),
});
export type ReplayedCase = z.infer<typeof ReplayedCase>;

/** The same answer becoming the same other answer, in one conversation or in many. */
export const AnswerChange = z.object({
  kind: AnswerChangeKind,
  /** Null where the desk is silent. */
  before: Evidence.nullable(),
  after: Evidence.nullable(),
  /** 0: harmless … 1: read this first. */
  risk: Share,
  risks: z.array(ReplayRisk),
  /** What an agent sent then for such a question, where that is known. */
  sent: z.string().nullable(),
  /** Different customers it concerns. */
  customers: z.number().int().positive(),
  /** Newest first; at most 50 of them. */
  cases: z.array(ReplayedCase),
  caseCount: z.number().int().positive(),
});
export type AnswerChange = z.infer<typeof AnswerChange>;

export const ReplayReport = z.object({
  /** Conversations that were looked at, and things that were asked in them. */
  conversations: z.number().int().nonnegative(),
  asks: z.number().int().nonnegative(),
  /** Of them, those whose answer would be another. */
  changedAsks: z.number().int().nonnegative(),
  changedConversations: z.number().int().nonnegative(),
  /** Riskiest first. */
  changes: z.array(AnswerChange),
});
export type ReplayReport = z.infer<typeof ReplayReport>;
