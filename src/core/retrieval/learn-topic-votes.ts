import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { SearchScope } from '../ports/passage-index.ts';
import type { GroupedQuestion } from './answer-groups.ts';
import type { Candidate } from './candidate.ts';
import { type LearnedClassifiers, sampled } from './learn-classifier.ts';
import type { LearningDeps } from './learn-model.ts';
import { rankCandidates } from './rank-candidates.ts';
import { sameMatter } from './self-lessons.ts';
import { type TopicVotes, type Voter, noVotes, votesFor } from './topic-votes.ts';
import { type VersionText, versionText } from './version-texts.ts';

/** Fewer questions tell chance and use apart no more. */
const leastTried = 30;
const mostTried = 400;
/** What votes may be worth: from nothing to about what separates a near candidate from a middling one. */
const temperatures = [0, 0.1, 0.2, 0.3];
const subjectWorths = [0, 0.1, 0.2];
const options: readonly TopicVotes[] = temperatures.flatMap((temperature) =>
  subjectWorths.map((subject) => ({ temperature, subject })),
);
/** Standard errors by which a gain has to exceed nothing: of a dozen choices one is good by chance otherwise. */
const certainty = 2;

/**
 * What the topics of a store are worth, by trial: each question that shares its topic with others is asked with its own
 * entry taken away, and the answer that would be given is compared with the entry's. So topics that stand for one
 * answer in many words get a vote, and those that are mere subjects none.
 */
export async function learnedTopicVotes(
  deps: LearningDeps,
  storeId: string,
  questions: readonly GroupedQuestion[],
  classifiers: LearnedClassifiers | null,
): Promise<TopicVotes> {
  const tried = triedQuestions(questions);
  if (tried.length < leastTried) return noVotes;
  const gains = options.map((): number[] => []);
  for (const [i, { ownerId }] of tried.entries()) {
    await deps.passTurn();
    const entry = deps.knowledge.get(ownerId);
    trialOf(deps, scopeOf(deps, storeId, entry, i), entry, classifiers).forEach((gain, j) => gains[j]?.push(gain));
  }
  let best = { votes: noVotes, surely: 0 };
  for (const [j, votes] of options.entries()) {
    const surely = lowerBound(gains[j] ?? []);
    if (surely > best.surely) best = { votes, surely };
  }
  return best.votes;
}

/** Every k-th question of the topics that answer in several ways: those of one answer are told apart by it already. */
function triedQuestions(questions: readonly GroupedQuestion[]): readonly GroupedQuestion[] {
  const own = questions.filter(({ isLearned, topic }) => !isLearned && topic !== null && topic !== '');
  const varied = [...Map.groupBy(own, ({ topic }) => topic).values()].filter(
    ([first, ...rest]) => first !== undefined && rest.some(({ groupKey }) => groupKey !== first.groupKey),
  );
  return sampled(varied.flat(), mostTried);
}

/** What is asked about an entry for every subject may be asked about any of them. */
function scopeOf(deps: LearningDeps, storeId: string, { scope, channels }: KnowledgeEntry, i: number): SearchScope {
  const open = {
    storeId,
    profileId: deps.profileId(),
    about: null,
    channel: channels[0] ?? null,
    at: deps.clock.now(),
  };
  if (scope.length > 0) return { ...open, about: scope };
  const subjects = deps.passages.subjects(open);
  const one = subjects[i % Math.max(1, subjects.length)];
  return one === undefined ? open : { ...open, about: [one] };
}

/** How much nearer to the entry's own the answer comes by each option than by no votes, −1…1. */
function trialOf(
  deps: LearningDeps,
  scope: SearchScope,
  entry: KnowledgeEntry,
  classifiers: LearnedClassifiers | null,
): readonly number[] {
  const embedderId = deps.embedder()?.id ?? null;
  const vector = embedderId === null ? null : deps.passages.questionVector(embedderId, entry.id);
  const question = { text: entry.question, vector, embedderId };
  const except = sameMatter(deps, scope.storeId, entry, [entry.id]);
  const classifier = classifiers?.withoutQuestion(entry.id) ?? null;
  const { candidates } = rankCandidates(deps, question, { ...scope, except }, classifier);
  const texts = candidates.map((candidate) => versionText(deps, candidate));
  const voters = candidates.map((candidate, i): Voter => ({
    ...candidate,
    isOfSubject: scope.about !== null && texts[i]?.isScoped === true,
  }));
  const own = versionText(deps, { kind: 'knowledge', ownerId: entry.id, versionId: entry.versionId, score: 0 });
  const worth = new Map<number, number>();
  const picks = options.map((votes) => pickedBy(candidates, voters, votes));
  for (const pick of new Set(picks)) worth.set(pick, answerLikeness(deps, own, texts[pick]));
  const without = worth.get(picks[0] ?? -1) ?? 0;
  return picks.map((pick) => (worth.get(pick) ?? 0) - without);
}

/** The place of the candidate that would be answered with. */
function pickedBy(candidates: readonly Candidate[], voters: readonly Voter[], votes: TopicVotes): number {
  const added = votesFor(voters, votes);
  let pick = -1;
  let top = Number.NEGATIVE_INFINITY;
  candidates.forEach(({ score }, i) => {
    const voted = score + (added[i] ?? 0);
    if (voted > top) {
      top = voted;
      pick = i;
    }
  });
  return pick;
}

/** How alike two answers are in words, the rarer the more: the cosine of their weighted sets. 0…1 */
function answerLikeness(deps: LearningDeps, own: VersionText, other: VersionText | undefined): number {
  if (other === undefined) return 0;
  if (other.answerKey === own.answerKey) return 1;
  const shared = new Set([...own.answerTerms].filter((term) => other.answerTerms.has(term)));
  const { counts, passages } = deps.passages.termStatistics([...new Set([...own.answerTerms, ...other.answerTerms])]);
  const sum = (terms: ReadonlySet<string>): number =>
    [...terms].reduce((all, term) => all + Math.log(1 + passages / (1 + (counts.get(term) ?? 0))) ** 2, 0);
  const norm = Math.sqrt(sum(own.answerTerms) * sum(other.answerTerms));
  return norm === 0 ? 0 : sum(shared) / norm;
}

/** What the mean of these is at least, but for chance. */
function lowerBound(gains: readonly number[]): number {
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return mean - certainty * Math.sqrt(squares / Math.max(1, gains.length - 1) / Math.max(1, gains.length));
}
