import { isForeign } from '#shared/answer-language.ts';
import type { Ask, Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { countsAsOutcome, reaches } from '../learning/governance/counting-outcomes.ts';
import { keptShareOf, wordsOf } from '../learning/kept-share.ts';
import type { Database } from '../ports/repositories/index.ts';
import { featureNames } from './confidence.ts';
import { keepsWords, saidFrom } from './kept-words.ts';
import { type JudgedAsk, type ReadAsk, type ReadingDeps, readReworded } from './reworded-replies.ts';
import { type UsualNearness, saidShare } from './usual-nearness.ts';
import type { JudgedAnswer } from './store-model.ts';

/** Outcomes looked back on: what a desk offers changes with its knowledge. */
const mostOutcomes = 1_000;
/** Outcomes read between two turns. */
const slice = 8;
/** An answer of fewer words ("Yes.") may be said by chance where a reply answers several asks. */
const leastWords = 4;

/** A question of a customer that the entry or learned item was right for. */
export type AnsweredQuestion = { readonly ownerId: string; readonly text: string; readonly conversationId: string };

/** What became of the desk's answers, newest first. */
export type TaughtByOutcomes = {
  /**
   * Whether the nearest answer was right, for each ask that a person has answered since, offered or not: right where the
   * reply says what it says, be it in other words; a reply that may say it and may not weighs for both. Replies taken back
   * teach nothing; where an answer was picked by hand the desk's own was wrong unless it says the same.
   */
  readonly lessons: readonly JudgedAnswer[];
  /** Further wordings of what an answer is for: what was asked where a reply gave it in its own words, be it the nearest or another one. */
  readonly answered: readonly AnsweredQuestion[];
};

type OutcomeDeps = Pick<Database, 'outcomes' | 'drafts' | 'learned' | 'lessons' | 'knowledge'> &
  ReadingDeps & {
    /** For whom is learned. */
    readonly profileId: () => string | null;
  };

/** What another model has judged says nothing of the present one's nearness. */
export async function taughtByOutcomes(deps: OutcomeDeps, storeId: string): Promise<TaughtByOutcomes> {
  const embedderId = deps.embedder()?.id ?? null;
  const outcomes = countingOutcomes(deps, storeId);
  const withdrawn = new Set<string>();
  const judged: JudgedAsk[] = [];
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
    judged.push(...judgedBy(deps, draft, outcome));
  }
  const { read, usual } = await readReworded(deps, storeId, judged);
  return {
    lessons: read.flatMap((one) => lessonsOf(one, usual)),
    answered: judged.flatMap(({ ask, draft, saidId }) =>
      saidId === null ? [] : [{ ownerId: saidId, text: ask.text, conversationId: draft.conversationId }],
    ),
  };
}

/** The newest that count for this person: those that do not take no other one's place. */
function countingOutcomes(deps: OutcomeDeps, storeId: string): readonly Outcome[] {
  for (let limit = mostOutcomes; ; limit *= 2) {
    const all = deps.outcomes.list({ storeId, from: 0, to: Number.MAX_SAFE_INTEGER }, limit);
    const counting = all.filter(({ id }) => countsAsOutcome(deps, id));
    if (counting.length >= mostOutcomes || all.length < limit) return counting.slice(0, mostOutcomes);
  }
}

/** One reply says one answer once: it is credited to the ask that was surest of it. */
function judgedBy(
  deps: Pick<OutcomeDeps, 'learned' | 'knowledge' | 'profileId'>,
  draft: Draft,
  outcome: Outcome,
): readonly JudgedAsk[] {
  const isRefused = outcome.act === 'discarded';
  // Which of several answers was wrong nobody has said.
  if (isRefused && (outcome.reason !== 'wrong' || draft.asks.length > 1)) return [];
  const surest = draft.asks.toSorted((a, b) => b.confidence - a.confidence);
  const seen = new Set<string>();
  return surest.flatMap((ask): readonly JudgedAsk[] => {
    const judged = ask.judged ?? null;
    if (judged === null || seen.has(judged.ownerId)) return [];
    seen.add(judged.ownerId);
    const evidence = draft.evidence.find((one) => one.id === judged.ownerId);
    if (evidence === undefined || judged.features.length !== featureNames.length) return [];
    const isRight = verdictByWords(deps, draft, evidence, outcome);
    if (isRight === null) return [];
    const saidId = isRight ? evidence.id : saidInstead(draft, ask, outcome);
    // What only somebody else is told says nothing of what this person is.
    if (![evidence.id, saidId].every((id) => isHeard(deps, draft, id))) return [];
    const isReworded =
      !isRefused &&
      !isPickedInstead(draft, ask, evidence) &&
      !isForeign(evidence, draft.language) &&
      !keepsWords(outcome, evidence) &&
      !isAnotherAnswer(deps, draft, outcome);
    return [{ draft, outcome, ask, evidence, judged, isRight, isReworded, saidId }];
  });
}

