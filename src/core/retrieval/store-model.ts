import type { Regime } from '#shared/model/draft.ts';
import type { AnswerClassifier } from './answer-classifier.ts';
import { type Calibration, type Features, priorCalibration } from './confidence.ts';
import type { LearnedClassifiers } from './learn-classifier.ts';
import type { ProperNames } from './proper-names.ts';
import { type TopicVotes, noVotes } from './topic-votes.ts';

/** One answer that the desk would have given and of which it knows whether it was right. */
export type Trial = {
  /** The desk's own probability that it is right. 0…1 */
  readonly confidence: number;
  readonly isRight: boolean;
  /** Of the answer; null where it bears none. */
  readonly topic: string | null;
  /** How much it counts, beside 1 for something that really happened. */
  readonly weight: number;
};

/** The same before a confidence is made of it. */
export type JudgedAnswer = Omit<Trial, 'confidence'> & { readonly regime: Regime; readonly features: Features };

/** What the desk has learned about answering for one store. */
export type LearnedModel = {
  readonly calibration: Calibration;
  /** Null where the knowledge hardly ever says one answer under several questions. */
  readonly classifier: AnswerClassifier | null;
  /** Those that the lessons were learned by, to learn others from a changed knowledge. */
  readonly classifiers: LearnedClassifiers | null;
  /** What topics are worth in the order. */
  readonly votes: TopicVotes;
  /** What the subjects that entries are limited to are called. */
  readonly names: ProperNames;
  /** Keys of the answers by hand that several conversations have borne out. */
  readonly confirmed: ReadonlySet<string>;
  /** What the knowledge by itself teaches about confidence. */
  readonly lessons: readonly JudgedAnswer[];
  /** What the calibration was fitted on: those lessons, and real outcomes. */
  readonly trials: readonly Trial[];
  /** How many questions of the store it was learned from, and how many outcomes. */
  readonly questionCount: number;
  readonly outcomeCount: number;
};

export type StoreModel = LearnedModel & {
  /** From which confidence on an answer of this topic (null: of none) is offered. 0…1 */
  readonly offeredFrom: (topic: string | null) => number;
};

/** An answer is offered when it is more likely right than not: below that, silence loses less. */
export const usualThreshold = 0.5;

/** What the desk believes of a store before it has seen its knowledge. */
export const priorModel: StoreModel = {
  calibration: priorCalibration,
  classifier: null,
  classifiers: null,
  votes: noVotes,
  names: new Map(),
  confirmed: new Set(),
  lessons: [],
  trials: [],
  questionCount: 0,
  outcomeCount: 0,
  offeredFrom: () => usualThreshold,
};
