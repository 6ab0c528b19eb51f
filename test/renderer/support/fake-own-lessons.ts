import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { TaughtLesson } from '#shared/model/lesson-fate.ts';
import type { LessonDecision, LessonStanding } from '#shared/model/lesson-review.ts';
import type { World } from './fake-world.ts';

type Known = {
  readonly standingOf: (item: LearnedItem) => LessonStanding;
  readonly decisions: readonly LessonDecision[];
};

/** What became of a person's lessons; those that were decided before the desk was opened were decided by Mika. */
export function taughtBy(world: World, profileId: string, storeId: string, known: Known): readonly TaughtLesson[] {
  return world.learned
    .filter((item) => item.authorId === profileId && item.storeId === storeId)
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .map((item) => taughtLesson(item, known));
}

function taughtLesson(item: LearnedItem, { standingOf, decisions }: Known): TaughtLesson {
  const standing = standingOf(item);
  const made = decisions.find((one) => one.items.some(({ itemId }) => itemId === item.id));
  const isShared = standing === 'shared';
  const act = ({ shared: 'approve', setAside: 'setAside', rejected: 'reject' } as const)[standing as 'shared'];
  const { question, answer, scope, channels, customerGroup } = item;
  return {
    item,
    standing,
    taught: { question, answer: isShared ? answer.replace(/ In the first .*$| of the order/, '') : answer },
    said: { question, answer },
    partOf: null,
    limits: { scope, channels, customerGroup },
    isNarrowed: scope.length > 0,
    decision:
      made ??
      (act === undefined
        ? null
        : {
            act,
            profileId: null,
            who: 'Mika',
            role: null,
            why: standing === 'rejected' ? 'Only the glass one is: see the care sheet.' : '',
            at: item.updatedAt,
            rulesVersionId: null,
          }),
  };
}
