import { stepLetters } from '#core/learning/typing/model/read-typing-weights.ts';
import type { TypingWeights } from '#core/learning/typing/model/type-shares.ts';
import {
  type SentenceVectors,
  type TypingFeatures,
  piecePrefix,
  signalPrefix,
  typingFeatures,
} from '#core/learning/typing/model/typing-features.ts';
import { LessonType } from '#shared/model/lesson.ts';
import { type LabelledPair, type PairReader, readingOf } from '#test/core/learning/typing/labelled-pairs.ts';

const types = LessonType.options;

/** A changed sentence of a labelled pair. */
export type TypingExample = {
  readonly features: TypingFeatures;
  readonly vectors: SentenceVectors | null;
  readonly type: LessonType;
  /** How surely the pair's label is this sentence's as well. */
  readonly weight: number;
};

/** What the labels of a pair say of each sentence that was changed in it. */
export function examplesOf(pair: LabelledPair, { vectorOf }: PairReader): readonly TypingExample[] {
  const found: Array<Omit<TypingExample, 'type' | 'weight'> & { text: string }> = [];
  readingOf(pair, {
    vectorOf,
    judge: (sentence, signals) => {
      const { vectors, meaning } = sentence;
      found.push({ features: typingFeatures(sentence, signals), vectors, text: meaning.text.trim() });
      return { type: 'fact', sure: 1 };
    },
  });
  return found.map(({ text, ...example }) => ({ ...example, ...labelOf(pair, text, found.length) }));
}

function labelOf(
  { type, own, oneOff, customerName }: LabelledPair,
  text: string,
  sentences: number,
): Pick<TypingExample, 'type' | 'weight'> {
  if (oneOff !== null && (text.includes(oneOff) || oneOff.includes(text))) return { type: 'exception', weight: 1 };
  const isOwn = own.some(
    (value) =>
      value.length > 2 &&
      !customerName.toLowerCase().includes(value.toLowerCase()) &&
      !value.includes(customerName) &&
      text.includes(value),
  );
  if (type === 'exception') return { type, weight: 0.3 };
  if (type === 'personal') return { type, weight: isOwn ? 1 : 0.4 };
  if (isOwn) return { type: 'personal', weight: 1 };
  return { type, weight: sentences === 1 ? 1 : 0.8 };
}

/** How far weights may stray from 0, by the kind of feature (variance of a Gaussian prior); chosen by leaving authors out. */
const scales = { signal: 0.5, piece: 2, form: 2, near: 8, around: 4 };
/** A piece that stands in fewer examples is no piece of grammar. */
const leastExamples = 6;
const rounds = 150;

/** Where a feature or a place of the vectors stands, and its prior. */
type Column = { readonly place: number; readonly scale: number };

/** Examples as rows of numbers, scaled by the prior. */
export type Fitting = {
  readonly examples: readonly TypingExample[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Width of a vector; 0: they are left out. */
  readonly width: number;
  readonly rows: readonly Float64Array[];
  /** Products of every two rows. */
  readonly kernel: readonly Float64Array[];
};

export function fittingOf(examples: readonly TypingExample[], withVectors: boolean): Fitting {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) =>
    name.startsWith(piecePrefix) && count < leastExamples ? [] : [name],
  );
  const columns = new Map(names.toSorted().map((name, place) => [name, { place, scale: scaleOf(name) }]));
  const width = withVectors ? (examples.find(({ vectors }) => vectors !== null)?.vectors?.sentence.length ?? 0) : 0;
  const rows = examples.map(({ features, vectors }) => {
    const row = new Float64Array(columns.size + 4 * width);
    for (const [name, value] of features) {
      const column = columns.get(name);
      if (column !== undefined) row[column.place] = value * Math.sqrt(column.scale);
    }
    if (withVectors && vectors !== null)
      [vectors.sentence, vectors.question, vectors.sent, vectors.drafted].forEach((vector, part) =>
        vector?.forEach((value, i) => {
          row[columns.size + part * width + i] = value * Math.sqrt(partScale(part));
        }),
      );
    return row;
  });
  return {
    examples,
    columns,
    width,
    rows,
    kernel: rows.map((one) => Float64Array.from(rows, (other) => product(one, other))),
  };
}

function scaleOf(name: string): number {
  return name.startsWith(signalPrefix) ? scales.signal : name.startsWith(piecePrefix) ? scales.piece : scales.form;
}

function partScale(part: number): number {
  return part < 2 ? scales.near : scales.around;
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}

