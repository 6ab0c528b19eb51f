import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { SearchScope } from '../ports/passage-index.ts';
import type { AnswerClassifier } from './answer-classifier.ts';
import { groupKeyOf } from './answer-groups.ts';
import { type Candidate, type Ranking, answerKeyOf } from './candidate.ts';
import { featuresOf } from './confidence.ts';
import type { LearnedClassifiers } from './learn-classifier.ts';
import type { LearningDeps } from './learn-model.ts';
import { rankCandidates } from './rank-candidates.ts';
import { standingAmong, standingWith } from './standing.ts';
import type { JudgedAnswer } from './store-model.ts';
import type { TopicVotes } from './topic-votes.ts';

/** Entries looked at: enough for the weights of a regime, a few seconds at 10,000 entries. */
const sampleSize = 400;
const pageSize = 5_000;
/**
 * A question with words left out is easier to recognise than the same question asked by another person, so that what
 * it teaches counts little beside what is known from real questions.
 */
const madeUpWeight = 0.02;
/** Of four questions that customers ask, a well-kept knowledge answers three. */
const unansweredWeight = 0.33;

/**
 * What the knowledge itself teaches about confidence, before any outcome exists. Each sampled question is asked with
 * its own entry taken away: the nearest entry with the same answer is right. Then with every entry of that answer taken
 * away: whatever is nearest is wrong. Where an answer stands only once, its own question with words left out must find it.
 */
export async function selfLessons(
  deps: LearningDeps,
  storeId: string,
  classifiers: LearnedClassifiers | null,
  votes: TopicVotes,
): Promise<readonly JudgedAnswer[]> {
  const lessons: JudgedAnswer[] = [];
  const keep = (weight: number, ranking: Ranking, isRight: (first: Candidate) => boolean): void => {
    const first = ranking.candidates[0];
    if (first === undefined) return;
    const { regime } = ranking;
    lessons.push({ regime, features: featuresOf(ranking), isRight: isRight(first), topic: first.topic, weight });
  };
  for (const entry of await sampledEntries(deps, storeId)) {
    await deps.passTurn();
    const key = groupKeyOf(entry);
    const group = groupOf(deps, storeId, entry);
    const own = sameMatter(deps, storeId, entry, [entry.id]);
    const isSaidAgain = group.some((id) => !own.has(id));
    const weight = isSaidAgain ? 1 : madeUpWeight;
    const unanswered = sameMatter(deps, storeId, entry, group);
    const blind = classifiers?.withoutAnswer(entry.id) ?? null;
    const fair = classifiers?.withoutQuestion(entry.id) ?? null;
    const unknown = withoutPrecedents(
      askedWithout(deps, storeId, entry, unanswered, { classifier: blind, votes }),
      entry,
    );
    keep(weight * unansweredWeight, unknown, () => false);
    await deps.passTurn();
    if (isSaidAgain)
      keep(
        weight,
        askedWithout(deps, storeId, entry, own, { classifier: fair, votes }),
        (first) => first.groupKey === key,
      );
    else
      keep(
        weight,
        await askedInPart(deps, storeId, entry, { classifier: fair, votes }),
        (first) => first.ownerId === entry.id,
      );
  }
  return lessons;
}

/** Every k-th question that may be answered now: the same for the same knowledge, and spread over all of it. */
async function sampledEntries(deps: LearningDeps, storeId: string): Promise<readonly KnowledgeEntry[]> {
  const ids: string[] = [];
  for (let after: { readonly id: string; readonly updatedAt: number } | null = null; ;) {
    const page: ReturnType<typeof deps.knowledge.pairIds> = deps.knowledge.pairIds(storeId, after, pageSize);
    ids.push(...page.map((one) => one.id));
    after = page.at(-1) ?? null;
    if (page.length < pageSize) break;
    await deps.passTurn();
  }
  const stride = Math.max(1, ids.length / sampleSize);
  const sample = Array.from({ length: Math.min(ids.length, sampleSize) }, (_, i) => ids[Math.floor(i * stride)] ?? '');
  const scope = { storeId, profileId: deps.profileId(), about: null, channel: null, at: deps.clock.now() };
  return standingAmong(deps, sample, scope).map((id) => deps.knowledge.get(id));
}

/** These entries with all above and below them and what corrects them: they answer the same question otherwise. */
export function sameMatter(
  deps: LearningDeps,
  storeId: string,
  entry: KnowledgeEntry,
  ids: readonly string[],
): ReadonlySet<string> {
  const scope = { ...scopeOf(deps, storeId, entry), isUnlimited: true };
  const related = standingWith(deps.passages, ids, scope);
  const corrections = deps.passages.correcting([...related], scope);
  return new Set([...related, ...corrections.map(({ ownerId }) => ownerId)]);
}

/** Entries that answer the same about the same thing: "Yes." of two products are two answers. */
function groupOf(deps: LearningDeps, storeId: string, entry: KnowledgeEntry): readonly string[] {
  const key = groupKeyOf(entry);
  const same = deps.knowledge
    .withAnswer(storeId, entry.answer)
    .filter((one) => one.kind === 'pair' && groupKeyOf(one) === key)
    .map((one) => one.id);
  return [entry.id, ...standingAmong(deps, same, scopeOf(deps, storeId, entry)).filter((id) => id !== entry.id)];
}

function scopeOf(deps: LearningDeps, storeId: string, { scope, channels }: KnowledgeEntry): SearchScope {
  return {
    storeId,
    profileId: deps.profileId(),
    about: scope.length > 0 ? scope : null,
    channel: channels[0] ?? null,
    at: deps.clock.now(),
  };
}

/** What the order is learned to be. */
type Learned = { readonly classifier: AnswerClassifier | null; readonly votes: TopicVotes };

function askedWithout(
  deps: LearningDeps,
  storeId: string,
  entry: KnowledgeEntry,
  except: ReadonlySet<string>,
  { classifier, votes }: Learned,
): Ranking {
  const embedderId = deps.embedder()?.id ?? null;
  const vector = embedderId === null ? null : deps.passages.questionVector(embedderId, entry.id);
  const question = { text: entry.question, vector, embedderId };
  return rankCandidates(deps, question, { ...scopeOf(deps, storeId, entry), except }, classifier, votes);
}

/** A ranking without what agents have answered in the entry's words: that is right wherever it comes up. */
function withoutPrecedents(ranking: Ranking, { answer }: KnowledgeEntry): Ranking {
  const key = answerKeyOf(answer);
  const isPrecedent = ({ kind, correctsEntryId, answerKey }: Candidate): boolean =>
    kind === 'learned' && correctsEntryId === null && answerKey === key;
  return { ...ranking, candidates: ranking.candidates.filter((one) => !isPrecedent(one)) };
}

/** Asks an entry's question with every third word left out. */
async function askedInPart(
  deps: LearningDeps,
  storeId: string,
  entry: KnowledgeEntry,
  { classifier, votes }: Learned,
): Promise<Ranking> {
  const words = entry.question.split(/\s+/);
  const text =
    words.length > 2
      ? words.filter((_, i) => i % 3 !== 1).join(' ')
      : [...entry.question].filter((_, i) => i % 3 !== 1).join('');
  const embedder = deps.embedder();
  const vector = embedder === null ? null : ((await embedder.embed([text]))[0] ?? null);
  const question = { text, vector, embedderId: embedder?.id ?? null };
  return rankCandidates(deps, question, scopeOf(deps, storeId, entry), classifier, votes);
}
