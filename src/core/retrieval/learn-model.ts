import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Database } from '../ports/repositories/index.ts';
import { isSameClassifier } from './answer-classifier.ts';
import { answerClasses, groupedQuestions, matterKeyOf } from './answer-groups.ts';
import { type Calibration, confidenceOf, fittedWeights, hasOtherWeights, priorCalibration } from './confidence.ts';
import { regimes } from './candidate.ts';
import { confirmedAnswers } from './confirmed-answers.ts';
import { type AskedByCustomer, learnedClassifiers } from './learn-classifier.ts';
import { learnedTopicVotes } from './learn-topic-votes.ts';
import { type AnsweredQuestion, type TaughtByOutcomes, taughtByOutcomes } from './outcome-lessons.ts';
import { type ProperNames, properNames } from './proper-names.ts';
import { selfLessons } from './self-lessons.ts';
import type { JudgedAnswer, LearnedModel } from './store-model.ts';
import { hasOtherVotes } from './topic-votes.ts';

export type LearningDeps = Pick<Database, 'passages' | 'knowledge' | 'learned' | 'lessons' | 'outcomes' | 'drafts'> & {
  readonly embedder: () => Embedder | null;
  readonly clock: Clock;
  /** For whom is learned: what only others have been taught counts for nothing. */
  readonly profileId: () => string | null;
  /** Lets other work run; called between samples so that learning never holds up a draft. */
  readonly passTurn: () => Promise<void>;
};

/**
 * What a store's knowledge, and what became of the desk's answers, teach about answering: which of its answers a question
 * is for, and how likely the nearest is right. The knowledge teaches before any outcome exists (`selfLessons`).
 */
export async function learnModel(deps: LearningDeps, storeId: string): Promise<LearnedModel> {
  const outcomes = await taughtByOutcomes(deps, storeId);
  const { answered } = outcomes;
  const questions = await groupedQuestions(deps, storeId, await confirmedAnswers(deps, storeId, answered));
  const classes = answerClasses(questions);
  const classifiers =
    classes === null ? null : await learnedClassifiers(deps, questions, classes, askedByCustomers(deps, answered));
  const votes = await learnedTopicVotes(deps, storeId, questions, classifiers);
  return judgedBy(deps, storeId, { classifiers, votes, names: await namesOf(deps, storeId) }, outcomes);
}

/** What was learned for one person, and what of it anybody may be answered by. */
export type LearnedFor = {
  /** Null: nobody is known. */
  readonly profileId: string | null;
  readonly own: LearnedModel;
  /** Learned as if nobody had taught anything of their own. */
  readonly shared: LearnedModel;
};

/**
 * `learnModel` for who works at the desk as it begins, whoever does by its end. Twice the work where that person has
 * lessons of their own.
 */
export async function learnModels(deps: LearningDeps, storeId: string): Promise<LearnedFor> {
  const profileId = deps.profileId();
  const learnedFor = (id: string | null): Promise<LearnedModel> =>
    learnModel({ ...deps, profileId: () => id }, storeId);
  const isApart = hasOwnLessons(deps, profileId, storeId);
  const shared = await learnedFor(isApart ? null : profileId);
  return { profileId, shared, own: isApart ? await learnedFor(profileId) : shared };
}

/** Without lessons that count for a person before they count for everybody, theirs is the same as everybody's. */
function hasOwnLessons({ lessons }: Pick<LearningDeps, 'lessons'>, profileId: string | null, storeId: string): boolean {
  return profileId !== null && lessons.waitingFor(profileId, storeId).length > 0;
}

/** The same of a knowledge that is only supposed: which answers there are to tell apart, and
 * what subjects are called, stays as it was learned. */
export async function supposedModel(deps: LearningDeps, storeId: string, present: LearnedModel): Promise<LearnedModel> {
  return judgedBy(deps, storeId, present, await taughtByOutcomes(deps, storeId));
}

async function judgedBy(
  deps: LearningDeps,
  storeId: string,
  { classifiers, votes, names }: Pick<LearnedModel, 'classifiers' | 'votes' | 'names'>,
  outcomes: TaughtByOutcomes,
): Promise<LearnedModel> {
  const lessons = await selfLessons(deps, storeId, classifiers, votes);
  const taught = { classifier: classifiers?.whole ?? null, classifiers, votes, names, lessons };
  return fitted(deps, storeId, { ...taught, questionCount: questionCount(deps, storeId) }, outcomes);
}

/** Customers' own wordings of what the store answers, each with the group of that answer. */
function askedByCustomers(deps: LearningDeps, answered: readonly AnsweredQuestion[]): readonly AskedByCustomer[] {
  return answered.map(({ ownerId, text }) => {
    const owner = deps.knowledge.find(ownerId) ?? deps.learned.get(ownerId);
    return { text, groupKey: matterKeyOf(deps, owner) };
  });
}

