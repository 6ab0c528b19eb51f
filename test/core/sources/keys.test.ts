import { expect, test } from 'vitest';
import { type PlanReadingDeps, planReading } from '#core/sources/plan-reading.ts';
import { pieces, sourceDesk } from './source-desk.ts';

test('bug: the names of a take that was cut are never kept: the next wording of a product is another product', async () => {
  const desk = sourceDesk();
  const kettle = { question: 'Kettle', answer: 'A kettle of steel with a wooden handle.', key: 'k1' };
  await desk.read([kettle]);
  // As it is when the backend ends after the last slice.
  desk.deps.sources.setReaderState(desk.source.id, null);
  const [row] = pieces('faq.csv', [kettle]);
  const rows = [{ row: 1, excerpt: '', key: 'k1', content: row?.content ?? null, refusal: null }];
  const reader = { read: async () => ({ format: 'csv' as const, encoding: '', rows }) };
  const run = { signal: new AbortController().signal, onProgress: () => undefined };
  const deps = { ...desk.deps, reader } as unknown as PlanReadingDeps;
  await planReading(deps, desk.source.id, [{ name: 'faq.csv', bytes: new Uint8Array() }], run);
  const renamed = { question: 'Gooseneck', answer: 'Completely other words about pouring slowly.', key: 'k1' };
  expect((await desk.plan([renamed])).changes).toMatchObject([{ change: 'changed' }]);
});
