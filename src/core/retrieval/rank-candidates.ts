import type { Regime } from '#shared/model/draft.ts';
import type { PassageHit, SearchScope } from '../ports/passage-index.ts';
import { likeness as wordLikeness } from '../learning/kept-share.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { AnswerClassifier } from './answer-classifier.ts';
import type { Candidate, Ranking } from './candidate.ts';
import { meantAmong } from './corrections.ts';
import { groupKeyOf } from './answer-groups.ts';
import { supersededAmong } from './superseding.ts';
import { withOverlays } from './overlays.ts';
import { posteriorsOf } from './posteriors.ts';
import { askedTerms } from './terms.ts';
import { type TopicVotes, noVotes, votesFor } from './topic-votes.ts';
import { type VersionText, versionText } from './version-texts.ts';
import { dotProduct } from './dot-product.ts';

/** A question made ready for both legs of the search. */
export type PreparedQuestion = {
  readonly text: string;
  /** Null where no embedder is at hand: words alone. */
  readonly vector: Float32Array | null;
  readonly embedderId: string | null;
};

type RankDeps = Pick<Database, 'passages' | 'knowledge' | 'learned'>;

/** Candidates each leg brings; deep enough that fusing loses nothing (recall@50 of each leg is above .97 on FAQ sets). */
const legDepth = 50;
/** How far a leg looks for them past corrections that are not meant. */
const deepest = 3_200;

/**
 * Weights of the order: how near in meaning, how many of the rare words are shared both ways. Chinese and Japanese are
 * read in English words, which loses some of the meaning: shared pairs of characters count for more. Without vectors words
 * are all there is, and how much of a short question was asked tells more.
 */
const orderWeights = {
  spaced: { cosine: 1, overlap: 0.25, coverage: 0.05 },
  unspaced: { cosine: 1, overlap: 0.5, coverage: 0.2 },
  words: { cosine: 0, overlap: 0.6, coverage: 0.25 },
} as const;

/** An approved entry stands before a precedent that is not plainly nearer. */
const precedentHandicap = 0.15;

/** Two questions are practically the same where each holds so much of the other's telling words, by rarity, … */
const sameRareWords = 0.9;
/** … and they share so many of all their words: of four, one may be another. */
const sameWords = 0.75;
/** So many different answers by hand to one question say that it is not the question alone that decides. */
const mostRepeated = 2;
/** What was written by hand for another question comes so little after the best of the rest. */
const behind = 1e-3;

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Likeness that a candidate e times as likely by the classifier is worth. */
const posteriorWeight = 0.5;

/**
 * Finds what may answer, by words and by meaning, and orders it. `confirmed` are the keys of answers by hand that stand
 * as entries do. Reads only.
 */
