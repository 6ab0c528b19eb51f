import { afterAll, beforeAll, expect, test } from 'vitest';
import { typingEmbedderId } from '#core/learning/typing/model/type-by-model.ts';
import type { VectorOf } from '#core/learning/typing/typed-answer.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { realEmbedder } from '#test/core/support/measured/real-nearness.ts';
import {
  type PairSet,
  examination,
  labelledPairs,
  readingOf,
  sets,
  typingFigures,
  vectorsOfPairs,
} from './labelled-pairs.ts';

let embedder: Embedder;
let vectorOf: VectorOf;

beforeAll(async () => {
  embedder = await realEmbedder();
  vectorOf = await vectorsOfPairs(embedder, [...sets, examination].flatMap(labelledPairs));
}, 240_000);

afterAll(() => embedder.close());

/** Of pairs that the weights were fitted on; how unseen ones are read tells `node test/bench/fit-typing.ts --dry`. */
const least: Record<PairSet, number> = {
  built: 0.97,
  apart: 0.97,
  later: 0.95,
  blind: 0.95,
  desks: 0.9,
  counters: 0.9,
  everyday: 0.95,
  // An examination, on which nothing is fitted.
  unseen: 0.77,
};

const leastRelated: Record<PairSet, number> = {
  built: 0.93,
  apart: 0.93,
  later: 0.93,
  blind: 0.93,
  desks: 0.85,
  counters: 0.9,
  everyday: 0.85,
  unseen: 0.75,
};
/** Sets that words alone are enough for. */
const plain: readonly PairSet[] = ['built', 'apart', 'later', 'blind'];

test('bug: an edit is taken for what it is not', () => {
  for (const set of [...sets, examination] as const) {
    const { right, pairs, relationsRight, relations } = typingFigures(labelledPairs(set), { vectorOf });
    expect(right / pairs, set).toBeGreaterThanOrEqual(least[set]);
    expect(relationsRight / relations, set).toBeGreaterThanOrEqual(leastRelated[set]);
  }
});

test.each([
  { by: 'vectors', of: plain, from: 0.98 },
  { by: 'vectors', of: sets, from: 0.98 },
  { by: 'words', of: plain, from: 0.98 },
  { by: 'words', of: sets, from: 0.95 },
])('bug: what was granted to one customer is told to the next ($by, $of)', ({ by, of, from }) => {
  const reader = { vectorOf: by === 'vectors' ? vectorOf : null };
  const figures = of.map((set) => typingFigures(labelledPairs(set), reader));
  const taught = figures.flatMap(({ oneOffsTaught }) => oneOffsTaught);
  const all = figures.reduce((sum, { oneOffs }) => sum + oneOffs, 0);
  expect(1 - taught.length / all, taught.join(' ')).toBeGreaterThanOrEqual(from);
});

/** An animal that the question is about, as it is remembered. */
const askedAbout = ['w1-en-7'];

test.each(sets)('bug: what belongs to a customer is kept (%s)', (set) => {
  const { ownKept } = typingFigures(labelledPairs(set), { vectorOf });
  expect(ownKept.filter((id) => !askedAbout.includes(id))).toEqual([]);
  if (plain.includes(set)) expect(typingFigures(labelledPairs(set), { vectorOf: null }).ownKept).toEqual([]);
});

test('bug: a fact that stands beside a kindness is lost, or the kindness is not', () => {
  const [pair] = labelledPairs('built').filter(({ type }) => type === 'policy');
  if (pair === undefined) throw new Error('No pair');
  const told = { ...pair, sent: `${pair.sent} As an exception I'll pay your postage this time.` };
  const reading = readingOf(told, { vectorOf: null });
  expect(reading.type).toBe('policy');
  expect(reading.taught).toContain('60 days');
  expect(reading.taught).not.toContain('postage');
});

test('bug: the weights were fitted with other vectors than the desk makes', () => {
  expect(embedder.id).toBe(typingEmbedderId);
});
