import { expect, test } from 'vitest';
import { developmentBase } from './development-base.ts';
import { crossValidated } from './fit.ts';
import { healthEntry, measured, printMeasured } from './measured.ts';
import { realVectors } from './vectors.ts';

/** The models are set for knowledge where next to nothing is a finding: of pairs written to be compared they leave out more. */
const least = { contradiction: { precision: 0.95, recall: 0.75 }, duplicate: { precision: 0.95, recall: 0.9 } };

test.each(['words', 'vectors'] as const)(
  'bug: planted contradictions or duplicates are missed, or others found (by %s)',
  async (by) => {
    const { entries, labels } = developmentBase();
    const vectorsOf = by === 'words' ? () => null : await realVectors(entries);
    for (const language of ['en', 'zh', 'ja'] as const) {
      const own = entries.filter((entry) => entry.language === language);
      const ids = new Set(own.map(({ id }) => id));
      const result = measured(
        own,
        labels.filter(({ a }) => ids.has(a)),
        vectorsOf,
      );
      printMeasured(`${language} by ${by}`, own, result, false);
      for (const kind of ['contradiction', 'duplicate'] as const) {
        expect.soft(result.byKind[kind].precision).toBeGreaterThanOrEqual(least[kind].precision);
        expect.soft(result.byKind[kind].recall).toBeGreaterThanOrEqual(least[kind].recall);
      }
    }
  },
  60_000,
);

test('bug: the weights tell only the pairs they were fitted on', async () => {
  const { found } = await crossValidated([developmentBase()]);
  for (const { right, found: all } of Object.values(found.get('pairs all') ?? {}))
    expect(right / all).toBeGreaterThan(0.9);
  expect(found.get('pairs all')?.contradiction.right).toBeGreaterThan(120);
}, 60_000);

test.each([
  [
    'What does the Alder 2 weigh?',
    '2.1 kg with its bag.',
    'How heavy is the three-person Alder?',
    'The Alder 3 weighs 2.7 kg.',
  ],
  [
    'How much water does the Finch kettle hold?',
    '1.7 litres.',
    'Moor grinder: how fine?',
    '31 steps; one fill holds 40 g.',
  ],
  ['What does a set of three tins cost?', '23 pounds.', 'How much is one tin?', '8.50 pounds.'],
])('bug: siblings are said to contradict each other (%s)', (question, answer, otherQuestion, otherAnswer) => {
  const entries = [
    healthEntry({ id: 'a', question, answer }),
    healthEntry({ id: 'b', question: otherQuestion, answer: otherAnswer }),
  ];
  expect(measured(entries, []).findings).toEqual([]);
});