export function rankCandidates(
  deps: RankDeps,
  question: PreparedQuestion,
  scope: SearchScope,
  classifier: AnswerClassifier | null,
  votes: TopicVotes = noVotes,
  confirmed: ReadonlySet<string> = new Set(),
): Ranking {
  const terms = askedTerms(question.text);
  const { vector, embedderId } = question;
  const byMeaning =
    vector === null || embedderId === null
      ? []
      : meantHits(deps, scope, (depth) => deps.passages.searchVector(embedderId, vector, scope, depth));
  const byWords =
    terms.length === 0 ? [] : meantHits(deps, scope, (depth) => deps.passages.searchTerms(terms, scope, depth));

  const isUnspaced =
    (question.text.match(unspacedScript)?.length ?? 0) * 2 > question.text.replace(/\s/g, '').length / 2;
  const regime: Regime = `${isUnspaced ? 'unspaced' : 'spaced'}/${vector === null ? 'words' : 'vectors'}`;
  const weights = orderWeights[vector === null ? 'words' : isUnspaced ? 'unspaced' : 'spaced'];

  const found = merged(byMeaning, byWords);
  const overlaid = deps.passages.overlaidBy([...found.keys()], scope);
  for (const hit of standingHits(deps, overlaid, scope))
    if (!found.has(hit.ownerId)) found.set(hit.ownerId, { hit, cosine: null });
  const superseded = supersededAmong(deps, [...found.keys()], scope);
  for (const hit of superseded.values()) if (!found.has(hit.ownerId)) found.set(hit.ownerId, { hit, cosine: null });
  const overlaying = new Map([...overlaid, ...superseded]);
  const texts = [...found.values()].map(({ hit, cosine }): CandidateText => ({
    ...versionText(deps, hit),
    cosine: cosine ?? cosineOf(deps, question, hit),
  }));
  const rarity = rarityOf(deps, terms, texts, scope);
  const approved = new Set(texts.flatMap((text) => (text.kind === 'knowledge' ? [text.answerKey] : [])));
  // The entry that says it need not be among what was found.
  const isApproved = (answerKey: string, answer: string): boolean =>
    approved.has(answerKey) || deps.knowledge.withAnswer(scope.storeId, answer).length > 0;
  const measured = newestOfRepeated(
    texts.map((text) => {
      const { questionTerms, answerTerms, isArticle, isScoped: _, writtenAt: __, ...candidate } = text;
      // What a correction answers is decided by its entry as it is now.
      const { correctsEntryId } = text;
      const groupKey = correctsEntryId === null ? text.groupKey : groupKeyOf(deps.knowledge.get(correctsEntryId));
      const overlap = weightedShare(terms, (term) => questionTerms.has(term) || answerTerms.has(term), rarity);
      // A heading is no question: how much of it was asked says nothing.
      const coverage = isArticle ? 0 : weightedShare([...questionTerms], (term) => terms.includes(term), rarity);
      const likeness =
        weights.cosine * (candidate.cosine ?? 0) + weights.overlap * overlap + weights.coverage * coverage;
      const isByHand =
        candidate.kind === 'learned' && correctsEntryId === null && !isApproved(candidate.answerKey, candidate.answer);
      const asked = weightedShare(terms, (term) => questionTerms.has(term), rarity);
      const isSame = Math.min(asked, coverage) >= sameRareWords;
      const isRepeated = isByHand && isSame && wordLikeness(question.text, candidate.question) >= sameWords;
      return {
        ...candidate,
        isRepeated,
        isUnconfirmed: isByHand && !isRepeated && !confirmed.has(candidate.answerKey),
        groupKey,
        overlap,
        coverage,
        likeness: isByHand && !isRepeated ? likeness - precedentHandicap : likeness,
      };
    }),
    confirmed,
  );
  const posteriors = posteriorsOf(classifier, question, measured);
  const scoped = new Set(texts.flatMap(({ ownerId, isScoped }) => (isScoped ? [ownerId] : [])));
  const voters = measured.map((one) => ({ ...one, isOfSubject: scope.about !== null && scoped.has(one.ownerId) }));
  const voted = votesFor(voters, votes);
  const scores = measured.map((one, i) => one.likeness + posteriorWeight * (posteriors[i] ?? 0) + (voted[i] ?? 0));
  const bestApproved = Math.max(...scores.filter((_, i) => measured[i]?.isUnconfirmed === false));
  const candidates = measured.map((text, i): Candidate => {
    const { isRepeated: _, ...one } = text;
    const score = scores[i] ?? 0;
    const isHeld = one.isUnconfirmed && bestApproved > Number.NEGATIVE_INFINITY;
    return { ...one, posterior: posteriors[i] ?? null, score: isHeld ? Math.min(score, bestApproved - behind) : score };
  });
  const overlays = new Map([...overlaying].map(([ownerId, hit]) => [ownerId, versionText(deps, hit)]));
  const layered = withOverlays(candidates, overlays);
  layered.sort((a, b) => b.score - a.score || (a.ownerId < b.ownerId ? -1 : 1));
  return { candidates: layered, regime, termCount: terms.length };
}

type Repeatable = Pick<Candidate, 'ownerId' | 'answerKey' | 'isUnconfirmed'> & { readonly isRepeated: boolean };

