import { AppError } from '#shared/errors.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonDecision } from '#shared/model/lesson-review.ts';
import {
  type DecideDeps,
  type ItemChange,
  decide,
  decidedMeanwhile,
  outOfUse,
  shared,
  tellDecided,
  unchangedItem,
} from './decide.ts';

export type Limits = {
  readonly scope?: readonly string[] | undefined;
  readonly channels?: LearnedItem['channels'] | undefined;
};
export type Words = { readonly question?: string | undefined; readonly answer?: string | undefined };
type ItemAct = { readonly itemId: string; readonly fromVersionId?: string | undefined };

/** A lead refuses a waiting lesson, or one that was set aside: it counts for nobody. Errors: `not_found`, `conflict`. */
export function rejectLesson(deps: DecideDeps, input: ItemAct & { readonly reason: string }): LessonDecision {
  const decision = deps.transaction(() => {
    const item = undecided(deps, input);
    return decide(deps, {
      act: 'reject',
      storeId: item.storeId,
      why: input.reason,
      changes: [{ item, next: outOfUse, after: 'rejected' }],
    });
  });
  return tellDecided(deps, decision);
}

/** Keeps a lesson and lets it count for nobody, not even for who taught it. Errors: `not_found`, `conflict`. */
export function setLessonAside(
  deps: DecideDeps,
  input: ItemAct & { readonly why?: string | undefined },
): LessonDecision {
  const decision = deps.transaction(() => {
    const item = unchangedItem(deps, input.itemId, input.fromVersionId);
    if (item.state !== 'active' || item.reach === 'nobody') throw decidedMeanwhile();
    return decide(deps, {
      act: 'setAside',
      storeId: item.storeId,
      why: input.why ?? '',
      changes: [{ item, next: { reach: 'nobody' }, after: 'setAside' }],
    });
  });
  return tellDecided(deps, decision);
}

/** A lesson that a lead has not decided about yet, or has set aside. */
function undecided(deps: DecideDeps, { itemId, fromVersionId }: ItemAct): LearnedItem {
  const item = unchangedItem(deps, itemId, fromVersionId);
  if (item.state !== 'active' || item.reach === 'everyone') throw decidedMeanwhile();
  return item;
}

/**
 * What sharing an item changes: itself, or, where it is to take a shared one's place, that one's next version. `words` and
 * `limits` as the lead gives them; left out: as they are.
 */
export function sharing(deps: DecideDeps, item: LearnedItem, words: Words, limits: Limits): readonly ItemChange[] {
  const limited = {
    scope: [...(limits.scope ?? item.scope)],
    channels: [...(limits.channels ?? item.channels)],
    customerGroup: item.customerGroup,
  };
  const former = item.supersedesId === null ? null : deps.learned.get(item.supersedesId);
  if (former === null || former.state !== 'active' || former.reach !== 'everyone') {
    const said = { question: words.question ?? item.question, answer: words.answer ?? item.answer };
    return [{ item, next: { ...shared, ...said, ...limited }, after: 'shared' }];
  }
  // It was asked otherwise where the former one was found: that question goes on leading to it.
  const said = { question: words.question ?? former.question, answer: words.answer ?? item.answer };
  return [
    { item: former, next: { ...shared, ...said, ...limited }, after: 'shared' },
    { item, next: outOfUse, after: 'withdrawn' },
  ];
}

/** Where the entry that a lesson corrects is not in use, nobody would ever hear it. */
export function refuseWithoutEntry(
  deps: { readonly knowledge: { find(id: string): { readonly state: string } | null } },
  { correctsEntryId }: LearnedItem,
): void {
  if (correctsEntryId === null || deps.knowledge.find(correctsEntryId)?.state === 'active') return;
  throw new AppError('conflict', 'The entry that the lesson corrects is not in use any more.', {
    detail: { what: 'entry' },
  });
}
