import { type GramRarity, type GramRow, gramRow, gramWidth } from './text-grams.ts';

/** A question whose answer is known. */
export type LabelledQuestion = {
  readonly text: string;
  readonly vector: Float32Array;
  /** Index of the answer among the classifier's; the last is an answer of its own (`ownClassOf`). */
  readonly answer: number;
};

/**
 * Which of the answers that stand under several questions a question is for: softmax regression over its sentence
 * vector and what it is written with. The last class is "an answer of its own".
 */
export type AnswerClassifier = {
  readonly embedderId: string;
  /** Class of an answer by its key (`groupKeyOf`). */
  readonly classes: ReadonlyMap<string, number>;
  /** Class of what it was trained on, by entry or learned item: one that is worded anew keeps its class. */
  readonly owners: ReadonlyMap<string, number>;
  /** The class of questions that none of the answers is for; null where no such question is known. */
  readonly unanswered: number | null;
  readonly rarity: GramRarity;
  /** Row-major, one row a feature (the vector's, then the grams'), one column a class. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

/** What training asks of its surroundings. */
export type TrainingOptions = {
  readonly embedderId: string;
  readonly classes: ReadonlyMap<string, number>;
  readonly owners: ReadonlyMap<string, number>;
  readonly unanswered: number | null;
  readonly rarity: GramRarity;
  /** Lets others run: called every few examples. */
  readonly passTurn: () => Promise<void>;
};

const batchSize = 64;
/** Examples of a batch, and rows, made in one turn. */
const examplesATurn = 16;
const rowsATurn = 100;
/** Few examples are looked at often, many a few times. */
const leastEpochs = 4;
const examplesSeen = 3_000;
/** Adam (Kingma & Ba, 2015), the step falling to nothing over the training. */
const firstStep = 0.04;
const momentum = 0.9;
const squareMomentum = 0.99;
const decayOfAll = 0.45;
const mostDecay = 1e-4;

/** Trains on the examples, the same for the same ones in the same order. */
export async function trainClassifier(
  examples: readonly LabelledQuestion[],
  options: TrainingOptions,
): Promise<AnswerClassifier> {
  const { embedderId, classes, owners, unanswered, rarity, passTurn } = options;
  const width = examples[0]?.vector.length ?? 0;
  const classCount = ownClassOf(classes, unanswered) + 1;
  const size = (width + gramWidth) * classCount;
  const state = {
    weights: new Float32Array(size),
    bias: new Float32Array(classCount),
    gradient: new Float32Array(size),
    first: new Float32Array(size),
    second: new Float32Array(size),
  };
  const rows: GramRow[] = [];
  for (const { text } of examples) {
    rows.push(gramRow(text, rarity));
    if (rows.length % rowsATurn === 0) await passTurn();
  }
  const epochs = Math.max(leastEpochs, Math.ceil(examplesSeen / Math.max(1, examples.length)));
  const batches = Math.ceil(examples.length / batchSize);
  const decay = Math.min(mostDecay, decayOfAll / Math.max(1, examples.length));
  const nextRandom = randomNumbers(0x5eed);
  const order = Uint32Array.from(examples, (_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, nextRandom);
    for (let batch = 0; batch < batches; batch++) {
      const members = order.subarray(batch * batchSize, (batch + 1) * batchSize);
      const rate = firstStep * (1 - step / (epochs * batches));
      step++;
      state.gradient.fill(0);
      for (let from = 0; from < members.length; from += examplesATurn) {
        const some = members.subarray(from, from + examplesATurn);
        addGradients(state, some, examples, rows, { width, classCount, rate, share: 1 / members.length });
        await passTurn();
      }
      adamStep(state, { rate, decay, step });
    }
  }
  return { embedderId, classes, owners, unanswered, rarity, weights: state.weights, bias: state.bias };
}

/** The class of answers that stand under one question each: the last. */
export function ownClassOf(classes: ReadonlyMap<string, number>, unanswered: number | null): number {
  return classes.size + (unanswered === null ? 0 : 1);
}

/** Whether two tell the same of every question: the same knowledge teaches the same. */
export function isSameClassifier(one: AnswerClassifier | null, other: AnswerClassifier | null): boolean {
  if (one === other) return true;
  if (one === null || other === null || one.embedderId !== other.embedderId) return false;
  if (one.unanswered !== other.unanswered) return false;
  if (one.weights.length !== other.weights.length || one.owners.size !== other.owners.size) return false;
  const isSameAnswer = ([key, place]: readonly [string, number]): boolean => other.classes.get(key) === place;
  const isSameOwner = ([owner, place]: readonly [string, number]): boolean => other.owners.get(owner) === place;
  if (![...one.classes].every(isSameAnswer) || ![...one.owners].every(isSameOwner)) return false;
  return (
    one.bias.every((bias, i) => bias === other.bias[i]) && one.weights.every((weight, i) => weight === other.weights[i])
  );
}

/** The length of the sentence vectors that a classifier weighs. */
export function vectorWidthOf({ weights, bias }: AnswerClassifier): number {
  return weights.length / bias.length - gramWidth;
}

/** Natural logarithm of the probability of each class, the last being "an answer of its own". */
export function logPosteriors(classifier: AnswerClassifier, text: string, vector: Float32Array): Float32Array {
  const { weights, bias, rarity } = classifier;
  const scores = Float32Array.from(bias);
  addScores(scores, weights, vector, gramRow(text, rarity));
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - top);
  const norm = top + Math.log(sum);
  return scores.map((score) => score - norm);
}

