import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { addSource, removeSource } from '#core/sources/manage-sources.ts';
import { importKnowledge } from '#core/knowledge/import-knowledge.ts';
import { incoming, take, teach } from '#test/support/core-desk.ts';
import { type Row, none, pieces, sourceDesk } from './source-desk.ts';

const shipping = { question: 'How long does delivery to Norway take?', answer: 'Delivery to Norway takes three days.' };
const returns = { question: 'Can I return it?', answer: 'Within thirty days, unused and in its box.' };

test('bug: what was taken does not remember where it came from, nor who took it', async () => {
  const desk = sourceDesk();
  await desk.read([returns]);
  expect(desk.active()).toMatchObject([
    {
      source: { origin: 'import', sourceId: desk.source.id, file: 'faq.csv', row: 2 },
      change: { who: 'Ada', why: 'Read again' },
    },
  ]);
  expect(desk.db.sources.get(desk.source.id)).toMatchObject({ entryCount: 1, takenAt: desk.time.now });
});

test('bug: a draft goes on saying what the source said before', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  const { id } = take(desk, incoming({ subject: '', text: shipping.question }));
  const draft = await draftReply(desk.deps, { conversationId: id });
  expect(draft.text).toContain('three days');
  await desk.read([{ ...shipping, answer: 'Delivery to Norway takes nine days.' }]);
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
  expect((await draftReply(desk.deps, { conversationId: id })).text).toContain('nine days');
});

test('bug: a new wording is found by its words first and by its meaning later', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  await desk.read([{ ...shipping, answer: 'Delivery to Norway takes nine days.' }]);
  expect(desk.db.passages.count(desk.embedder.id).toEmbed).toBe(0);
});

test('bug: a plan that is taken late overwrites what somebody wrote meanwhile', async () => {
  const desk = sourceDesk();
  await desk.read([shipping, returns]);
  const plan = await desk.plan([
    { ...shipping, answer: 'Nine days.' },
    { question: 'New?', answer: 'Yes.' },
  ]);
  await desk.edit(desk.entry(shipping.question), { answer: 'Ask us.' });
  await desk.edit(desk.entry(returns.question), { answer: 'Sixty days.' });
  await teach(desk, 'New?', 'Yes.');
  expect(await desk.take(plan)).toEqual({ added: 0, changed: 0, gone: 0, outrun: 3 });
  expect(desk.saying()).toEqual([`${returns.question} Sixty days.`, `${shipping.question} Ask us.`, 'New? Yes.']);
});

test('bug: a plan that is taken twice writes twice', async () => {
  const desk = sourceDesk();
  const plan = await desk.plan([shipping, returns]);
  await desk.take(plan);
  expect(await desk.take(plan)).toEqual({ added: 0, changed: 0, gone: 0, outrun: 2 });
  expect(desk.active()).toHaveLength(2);
});

test('bug: what was left of a plan is not offered again', async () => {
  const desk = sourceDesk();
  await desk.take(await desk.plan([shipping, returns]), { flipped: new Set([1]) });
  expect(desk.saying()).toHaveLength(1);
  expect((await desk.plan([shipping, returns])).changes.map(({ change }) => change)).toEqual(['unchanged', 'added']);
});

test('bug: a kind that was not chosen is taken', async () => {
  const desk = sourceDesk();
  await desk.read([shipping]);
  await desk.take(await desk.plan([returns]), { kinds: ['added'] });
  expect(desk.active()).toHaveLength(2);
});

test('bug: a file that was imported before there were sources is never gone, or belongs to none', async () => {
  const desk = sourceDesk();
  await importOnce(desk, [shipping, returns]);
  expect(desk.db.sources.get(desk.source.id).entryCount).toBe(0);
  expect(await desk.read([{ ...shipping, answer: 'Nine days.' }, returns])).toEqual({
    ...none,
    changed: 1,
    unchanged: 1,
  });
  expect(desk.db.sources.get(desk.source.id).entryCount).toBe(2);
  expect(await desk.read([])).toEqual({ ...none, gone: 2 });
});

