import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Translate } from './translate.ts';

/** For whom a lesson counts now, told to whoever taught it; `decides`: they are the one who shares lessons. */
export function learnedText(t: Translate, { reach }: Pick<LearnedItem, 'reach'>, decides: boolean): string {
  switch (reach) {
    case 'author':
      return t(decides ? 'learned.forLead' : 'learned.forAuthor');
    case 'everyone':
      return t('learned.forEveryone');
    case 'nobody':
      return t('learned.forNobody');
  }
}
