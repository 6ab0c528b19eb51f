import { expect, test } from 'vitest';
import { planSource } from '#core/sources/plan-source.ts';
import { everything, takePlan } from '#core/sources/take-plan.ts';
import { pieces, sourceDesk, whole } from './source-desk.ts';

test('bug: many sections under one heading are each compared with all of them, and the desk stands still', async () => {
  const desk = sourceDesk();
  let longest = 0;
  let last = performance.now();
  const passTurn = async () => {
    longest = Math.max(longest, performance.now() - last);
    await new Promise((go) => setImmediate(go));
    last = performance.now();
  };
  const deps = { ...desk.deps, passTurn };
  const sections = (says: string) =>
    pieces(
      'a.md',
      Array.from({ length: 4_000 }, (_, i) => ({ kind: 'article', question: 'Overview', answer: `${says} ${i}` })),
    );
  const planned = (says: string) =>
    planSource(deps, desk.source, { pieces: sections(says), coverage: whole, problems: [], state: null });
  const began = performance.now();
  await takePlan(deps, await planned('What the page says of itself:'), everything, 'Read');
  expect((await planned('All other words, not one of them the same, about')).changes.length).toBeGreaterThanOrEqual(
    4_000,
  );
  expect(longest).toBeLessThan(1_000);
  expect(performance.now() - began).toBeLessThan(15_000);
}, 60_000);
