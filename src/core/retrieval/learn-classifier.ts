import type { Embedder } from '../ports/embedder.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type AnswerClassifier, type LabelledQuestion, trainClassifier } from './answer-classifier.ts';
import type { GroupedQuestion } from './answer-groups.ts';
import { type GramRarity, countGrams } from './text-grams.ts';

/** The classifier of all questions, and others that have not seen some: what they say of those is a fair trial. */
export type LearnedClassifiers = {
  readonly whole: AnswerClassifier;
  /** One that has not seen this question, but others of its answer. */
  readonly withoutQuestion: (ownerId: string) => AnswerClassifier | null;
  /** One that has seen no question of this one's answer. */
  readonly withoutAnswer: (ownerId: string) => AnswerClassifier | null;
};

type ClassifierDeps = Pick<Database, 'passages'> & {
  readonly embedder: () => Embedder | null;
  readonly passTurn: () => Promise<void>;
};

const folds = 5;
/** Questions that the classifiers of the trials learn from. */
const mostTried = 2_500;

type Placed = LabelledQuestion & { readonly ownerId: string; readonly fold: number; readonly answerFold: number };

/** Null where no embedder is at hand, or questions still wait for their vectors. */
export async function learnedClassifiers(
  deps: ClassifierDeps,
  questions: readonly GroupedQuestion[],
  classes: ReadonlyMap<string, number>,
): Promise<LearnedClassifiers | null> {
  const embedderId = deps.embedder()?.id ?? null;
  if (embedderId === null) return null;
  const rarity = rarityOf(questions);
  const examples = placedExamples(deps, embedderId, questions, classes);
  if (examples.length * 2 < questions.length) return null;
  const options = { embedderId, classes, rarity, passTurn: deps.passTurn };
  const whole = await trainClassifier(examples, options);
  const tried = sampled(examples, mostTried);
  const partial: AnswerClassifier[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = tried.filter((one) => one.fold !== fold && one.answerFold !== fold);
    const known = new Map([...classes].filter(([, place]) => place % folds !== fold));
    partial.push({ ...(await trainClassifier(seen, options)), classes: known });
  }
  const byOwner = new Map(examples.map((one) => [one.ownerId, one]));
  return {
    whole,
    withoutQuestion: (ownerId) => partial[byOwner.get(ownerId)?.fold ?? -1] ?? null,
    withoutAnswer: (ownerId) => partial[byOwner.get(ownerId)?.answerFold ?? -1] ?? null,
  };
}

function rarityOf(questions: readonly GroupedQuestion[]): GramRarity {
  const counting = countGrams();
  for (const { text } of questions) counting.add(text);
  return counting.rarity();
}

/** Each question is left out by one fold, its whole answer by another. */
function placedExamples(
  deps: ClassifierDeps,
  embedderId: string,
  questions: readonly GroupedQuestion[],
  classes: ReadonlyMap<string, number>,
): readonly Placed[] {
  return questions.flatMap(({ ownerId, text, groupKey }, i): readonly Placed[] => {
    const vector = deps.passages.questionVector(embedderId, ownerId);
    if (vector === null) return [];
    const answer = classes.get(groupKey) ?? classes.size;
    const answerFold = answer === classes.size ? -1 : answer % folds;
    const fold = i % folds === answerFold ? (i + 1) % folds : i % folds;
    return [{ ownerId, text, vector, answer, fold, answerFold }];
  });
}

function sampled<T>(all: readonly T[], most: number): readonly T[] {
  const stride = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * stride)]).filter(
    (one) => one !== undefined,
  );
}
