import { isForeign } from '#shared/answer-language.ts';
import type { Ask, Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { keptShareOf, wordsOf } from '../learning/kept-share.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Database } from '../ports/repositories/index.ts';
import { featureNames } from './confidence.ts';
import type { JudgedAnswer } from './store-model.ts';

/** Outcomes looked back on: what a desk offers changes with its knowledge. */
const mostOutcomes = 1_000;
/** Outcomes read between two turns. */
const slice = 8;
/** The share of an answer's words that a reply says where it gives that answer. */
const saidFrom = 0.6;
/** An answer of fewer words ("Yes.") may be said by chance where a reply answers several asks. */
const leastWords = 4;

/** A question of a customer that the entry or learned item was right for. */
export type AnsweredQuestion = { readonly ownerId: string; readonly text: string; readonly conversationId: string };

/** What became of the desk's answers, newest first. */
export type TaughtByOutcomes = {
  /**
   * Whether the nearest answer was right, for each ask that a person has answered since, offered or not: right where the
   * reply says what it says. Replies taken back teach nothing; where an answer was picked by hand the desk's own was
   * wrong unless it says the same.
   */
  readonly lessons: readonly JudgedAnswer[];
  /** Further wordings of what an answer is for: what was asked where a reply gave it, be it the nearest or another one. */
  readonly answered: readonly AnsweredQuestion[];
};

type OutcomeDeps = Pick<Database, 'outcomes' | 'drafts' | 'learned'> & {
  readonly embedder: () => Embedder | null;
  readonly passTurn: () => Promise<void>;
};

/** What another model has judged says nothing of the present one's nearness. */
export async function taughtByOutcomes(deps: OutcomeDeps, storeId: string): Promise<TaughtByOutcomes> {
  const embedderId = deps.embedder()?.id ?? null;
  const outcomes = deps.outcomes.list({ storeId, from: 0, to: Number.MAX_SAFE_INTEGER }, mostOutcomes);
  const withdrawn = new Set<string>();
  const lessons: JudgedAnswer[] = [];
  const answered: AnsweredQuestion[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    if (i % slice === slice - 1) await deps.passTurn();
    if (outcome.draftId === null || withdrawn.has(outcome.draftId) || outcome.act === 'closed') continue;
    if (outcome.act === 'withdrawn') {
      // The draft is open again: what was sent of it afterwards stands.
      withdrawn.add(outcome.draftId);
      continue;
    }
    const draft = deps.drafts.find(outcome.draftId);
    if (draft === null || (draft.embedderId !== null && draft.embedderId !== embedderId)) continue;
    for (const { ask, lesson, saidId } of judgedBy(deps, draft, outcome)) {
      lessons.push(lesson);
      if (saidId !== null) answered.push({ ownerId: saidId, text: ask.text, conversationId: draft.conversationId });
    }
  }
  return { lessons, answered };
}

type JudgedAsk = { readonly ask: Ask; readonly lesson: JudgedAnswer; readonly saidId: string | null };

/** One reply says one answer once: it is credited to the ask that was surest of it. */
function judgedBy(deps: Pick<Database, 'learned'>, draft: Draft, outcome: Outcome): readonly JudgedAsk[] {
  const isRefused = outcome.act === 'discarded';
  // Which of several answers was wrong nobody has said.
  if (isRefused && (outcome.reason !== 'wrong' || draft.asks.length > 1)) return [];
  const surest = draft.asks.toSorted((a, b) => b.confidence - a.confidence);
  const seen = new Set<string>();
  return surest.flatMap((ask): readonly JudgedAsk[] => {
    const ownerId = ask.judged?.ownerId;
    if (ownerId === undefined || seen.has(ownerId)) return [];
    seen.add(ownerId);
    const lesson = lessonOf(deps, draft, ask, outcome);
    if (lesson === null) return [];
    return [{ ask, lesson, saidId: lesson.isRight ? ownerId : saidInstead(draft, ask, outcome) }];
  });
}

/** Another answer that the reply gives in place of the nearest: the one that was picked, or of those shown the one it says most of. */
function saidInstead(draft: Draft, ask: Ask, { act, sentText }: Outcome): string | null {
  if (act === 'discarded') return null;
  const picked = ask.evidence === null ? null : (draft.evidence[ask.evidence] ?? null);
  const says = ({ answer, language }: Evidence): boolean => {
    const words = wordsOf(answer);
    const isTold = language === draft.language || language === 'und';
    return isTold && words.length > 0 && keptShareOf(answer, sentText) >= saidFrom && holdsNumbers(sentText, words);
  };
  if (picked !== null && says(picked)) return picked.id;
  // Which of several asks it was said for nobody knows, and a few words are said by chance.
  if (draft.asks.length > 1) return null;
  const said = draft.evidence.filter((one) => wordsOf(one.answer).length >= leastWords && says(one));
  const lengths = said.map(({ answer }) => keptShareOf(answer, sentText) * wordsOf(answer).length);
  return said[lengths.indexOf(Math.max(...lengths))]?.id ?? null;
}

function lessonOf(
  deps: Pick<Database, 'learned'>,
  draft: Draft,
  ask: Ask,
  { id, act, sentText }: Outcome,
): JudgedAnswer | null {
  const judged = ask.judged ?? null;
  const evidence = draft.evidence.find((one) => one.id === judged?.ownerId);
  if (judged === null || evidence === undefined || judged.features.length !== featureNames.length) return null;
  const { regime, features } = judged;
  const lessonWith = (isRight: boolean): JudgedAnswer => ({
    regime,
    features,
    isRight,
    topic: evidence.topic,
    weight: 1,
  });
  if (isForeign(evidence, draft.language) && act === 'edited') {
    if (draft.asks.length > 1) return null;
    // In another language the same answer has other words: what was learned tells whether it is a translation.
    const taught = deps.learned.ofOutcome(id);
    const entryId = evidence.correctsEntryId ?? evidence.id;
    return taught.length === 0 ? null : lessonWith(taught.some((item) => item.correctsEntryId === entryId));
  }
  const words = wordsOf(evidence.answer);
  if (words.length === 0 || (words.length < leastWords && draft.asks.length > 1)) return null;
  const isKept = keptShareOf(evidence.answer, sentText) >= saidFrom;
  const isExact = holdsNumbers(sentText, words);
  // A figure that was mended says that the entry was the right one and is out of date: both and neither.
  if (act === 'edited' && isKept && !isExact) return null;
  const isRight = act !== 'discarded' && isKept && isExact;
  return lessonWith(isRight);
}

/** Whether a reply says every number among an answer's words: the same sentence with another price is another answer. */
function holdsNumbers(reply: string, words: readonly string[]): boolean {
  const said = new Set(wordsOf(reply));
  return words.every((word) => !/\p{N}/u.test(word) || said.has(word));
}
