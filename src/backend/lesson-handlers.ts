import type { Embedder } from '#core/ports/embedder.ts';
import { noVectors, rememberedEmbedder } from '#core/replay/remembered-embedder.ts';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { rejectLesson, setLessonAside } from '#core/learning/governance/lesson-acts.ts';
import { lessonEffect } from '#core/learning/governance/lesson-effect.ts';
import { lessonCandidate, lessonMemory, lessonQueue, lessonRow } from '#core/learning/governance/lesson-queue.ts';
import { mergeLessons } from '#core/learning/governance/merge-lessons.ts';
import { ownLessons } from '#core/learning/governance/own-lessons.ts';
import { replayLesson } from '#core/learning/governance/replay-lesson.ts';
import { markReviewed, sentReviews } from '#core/learning/governance/sent-reviews.ts';
import { saveLessonRules } from '#core/learning/governance/share-by-rules.ts';
import { revertLesson, undoDecision } from '#core/learning/governance/take-back.ts';
import { withdrawOf, withdrawPreview } from '#core/learning/governance/withdraw-of.ts';
import { AppError } from '#shared/errors.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type LessonHandlers = Pick<Handlers, Extract<keyof Handlers, `lesson.${string}`>>;

/** What a lead does with lessons, and the review of sent replies. */
export function lessonHandlers(desk: Desk): LessonHandlers {
  const { deps } = desk;
  const memory = lessonMemory(deps.contradictions);
  const vectors = noVectors();
  const embedder = (): Embedder | null => {
    const own = deps.embedder();
    return own === null ? null : rememberedEmbedder(own, vectors);
  };
  const outcomeOf = (outcomeId: string): Outcome => {
    const outcome = deps.outcomes.find(outcomeId);
    if (outcome !== null) return outcome;
    throw new AppError('not_found', `There is no outcome ${outcomeId}.`, { detail: { what: 'outcome' } });
  };
  return {
    'lesson.queue': async (query, { signal }) => {
      const { items, total } = await lessonQueue(deps, memory, query, signal);
      return { items: [...items], total };
    },
    'lesson.list': (query) => {
      const { items, total } = deps.lessons.list(query);
      return { items: items.map((item) => lessonRow(deps, item)), total };
    },
    'lesson.own': ({ storeId, offset, limit }) => {
      const { items, total } = ownLessons(deps, { profileId: desk.profile().id, storeId, offset, limit });
      return { items: [...items], total };
    },
    'lesson.get': async ({ itemId }, { signal }) => {
      const candidate = await lessonCandidate(deps, memory, itemId, signal);
      const { storeId } = candidate.item;
      const { items } = deps.lessons.decisions({ storeId, itemId, offset: 0, limit: Number.MAX_SAFE_INTEGER });
      return { ...candidate, versions: [...deps.lessons.history(itemId)], decisions: [...items] };
    },
    'lesson.replay': async (input, { signal }) => {
      const { storeId } = deps.learned.get(input.itemId);
      const subject = deps.stores.get(storeId).settings.name;
      const progress = (done: number, total: number, isFinished: boolean): void =>
        deps.emit('progress.changed', { task: 'replay', subject, done, total, isFinished });
      try {
        return await replayLesson({ ...deps, embedder }, input, signal, (done, total) => progress(done, total, false));
      } finally {
        progress(0, 0, true);
      }
    },
    'lesson.approve': (input) => approveLesson(deps, input),
    'lesson.reject': (input) => rejectLesson(deps, input),
    'lesson.merge': (input) => mergeLessons(deps, input),
    'lesson.setAside': (input) => setLessonAside(deps, input),
    'lesson.revert': (input) => revertLesson(deps, input),
    'lesson.undo': ({ decisionId }) => undoDecision(deps, decisionId),
    'lesson.decisions': (query) => {
      const { items, total } = deps.lessons.decisions(query);
      return { items: [...items], total };
    },
    'lesson.effect': ({ itemId }, { signal }) => lessonEffect(deps, memory.concerns, itemId, signal),
    'lesson.rules': ({ storeId }) => deps.lessons.rules(storeId),
    'lesson.saveRules': (input) => {
      const rules = saveLessonRules(deps, memory.contradictions, input);
      deps.emit('lesson.changed', { storeId: input.storeId });
      return rules;
    },
    'lesson.withdrawOf': (input) => withdrawOf(deps, input),
    'lesson.withdrawPreview': (input) => withdrawPreview(deps, input),
    'lesson.reviews': async (query) => {
      const { items, total } = await sentReviews(deps, query);
      return { items: [...items], total };
    },
    'lesson.markReviewed': ({ outcomeId, note }) => {
      const outcome = outcomeOf(outcomeId);
      markReviewed(deps, { outcome, note: note ?? '' });
      deps.emit('lesson.changed', { storeId: outcome.storeId });
      return {};
    },
    'lesson.unmarkReviewed': ({ outcomeId }) => {
      const { id, storeId } = outcomeOf(outcomeId);
      deps.lessons.unmarkReviewed(id);
      deps.emit('lesson.changed', { storeId });
      return {};
    },
  };
}