async function importOnce(desk: ReturnType<typeof sourceDesk>, rows: readonly NonNullable<Row>[]): Promise<void> {
  const reader = {
    read: async () => ({
      format: 'csv' as const,
      encoding: 'utf-8',
      rows: pieces('faq.csv', rows).map(({ place, excerpt, content }, i) =>
        content === null
          ? { row: place.row ?? i, excerpt, content: null, refusal: 'no_answer' as const }
          : { row: place.row ?? i, excerpt, content, refusal: null },
      ),
    }),
  };
  const file = { name: 'faq.csv', bytes: new Uint8Array() };
  await importKnowledge({ ...desk.deps, reader }, { storeId: desk.storeId, file, isDryRun: false });
}

test('bug: the same source is added twice, or two places are taken for one', () => {
  const desk = sourceDesk();
  const settings = { kind: 'file', path: null } as const;
  const place = { storeId: desk.storeId, setId: null };
  const again = { place, name: 'faq.csv', settings };
  expect(addSource(desk.deps, again).id).toBe(desk.source.id);
  expect(addSource(desk.deps, { ...again, name: 'other.csv' }).id).not.toBe(desk.source.id);
  expect(addSource(desk.deps, { ...again, place: { storeId: null, setId: null } }).id).not.toBe(desk.source.id);
});

test('bug: removing a source takes away what a person wrote, or leaves what it said', async () => {
  const desk = sourceDesk();
  await desk.read([shipping, returns]);
  await desk.edit(desk.entry(returns.question), { answer: 'Sixty days.' });
  await removeSource(desk.deps, { sourceId: desk.source.id, entries: 'retire', why: 'Old' });
  expect(desk.saying()).toEqual([`${returns.question} Sixty days.`]);
  expect(desk.db.sources.list()).toEqual([]);
});

test('bug: a large plan is taken in part, or tells the wrong entries', async () => {
  const desk = sourceDesk();
  const rows = Array.from({ length: 2_000 }, (_, i) => ({ question: `Q${i}?`, answer: `Answer number ${i} of them.` }));
  expect(await desk.read(rows)).toEqual({ ...none, added: 2_000 });
  const next = rows.flatMap((row, i) =>
    i % 10 === 0 ? [] : [i % 7 === 0 ? { ...row, answer: `${row.answer} Now new.` } : row],
  );
  const gone = rows.filter((_, i) => i % 10 === 0).length;
  const changed = rows.filter((_, i) => i % 10 !== 0 && i % 7 === 0).length;
  expect(await desk.read(next)).toEqual({ ...none, gone, changed, unchanged: 2_000 - gone - changed });
  expect(await desk.read(next)).toEqual({ ...none, unchanged: 2_000 - gone });
});

test('bug: after a plan is taken the knowledge is not what the file says, or the same file has changes again', async () => {
  const row = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record(
        {
          question: fc.constantFrom('A?', 'B?', ' b? ', 'C?', 'D', 'a question that is long enough?'),
          answer: fc.constantFrom('1', '2', 'a long answer that tells of delivery and returns', 'A  LONG answer', 'x'),
          topic: fc.constantFrom(null, 'Topic'),
          scope: fc.constantFrom([], ['kettle']),
          kind: fc.constantFrom('pair', 'article'),
          key: fc.constantFrom('k1', 'k2', 'k3'),
        },
        { requiredKeys: ['question', 'answer'] },
      ),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const rows = fc.array(row as fc.Arbitrary<Row>, { maxLength: 8 });
  const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const said = (one: { question: string; answer: string; topic?: string | null; scope?: readonly string[] }): string =>
    folded(`${one.question} | ${one.answer} | ${one.topic ?? ''} | ${(one.scope ?? []).join()}`);
  await fc.assert(
    fc.asyncProperty(rows, rows, async (first, second) => {
      const desk = sourceDesk();
      await teach(desk, 'Own?', 'A person wrote this.');
      await desk.read(first);
      await desk.read(second);
      const expected = new Set(second.flatMap((one) => (one === null ? [] : [said(one as never)])));
      const found = desk.active().filter((entry) => entry.question !== 'Own?');
      expect(found.map(said).toSorted()).toEqual([...expected].toSorted());
      expect(desk.entry('Own?').answer).toBe('A person wrote this.');
      expect(await desk.read(second)).toMatchObject({ added: 0, changed: 0, gone: 0 });
      desk.db.close();
    }),
    { numRuns: 80 },
  );
});
