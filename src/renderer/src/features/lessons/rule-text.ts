import type { LessonRule } from '#shared/model/lesson-review.ts';
import type { Translate } from '../../i18n/translate.ts';

/** A rule as a sentence. */
export function ruleText(t: Translate, rule: LessonRule, nameOf: (profileId: string) => string): string {
  const sentence = t('rules.sentence', {
    people: t('rules.people', { count: rule.replies }),
    topics: rule.topics.length === 0 ? t('rules.anyTopic') : t('rules.topics', { names: rule.topics.join(', ') }),
    agents:
      rule.agentIds.length === 0
        ? t('rules.anyAgent')
        : t('rules.agents', { names: rule.agentIds.map(nameOf).join(', ') }),
  });
  if (rule.trustedIds.length === 0) return sentence;
  return `${sentence} ${t('rules.trusted', { names: rule.trustedIds.map(nameOf).join(', ') })}`;
}
