import { sentencesOf } from '../conversations/sentences.ts';
import { withoutInserted } from '../macros/macro-uses.ts';
import type { Lesson } from './lessons-of.ts';

/**
 * What a reply teaches beside the macros in it: what a macro says is nobody's correction of a draft, and what it took
 * the place of was not corrected either. A lesson stays that is the same without them, or rewords all the draft had said.
 */
export function lessonsBesideMacros(
  text: string,
  inserted: ReadonlyArray<{ readonly text: string }>,
  lessonsFor: (text: string) => readonly Lesson[],
): readonly Lesson[] {
  if (inserted.length === 0) return lessonsFor(text);
  const whole = lessonsFor(text);
  return lessonsFor(withoutInserted(text, inserted)).filter((lesson) => {
    const isSame = whole.some((one) => one.question === lesson.question && one.answer === lesson.answer);
    return isSame || (lesson.before !== '' && countOf(lesson.answer) >= countOf(lesson.before));
  });
}

function countOf(text: string): number {
  return sentencesOf(text).length;
}
