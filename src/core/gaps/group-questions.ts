import type { Language } from '#shared/model/basics.ts';
import { type Reading, readingOf } from './english-reading.ts';
import { joinedClusters } from './join-clusters.ts';
import { type ComparedQuestion, comparedQuestions, likenessOf, sumOf } from './question-likeness.ts';

/** A question to be grouped, as it was asked. */
export type GroupedQuestion = {
  readonly text: string;
  readonly language: Language;
  /** Of its English reading; null where no embedder is at hand. */
  readonly vector: Float32Array | null;
  /** What was answered, in folded form; null where that is not known or tells nothing. */
  readonly answer: string | null;
};

/** Places in the list that was given, earliest first; the first is the group's name, `best` says what all of them ask. */
export type QuestionGroup = { readonly members: readonly number[]; readonly best: number };

export type GroupOptions = {
  /** Lets other work run; called between slices. */
  readonly passTurn: () => Promise<void>;
};

/**
 * Groups questions that ask the same, by what they mean and what they say. What got the same answer is together from the
 * start. The same question about two products is one group: a person sees the wordings and can leave some out. The same
 * questions in the same order make the same groups.
 */
export async function groupedQuestions(
  questions: readonly GroupedQuestion[],
  { passTurn }: GroupOptions,
): Promise<readonly QuestionGroup[]> {
  const groups: QuestionGroup[] = [];
  const byLanguage = Map.groupBy(questions.keys(), (i) => questions[i]?.language ?? 'und');
  for (const places of byLanguage.values()) {
    for (const group of await groupedInLanguage(questions, places, passTurn)) groups.push(group);
  }
  return groups.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

/** Questions read between two turns of others. */
const slice = 200;

async function groupedInLanguage(
  questions: readonly GroupedQuestion[],
  places: readonly number[],
  passTurn: () => Promise<void>,
): Promise<readonly QuestionGroup[]> {
  // The same words are one question, however often they come.
  const wordings = [...Map.groupBy(places, (place) => wordingOf(questions[place]?.text ?? '')).values()];
  const readings: Reading[] = [];
  for (const [first = 0] of wordings) {
    if (readings.length % slice === slice - 1) await passTurn();
    readings.push(readingOf(questions[first]?.text ?? ''));
  }
  const compared = comparedQuestions(
    readings,
    wordings.map(([first = 0]) => questions[first]?.vector ?? null),
  );
  const clusters = await joinedClusters(compared, sameAnswered(questions, wordings), passTurn);
  const counts = wordings.map((same) => same.length);
  return clusters.map((cluster) => ({
    members: cluster.flatMap((wording) => wordings[wording] ?? []).sort((a, b) => a - b),
    best: wordings[mostTelling(cluster, compared, counts)]?.[0] ?? 0,
  }));
}

function wordingOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Wordings that got the same answer: one entry answers them all. */
function sameAnswered(
  questions: readonly GroupedQuestion[],
  wordings: ReadonlyArray<readonly number[]>,
): ReadonlyArray<readonly number[]> {
  const answers = wordings.map(
    (same) => same.map((place) => questions[place]?.answer ?? null).find((one) => one !== null) ?? null,
  );
  const answered = [...answers.keys()].filter((i) => answers[i] !== null);
  return [...Map.groupBy(answered, (i) => answers[i]).values()].filter((same) => same.length > 1);
}

/** How much a bare word loses as the name of a group, beside a question of the usual length. */
const barest = 0.5;

/** The wording most like all others, the one asked more often where two are; not one that says less than most of them. */
function mostTelling(
  cluster: readonly number[],
  compared: readonly ComparedQuestion[],
  counts: readonly number[],
): number {
  const all = sumOf(
    cluster.flatMap((one) => Array.from({ length: counts[one] ?? 1 }, () => compared[one] ?? [])).flat(),
  );
  const said = cluster.map((one) => compared[one]?.weight ?? 0).toSorted((a, b) => a - b);
  const usual = said[Math.floor(said.length / 2)] ?? 0;
  let [best, bestScore] = [cluster[0] ?? 0, -Infinity];
  for (const wording of cluster) {
    const one = compared[wording];
    if (one === undefined) continue;
    const fullness = usual === 0 ? 1 : Math.min(1, one.weight / usual);
    const score = likenessOf(one, all) * (barest + (1 - barest) * fullness);
    if (score > bestScore + 1e-9) [best, bestScore] = [wording, score];
  }
  return best;
}
