import type { Lesson } from '#core/learning/lessons-of.ts';

/** Of a lesson whose type does not matter. */
export const anyType: Pick<Lesson, 'type' | 'relation' | 'scope' | 'sure' | 'changes'> = {
  type: 'fact',
  relation: 'adds',
  scope: { subjects: [], channels: [], languages: [], groups: [] },
  sure: 1,
  changes: [],
};
