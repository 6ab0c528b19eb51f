import type { AuditFacts } from '#shared/model/audit.ts';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translate.ts';

/** The facts of a line of the audit list, in the person's language. */
export function factsText(t: Translate, format: Formats, facts: AuditFacts): string {
  const { name, role, state, topic, rate, minutes, isLocalOnly } = facts;
  return [
    name,
    role === undefined ? undefined : t(`role.${role}`),
    state === 'retired' ? t('people.retired') : undefined,
    topic,
    rate === undefined ? undefined : format.share(rate),
    minutes === undefined ? undefined : t('people.minutes', { count: minutes }),
    isLocalOnly === undefined ? undefined : t(isLocalOnly ? 'audit.localOnly' : 'audit.mayLeave'),
  ]
    .filter((text) => text !== undefined && text !== '')
    .join(' · ');
}
