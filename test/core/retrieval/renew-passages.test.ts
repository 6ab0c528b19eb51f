import { expect, test } from 'vitest';
import { renewPassages } from '#core/retrieval/renew-passages.ts';
import { coreDesk, teach } from '#test/support/core-desk.ts';

test('bug: what an older program indexed is never found by its sentences', async () => {
  const desk = coreDesk();
  const answer = 'The kettle is of steel. Its lid is of glass.';
  for (let i = 0; i < 120; i++) await teach(desk, `Care › Kettle ${i}`, answer, { kind: 'article' });
  const before = desk.db.passages.count(desk.embedder.id);
  // As version 11 left it: a passage without the vectors of its parts.
  const entry = await teach(desk, 'Care › Teapot', answer, { kind: 'article' });
  desk.db.passages.remove(entry.id);
  expect(desk.db.passages.count(desk.embedder.id).passages).toBe(before.passages);
  await renewPassages(desk.deps);
  const { passages, toEmbed } = desk.db.passages.count(desk.embedder.id);
  expect(passages).toBe(before.passages + 1);
  // Its two sentences under their heading; the answer as a whole has a vector already.
  expect(toEmbed).toBe(2);

  desk.db.passages.remove(entry.id);
  await renewPassages(desk.deps);
  expect(desk.db.passages.count(null).passages).toBe(before.passages);
});
