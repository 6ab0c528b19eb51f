import { expect, test } from 'vitest';
import { restoreKnowledge, retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { switchSets } from '#core/knowledge/switch-sets.ts';
import { coreDesk } from '#test/support/core-desk.ts';
import { answered, base, contentWith, correct, ownOf, postage, setOn, write } from './written-desk.ts';

test('bug: corrections of what is out of time crowd out what answers now', async () => {
  const desk = coreDesk();
  const over = { validity: { from: null, until: '2026-01-01T00:00', zone: 'UTC' } };
  for (let i = 0; i < 60; i++)
    correct(desk, await write(desk, postage, `Sale ${i}.`, ownOf(desk), over), postage, `Corrected sale ${i}.`);
  await write(desk, 'Postage to Norway', 'Postage is 9 EUR.', ownOf(desk));
  expect((await answered(desk)).text).toContain('9 EUR');
});

test('bug: a correction outlives its entry’s set', async () => {
  const desk = coreDesk();
  const winter = setOn(desk, 'Winter');
  correct(desk, await write(desk, postage, 'Postage is 9 EUR.', winter.place), postage, 'Postage is 7 EUR.');
  expect((await answered(desk)).text).toContain('7 EUR');
  switchSets(desk.deps, { storeId: desk.storeId, on: [], off: [winter.id] });
  expect((await answered(desk)).text).toBe('');
});

test('bug: an owner gives an entry other words and customers are told what an agent once put in their place', async () => {
  const desk = coreDesk();
  const entry = await write(desk, postage, 'Postage is 9 EUR.', ownOf(desk));
  desk.time.now += 1_000;
  correct(desk, entry, postage, 'Postage is 7 EUR.');
  desk.time.now += 1_000;
  const save = (answer: string, over = {}) =>
    saveKnowledge(desk.deps, {
      storeId: desk.storeId,
      entryId: entry.id,
      content: contentWith(postage, answer, over),
    });
  await save('Postage is 4 EUR.');
  const draft = await answered(desk);
  expect(draft.text).toContain('4 EUR');
  expect(JSON.stringify(draft.evidence)).not.toContain('7 EUR');

  desk.time.now += 1_000;
  correct(desk, entry, postage, 'Postage is 3 EUR.');
  expect((await answered(desk)).text).toContain('3 EUR');
});

test('bug: taking an entry out of use and back, or a limit on it, undoes what an agent corrected', async () => {
  const desk = coreDesk();
  const entry = await write(desk, postage, 'Postage is 9 EUR.', ownOf(desk));
  correct(desk, entry, postage, 'Postage is 7 EUR.');
  desk.time.now += 1_000;
  retireKnowledge(desk.deps, entry.id);
  await restoreKnowledge(desk.deps, entry.id);
  expect((await answered(desk)).text).toContain('7 EUR');
  const content = contentWith(postage, 'Postage is 9 EUR.', { channels: ['email'], topic: 'Postage' });
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
  expect((await answered(desk)).text).toContain('7 EUR');
});

test('bug: a correction of the upper entry is not first where the base was asked for', async () => {
  const desk = coreDesk();
  const below = await write(desk, postage, 'Postage is 9 EUR.', base);
  const top = await write(desk, 'Zebra fees abroad', 'Postage is 4 EUR.', ownOf(desk), { overlaysEntryId: below.id });
  correct(desk, top, 'Is it dear for parcels to the north?', 'Postage is 3 EUR.');
  // So many are nearer that no search brings the correction by itself.
  for (let i = 0; i < 120; i++) await write(desk, `Postage to Norway ${i}?`, `It is for parcel ${i}.`, ownOf(desk));
  expect((await answered(desk)).text).toContain('3 EUR');
});
