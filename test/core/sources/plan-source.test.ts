import { expect, test } from 'vitest';
import { retireKnowledge, restoreKnowledge } from '#core/knowledge/save-knowledge.ts';
import { summaryOf } from '#core/sources/plan-source.ts';
import { changeOf } from '#core/sources/plan-changes.ts';
import { teach } from '#test/support/core-desk.ts';
import { none, pieces, sourceDesk, whole } from './source-desk.ts';

const shipping = { question: 'How long is delivery?', answer: 'Delivery takes two days within the country.' };
const returns = { question: 'Can I return it?', answer: 'Within thirty days, unused and in its box.' };

test('bug: what a source does not say any more goes on answering', async () => {
  const desk = sourceDesk();
  await desk.read([shipping, returns]);
  expect(await desk.read([shipping])).toEqual({ ...none, unchanged: 1, gone: 1 });
  expect(desk.saying()).toEqual([`${shipping.question} ${shipping.answer}`]);
});

test('bug: planning writes', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  const before = JSON.stringify(desk.active());
  desk.events.length = 0;
  const plan = await desk.plan([returns]);
  expect(summaryOf(plan, desk.source.id).counts).toEqual({ ...none, added: 1, gone: 1 });
  expect(JSON.stringify(desk.active())).toBe(before);
  expect(desk.events).toEqual([]);
});

test('bug: a changed answer is one gone and one new, or its before and after are not told', async () => {
  const desk = sourceDesk();
  await desk.read([shipping, returns]);
  const plan = await desk.plan([shipping, { ...returns, answer: 'Within fourteen days.' }]);
  expect(plan.changes.map(changeOf)[1]).toMatchObject({
    change: 'changed',
    entryId: desk.entry(returns.question).id,
    before: { answer: returns.answer },
    after: { answer: 'Within fourteen days.' },
    isUnsure: false,
  });
});

test.each([
  ['renamed', [{ ...returns, question: 'Returns and exchanges' }]],
  ['reworded a little', [{ question: 'May I return it?', answer: 'Within forty days, unused and in its box.' }]],
  ['moved and renamed', [shipping, { ...returns, question: 'Returns' }]],
])('bug: an entry that was %s is told as gone and new, and loses its history', async (_case, rows) => {
  const desk = sourceDesk();
  await desk.read([returns]);
  const { id } = desk.entry(returns.question);
  const plan = await desk.plan(rows);
  expect(plan.changes.map(({ change }) => change).filter((change) => change !== 'added')).toEqual(['changed']);
  expect(plan.changes.find(({ change }) => change === 'changed')?.known?.id).toBe(id);
});

test('bug: an entry is taken for another one because both say yes', async () => {
  const desk = sourceDesk();
  await desk.read([{ question: 'Is it dishwasher safe?', answer: 'Yes.' }]);
  const plan = await desk.plan([{ question: 'Do you ship to Norway?', answer: 'Yes.' }]);
  expect(summaryOf(plan, desk.source.id).counts).toEqual({ ...none, added: 1, gone: 1 });
});

test('bug: a product that goes becomes the one that comes, because they read alike', async () => {
  const desk = sourceDesk();
  const kettle = { question: 'Kettle A', answer: 'A kettle of steel with a wooden handle, for two litres.', key: 'a' };
  await desk.read([kettle]);
  const plan = await desk.plan([{ ...kettle, question: 'Kettle B', key: 'b' }]);
  expect(summaryOf(plan, desk.source.id).counts).toEqual({ ...none, added: 1, gone: 1 });
});

test('bug: a product with a new title and text is another product', async () => {
  const desk = sourceDesk();
  await desk.read([{ question: 'Kettle A', answer: 'Holds two litres.', key: 'a' }]);
  const { id } = desk.entry('Kettle A');
  await desk.read([{ question: 'Bouilloire', answer: 'Deux litres, acier.', key: 'a' }]);
  expect(desk.entry('Bouilloire').id).toBe(id);
  expect(desk.active()).toHaveLength(1);
});

test('bug: a name out of the source breaks what is kept of names', async () => {
  const desk = sourceDesk();
  const rows = ['__proto__', 'constructor', '{"a":1}'].map((key) => ({
    question: `Q ${key}`,
    answer: `A ${key}`,
    key,
  }));
  await desk.read(rows);
  const renamed = rows.map((row) => ({ ...row, question: `Other ${row.key}`, answer: `Now ${row.key} says more` }));
  expect(await desk.read(renamed)).toEqual({ ...none, changed: 3 });
});

test('bug: one name for several pieces makes them one', async () => {
  const desk = sourceDesk();
  const rows = [
    { question: 'A?', answer: '1', key: 'talk' },
    { question: 'B?', answer: '2', key: 'talk' },
  ];
  await desk.read(rows);
  expect(await desk.read(rows)).toEqual({ ...none, unchanged: 2 });
});

test('bug: a change of a price in the attributes is none', async () => {
  const desk = sourceDesk();
  const at = (amount: number) => ({
    ...shipping,
    kind: 'product' as const,
    attributes: [{ name: 'price', value: { type: 'money' as const, amount, currency: 'EUR' } }],
  });
  await desk.read([at(10)]);
  expect(await desk.read([at(12)])).toEqual({ ...none, changed: 1 });
  expect(await desk.read([at(12)])).toEqual({ ...none, unchanged: 1 });
});

test('bug: a password that changes only its letter case goes on answering with the old one', async () => {
  const desk = sourceDesk();
  await desk.read([{ answer: 'The code is abc.' }]);
  expect(await desk.read([{ answer: 'The code is  ABC.' }])).toEqual({ ...none, changed: 1 });
  expect(desk.saying()).toEqual(['How long? The code is  ABC.']);
});

