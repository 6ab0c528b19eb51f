import { planSource, summaryOf } from '#core/sources/plan-source.ts';
import { addSource } from '#core/sources/manage-sources.ts';
import type { Coverage } from '#core/sources/plan-changes.ts';
import { type SourcePiece, piecesOf } from '#core/sources/source-piece.ts';
import { type Choice, everything, takePlan } from '#core/sources/take-plan.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { type KnowledgeContent, type KnowledgeEntry, unlimited } from '#shared/model/knowledge.ts';
import { coreDesk } from '#test/support/core-desk.ts';

/** One row of a file; null: one that cannot be used. */
export type Row =
  | (Partial<KnowledgeContent> & { readonly key?: string; readonly isUnsure?: boolean; readonly row?: number })
  | null;

export const content = (over: Partial<KnowledgeContent> = {}): KnowledgeContent => ({
  kind: 'pair',
  question: 'How long?',
  answer: 'Two days.',
  topic: null,
  scope: [],
  language: 'en',
  ...unlimited,
  ...over,
});

export function pieces(file: string, rows: readonly Row[]): readonly SourcePiece[] {
  return piecesOf(
    file,
    rows.map((row, i) => {
      const at = { row: row?.row ?? i + 2, excerpt: `row ${i + 2}` };
      if (row === null) return { ...at, content: null, refusal: 'no_answer' };
      const { key, isUnsure, row: _row, ...over } = row;
      const named = { ...(key === undefined ? {} : { key }), ...(isUnsure === undefined ? {} : { isUnsure }) };
      return { ...at, ...named, content: content(over), refusal: null };
    }),
  );
}

const nothing: ReadonlySet<string> = new Set();
export const whole: Coverage = { isWhole: true, read: nothing, same: nothing, unread: nothing };

/** A desk with one source, given by its bytes. */
export function sourceDesk() {
  const desk = coreDesk();
  const source = addSource(desk.deps, {
    place: { storeId: desk.storeId, setId: null },
    name: 'faq.csv',
    settings: { kind: 'file', path: null },
  });
  const active = (): readonly KnowledgeEntry[] =>
    desk.db.knowledge.list({ storeId: desk.storeId, state: 'active', offset: 0, limit: 5_000 }).items;
  const planned = (said: readonly SourcePiece[], coverage: Coverage = whole) =>
    planSource(desk.deps, desk.db.sources.get(source.id), { pieces: said, coverage, problems: [], state: null });
  return {
    ...desk,
    source,
    planned,
    plan: (rows: readonly Row[]) => planned(pieces('faq.csv', rows)),
    take: (plan: Awaited<ReturnType<typeof planned>>, choice: Partial<Choice> = {}) =>
      takePlan(desk.deps, plan, { ...everything, ...choice }, 'Read again'),
    async read(rows: readonly Row[]) {
      const plan = await planned(pieces('faq.csv', rows));
      await takePlan(desk.deps, plan, everything, 'Read again');
      return summaryOf(plan, source.id).counts;
    },
    active,
    entry: (question: string) => active().find((one) => one.question === question) as KnowledgeEntry,
    saying: () =>
      active()
        .map((one) => `${one.question} ${one.answer}`)
        .toSorted(),
    edit: (entry: KnowledgeEntry, over: Partial<KnowledgeContent>) => {
      const { id: entryId } = entry;
      const { kind, question, answer, topic, scope, language, channels, attributes, validity, overlaysEntryId } = entry;
      const now = { kind, question, answer, topic, scope, language, channels, attributes, validity, overlaysEntryId };
      return saveKnowledge(desk.deps, { storeId: desk.storeId, entryId, content: { ...now, ...over } });
    },
  };
}

export const none = { added: 0, changed: 0, gone: 0, unchanged: 0, merged: 0, refused: 0 };
