import { expect, test } from 'vitest';
import { properNames, withoutNames } from '#core/retrieval/proper-names.ts';
import { preparedTexts } from '#core/retrieval/retrieve-evidence.ts';
import { searchedText } from '#core/retrieval/searched-text.ts';
import { priorModel } from '#core/retrieval/store-model.ts';
import { addShop } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, teach } from '#test/support/core-desk.ts';

/** What a subject is called, after these entries about it beside another one. */
async function namesAfter(desk: CoreDesk, subject: string, ...answers: readonly string[]): Promise<readonly string[]> {
  await teach(desk, 'is it elsewhere?', 'It is.', { scope: ['elsewhere'] });
  for (const [i, answer] of answers.entries()) await teach(desk, `is it number ${i}?`, answer, { scope: [subject] });
  return (await properNames(desk.deps, desk.storeId)).get(subject) ?? [];
}

const boat = [
  'Yes, Rice Boat does.',
  'Ask at Rice Boat for it.',
  'None of Rice Boat’s tables are.',
  'On Rice Boat’s deck.',
];

test('bug: what a subject’s entries call it is not its name', async () => {
  expect(await namesAfter(coreDesk(), 'b7', ...boat)).toContain('rice boat');
  expect(await namesAfter(coreDesk(), 'b7', ...boat.slice(0, 2), 'it is for rice boats.')).toEqual([]);
});

test('bug: a word that begins a sentence is a name', async () => {
  const lead = ['Yes. Parking is free.', 'Parking is at the back', 'No! Parking costs 2 EUR.\nParking is paid.'];
  expect(await namesAfter(coreDesk(), 'b7', ...lead, ...lead)).toEqual([]);
  const after = ['The Golden Wok does.', 'The Golden Wok is open.', 'Is the Golden Wok open? The Golden Wok is.'];
  const names = await namesAfter(coreDesk(), 'b7', ...after);
  expect(names).toContain('golden wok');
  expect(names.some((name) => name.startsWith('the '))).toBe(false);
});

test('bug: what many subjects are said to have is the name of each', async () => {
  const desk = coreDesk();
  const payment = ['We take Apple Pay.', 'Use Apple Pay there.', 'Only Apple Pay works.'];
  for (const subject of ['b1', 'b2', 'b3', 'b4'])
    expect(await namesAfter(desk, subject, ...payment, `We are ${subject.toUpperCase()} House.`)).toBeDefined();
  const names = await properNames(desk.deps, desk.storeId);
  for (const subject of ['b1', 'b2', 'b3', 'b4']) expect(names.get(subject)).toEqual([]);
});

test('bug: with few subjects, what each of them has is the name of all', async () => {
  const desk = coreDesk();
  const usb = ['it charges over USB.', 'a USB cable is in its box.', 'any other USB plug fits it.'];
  for (const [i, answer] of usb.entries()) {
    for (const scope of [['Fern Lamp'], ['Reed Lamp']]) await teach(desk, `is it so? ${i}`, answer, { scope });
    // Nothing to tell it from.
    expect((await properNames(desk.deps, desk.storeId)).get('Fern Lamp')).toEqual([]);
  }
  const names = await namesAfter(desk, 'Fern Lamp', 'like the Ferny.', 'all of the Ferny.', 'in the Ferny.');
  expect(names).toEqual(['ferny']);
});

test('bug: another store’s entries, or ones about many subjects, give names', async () => {
  const desk = coreDesk();
  const place = { storeId: addShop(desk.db).storeId, setId: null };
  for (const answer of boat) await teach(desk, `is it? ${answer}`, answer, { scope: ['b7'] }, place);
  for (const answer of boat) await teach(desk, `is it so? ${answer}`, answer, { scope: ['b1', 'b2', 'b3'] });
  for (const answer of boat) await teach(desk, `is it here? ${answer}`, answer);
  expect([...(await properNames(desk.deps, desk.storeId)).values()].flat()).toEqual([]);
});

test('bug: every noun of a language that writes nouns with capitals is a name', async () => {
  const desk = coreDesk();
  const german = [
    'Ja, die Terrasse im Goldener Anker hat einen Grill und eine Heizung für kalte Abende im Winter.',
    'Die Küche im Goldener Anker kocht den Fisch vom Markt, dazu gibt es Brot und eine Suppe mit Gemüse.',
    'Am Montag ist im Goldener Anker die Terrasse zu, am Dienstag hat die Küche wieder offen bis in die Nacht.',
    'Wir nehmen im Goldener Anker die Karte, das Handy oder Bargeld, und auf der Terrasse kommt die Rechnung an den Tisch.',
  ];
  const twice = german.flatMap((text) => [
    text,
    `${text} Der Hund darf auf die Terrasse, und das Kind bekommt einen Stuhl.`,
  ]);
  await teach(desk, 'geht das woanders?', 'ja, das geht.', { scope: ['woanders'], language: 'und' });
  for (const [i, answer] of [...twice, ...twice].entries())
    await teach(desk, `geht das dort, nummer ${i}?`, answer, { scope: ['b7'], language: 'und' });
  expect((await properNames(desk.deps, desk.storeId)).get('b7')).toEqual(['goldener anker']);
});

test('bug: text without capitals gives names', async () => {
  expect(await namesAfter(coreDesk(), '金锅', '金锅可以停车。', '金锅周一休息。', '请到金锅取餐。')).toEqual([]);
  expect(withoutNames('金锅可以停车吗？', [])).toBe('金锅可以停车吗？');
});

test.each([
  ['Does Rice Boat allow BYOB?', 'Does it allow BYOB?'],
  ['does RICE BOAT allow byob', 'does it allow byob'],
  ['Is the Rice Boat open? I like the Rice Boat.', 'Is it open? I like it.'],
  ['What is Rice Boat’s address?', 'What is it address?'],
  ['Is the pRice Boatman there? Is Rice Boat?', 'Is the pRice Boatman there? Is it?'],
  ['Is İris at Rice Boat today?', 'Is İris at it today?'],
  ['Do you deliver?', 'Do you deliver?'],
  ['Rice Boat', 'it'],
  ['Rice Boat可以停车吗？', 'Rice Boat可以停车吗？'],
  ['', ''],
])('bug: %j is searched for as something else than %j', (asked, searched) => {
  expect(withoutNames(asked, ['rice boat'])).toBe(searched);
});

test('bug: a short name leaves half of a longer one', () => {
  expect(withoutNames('Is Golden Wok Express open?', ['golden wok express', 'golden wok'])).toBe('Is it open?');
});

test('bug: names are taken out where nobody knows what the question is about', async () => {
  const asked = 'Does Rice Boat allow BYOB?';
  const model = { ...priorModel, names: new Map([['b7', ['rice boat']]]) };
  expect(searchedText(model, asked, null)).toBe(asked);
  expect(searchedText(model, asked, [])).toBe(asked);
  expect(searchedText(model, asked, ['b8'])).toBe(asked);
  expect(searchedText(model, asked, ['b8', 'b7'])).toBe('Does it allow BYOB?');

  const desk = coreDesk();
  const deps = { ...desk.deps, modelOf: () => model };
  const prepared = await preparedTexts(deps, [asked], { storeId: desk.storeId, about: ['b7'] });
  expect(prepared.readings.get(asked)).toBe('Does it allow BYOB?');
  const [vector] = await desk.embedder.embed(['Does it allow BYOB?']);
  expect(prepared.vectors.get(asked)).toEqual(vector);
});
