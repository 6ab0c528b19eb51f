import type { LearnedItem } from '#shared/model/learned-item.ts';
import { CustomerGroup } from '#shared/model/lesson.ts';
import type { LessonCandidate, LessonRisk, LessonStanding, ReviewRisk } from '#shared/model/lesson-review.ts';
import { channelsText } from '../../i18n/content-text.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Tone } from '../../ui/Badge.tsx';

/** Below this many replies a share is told as chance. */
const fewReplies = 10;

const riskTones: Readonly<Record<LessonRisk, Tone>> = {
  contradicts: 'red',
  numbers: 'amber',
  negation: 'amber',
  policy: 'amber',
  single_source: 'neutral',
  was_sure: 'neutral',
  unsure_type: 'neutral',
};

export const standingTones: Readonly<Record<LessonStanding, Tone>> = {
  waiting: 'amber',
  shared: 'accent',
  setAside: 'neutral',
  rejected: 'red',
  withdrawn: 'neutral',
};

export function riskTone(risk: LessonRisk): Tone {
  return riskTones[risk];
}

/** The tone of a risk from 0 to 1. */
export function shareTone(risk: number): Tone {
  return risk >= 0.6 ? 'red' : risk >= 0.3 ? 'amber' : 'neutral';
}

/** To what a lesson is limited, in words; empty for anything. */
export function limitsText(t: Translate, { scope, channels }: Pick<LearnedItem, 'scope' | 'channels'>): string {
  return [scope.join(', '), channelsText(t, channels)].filter((part) => part !== '').join(' · ');
}

/** Of which customers a lesson's words seem to speak, in words; empty for all of them. */
export function groupsText(t: Translate, { customerGroup }: Pick<LearnedItem, 'customerGroup'>): string {
  return customerGroup
    .split(', ')
    .flatMap((group) => {
      const known = CustomerGroup.safeParse(group).data;
      return group === '' ? [] : [known === undefined ? group : t(`lessons.group.${known}`)];
    })
    .join(', ');
}

/** Who sent it (`author` in words), to how many customers, and how many ask such a thing. */
export function reachText(
  t: Translate,
  { people, customersBehind, customers }: Pick<LessonCandidate, 'people' | 'customersBehind' | 'customers'>,
  author: string,
): string {
  return [
    people > 1 ? t('lessons.people', { count: people }) : t('lessons.by', { name: author }),
    ...(customersBehind > 1 ? [t('lessons.customersBehind', { count: customersBehind })] : []),
    ...(customers === null ? [] : [t('lessons.concerned', { count: customers })]),
  ].join(' · ');
}

/** Whether figures of so many replies may be chance. */
export function isFew(before: number, after: number): boolean {
  return before < fewReplies || after < fewReplies;
}

/** How many of these carry each risk, heaviest risk first; none that nobody carries. */
export function riskCounts(
  candidates: readonly LessonCandidate[],
): ReadonlyArray<{ readonly risk: LessonRisk; readonly count: number }> {
  return (Object.keys(riskTones) as LessonRisk[])
    .map((risk) => ({ risk, count: candidates.filter(({ risks }) => risks.includes(risk)).length }))
    .filter(({ count }) => count > 0);
}

/** The tone of what makes a sent reply worth a look. */
export function reviewTone(risk: ReviewRisk): Tone {
  return risk === 'unsupported' ? 'red' : risk === 'unhappy' ? 'amber' : 'neutral';
}