function addScores(scores: Float32Array, weights: Float32Array, vector: Float32Array, row: GramRow): void {
  const classCount = scores.length;
  for (let i = 0; i < vector.length; i++) addScaled(scores, weights, i * classCount, vector[i] ?? 0);
  for (let i = 0; i < row.places.length; i++)
    addScaled(scores, weights, (vector.length + (row.places[i] ?? 0)) * classCount, row.weights[i] ?? 0);
}

function addScaled(to: Float32Array, from: Float32Array, start: number, scale: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + scale * (from[start + i] ?? 0);
}

function subtractScaled(to: Float32Array, start: number, from: Float32Array, scale: number): void {
  for (let i = 0; i < from.length; i++) to[start + i] = (to[start + i] ?? 0) + scale * (from[i] ?? 0);
}

type TrainingState = {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly gradient: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
};

type BatchShape = {
  readonly width: number;
  readonly classCount: number;
  readonly rate: number;
  /** Of one example in the batch. */
  readonly share: number;
};

/** Adds the gradient of the cross-entropy over a part of a batch. */
function addGradients(
  state: TrainingState,
  members: Uint32Array,
  examples: readonly LabelledQuestion[],
  rows: readonly GramRow[],
  { width, classCount, rate, share }: BatchShape,
): void {
  const { weights, bias, gradient } = state;
  const biasMove = new Float32Array(classCount);
  for (const member of members) {
    const example = examples[member];
    const row = rows[member];
    if (example === undefined || row === undefined) continue;
    const errors = Float32Array.from(bias);
    addScores(errors, weights, example.vector, row);
    toErrors(errors, example.answer, share);
    for (let i = 0; i < width; i++) subtractScaled(gradient, i * classCount, errors, example.vector[i] ?? 0);
    for (let i = 0; i < row.places.length; i++)
      subtractScaled(gradient, (width + (row.places[i] ?? 0)) * classCount, errors, row.weights[i] ?? 0);
    for (let i = 0; i < classCount; i++) biasMove[i] = (biasMove[i] ?? 0) + (errors[i] ?? 0);
  }
  for (let i = 0; i < classCount; i++) bias[i] = (bias[i] ?? 0) - rate * (biasMove[i] ?? 0);
}

/** Turns scores into (probability − truth) · share, in place. */
function toErrors(scores: Float32Array, truth: number, share: number): void {
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const value = Math.exp((scores[i] ?? 0) - top);
    scores[i] = value;
    sum += value;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = ((scores[i] ?? 0) / sum - (i === truth ? 1 : 0)) * share;
}

function adamStep(
  { weights, gradient, first, second }: TrainingState,
  { rate, decay, step }: { readonly rate: number; readonly decay: number; readonly step: number },
): void {
  const firstScale = 1 / (1 - momentum ** step);
  const secondScale = 1 / (1 - squareMomentum ** step);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    const slope = (gradient[i] ?? 0) + decay * weight;
    const mean = momentum * (first[i] ?? 0) + (1 - momentum) * slope;
    const square = squareMomentum * (second[i] ?? 0) + (1 - squareMomentum) * slope * slope;
    first[i] = mean;
    second[i] = square;
    weights[i] = weight - (rate * mean * firstScale) / (Math.sqrt(square * secondScale) + 1e-6);
  }
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: Uint32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}
