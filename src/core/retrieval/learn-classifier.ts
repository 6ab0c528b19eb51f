import { wordsOf } from '../learning/kept-share.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type AnswerClassifier, type LabelledQuestion, ownClassOf, trainClassifier } from './answer-classifier.ts';
import type { GroupedQuestion } from './answer-groups.ts';
import { type GramRarity, countGrams } from './text-grams.ts';

/** What a customer asked, and the group of the answer that was right. */
export type AskedByCustomer = { readonly text: string; readonly groupKey: string };

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
  asked: readonly AskedByCustomer[],
): Promise<LearnedClassifiers | null> {
  const embedder = deps.embedder();
  if (embedder === null) return null;
  const embedderId = embedder.id;
  const rarity = await rarityOf(deps, questions);
  const unanswered = questions.some(({ isUnanswered }) => isUnanswered) ? classes.size : null;
  const own = ownClassOf(classes, unanswered);
  const classOf = ({ groupKey, isUnanswered }: GroupedQuestion): number =>
    isUnanswered && unanswered !== null ? unanswered : (classes.get(groupKey) ?? own);
  const examples = await placedExamples(deps, embedderId, questions, classOf, classes.size);
  if (examples.length * 2 < questions.length) return null;
  const owners = new Map(examples.map(({ ownerId, answer }) => [ownerId, answer]));
  const options = { embedderId, classes, owners, unanswered, rarity, passTurn: deps.passTurn };
  const learned = new Set(questions.flatMap((one) => (one.isLearned ? [wordingOf(one)] : [])));
  // What was written by hand has become a learned item.
  const further = asked.filter((one) => classes.has(one.groupKey) && !learned.has(wordingOf(one)));
  const vectors = await embedder.embed(further.map(({ text }) => text));
  const customers = further.map(({ text, groupKey }, i) => ({
    text,
    vector: vectors[i] ?? new Float32Array(embedder.dimensions),
    answer: classes.get(groupKey) ?? own,
  }));
  const whole = await trainClassifier([...examples, ...customers], options);
  const tried = sampled(examples, mostTried);
  const partial: AnswerClassifier[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = tried.filter((one) => one.fold !== fold && one.answerFold !== fold);
    const heard = customers.filter(({ answer }) => answer % folds !== fold);
    const known = new Map([...classes].filter(([, place]) => place % folds !== fold));
    // To this one they are answers of their own.
    const unseen = new Map(
      examples.map(({ ownerId, answer, answerFold }) => [ownerId, answerFold === fold ? own : answer]),
    );
    partial.push({ ...(await trainClassifier([...seen, ...heard], options)), classes: known, owners: unseen });
  }
  const byOwner = new Map(examples.map((one) => [one.ownerId, one]));
  return {
    whole,
    withoutQuestion: (ownerId) => partial[byOwner.get(ownerId)?.fold ?? -1] ?? null,
    withoutAnswer: (ownerId) => {
      const { fold, answerFold } = byOwner.get(ownerId) ?? { fold: -1, answerFold: -1 };
      // An answer of its own has no other question.
      return partial[answerFold < 0 ? fold : answerFold] ?? null;
    },
  };
}

function wordingOf({ text, groupKey }: AskedByCustomer): string {
  return JSON.stringify([wordsOf(text), groupKey]);
}

/** Questions looked at in one turn. */
const slice = 100;

async function rarityOf(deps: ClassifierDeps, questions: readonly GroupedQuestion[]): Promise<GramRarity> {
  const counting = countGrams();
  for (const [i, { text }] of questions.entries()) {
    counting.add(text);
    if (i % slice === slice - 1) await deps.passTurn();
  }
  return counting.rarity();
}

/** Each question is left out by one fold, its whole answer by another: in whatever order they come, not all of an answer's by the same. */
async function placedExamples(
  deps: ClassifierDeps,
  embedderId: string,
  questions: readonly GroupedQuestion[],
  classOf: (question: GroupedQuestion) => number,
  classCount: number,
): Promise<readonly Placed[]> {
  const examples: Placed[] = [];
  const placed = new Map<number, number>();
  for (const [i, question] of questions.entries()) {
    if (i % slice === slice - 1) await deps.passTurn();
    const { ownerId, text } = question;
    const vector = deps.passages.questionVector(embedderId, ownerId);
    if (vector === null) continue;
    const answer = classOf(question);
    const isOwn = answer >= classCount;
    const answerFold = isOwn ? -1 : answer % folds;
    const before = placed.get(answer) ?? 0;
    placed.set(answer, before + 1);
    const fold = isOwn ? before % folds : (answerFold + 1 + (before % (folds - 1))) % folds;
    examples.push({ ownerId, text, vector, answer, fold, answerFold });
  }
  return examples;
}

/** Every k-th of them. */
export function sampled<T>(all: readonly T[], most: number): readonly T[] {
  const stride = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * stride)]).filter(
    (one) => one !== undefined,
  );
}
