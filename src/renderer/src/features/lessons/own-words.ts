import type { TaughtLesson } from '#shared/model/lesson-fate.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { Tone } from '../../ui/Badge.tsx';

type Became = { readonly text: PlainKey; readonly tone: Tone };

/** What became of a lesson, in a word for whoever taught it. */
export function becameOf({
  standing,
  partOf,
  isNarrowed,
  decision,
}: Pick<TaughtLesson, 'standing' | 'partOf' | 'isNarrowed' | 'decision'>): Became {
  switch (standing) {
    case 'waiting':
      return { text: 'own.waiting', tone: 'amber' };
    case 'shared':
      if (partOf === 'entry') return { text: 'own.inEntry', tone: 'accent' };
      if (isNarrowed) return { text: 'own.narrowed', tone: 'accent' };
      return { text: partOf === 'lesson' ? 'own.inLesson' : 'own.shared', tone: 'accent' };
    case 'setAside':
      return { text: 'own.nobody', tone: 'neutral' };
    case 'rejected':
      return { text: 'own.rejected', tone: 'red' };
    case 'withdrawn':
      return { text: decision === null ? 'own.gone' : 'own.withdrawn', tone: 'neutral' };
  }
}

/** Whether it is shared in other words than it was taught in. */
export function isReworded({ standing, taught, said }: Pick<TaughtLesson, 'standing' | 'taught' | 'said'>): boolean {
  return standing === 'shared' && (taught.question !== said.question || taught.answer !== said.answer);
}
