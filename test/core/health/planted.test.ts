import path from 'node:path';
import { expect, test } from 'vitest';
import { healthEntry, measured, printMeasured, readBase } from './measured.ts';
import { realVectors } from './vectors.ts';

const folder = path.join(import.meta.dirname, 'planted');

/*
 * A base that was written without knowledge of the rules (planted/README.md). Half of its pairs were read while the models
 * were built. Duplicates are found as they should be; most contradictions in it are worded too differently for the
 * features there are, so their figures are told and not held to anything.
 */
test('bug: near-duplicates in a shop’s 500 entries go unseen, or are seen everywhere', async () => {
  const { entries, labels } = readBase(path.join(folder, 'base.jsonl'), path.join(folder, 'labels.jsonl'));
  const result = measured(entries, labels, await realVectors(entries));
  printMeasured('planted', entries, result, false);
  expect(result.byKind.duplicate.precision).toBeGreaterThanOrEqual(0.85);
  expect(result.byKind.duplicate.recall).toBeGreaterThanOrEqual(0.85);
}, 120_000);

test('bug: a catalogue that says the same of each model drowns the list', () => {
  const entries = Array.from({ length: 120 }, (_, i) =>
    healthEntry({
      id: `tent-${i}`,
      question: `How long does tent number ${19_000 + i} take to Iceland?`,
      answer: `Tent ${19_000 + i} takes ${3 + (i % 20)} days to Iceland.`,
    }),
  );
  expect(measured(entries, []).findings).toEqual([]);
});