/**
 * Multinomial logistic regression with a Gaussian prior on those of the examples that `isIn`, by accelerated gradient
 * descent over a weight an example (Nesterov 1983); deterministic.
 */
export function fitted(fitting: Fitting, embedderId: string, isIn: (index: number) => boolean): TypingWeights {
  const chosen = fitting.examples.flatMap((_, i) => (isIn(i) ? [i] : []));
  const kernel = chosen.map((i) => Float64Array.from(chosen, (j) => fitting.kernel[i]?.[j] ?? 0));
  const examples = chosen.flatMap((i) => fitting.examples[i] ?? []);
  const step = 1 / (0.5 * largestEigenvalue(kernel) + 1);
  const wide = examples.length * types.length;
  let alphas = new Float64Array(wide);
  let ahead = new Float64Array(wide);
  let pace = 1;
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(wide);
    examples.forEach(({ type, weight }, i) => {
      const shares = softmax(types.map((_, k) => dual(kernel[i], ahead, k)));
      shares.forEach((share, k) => {
        const at = i * types.length + k;
        const slope = weight * (share - Number(types[k] === type)) + (ahead[at] ?? 0);
        next[at] = (ahead[at] ?? 0) - step * slope;
      });
    });
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    ahead = next.map((one, i) => one + ((pace - 1) / nextPace) * (one - (alphas[i] ?? 0)));
    alphas = next;
    pace = nextPace;
  }
  return weightsOf(fitting, chosen, alphas, embedderId);
}

function dual(row: Float64Array | undefined, alphas: Float64Array, type: number): number {
  let sum = 0;
  const length = row?.length ?? 0;
  for (let i = 0; i < length; i++) sum += (row?.[i] ?? 0) * (alphas[i * types.length + type] ?? 0);
  return sum;
}

function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / sum);
}

/** By power iteration. */
function largestEigenvalue(kernel: readonly Float64Array[]): number {
  let vector = new Float64Array(kernel.length).fill(1);
  let length = 1;
  for (let round = 0; round < 30; round++) {
    const next = Float64Array.from(kernel, (row) => product(row, vector));
    length = Math.sqrt(product(next, next));
    vector = next.map((one) => one / length);
  }
  return length;
}

function weightsOf(
  { columns, width, rows }: Fitting,
  chosen: readonly number[],
  alphas: Float64Array,
  embedderId: string,
): TypingWeights {
  const wide = columns.size + 4 * width;
  const all = types.map((_, k) => {
    const sums = new Float64Array(wide);
    chosen.forEach((i, n) => {
      const alpha = alphas[n * types.length + k] ?? 0;
      rows[i]?.forEach((value, j) => {
        sums[j] = (sums[j] ?? 0) + alpha * value;
      });
    });
    return sums;
  });
  const features = new Map(
    [...columns].map(([name, { place, scale }]) => [name, all.map((row) => (row[place] ?? 0) * Math.sqrt(scale))]),
  );
  if (width === 0) return { features, vectors: null };
  const vectorRows = all.map((row) =>
    Float32Array.from(row.subarray(columns.size), (one, j) => one * Math.sqrt(partScale(Math.floor(j / width)))),
  );
  return { features, vectors: { embedderId, rows: vectorRows } };
}

/** Weights are written in tenths; what is less in all types tells nothing. */
const tenths = 10;
const lineLength = 116;

/** The features' weights as they stand in the product. */
export function writtenFeatures({ features }: TypingWeights): readonly string[] {
  const pieces = [...features]
    .filter(([name]) => !/[|=`\\{]/.test(name))
    .map(([name, row]) => ({ name, row: row.map((weight) => Math.round(weight * tenths)) }))
    .filter(({ row }) => row.some((weight) => Math.abs(weight) >= 1))
    .map(({ name, row }) => `${name}=${row.join(',')}|`);
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last === undefined || last.length + piece.length > lineLength) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines;
}

/** The vectors' weights as they stand in the product: a letter each. */
export function writtenVectors({ vectors }: TypingWeights): {
  readonly step: number;
  readonly lines: readonly string[];
} {
  const all = (vectors?.rows ?? []).flatMap((row) => [...row]);
  const step = Number((Math.max(...all.map(Math.abs)) / 31).toPrecision(4));
  const letters = all.map((weight) => stepLetters[Math.round(weight / step) + 32] ?? '').join('');
  return { step, lines: letters.match(new RegExp(`.{1,${lineLength}}`, 'gu')) ?? [] };
}
