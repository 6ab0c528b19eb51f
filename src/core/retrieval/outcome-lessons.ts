import type { Ask, Draft } from '#shared/model/draft.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { keptShareOf, wordsOf } from '../learning/kept-share.ts';
import type { Database } from '../ports/repositories/index.ts';
import { featureNames } from './confidence.ts';
import type { JudgedAnswer } from './store-model.ts';

/** Outcomes looked back on: what a desk offers changes with its knowledge. */
const mostOutcomes = 1_000;
/** Outcomes read between two turns. */
const slice = 25;
/** The share of an answer's words that a reply says where it gives that answer. */
const saidFrom = 0.6;

/**
 * Whether the nearest answer was right, for each ask that a person has answered since, offered or not: right where the
 * reply says what it says. Replies taken back teach nothing; where an answer was picked by hand the desk's own was wrong
 * unless it says the same.
 */
export async function outcomeLessons(
  deps: Pick<Database, 'outcomes' | 'drafts'> & { readonly passTurn: () => Promise<void> },
  storeId: string,
): Promise<readonly JudgedAnswer[]> {
  const outcomes = deps.outcomes.list({ storeId, from: 0, to: Number.MAX_SAFE_INTEGER }, mostOutcomes);
  const withdrawn = new Set(outcomes.filter(({ act }) => act === 'withdrawn').map(({ draftId }) => draftId));
  const lessons: JudgedAnswer[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    if (i % slice === slice - 1) await deps.passTurn();
    if (outcome.draftId === null || withdrawn.has(outcome.draftId)) continue;
    if (outcome.act === 'closed' || (outcome.act === 'discarded' && outcome.reason !== 'wrong')) continue;
    const draft = deps.drafts.find(outcome.draftId);
    for (const ask of draft?.asks ?? []) {
      const lesson = draft === null ? null : lessonOf(draft, ask, outcome);
      if (lesson !== null) lessons.push(lesson);
    }
  }
  return lessons;
}

/** Whether a reply says every number that an answer says: the same sentence with another price is another answer. */
function holdsNumbersOf(reply: string, answer: string): boolean {
  const said = new Set(wordsOf(reply));
  return wordsOf(answer).every((word) => !/\p{N}/u.test(word) || said.has(word));
}

function lessonOf(draft: Draft, ask: Ask, { act, sentText }: Outcome): JudgedAnswer | null {
  const judged = ask.judged ?? null;
  const evidence = draft.evidence.find((one) => one.id === judged?.ownerId);
  if (judged === null || evidence === undefined || judged.features.length !== featureNames.length) return null;
  const isKept = keptShareOf(evidence.answer, sentText) >= saidFrom;
  const isExact = holdsNumbersOf(sentText, evidence.answer);
  // A figure that was mended says that the entry was the right one and is out of date: both and neither.
  if (act === 'edited' && isKept && !isExact) return null;
  const isRight = act !== 'discarded' && isKept && isExact;
  return { regime: judged.regime, features: judged.features, isRight, topic: evidence.topic, weight: 1 };
}
