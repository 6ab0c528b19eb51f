import { isForeign } from '#shared/answer-language.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';
import { staleUsing } from '../drafting/stale-drafts.ts';
import { indexLearned } from '../retrieval/index-passage.ts';
import type { Lesson } from './lessons-of.ts';

export type LearnDeps = Pick<Database, 'transaction' | 'learned' | 'knowledge' | 'passages' | 'drafts'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  /** Who teaches; null: not known. */
  readonly profileId: () => string | null;
};

export type LearnInput = {
  readonly storeId: string;
  readonly conversationId: string;
  readonly outcomeId: string;
  readonly lessons: readonly Lesson[];
};

/**
 * Keeps the lessons of one sent reply as learned items, inside the caller's transaction; a lesson about a learned item
 * makes its next version, a translation an item of its own.
 */
export function learnFromEdit(deps: LearnDeps, input: LearnInput): readonly LearnedItem[] {
  return input.lessons.map((lesson) => keptLesson(deps, input, lesson));
}

/**
 * Takes back what one reply taught: its own items are forgotten; an item that it reworded says again what it said
 * before, unless it has been reworded since.
 */
export function unlearn(deps: LearnDeps, input: Pick<LearnInput, 'outcomeId' | 'lessons'>): void {
  for (const item of deps.learned.ofOutcome(input.outcomeId))
    if (item.state === 'active') nextVersion(deps, item.id, { state: 'forgotten' });
  for (const { changed, answer } of input.lessons) {
    if (changed?.kind !== 'learned') continue;
    const known = deps.learned.get(changed.id);
    if (known.state === 'active' && known.answer === answer) nextVersion(deps, known.id, { answer: changed.answer });
  }
}

function keptLesson(deps: LearnDeps, input: LearnInput, lesson: Lesson): LearnedItem {
  // What another entry says corrects nothing: that entry was the right one.
  const isSaidElsewhere = deps.knowledge.withAnswer(input.storeId, lesson.answer).length > 0;
  const changed = isSaidElsewhere ? null : lesson.changed;
  const at = deps.clock.now();
  // A translation stands beside what it translates: others read that.
  const isTranslation = changed !== null && lesson.language !== undefined && isForeign(changed, lesson.language);
  if (changed?.kind === 'learned' && !isTranslation) {
    const known = deps.learned.get(changed.id);
    const next = deps.learned.append(known.id, {
      ...known,
      versionId: deps.ids.newId(),
      state: 'active',
      answer: lesson.answer,
      updatedAt: at,
    });
    indexLearned(deps.passages, next);
    return next;
  }
  const correctsEntryId = changed?.kind === 'knowledge' ? changed.id : (changed?.correctsEntryId ?? null);
  const item: LearnedItem = {
    id: deps.ids.newId(),
    storeId: input.storeId,
    versionId: deps.ids.newId(),
    version: 1,
    state: 'active',
    kind: correctsEntryId === null ? 'adds' : 'corrects',
    question: lesson.question,
    answer: lesson.answer,
    language: lesson.language ?? detectLanguage(`${lesson.question}\n${lesson.answer}`),
    topic: deps.knowledge.topicOfAnswer(input.storeId, lesson.answer) ?? changed?.topic ?? null,
    correctsEntryId,
    reach: 'everyone',
    type: null,
    scope: [],
    channels: [],
    customerGroup: '',
    supersedesId: null,
    authorId: deps.profileId(),
    confirmedBy: [],
    before: lesson.before,
    outcomeId: input.outcomeId,
    conversationId: input.conversationId,
    createdAt: at,
    updatedAt: at,
  };
  deps.learned.add(item);
  indexLearned(deps.passages, item);
  return item;
}

/** A person rewords a learned item. */
export function saveLearnedItem(
  deps: LearnDeps,
  input: { readonly itemId: string; readonly question: string; readonly answer: string },
): LearnedItem {
  return nextVersion(deps, input.itemId, { state: 'active', question: input.question, answer: input.answer });
}

/** The item is not used any more; its history stays. */
export function forgetLearnedItem(deps: LearnDeps, itemId: string): LearnedItem {
  return nextVersion(deps, itemId, { state: 'forgotten' });
}

function nextVersion(
  deps: LearnDeps,
  itemId: string,
  change: Partial<Pick<LearnedItem, 'state' | 'question' | 'answer'>>,
): LearnedItem {
  const item = deps.transaction(() => {
    const known = deps.learned.get(itemId);
    const next = deps.learned.append(itemId, {
      ...known,
      ...change,
      versionId: deps.ids.newId(),
      updatedAt: deps.clock.now(),
    });
    indexLearned(deps.passages, next);
    staleUsing(deps, [itemId]);
    return next;
  });
  deps.emit('learned.changed', { storeId: item.storeId, itemIds: [item.id] });
  return item;
}
