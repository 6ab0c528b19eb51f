import { expect, test } from 'vitest';
import { retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { type Coverage } from '#core/sources/plan-changes.ts';
import { content, pieces, sourceDesk } from './source-desk.ts';

/*
 * What stands on two pages of a site goes when neither says it any more.
 */

const shared = { question: 'How do I return it?', answer: 'Send it back within thirty days, unused and in its box.' };
const page = (name: string, isSaidThere = true) =>
  pieces(name, [
    { question: `About ${name}`, answer: `What page ${name} alone says, at some length.` },
    ...(isSaidThere ? [shared] : []),
  ]);
const coverage = (over: Partial<Record<'read' | 'same', readonly string[]>>): Coverage => ({
  isWhole: false,
  read: new Set(over.read ?? []),
  same: new Set(over.same ?? []),
  unread: new Set(),
});

async function readBoth() {
  const desk = sourceDesk();
  const read = async (said: ReturnType<typeof page>, over: Parameters<typeof coverage>[0]) =>
    desk.take(await desk.planned(said, coverage(over)), { takesUnsure: false });
  await read([...page('/a'), ...page('/b')], { read: ['/a', '/b'] });
  expect(desk.active()).toHaveLength(3);
  return { ...desk, read, isSaid: () => desk.active().some(({ question }) => question === shared.question) };
}

test.each([
  ['drops it', page('/a', false), { read: ['/a'], same: ['/b'] }],
  ['is taken down', [], { read: ['/a'], same: ['/b'] }],
  ['drops it, and the other cannot be reached', page('/a', false), { read: ['/a'] }],
])('bug: one of two pages that say the same %s, and the answer goes out of use', async (_case, said, over) => {
  const desk = await readBoth();
  const { id } = desk.entry(shared.question);
  await desk.read(said, over);
  expect(desk.entry(shared.question).id).toBe(id);
});

test.each([
  ['the second page drops it later', ['/a', '/b']],
  ['the first page drops it later', ['/b', '/a']],
])('bug: what neither of two pages says goes on answering: %s', async (_case, [first = '', last = '']) => {
  const desk = await readBoth();
  await desk.read([], { same: ['/a', '/b'] });
  await desk.read(page(first, false), { read: [first], same: [last] });
  await desk.read([], { same: ['/a', '/b'] });
  expect(desk.isSaid()).toBe(true);
  await desk.read(page(last, false), { read: [last], same: [first] });
  expect(desk.isSaid()).toBe(false);
});

test('bug: what a page says was left to the base; the base unsays it, and nobody says it any more', async () => {
  const desk = sourceDesk();
  const { id } = await saveKnowledge(desk.deps, {
    storeId: desk.storeId,
    entryId: null,
    place: { storeId: null, setId: null },
    content: content(shared),
  });
  await desk.take(await desk.planned(page('/a'), coverage({ read: ['/a'] })));
  retireKnowledge(desk.deps, id);
  await desk.take(await desk.planned([], coverage({ same: ['/a'] })));
  expect(desk.entry(shared.question)).toMatchObject({ state: 'active', source: { file: '/a' } });
});
