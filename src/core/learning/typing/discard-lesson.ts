import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { LessonType } from '#shared/model/lesson.ts';
import type { Outcome } from '#shared/model/outcome.ts';

/** What a refused draft tells. No text of it is kept: nobody has said what would have been right. */
export type DiscardLesson = {
  /** Null: it tells nothing of what the desk says. */
  readonly type: LessonType | null;
  /** Passages that the draft used and that are in doubt by it. */
  readonly doubted: ReadonlyArray<Pick<Evidence, 'kind' | 'id' | 'versionId'>>;
  /** Asks, by index, that wanted an answer or more of one. */
  readonly wanting: readonly number[];
  /** 0…1; a doubt is shared by all the passages that were used. */
  readonly sure: number;
};

const nothing: DiscardLesson = { type: null, doubted: [], wanting: [], sure: 1 };

/** What the one-key reason for refusing a draft teaches. */
export function discardLesson(draft: Draft, reason: NonNullable<Outcome['reason']>): DiscardLesson {
  switch (reason) {
    case 'wrong': {
      const doubted = usedIn(draft);
      return { type: 'fact', doubted, wanting: [], sure: doubted.length === 0 ? 0 : 1 / doubted.length };
    }
    case 'incomplete': {
      const silent = draft.asks.flatMap((ask, i) => (ask.evidence === null ? [i] : []));
      const wanting = silent.length > 0 ? silent : draft.asks.map((_, i) => i);
      return { type: 'fact', doubted: [], wanting, sure: silent.length > 0 ? 0.8 : 0.4 };
    }
    case 'tone':
      return { ...nothing, type: 'style' };
    case 'not_needed':
    case 'other':
      return nothing;
  }
}

/** What of the knowledge stands in the draft; an order's facts are the shop's. */
function usedIn({ sentences, evidence }: Draft): DiscardLesson['doubted'] {
  const used = new Set(sentences.flatMap((sentence) => sentence.evidence ?? []));
  return [...used].flatMap((i) => {
    const one = evidence[i];
    const isKnowledge = one?.kind === 'knowledge' || one?.kind === 'learned';
    return one !== undefined && isKnowledge ? [{ kind: one.kind, id: one.id, versionId: one.versionId }] : [];
  });
}
