import { expect, test } from 'vitest';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { content, none, sourceDesk } from './source-desk.ts';

/*
 * What a source does not say and a person sets is an edit like any other.
 */

const row = { question: 'How long is delivery?', answer: 'Delivery takes two days within the country.' };

test('bug: a language or kind that a person set right is overwritten when the source rewords the answer', async () => {
  const desk = sourceDesk();
  await desk.read([row]);
  await desk.edit(desk.entry(row.question), { language: 'zh', kind: 'article' });
  expect(await desk.read([row])).toEqual({ ...none, unchanged: 1 });
  for (const answer of ['Delivery takes three days.', 'Delivery takes four days.']) {
    const plan = await desk.plan([{ ...row, answer }]);
    expect(plan.changes).toMatchObject([{ change: 'changed', isUnsure: true }]);
    await desk.take(plan);
    expect(desk.entry(row.question)).toMatchObject({ answer, language: 'zh', kind: 'article' });
  }
});

test('bug: what an entry stands over is forgotten when its source rewords it, once or twice', async () => {
  const desk = sourceDesk();
  const base = await saveKnowledge(desk.deps, {
    storeId: desk.storeId,
    entryId: null,
    place: { storeId: null, setId: null },
    content: content({ question: 'Delivery?', answer: 'Five days.' }),
  });
  await desk.read([row]);
  await desk.edit(desk.entry(row.question), { overlaysEntryId: base.id });
  for (const question of ['How long does delivery take?', 'How long does it take to deliver?']) {
    const plan = await desk.plan([{ ...row, question }]);
    expect(plan.changes).toMatchObject([{ change: 'changed', isUnsure: true }]);
    await desk.take(plan);
    expect(desk.entry(question).overlaysEntryId).toBe(base.id);
  }
});

test('bug: an entry whose language a person has set goes out of use unasked', async () => {
  const desk = sourceDesk();
  await desk.read([row]);
  await desk.edit(desk.entry(row.question), { language: 'ja' });
  expect((await desk.plan([])).changes).toMatchObject([{ change: 'gone', reason: 'edited_here', isUnsure: true }]);
});
