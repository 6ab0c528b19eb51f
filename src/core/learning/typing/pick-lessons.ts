import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { LessonType } from '#shared/model/lesson.ts';
import { answersByAsk } from '../aligned-answers.ts';
import { keptShareOf } from '../kept-share.ts';
import { customerQuestion } from './customer-question.ts';
import type { Customer } from './own-data.ts';
import { typedAnswer } from './typed-answer.ts';

/** An agent sent another passage than the desk's first: which one answers what was asked. */
export type PickLesson = {
  readonly question: string;
  readonly picked: Evidence;
  /** What the desk had put first; null where it had nothing. */
  readonly over: Evidence | null;
  /** Of what the picked passage says. */
  readonly type: LessonType;
  readonly sure: number;
};

/** Less of the picked answer sent than this, and it was not that which answered. */
const sentFrom = 0.5;

/** What a sent reply teaches by the answers that were picked by hand for it. Orders and products answer one customer alone. */
export function pickLessons(draft: Draft, text: string, customer: Customer): readonly PickLesson[] {
  const sent = answersByAsk(draft.sentences, text);
  return draft.asks.flatMap((ask, i): PickLesson[] => {
    const picked = ask.evidence === null ? undefined : draft.evidence[ask.evidence];
    if (ask.isPicked !== true || picked === undefined || picked.kind === 'order' || picked.kind === 'product')
      return [];
    const drafted = draft.sentences.filter((sentence) => sentence.ask === i).map((sentence) => sentence.text);
    if (keptShareOf(drafted.join(' '), sent.get(i) ?? '') < sentFrom) return [];
    const question = customerQuestion(ask.context, customer);
    if (question === '') return [];
    const over = ask.candidates?.map(({ evidence }) => draft.evidence[evidence]).find((one) => one?.id !== picked.id);
    const { lesson } = typedAnswer({
      question,
      before: '',
      after: picked.answer,
      customer,
      about: [picked.question],
      isForeign: false,
      isTranslation: false,
      vectorOf: null,
    });
    return [{ question, picked, over: over ?? null, type: lesson?.type ?? 'fact', sure: lesson?.sure ?? 0.5 }];
  });
}