/** Whether an answer that was shown counts for the person for whom is learned. */
function isHeard(
  { learned, profileId }: Pick<OutcomeDeps, 'learned' | 'profileId'>,
  draft: Draft,
  id: string | null,
): boolean {
  const isLesson = draft.evidence.some((one) => one.id === id && one.kind === 'learned');
  return id === null || !isLesson || reaches(learned.get(id), profileId());
}

/** A reply that may say the answer and may not speaks for it and against it, as likely as each is. */
function lessonsOf(
  { evidence, judged, reading, ...one }: ReadAsk,
  usual: UsualNearness | null,
): readonly JudgedAnswer[] {
  const share = usual === null || reading === null ? Number(one.isRight) : saidShare(reading, usual);
  if (share === null) return [];
  const { regime, features } = judged;
  return [
    { isRight: true, weight: share },
    { isRight: false, weight: 1 - share },
  ].flatMap((lesson) => (lesson.weight === 0 ? [] : { ...lesson, regime, features, topic: evidence.topic }));
}

/** Whether a person has chosen another answer than the nearest. */
function isPickedInstead(draft: Draft, ask: Ask, nearest: Evidence): boolean {
  return ask.isPicked === true && ask.evidence !== null && draft.evidence[ask.evidence]?.id !== nearest.id;
}

/** Whether a reply is little else than an answer that was shown, of however few words, or is one that the store has elsewhere. */
function isAnotherAnswer({ knowledge }: Pick<Database, 'knowledge'>, draft: Draft, outcome: Outcome): boolean {
  const { storeId, sentText } = outcome;
  const isShown = draft.evidence.some(
    (one) => keepsWords(outcome, one) && keptShareOf(sentText, one.answer) >= saidFrom,
  );
  return isShown || knowledge.withAnswer(storeId, sentText).length > 0;
}

/** Another answer that the reply gives in place of the nearest: the one that was picked, or of those shown the one it says most of. */
function saidInstead(draft: Draft, ask: Ask, { act, sentText }: Outcome): string | null {
  if (act === 'discarded') return null;
  const picked = ask.evidence === null ? null : (draft.evidence[ask.evidence] ?? null);
  const says = ({ answer, language }: Evidence): boolean => {
    const words = wordsOf(answer);
    const isTold = language === draft.language || language === 'und';
    return isTold && words.length > 0 && keepsWords({ sentText }, { answer }) && holdsNumbers(sentText, words);
  };
  if (picked !== null && says(picked)) return picked.id;
  // Which of several asks it was said for nobody knows, and a few words are said by chance.
  if (draft.asks.length > 1) return null;
  const said = draft.evidence.filter((one) => wordsOf(one.answer).length >= leastWords && says(one));
  const lengths = said.map(({ answer }) => keptShareOf(answer, sentText) * wordsOf(answer).length);
  return said[lengths.indexOf(Math.max(...lengths))]?.id ?? null;
}

/** Whether the reply says an answer in the answer's own words; null: its words tell nothing of that. */
function verdictByWords(
  deps: Pick<Database, 'learned'>,
  draft: Draft,
  evidence: Evidence,
  { id, act, sentText }: Outcome,
): boolean | null {
  if (isForeign(evidence, draft.language) && act === 'edited') {
    if (draft.asks.length > 1) return null;
    // In another language the same answer has other words: what was learned tells whether it is a translation.
    const taught = deps.learned.ofOutcome(id);
    const entryId = evidence.correctsEntryId ?? evidence.id;
    return taught.length === 0 ? null : taught.some((item) => item.correctsEntryId === entryId);
  }
  const words = wordsOf(evidence.answer);
  if (words.length === 0 || (words.length < leastWords && draft.asks.length > 1)) return null;
  const isKept = keepsWords({ sentText }, evidence);
  const isExact = holdsNumbers(sentText, words);
  // A figure that was mended says that the entry was the right one and is out of date: both and neither.
  if (act === 'edited' && isKept && !isExact) return null;
  return act !== 'discarded' && isKept && isExact;
}

/** Whether a reply says every number among an answer's words: the same sentence with another price is another answer. */
function holdsNumbers(reply: string, words: readonly string[]): boolean {
  const said = new Set(wordsOf(reply));
  return words.every((word) => !/\p{N}/u.test(word) || said.has(word));
}
