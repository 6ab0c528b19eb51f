import { isForeign } from '#shared/answer-language.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonConfirmation } from '#shared/model/lesson-review.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';
import { foldedLine } from '../knowledge/folded-line.ts';
import { staleUsing } from '../drafting/stale-drafts.ts';
import { indexLearned } from '../retrieval/index-passage.ts';
import { customerOf } from './governance/lesson-sources.ts';
import { retractUnsupported } from './governance/rule-support.ts';
import type { FindSame, Teaching } from './governance/same-lesson.ts';
import type { Lesson } from './lessons-of.ts';

export type LearnDeps = Pick<
  Database,
  'transaction' | 'learned' | 'lessons' | 'knowledge' | 'passages' | 'drafts' | 'conversations'
> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  /** Who teaches; null: not known. */
  readonly profileId: () => string | null;
};

type UnlearnDeps = LearnDeps & { readonly person: () => string };

/** What is less sure is of no type, and shared by no rule. */
export const surelyTyped = 0.5;

export type LearnInput = {
  readonly storeId: string;
  readonly conversationId: string;
  readonly outcomeId: string;
  readonly lessons: readonly Lesson[];
  /** Waiting items that say the same as a lesson; left out: nobody has looked. */
  readonly findSame?: FindSame | undefined;
};

/**
 * Keeps the lessons of one sent reply as learned items, inside the caller's transaction. They count for who taught them
 * and wait for a lead. A lesson about one's own waiting item makes its next version, one about a shared item an item that
 * takes its place for who taught it; one that says the same as a waiting item confirms that. What belongs to one customer
 * is not kept, nor what is mere style; an exception is kept and counts for nobody. Returns the items it touched.
 */
export function learnFromEdit(deps: LearnDeps, input: LearnInput): readonly LearnedItem[] {
  return input.lessons.flatMap((lesson) =>
    lesson.type === 'personal' || lesson.type === 'style' ? [] : [keptLesson(deps, input, lesson)],
  );
}

/**
 * Takes back what one reply taught: its own items are forgotten, but for those that others have sent as well, which are
 * theirs then; its confirmations are none, and what a rule has shared because of them waits again. An item that it reworded
 * says again what it said before, unless it has been reworded since.
 */
export function unlearn(deps: UnlearnDeps, input: Pick<LearnInput, 'outcomeId'>): void {
  const left: string[] = [];
  for (const item of deps.learned.ofOutcome(input.outcomeId)) {
    const [next] = deps.lessons
      .confirmations(item.id)
      .filter(({ outcomeId }) => outcomeId !== input.outcomeId)
      .toSorted((a, b) => Number(a.profileId === null) - Number(b.profileId === null));
    if (item.state === 'active' && next !== undefined) left.push(handedOn(deps, item, next));
    else if (item.state === 'active') nextVersion(deps, item.id, { state: 'forgotten' });
  }
  const confirmations = deps.lessons.confirmationsOf(input.outcomeId);
  deps.lessons.takeBack(
    confirmations.map(({ id }) => id),
    deps.clock.now(),
  );
  const itemIds = new Set([...left, ...confirmations.map(({ itemId }) => itemId)]);
  for (const itemId of itemIds) {
    indexLearned(deps.passages, deps.learned.get(itemId));
    staleUsing(deps, [itemId]);
  }
  retractUnsupported(deps, itemIds);
  for (const itemId of left)
    deps.emit('learned.changed', { storeId: deps.learned.get(itemId).storeId, itemIds: [itemId] });
  const given = new Set(deps.lessons.versionsBy(input.outcomeId));
  for (const item of deps.lessons.touchedBy(input.outcomeId)) {
    if (item.state !== 'active' || !given.has(item.versionId)) continue;
    const former = deps.lessons.history(item.id).find(({ version }) => version === item.version - 1);
    if (former !== undefined) nextVersion(deps, item.id, { question: former.question, answer: former.answer });
  }
}

/** From now on the item is taught by the first who has sent the same; returns its id. */
function handedOn({ learned, lessons, clock }: LearnDeps, { id }: LearnedItem, next: LessonConfirmation): string {
  const { outcomeId, conversationId, profileId } = next;
  learned.setTeaching(id, { outcomeId, conversationId, authorId: profileId });
  lessons.takeBack([next.id], clock.now());
  return id;
}

function keptLesson(deps: LearnDeps, input: LearnInput, lesson: Lesson): LearnedItem {
  const teaching = teachingOf(deps, input.storeId, lesson);
  const known = teaching.changedItem;
  if (known !== null && isOwnAlone(deps, known)) return reworded(deps, input, known, lesson.answer);
  const same = lesson.type === 'exception' ? null : (input.findSame?.(teaching) ?? null);
  return same === null ? added(deps, input, lesson, teaching) : confirmed(deps, input, same);
}

