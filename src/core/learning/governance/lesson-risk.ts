import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonContradiction, LessonRisk, LessonRules, WaitReason } from '#shared/model/lesson-review.ts';
import { differInNegation, differInNumbers } from '../../replay/answer-difference.ts';
import { keptShareOf } from '../kept-share.ts';
import { type Source, independentReplies } from './lesson-sources.ts';

/** How much each by itself makes a lesson one to read first. Judged, not measured. */
const weights: Readonly<Record<LessonRisk, number>> = {
  contradicts: 0.5,
  numbers: 0.4,
  negation: 0.35,
  policy: 0.25,
  single_source: 0.2,
  was_sure: 0.15,
  unsure_type: 0.1,
};

const sureFrom = 0.8;
/** With less of a draft kept, the agent has answered otherwise rather than changed it. */
const changedFrom = 0.25;

export type RiskFacts = {
  readonly item: LearnedItem;
  /** What was answered before; empty: nothing. */
  readonly before: string;
  readonly contradicts: readonly LessonContradiction[];
  readonly sources: readonly Source[];
  /** The draft's confidence in what was answered before; null: there was none. */
  readonly confidence: number | null;
};

/** What makes a lesson risky to share, heaviest first, and how risky that is together: 1 − Π(1 − weight). */
export function lessonRisk({ item, before, contradicts, sources, confidence }: RiskFacts): {
  readonly risks: readonly LessonRisk[];
  readonly risk: number;
} {
  const risks = new Set<LessonRisk>();
  if (contradicts.length > 0) risks.add('contradicts');
  // Where hardly a word of it was kept, it is an answer of its own: in what was drafted nothing was changed.
  const isAnother = item.correctsEntryId === null && item.supersedesId === null;
  const isChange = before !== '' && (!isAnother || keptShareOf(before, item.answer) >= changedFrom);
  if (isChange && differInNumbers(before, item.answer)) risks.add('numbers');
  if (isChange && differInNegation(before, item.answer)) risks.add('negation');
  if (item.type === 'policy') risks.add('policy');
  if (isOfOnePerson(sources)) risks.add('single_source');
  if (confidence !== null && confidence >= sureFrom) risks.add('was_sure');
  if (item.type === null) risks.add('unsure_type');
  const sorted = [...risks].toSorted((a, b) => weights[b] - weights[a]);
  const rest = sorted.reduce((product, risk) => product * (1 - weights[risk]), 1);
  return { risks: sorted, risk: Math.round((1 - rest) * 1_000) / 1_000 };
}

function isOfOnePerson(sources: readonly Source[]): boolean {
  return new Set(sources.map(({ profileId }) => profileId)).size < 2;
}

/** The order of the queue: customers it concerns, how risky it is, how often it was said. Judged, not measured. */
export function lessonPriority(customers: number, risk: number, replies: number): number {
  return (
    Math.round((1 + Math.log2(1 + customers)) * (1 + risk) * (1 + 0.25 * Math.max(0, replies - 1)) * 1_000) / 1_000
  );
}

/**
 * Whether the rules of a store share a lesson, and if not, what it waits for. Never shared by itself: what contradicts an
 * approved entry or a shared lesson, what one person said once, an exception, what belongs to one customer, what nobody
 * can say the type of or who taught it.
 */
export function judgedByRules(
  facts: Pick<RiskFacts, 'item' | 'contradicts' | 'sources'> & { readonly isEntryGone: boolean },
  { rules }: Pick<LessonRules, 'rules'>,
): { readonly isShared: boolean; readonly waitsFor: WaitReason } {
  const { item, contradicts, sources } = facts;
  const waits = (waitsFor: WaitReason) => ({ isShared: false, waitsFor });
  if (item.state !== 'active' || item.reach !== 'author') return waits('decided');
  if (item.authorId === null) return waits('author_unknown');
  if (facts.isEntryGone) return waits('entry_gone');
  if (item.type === 'exception') return waits('exception');
  if (item.type === 'personal') return waits('personal');
  if (contradicts.length > 0) return waits('contradicts');
  if (item.type === null || item.type === 'style') return waits('unsure_type');
  const meant = rules.filter(({ topics }) => topics.length === 0 || topics.includes(item.topic ?? ''));
  if (meant.length === 0) return waits('no_rule');
  const [replies, needed] = meant
    .map((rule) => [independentReplies(sources, rule), Math.max(2, rule.replies)] as const)
    .toSorted((a, b) => a[1] - a[0] - (b[1] - b[0]))[0] ?? [0, 2];
  if (replies >= needed) return { isShared: true, waitsFor: 'confirmations' };
  return waits(sources.length < 2 ? 'single_source' : 'confirmations');
}