test('bug: an entry that a person has edited is overwritten by the next reading', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  await desk.edit(desk.entry(shipping.question), { answer: 'Two days. At Christmas four.' });
  expect((await desk.plan([shipping])).changes).toMatchObject([{ change: 'unchanged', reason: 'edited_here' }]);
  const plan = await desk.plan([{ ...shipping, answer: 'Delivery takes three days.' }]);
  expect(plan.changes).toMatchObject([{ change: 'changed', reason: 'edited_here', isUnsure: true }]);
  await desk.take(plan, { takesUnsure: false });
  expect(desk.saying()).toEqual([`${shipping.question} Two days. At Christmas four.`]);
  const goneNow = await desk.plan([]);
  expect(goneNow.changes).toMatchObject([{ change: 'gone', reason: 'edited_here', isUnsure: true }]);
});

test('bug: the source says at last what the person had written, and that is a change', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  await desk.edit(desk.entry(shipping.question), { answer: 'Three days.' });
  expect(await desk.read([{ ...shipping, answer: 'three  days.' }])).toEqual({ ...none, unchanged: 1 });
});

test('bug: a new wording from the source takes the scope and the time away that a person gave the entry', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  const validity = { from: '2026-11-10T20:00', until: null, zone: 'Asia/Shanghai' };
  await desk.edit(desk.entry(shipping.question), { scope: ['kettle'], validity });
  const changed = [{ ...shipping, answer: 'Delivery takes three days.' }];
  await desk.read(changed);
  expect(desk.entry(shipping.question)).toMatchObject({
    answer: 'Delivery takes three days.',
    scope: ['kettle'],
    validity,
  });
  expect(await desk.read(changed)).toEqual({ ...none, unchanged: 1 });
});

test('bug: an entry that a person took out of use comes back with the next reading', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  const { id } = desk.entry(shipping.question);
  retireKnowledge(desk.deps, id);
  expect(await desk.read([shipping])).toEqual({ ...none, unchanged: 1 });
  const plan = await desk.plan([{ ...shipping, answer: 'Nine days.' }]);
  expect(plan.changes).toMatchObject([{ change: 'added', reason: 'retired_here', isUnsure: true }]);
  await desk.take(plan);
  expect(desk.entry(shipping.question)).toMatchObject({ id, answer: 'Nine days.' });
});

test('bug: what is said again after it was gone is another entry, or one that a person brought back goes again unasked', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  const { id } = desk.entry(shipping.question);
  await desk.read([]);
  await desk.read([shipping]);
  expect(desk.entry(shipping.question).id).toBe(id);
  await desk.read([]);
  await restoreKnowledge(desk.deps, id);
  expect((await desk.plan([])).changes).toMatchObject([{ change: 'gone', isUnsure: true }]);
});

test('bug: the answer of another source or a person is updated, or said twice', async () => {
  const desk = sourceDesk();
  await teach(desk, shipping.question, 'One day.');
  await teach(desk, returns.question, returns.answer);
  expect(await desk.read([shipping, returns])).toEqual({ ...none, added: 1, unchanged: 1 });
  expect(await desk.read([])).toEqual({ ...none, gone: 1 });
  expect(desk.saying()).toEqual([`${returns.question} ${returns.answer}`, `${shipping.question} One day.`]);
});

test('bug: a file that could not be read takes its entries away', async () => {
  const desk = sourceDesk();
  const both = [...pieces('a.md', [shipping]), ...pieces('b.md', [returns])];
  await desk.take(await desk.planned(both));
  const a = pieces('a.md', [shipping]);
  const broken = await desk.planned(a, { ...whole, unread: new Set(['b.md']) });
  expect(summaryOf(broken, desk.source.id).counts).toEqual({ ...none, unchanged: 1 });
  const partly = await desk.planned([], { ...whole, isWhole: false, read: new Set(['a.md']), same: new Set(['b.md']) });
  expect(summaryOf(partly, desk.source.id).counts).toEqual({ ...none, unchanged: 1, gone: 1 });
});

test('bug: a renamed file is all gone and all new, or takes over what another file says', async () => {
  const desk = sourceDesk();
  await desk.take(await desk.planned([...pieces('a.md', [shipping]), ...pieces('b.md', [returns])]));
  const reworded = { ...shipping, answer: 'Delivery takes five days within the country.' };
  const renamed = await desk.planned([...pieces('a2.md', [reworded]), ...pieces('b.md', [returns])]);
  expect(summaryOf(renamed, desk.source.id).counts).toEqual({ ...none, changed: 1, unchanged: 1 });
  const beside = await desk.planned([
    ...pieces('a.md', [shipping]),
    ...pieces('b.md', [returns]),
    ...pieces('c.md', [reworded]),
  ]);
  expect(summaryOf(beside, desk.source.id).counts).toEqual({ ...none, added: 1, unchanged: 2 });
});

test('bug: an unsure piece is taken unasked', async () => {
  const desk = sourceDesk();
  const plan = await desk.plan([{ ...shipping, isUnsure: true }, returns]);
  expect(summaryOf(plan, desk.source.id).unsure).toEqual({ added: 1, changed: 0, gone: 0 });
  expect(await desk.take(plan, { takesUnsure: false })).toMatchObject({ added: 1 });
  const again = await desk.plan([{ ...shipping, isUnsure: true }, returns]);
  expect(await desk.take(again, { takesUnsure: false, flipped: new Set([0]) })).toMatchObject({ added: 1 });
  expect(desk.active()).toHaveLength(2);
});
