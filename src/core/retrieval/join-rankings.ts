import type { Candidate, Ranking } from './candidate.ts';

/**
 * How much the bare question counts beside its context, by how many telling terms it has: "How do we sort this?" has
 * none. Where it is known what the conversation is about, "Do they have parking?" says all there is to say.
 */
function weightOfQuestion(termCount: number, isAboutKnown: boolean): number {
  if (isAboutKnown && termCount > 0) return 0.9;
  if (termCount <= 2) return 0.35;
  return termCount <= 4 ? 0.5 : 0.65;
}

/**
 * One ranking out of that of a question by itself and that of the question with what was said around it. A candidate
 * that only one of them found counts in the other as its last.
 */
export function joinedRankings(alone: Ranking, around: Ranking, isAboutKnown: boolean): Ranking {
  const weight = weightOfQuestion(alone.termCount, isAboutKnown);
  const others = new Map(around.candidates.map((candidate) => [candidate.ownerId, candidate]));
  const own = new Set(alone.candidates.map((candidate) => candidate.ownerId));
  const lastAlone = alone.candidates.at(-1);
  const lastAround = around.candidates.at(-1);
  const joined = [
    ...alone.candidates.map((candidate) => mixed(candidate, others.get(candidate.ownerId) ?? lastAround, weight)),
    ...around.candidates
      .filter((candidate) => !own.has(candidate.ownerId))
      .map((candidate) => mixed(candidate, lastAlone, 1 - weight)),
  ];
  joined.sort((a, b) => b.score - a.score || (a.ownerId < b.ownerId ? -1 : 1));
  return { candidates: joined, regime: alone.regime, termCount: alone.termCount };
}

function mixed(candidate: Candidate, other: Candidate | undefined, weight: number): Candidate {
  const mean = (a: number, b: number | undefined): number => weight * a + (1 - weight) * (b ?? 0);
  return {
    ...candidate,
    isUnconfirmed: candidate.isUnconfirmed && (other?.ownerId !== candidate.ownerId || other.isUnconfirmed),
    cosine: candidate.cosine === null ? null : mean(candidate.cosine, other?.cosine ?? 0),
    overlap: mean(candidate.overlap, other?.overlap),
    coverage: mean(candidate.coverage, other?.coverage),
    likeness: mean(candidate.likeness, other?.likeness),
    posterior: candidate.posterior === null ? null : mean(candidate.posterior, other?.posterior ?? candidate.posterior),
    score: mean(candidate.score, other?.score),
  };
}
