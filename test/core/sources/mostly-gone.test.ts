import { expect, test } from 'vitest';
import { summaryOf } from '#core/sources/plan-source.ts';
import { none, sourceDesk } from './source-desk.ts';

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    question: `Question number ${i + from}?`,
    answer: `The answer to question number ${i + from}, in full.`,
  }));

test.each([
  ['nothing', []],
  ['a login page', [{ question: 'Sign in', answer: 'Please enter your name and your password.' }]],
  ['less than half', rows(14)],
])('bug: a source that suddenly says %s has all the rest retired, and nobody has to choose', async (_case, left) => {
  const desk = sourceDesk();
  await desk.read(rows(30));
  const plan = await desk.plan(left);
  const { counts, unsure } = summaryOf(plan, desk.source.id);
  expect(counts.gone).toBeGreaterThan(15);
  expect(unsure.gone).toBe(counts.gone);
  expect(plan.changes.filter(({ change }) => change === 'gone').every((one) => one.reason === 'mostly_gone')).toBe(
    true,
  );
  await desk.take(plan, { takesUnsure: false });
  expect(desk.active().length).toBeGreaterThanOrEqual(30);
});

test.each([
  [30, 15],
  [9, 0],
])(
  'bug: an ordinary change of a source has to be chosen line by line: of %s entries %s are left',
  async (had, left) => {
    const desk = sourceDesk();
    await desk.read(rows(had));
    const { counts, unsure } = summaryOf(await desk.plan(rows(left)), desk.source.id);
    expect(counts).toEqual({ ...none, unchanged: left, gone: had - left });
    expect(unsure.gone).toBe(0);
  },
);
