import type { LessonPerson } from '#shared/model/lesson-review.ts';
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