/** Most stores sell under no names of branches or brands: then nothing has to be read. */
async function namesOf(deps: LearningDeps, storeId: string): Promise<ProperNames> {
  const subjects = deps.passages.subjects({
    storeId,
    profileId: deps.profileId(),
    about: null,
    channel: null,
    at: deps.clock.now(),
  });
  return subjects.length === 0 ? new Map() : properNames(deps, storeId);
}

/** The same model with its confidence fitted to the outcomes of this moment. */
export async function refittedModel(deps: OutcomeDeps, storeId: string, model: Taught): Promise<LearnedModel> {
  return fitted(deps, storeId, model, await taughtByOutcomes(deps, storeId));
}

/** The same for who works at the desk as it begins. What serves others stays as it is where that person has lessons of their own. */
export async function refittedModels(
  deps: OutcomeDeps,
  storeId: string,
  { own: model, shared }: Pick<LearnedFor, 'own' | 'shared'>,
): Promise<LearnedFor> {
  const profileId = deps.profileId();
  const isApart = hasOwnLessons(deps, profileId, storeId);
  const own = await refittedModel({ ...deps, profileId: () => profileId }, storeId, model);
  return { profileId, own, shared: isApart ? shared : own };
}

/** Fewer questions more or less than this, or than this share, change little of what all of them teach. */
const worthLearning = { questions: 20, share: 0.05 };

/** Whether a store's questions are so many more or fewer that the whole is to be learned anew. */
export function isOutgrown(
  deps: Pick<LearningDeps, 'knowledge' | 'learned' | 'profileId'>,
  storeId: string,
  model: Pick<LearnedModel, 'questionCount'>,
): boolean {
  const change = Math.abs(questionCount(deps, storeId) - model.questionCount);
  return change >= Math.max(worthLearning.questions, worthLearning.share * model.questionCount);
}

function questionCount(deps: Pick<LearningDeps, 'knowledge' | 'learned' | 'profileId'>, storeId: string): number {
  const reaching = { profileId: deps.profileId() };
  const learned = deps.learned.list({ storeId, state: 'active', reaching, offset: 0, limit: 1 });
  return deps.knowledge.countActive(storeId) + learned.total;
}

type OutcomeDeps = Pick<
  LearningDeps,
  'outcomes' | 'drafts' | 'knowledge' | 'learned' | 'lessons' | 'embedder' | 'profileId' | 'passTurn'
>;

/** What the knowledge alone teaches. */
type Taught = Pick<LearnedModel, 'classifier' | 'classifiers' | 'votes' | 'lessons' | 'names' | 'questionCount'>;

/** What the knowledge teaches counts no more than so many real answers … */
const selfWeight = 300;
/** … and half of that once there are so many. */
const outcomesWorthHalf = 150;

async function fitted(
  deps: OutcomeDeps,
  storeId: string,
  taught: Taught,
  { lessons: outcomes, answered }: TaughtByOutcomes,
): Promise<LearnedModel> {
  const { lessons } = taught;
  const confirmed = await confirmedAnswers(deps, storeId, answered);
  const total = lessons.reduce((sum, { weight }) => sum + weight, 0);
  // One that speaks for an answer and against it is two lessons and one outcome.
  const outcomeCount = Math.round(outcomes.reduce((sum, { weight }) => sum + weight, 0));
  const scale = Math.min(1, selfWeight / Math.max(1, total)) / (1 + outcomeCount / outcomesWorthHalf);
  const answers: readonly JudgedAnswer[] = [
    ...lessons.map((lesson) => ({ ...lesson, weight: lesson.weight * scale })),
    ...outcomes,
  ];
  const calibration: Calibration = { ...priorCalibration };
  for (const regime of regimes) {
    const examples = answers.filter((answer) => answer.regime === regime);
    Object.assign(calibration, { [regime]: fittedWeights(examples, priorCalibration[regime]) });
  }
  const trials = answers.map(({ regime, features, isRight, topic, weight }) => ({
    confidence: confidenceOf(features, calibration[regime]),
    isRight,
    topic,
    weight,
  }));
  return { ...taught, confirmed, calibration, outcomeCount, trials };
}

/** A confidence that differs by less is the same to a person. */
const noticeable = 0.05;
const compared = 200;

/** Whether drafts made by one model would be judged otherwise by another. */
export function hasMovedFrom(before: LearnedModel, after: LearnedModel): boolean {
  if (!isSameClassifier(before.classifier, after.classifier) || hasOtherVotes(before.votes, after.votes)) return true;
  if (after.lessons.length === 0) return hasOtherWeights(before.calibration, after.calibration);
  return after.lessons.slice(0, compared).some(({ regime, features }) => {
    const [one, other] = [before, after].map(({ calibration }) => confidenceOf(features, calibration[regime]));
    return Math.abs((one ?? 0) - (other ?? 0)) > noticeable;
  });
}
