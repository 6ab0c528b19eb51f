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

test('bug: Chinese and Japanese that an older program indexed is not found in the other script', async () => {
  const desk = coreDesk();
  const { id, versionId } = await teach(desk, '發貨要多久？', '三天。', { language: 'zh' });
  const scope = { storeId: desk.storeId, about: null, channel: null, at: desk.time.now };
  const found = (): number => desk.db.passages.searchTerms(['发货'], scope, 5).length;
  expect(found()).toBe(1);
  desk.db.passages.remove(id);
  expect(found()).toBe(0);
  await renewPassages(desk.deps);
  expect(desk.db.passages.searchTerms(['发货'], scope, 5)).toMatchObject([{ versionId }]);
});
