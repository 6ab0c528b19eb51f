import type { LessonDecision, LessonPerson } from '#shared/model/lesson-review.ts';
import { usePresence } from '../../app/presence.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** A person's name in a sentence, also where they have none: “you” for whoever reads it. */
export function usePersonText(): (person: LessonPerson | null) => string {
  const { t } = useText();
  const ownId = usePresence().profile.id;
  return (person) => {
    if (person?.isElsewhere === true) return t('lessons.elsewhere');
    if (person === null) return t('lessons.unknownAuthor');
    if (person.profileId === ownId) return t('lessons.you');
    return person.name === '' ? t('lessons.unnamed') : person.name;
  };
}

/** Whoever made a decision, in a sentence; of another desk their role. */
export function useDeciderText(): (decision: Pick<LessonDecision, 'profileId' | 'who' | 'role'>) => string {
  const { t } = useText();
  const personText = usePersonText();
  return ({ profileId, who, role }) => {
    if (role !== null) return t(`lessons.elsewhere.${role}`);
    return profileId === null ? who || personText(null) : personText({ profileId, name: who, isElsewhere: false });
  };
}
