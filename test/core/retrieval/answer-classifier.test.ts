import { expect, test } from 'vitest';
import {
  type AnswerClassifier,
  type LabelledQuestion,
  logPosteriors,
  trainClassifier,
  vectorWidthOf,
} from '#core/retrieval/answer-classifier.ts';
import { countGrams } from '#core/retrieval/text-grams.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const answers = ['delivery', 'returns', 'washing', 'payment'];
const words = [
  ['ship', 'parcel', 'arrive', 'courier', 'Norway'],
  ['refund', 'return', 'exchange', 'money', 'label'],
  ['dishwasher', 'wash', 'clean', 'soap', 'lid'],
  ['card', 'pay', 'invoice', 'PayPal', 'instalments'],
];
const fillers = ['please', 'how', 'can', 'about', 'me', 'the', 'it'];

/** A question about one of the answers, and a vector that leans its way. */
function question(answer: number, seed: number): LabelledQuestion {
  const random = seededRandom(seed * 31 + answer);
  const own = words[answer] ?? ['whatever', 'else', 'thing'];
  const text = [random.pick(fillers), random.pick(own), random.pick(fillers), random.pick(own)].join(' ');
  const vector = Float32Array.from({ length: 8 }, (_, i) => (i === answer ? 1 : 0) + 0.6 * (random.next() - 0.5));
  const length = Math.hypot(...vector);
  return { text, vector: vector.map((value) => value / length), answer };
}

const taught = (ofEach: number, asked = answers): readonly LabelledQuestion[] =>
  asked.flatMap((_, answer) => Array.from({ length: ofEach }, (__, i) => question(answer, i + 1)));

function trained(
  examples: readonly LabelledQuestion[],
  passTurn = () => Promise.resolve(),
  keys = answers,
): Promise<AnswerClassifier> {
  const counting = countGrams();
  for (const { text } of examples) counting.add(text);
  const classes = new Map(keys.map((key, i) => [key, i]));
  return trainClassifier(examples, {
    embedderId: 'toy/1',
    classes,
    owners: new Map(),
    unanswered: null,
    rarity: counting.rarity(),
    passTurn,
  });
}

const shares = (classifier: AnswerClassifier, { text, vector }: LabelledQuestion): readonly number[] =>
  [...logPosteriors(classifier, text, vector)].map((log) => Math.exp(log));

test('bug: questions that it has not seen are given to another answer', async () => {
  const classifier = await trained(taught(12));
  for (let i = 0; i < 20; i++) {
    for (const answer of answers.keys()) {
      const given = shares(classifier, question(answer, 1_000 + i));
      expect(given.indexOf(Math.max(...given)), `${answer} ${i}`).toBe(answer);
    }
  }
});

test('bug: the words of a question alone, or its meaning alone, say nothing', async () => {
  const classifier = await trained(taught(12));
  const likeliest = (text: string, vector: Float32Array): number => {
    const given = shares(classifier, { text, vector, answer: 1 });
    return given.indexOf(Math.max(...given));
  };
  for (const answer of answers.keys()) {
    const { text, vector } = question(answer, 5_000);
    expect(likeliest('', vector)).toBe(answer);
    expect(likeliest(text, new Float32Array(vector.length))).toBe(answer);
  }
});

test('bug: the same questions teach something else the second time', async () => {
  const [one, other] = [await trained(taught(6)), await trained(taught(6))];
  expect(one.weights).toEqual(other.weights);
  expect(one.bias).toEqual(other.bias);
});

test('bug: the answers’ chances do not make up the whole', async () => {
  const classifier = await trained(taught(6));
  for (const vector of [new Float32Array(8), question(2, 7).vector, new Float32Array(8).fill(1e3)]) {
    for (const text of ['', '🙂', 'refund', 'x'.repeat(100_000)]) {
      const given = shares(classifier, { text, vector, answer: 0 });
      expect(given).toHaveLength(answers.length + 1);
      expect(given.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 4);
    }
  }
});

test('bug: a single answer, one that nobody has asked for or no example at all break it', async () => {
  const single = await trained(taught(6, ['delivery']), undefined, ['delivery']);
  expect(shares(single, question(0, 99))[0]).toBeGreaterThan(0.9);

  const unasked = await trained(taught(12, answers.slice(0, 3)));
  for (let i = 0; i < 10; i++) {
    const given = shares(unasked, question(i % 3, 2_000 + i));
    expect(given.every(Number.isFinite)).toBe(true);
    expect(given[3]).toBeLessThan(0.1);
  }

  const empty = await trained([]);
  expect(empty.weights.every((weight) => weight === 0)).toBe(true);
  expect(vectorWidthOf(empty)).toBe(0);
});

test('bug: what has an answer of its own is taken for the nearest of the others', async () => {
  const own = Array.from({ length: 30 }, (_, i) => question(4, i + 1));
  const classifier = await trained([...taught(12), ...own]);
  expect(shares(classifier, question(4, 3_000))[4]).toBeGreaterThan(0.5);
  expect(shares(classifier, question(0, 3_000))[0]).toBeGreaterThan(0.5);
});

test('bug: training keeps every draft waiting to its end', async () => {
  let turns = 0;
  const examples = taught(50);
  await trained(examples, async () => void turns++);
  expect(turns).toBeGreaterThanOrEqual(Math.ceil(examples.length / 64) * 4);
});