/** Of several answers by hand to the same question the newest counts; ids grow with time. */
function newestOfRepeated<T extends Repeatable>(measured: readonly T[], confirmed: ReadonlySet<string>): readonly T[] {
  const repeated = measured.filter(({ isRepeated }) => isRepeated).toSorted((a, b) => (a.ownerId < b.ownerId ? 1 : -1));
  const keys = new Set(repeated.map(({ answerKey }) => answerKey));
  if (keys.size < 2) return measured;
  const meant = keys.size > mostRepeated ? null : repeated[0]?.answerKey;
  return measured.map((one) =>
    one.isRepeated && one.answerKey !== meant
      ? { ...one, isRepeated: false, isUnconfirmed: !confirmed.has(one.answerKey) }
      : one,
  );
}

/** The best hits that are meant: as many more are asked for as fall out. */
function meantHits(
  deps: RankDeps,
  scope: SearchScope,
  search: (depth: number) => readonly PassageHit[],
): readonly PassageHit[] {
  for (let depth = legDepth; ; depth *= 4) {
    const hits = search(depth);
    const meant = meantAmong(deps, hits, scope);
    if (meant.length >= legDepth || hits.length < depth || depth >= deepest) return meant.slice(0, legDepth);
  }
}

/** What has taken the place of something found, and what corrects it. */
function standingHits(
  deps: RankDeps,
  overlaying: ReadonlyMap<string, PassageHit>,
  scope: SearchScope,
): readonly PassageHit[] {
  if (overlaying.size === 0) return [];
  const upper = [...new Map([...overlaying.values()].map((hit) => [hit.ownerId, hit])).values()];
  const corrections = deps.passages.correcting(
    upper.map((hit) => hit.ownerId),
    scope,
  );
  return [...upper, ...meantAmong(deps, corrections, scope)];
}

type FoundHit = { readonly hit: PassageHit; readonly cosine: number | null };

function merged(byMeaning: readonly PassageHit[], byWords: readonly PassageHit[]): Map<string, FoundHit> {
  const found = new Map<string, FoundHit>();
  for (const hit of byMeaning) found.set(hit.ownerId, { hit, cosine: hit.score });
  for (const hit of byWords) if (!found.has(hit.ownerId)) found.set(hit.ownerId, { hit, cosine: null });
  return found;
}

function cosineOf(deps: RankDeps, question: PreparedQuestion, hit: PassageHit): number | null {
  if (question.vector === null || question.embedderId === null) return null;
  const other = deps.passages.questionVector(question.embedderId, hit.ownerId);
  return other === null ? null : dotProduct(other, question.vector);
}

type CandidateText = VersionText & Pick<Candidate, 'cosine'>;

/**
 * Inverse document frequency of every term in play, ln(1 + N / (1 + n)). Where it is known what is asked about, what many of its passages hold tells them apart no better than what all
 * passages hold: both rarities count.
 */
function rarityOf(
  deps: RankDeps,
  terms: readonly string[],
  texts: readonly CandidateText[],
  scope: SearchScope,
): (term: string) => number {
  const inPlay = new Set(terms);
  for (const text of texts) for (const term of text.questionTerms) inPlay.add(term);
  const { counts, passages } = deps.passages.termStatistics([...inPlay], scope);
  const here = scope.about === null ? null : heldBy(texts);
  const rarity = new Map(
    [...counts].map(([term, count]) => {
      const everywhere = Math.log(1 + passages / (1 + count));
      if (here === null) return [term, everywhere];
      return [term, (everywhere + Math.log(1 + texts.length / (1 + (here.get(term) ?? 0)))) / 2];
    }),
  );
  return (term) => rarity.get(term) ?? 0;
}

/** In how many of the texts each term stands. */
function heldBy(texts: readonly CandidateText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { questionTerms, answerTerms } of texts)
    for (const term of new Set([...questionTerms, ...answerTerms])) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function weightedShare(
  terms: readonly string[],
  holds: (term: string) => boolean,
  rarity: (term: string) => number,
): number {
  let all = 0;
  let held = 0;
  for (const term of terms) {
    const weight = rarity(term);
    all += weight;
    if (holds(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}
