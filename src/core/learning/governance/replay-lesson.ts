import { AppError } from '#shared/errors.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { ReplayReport } from '#shared/model/replay.ts';
import { type ReplayDeps, replayItems } from '../../replay/replay-changes.ts';
import type { Limits, Words } from './lesson-acts.ts';

export type LessonReplayInput = Words &
  Limits & { readonly itemId: string; /** How many of the newest. */ readonly conversations: number };

/** What everybody's drafts would say otherwise if a lesson were shared so. Nothing is written. Errors: `not_found`, `cancelled`, `conflict`. */
export async function replayLesson(
  deps: Omit<ReplayDeps, 'learnedModel'>,
  input: LessonReplayInput,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<ReplayReport> {
  const item = deps.learned.get(input.itemId);
  const former = item.supersedesId === null ? null : deps.learned.get(item.supersedesId);
  const isNextVersion = former?.state === 'active' && former.reach === 'everyone';
  if (item.state === 'forgotten' && !isNextVersion && input.answer === undefined && item.answer === '')
    throw new AppError('conflict', 'The lesson is out of use.');
  const base = isNextVersion ? former : item;
  const shared: LearnedItem = {
    ...base,
    state: 'active',
    reach: 'everyone',
    question: input.question ?? base.question,
    answer: input.answer ?? item.answer,
    scope: [...(input.scope ?? item.scope)],
    channels: [...(input.channels ?? item.channels)],
    customerGroup: item.customerGroup,
  };
  const supposedItems = isNextVersion ? [shared, { ...item, state: 'forgotten' as const }] : [shared];
  const { storeId } = item;
  return replayItems(deps, { storeId, items: supposedItems, conversations: input.conversations }, signal, onProgress);
}
