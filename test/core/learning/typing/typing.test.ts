import { expect, test } from 'vitest';
import { halves, labelledPairs, readingOf, typingFigures } from './labelled-pairs.ts';

test('bug: an edit is taken for what it is not', () => {
  const least = { built: 0.96, apart: 0.93, later: 0.85 };
  for (const half of halves) {
    const { right, pairs, relationsRight, relations } = typingFigures(labelledPairs(half));
    expect(right / pairs, half).toBeGreaterThanOrEqual(least[half]);
    expect(relationsRight / relations, half).toBeGreaterThanOrEqual(0.93);
  }
});

test('bug: what was granted to one customer is told to the next', () => {
  const figures = halves.map((half) => typingFigures(labelledPairs(half)));
  const taught = figures.flatMap(({ oneOffsTaught }) => oneOffsTaught);
  const all = figures.reduce((sum, { oneOffs }) => sum + oneOffs, 0);
  expect(1 - taught.length / all, taught.join(' ')).toBeGreaterThanOrEqual(0.98);
});

test.each([...halves])('bug: what belongs to a customer is kept (%s)', (half) => {
  expect(typingFigures(labelledPairs(half)).ownKept).toEqual([]);
});

test('bug: a fact that stands beside a kindness is lost, or the kindness is not', () => {
  const [pair] = labelledPairs('built').filter(({ type }) => type === 'policy');
  if (pair === undefined) throw new Error('No pair');
  const reading = readingOf({ ...pair, sent: `${pair.sent} As an exception I'll pay your postage this time.` });
  expect(reading.type).toBe('policy');
  expect(reading.taught).toContain('60 days');
  expect(reading.taught).not.toContain('postage');
});

test('bug: edits of a hand that nothing was fitted on are read worse than they were', () => {
  const { right, pairs, oneOffs, oneOffsTaught } = typingFigures(labelledPairs('blind'));
  expect(right / pairs).toBeGreaterThanOrEqual(0.79);
  expect(1 - oneOffsTaught.length / oneOffs).toBeGreaterThanOrEqual(0.78);
});
