import { z } from 'zod';
import { Channel } from './conversation.ts';
import { Share } from './evidence.ts';

/**
 * What an edit teaches. `fact`: a value, an attribute, how the world is. `policy`: what the store allows, owes or charges.
 * `procedure`: what to do, in which steps. `style`: other words for the same. `exception`: meant for this customer alone.
 * `personal`: what belongs to this customer, and is never kept.
 */
export const LessonType = z.enum(['fact', 'policy', 'procedure', 'style', 'exception', 'personal']);
export type LessonType = z.infer<typeof LessonType>;

/** `corrects`: says otherwise about what was drafted. `adds`: what was not drafted. `wording`: the same in other words. */
export const LessonRelation = z.enum(['corrects', 'adds', 'wording']);
export type LessonRelation = z.infer<typeof LessonRelation>;

/** Groups of customers that a text may limit itself to. */
export const CustomerGroup = z.enum([
  'member',
  'non_member',
  'new',
  'student',
  'wholesale',
  'senior',
  'local',
  'abroad',
]);
export type CustomerGroup = z.infer<typeof CustomerGroup>;

/** What a lesson seems to be limited to; empty means: general. */
export const LessonScope = z.object({
  /** Names of products, models or makes. */
  subjects: z.array(z.string()),
  channels: z.array(Channel),
  /** Of wording alone: what holds, holds in every language. */
  languages: z.array(z.enum(['en', 'zh', 'ja'])),
  groups: z.array(CustomerGroup),
});
export type LessonScope = z.infer<typeof LessonScope>;

/** One meaningful change. Its texts hold nothing that belongs to the customer; those of `personal` are empty. */
export const LessonChange = z.object({
  type: LessonType,
  relation: LessonRelation,
  /** What the draft had said there; empty where it said nothing. */
  before: z.string(),
  /** What was sent there; empty where it was taken out. */
  after: z.string(),
  scope: LessonScope,
  /** How sure the type is. */
  sure: Share,
});
export type LessonChange = z.infer<typeof LessonChange>;