/** What a lesson is about, as the knowledge stands. */
export function teachingOf(
  deps: Pick<LearnDeps, 'knowledge' | 'learned' | 'passages' | 'clock'>,
  storeId: string,
  lesson: Lesson,
): Teaching & { readonly changedItem: LearnedItem | null } {
  // What another entry says corrects nothing: that entry was the right one.
  const isSaidElsewhere = deps.knowledge.withAnswer(storeId, lesson.answer).length > 0;
  const changed = isSaidElsewhere ? null : lesson.changed;
  // A translation stands beside what it translates: others read that.
  const isTranslation = changed !== null && lesson.language !== undefined && isForeign(changed, lesson.language);
  const item = changed?.kind === 'learned' && !isTranslation ? deps.learned.get(changed.id) : null;
  const changedItem = item?.state === 'active' ? item : null;
  return {
    storeId,
    question: lesson.question,
    answer: lesson.answer,
    language: lesson.language ?? detectLanguage(`${lesson.question}\n${lesson.answer}`),
    topic: deps.knowledge.topicOfAnswer(storeId, lesson.answer) ?? changed?.topic ?? null,
    correctsEntryId: changed?.kind === 'knowledge' ? changed.id : (changed?.correctsEntryId ?? null),
    supersedesId: changedItem?.id ?? null,
    scope: [...subjectsOf(deps, storeId, lesson)],
    changedItem,
  };
}

/** Whether an item waits that this person has taught and nobody else has borne out. */
function isOwnAlone({ profileId, lessons }: LearnDeps, { reach, authorId, isForeign, id }: LearnedItem): boolean {
  if (isForeign) return false;
  return reach === 'author' && authorId !== null && authorId === profileId() && lessons.confirmations(id).length === 0;
}

function reworded(deps: LearnDeps, input: LearnInput, known: LearnedItem, answer: string): LearnedItem {
  const next = deps.learned.append(known.id, {
    ...known,
    versionId: deps.ids.newId(),
    answer,
    taughtBy: input.outcomeId,
    updatedAt: deps.clock.now(),
  });
  indexLearned(deps.passages, next);
  return next;
}

function confirmed(deps: LearnDeps, input: LearnInput, same: LearnedItem): LearnedItem {
  deps.lessons.confirm({
    id: deps.ids.newId(),
    itemId: same.id,
    versionId: same.versionId,
    outcomeId: input.outcomeId,
    profileId: deps.profileId(),
    conversationId: input.conversationId,
    customer: customerOf(deps, input.conversationId) ?? '',
    at: deps.clock.now(),
  });
  const item = deps.learned.get(same.id);
  indexLearned(deps.passages, item);
  return item;
}

function added(deps: LearnDeps, input: LearnInput, lesson: Lesson, teaching: Teaching): LearnedItem {
  const at = deps.clock.now();
  const { question, answer, language, topic, correctsEntryId, supersedesId, scope } = teaching;
  const item: LearnedItem = {
    id: deps.ids.newId(),
    storeId: input.storeId,
    versionId: deps.ids.newId(),
    version: 1,
    state: 'active',
    kind: correctsEntryId === null ? 'adds' : 'corrects',
    question,
    answer,
    language,
    topic,
    correctsEntryId,
    reach: lesson.type === 'exception' ? 'nobody' : 'author',
    type: lesson.sure < surelyTyped && lesson.type !== 'exception' ? null : lesson.type,
    scope,
    channels: [],
    customerGroup: lesson.scope.groups.join(', '),
    supersedesId,
    authorId: deps.profileId(),
    isForeign: false,
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

/**
 * What was asked about some subjects alone holds of these: "Yes, it fits." of one product is no answer for the next. Else of
 * what a lesson seems to be about the names that the store's knowledge is limited by as well; a name that is only guessed
 * would keep it from whoever asks otherwise, and so would a channel. A lesson about an entry goes where that goes.
 */
function subjectsOf(
  deps: Pick<LearnDeps, 'passages' | 'clock'>,
  storeId: string,
  { scope, about, changed }: Lesson,
): readonly string[] {
  if (changed !== null) return [];
  if (about !== undefined) return about;
  if (scope.subjects.length === 0) return [];
  const seemed = new Set(scope.subjects.map(foldedLine));
  const known = deps.passages.subjects({ storeId, about: null, channel: null, at: deps.clock.now() });
  return known.filter((name) => seemed.has(foldedLine(name)));
}

/** A person rewords a learned item. What others have sent bears out other words than these. */
export function saveLearnedItem(
  deps: LearnDeps,
  input: { readonly itemId: string; readonly question: string; readonly answer: string },
): LearnedItem {
  const borneOut = deps.lessons.confirmations(input.itemId);
  if (deps.learned.get(input.itemId).reach === 'author')
    deps.lessons.takeBack(
      borneOut.map(({ id }) => id),
      deps.clock.now(),
    );
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
