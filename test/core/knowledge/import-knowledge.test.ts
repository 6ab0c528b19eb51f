import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importKnowledge } from '#core/knowledge/import-knowledge.ts';
import type { KnowledgeReader } from '#core/ports/knowledge-reader.ts';
import { type KnowledgeContent, unlimited } from '#shared/model/knowledge.ts';
import { type CoreDesk, coreDesk, teach } from '#test/support/core-desk.ts';

type Row = Partial<KnowledgeContent> | null;

const content = (row: Partial<KnowledgeContent>): KnowledgeContent => ({
  kind: 'pair',
  question: 'How long?',
  answer: 'Two days.',
  topic: null,
  scope: [],
  language: 'en',
  ...unlimited,
  ...row,
});

/** Stands for a file of these rows, the first in row 2; null: a row that cannot be used. */
const readerOf = (rows: readonly Row[]): KnowledgeReader => ({
  read: async () => ({
    format: 'csv',
    encoding: 'utf-8',
    rows: rows.map((row, i) =>
      row === null
        ? { row: i + 2, excerpt: 'x', content: null, refusal: 'no_answer' }
        : { row: i + 2, excerpt: 'x', content: content(row), refusal: null },
    ),
  }),
});

async function load(
  desk: CoreDesk,
  rows: readonly Row[],
  over: { readonly isDryRun?: boolean; readonly name?: string } = {},
) {
  const deps = { ...desk.deps, reader: readerOf(rows) };
  const file = { name: over.name ?? 'faq.csv', bytes: new Uint8Array() };
  const report = await importKnowledge(deps, { storeId: desk.storeId, file, isDryRun: over.isDryRun ?? false });
  return report.counts;
}

const all = (desk: CoreDesk) =>
  desk.db.knowledge.list({ storeId: desk.storeId, state: 'active', offset: 0, limit: 500 }).items;
const saying = (desk: CoreDesk): readonly string[] =>
  all(desk)
    .map((entry) => `${entry.question} ${entry.answer}`)
    .toSorted();
const none = { added: 0, updated: 0, merged: 0, unchanged: 0, refused: 0 };

test('bug: a row is counted as something else than what became of it', async () => {
  const desk = coreDesk();
  await teach(desk, 'known?', 'Known.');
  const rows = [
    { question: 'A?' },
    { question: ' a? ', answer: 'two  DAYS.' },
    null,
    { question: 'KNOWN?', answer: 'known.' },
  ];
  expect(await load(desk, rows)).toEqual({ added: 1, updated: 0, merged: 1, unchanged: 1, refused: 1 });
  expect(all(desk)).toHaveLength(2);
});

test('bug: one bad row keeps the good ones out, or a slice too many is lost', async () => {
  const desk = coreDesk();
  const rows = Array.from({ length: 1_000 }, (_, i) => (i % 333 === 5 ? null : { question: `Q${i}?` }));
  expect(await load(desk, rows)).toEqual({ ...none, added: 997, refused: 3 });
});

test('bug: the same file read again adds everything again, also its sections without a heading', async () => {
  const desk = coreDesk();
  const rows = [{ question: 'A?' }, { question: '', kind: 'article' as const, answer: 'About us.' }];
  await load(desk, rows);
  expect(await load(desk, rows)).toEqual({ ...none, unchanged: 2 });
  expect(await load(desk, rows, { name: 'copy.csv' })).toEqual({ ...none, unchanged: 2 });
});

test('bug: a changed answer stands beside the old one', async () => {
  const desk = coreDesk();
  await load(desk, [{ answer: 'Two days.' }]);
  expect(await load(desk, [{ answer: 'Nine days.' }])).toEqual({ ...none, updated: 1 });
  expect(saying(desk)).toEqual(['How long? Nine days.']);
  expect(desk.db.knowledge.history(all(desk)[0]?.id ?? '')).toHaveLength(2);
});

test('bug: a changed answer stands beside the old one where a row was put in before it', async () => {
  const desk = coreDesk();
  await load(desk, [{ answer: 'Two days.' }, { answer: 'By post.' }]);
  const next = [{ question: 'New?' }, { answer: 'Two days.' }, { answer: 'By courier.' }];
  expect(await load(desk, next)).toEqual({ ...none, added: 1, updated: 1, unchanged: 1 });
  expect(saying(desk)).toEqual(['How long? By courier.', 'How long? Two days.', 'New? Two days.']);
});

test('bug: the answer of another file, or one a person gave, is overwritten', async () => {
  const desk = coreDesk();
  await teach(desk, 'How long?', 'One day.');
  await load(desk, [{ answer: 'Two days.' }]);
  expect(await load(desk, [{ answer: 'Nine days.' }], { name: 'other.csv' })).toEqual({ ...none, added: 1 });
  expect(saying(desk)).toEqual(['How long? Nine days.', 'How long? One day.', 'How long? Two days.']);
});

test('bug: the answers for two products are taken for one', async () => {
  const desk = coreDesk();
  const rows = [{ scope: ['kettle'] }, { scope: ['mug'] }];
  expect(await load(desk, rows)).toEqual({ ...none, added: 2 });
  expect(await load(desk, rows)).toEqual({ ...none, unchanged: 2 });
});

test('bug: a broken import leaves half of a slice', async () => {
  const desk = coreDesk();
  const rows = [...Array.from({ length: 250 }, (_, i) => ({ question: `Q${i}?` })), { language: 'xx' as never }];
  await expect(load(desk, rows)).rejects.toThrow();
  expect(all(desk)).toHaveLength(200);
});

test('bug: a dry run writes, or foretells something else than what the import does', async () => {
  const row = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        question: fc.constantFrom('A?', 'B?', ' b? ', 'C?'),
        answer: fc.constantFrom('1', '2', '3'),
      }),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const rows = fc.array(row, { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, rows, async (first, second) => {
      const desk = coreDesk();
      await load(desk, first);
      const before = JSON.stringify(all(desk));
      desk.events.length = 0;
      const foretold = await load(desk, second, { isDryRun: true });
      expect(JSON.stringify(all(desk))).toBe(before);
      expect(desk.events).toEqual([]);
      expect(await load(desk, second)).toEqual(foretold);
      expect(await load(desk, second)).toMatchObject({ added: 0, updated: 0 });
      const said = new Set(saying(desk).map((one) => one.toLowerCase().replace(/\s+/g, ' ').trim()));
      for (const one of second)
        if (one !== null) expect(said).toContain(`${one.question.trim()} ${one.answer}`.toLowerCase());
      desk.db.close();
    }),
    { numRuns: 40 },
  );
});
