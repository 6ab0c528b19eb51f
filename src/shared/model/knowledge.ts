import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';

/** `pair`: a question and its answer. `article`: a section of a text under its heading. */
export const KnowledgeKind = z.enum(['pair', 'article']);

/** What a person enters of a knowledge entry. */
export const KnowledgeContent = z.object({
  kind: KnowledgeKind,
  /** The question of a pair; the heading path of an article's section ("Returns › Refunds"). */
  question: z.string().trim().max(2_000),
  answer: z.string().trim().min(1).max(20_000),
  /** The subject it belongs to, in the owner's words. */
  topic: z.string().trim().max(200).nullable(),
  /** Products, brands or businesses it is about; empty means: always. */
  scope: z.array(z.string().trim().min(1)),
  language: Language,
});
export type KnowledgeContent = z.infer<typeof KnowledgeContent>;

/** Where an entry came from: `file` and `row` (1-based, header counted) for an import. */
export const KnowledgeSource = z.object({
  origin: z.enum(['import', 'person', 'sample']),
  file: z.string().nullable(),
  row: z.number().int().positive().nullable(),
});
export type KnowledgeSource = z.infer<typeof KnowledgeSource>;

export const KnowledgeEntry = KnowledgeContent.extend({
  id: Id,
  /** Null: base knowledge, for every store. */
  storeId: Id.nullable(),
  versionId: Id,
  version: z.number().int().positive(),
  state: z.enum(['active', 'retired']),
  source: KnowledgeSource,
  createdAt: Instant,
  /** When this version was written. */
  updatedAt: Instant,
});
export type KnowledgeEntry = z.infer<typeof KnowledgeEntry>;

/** The largest file that is imported, bytes: 64 MiB. */
export const largestImport = 64 * 1024 * 1024;

/** What became of one row of an imported file. */
export const ImportRow = z.object({
  row: z.number().int().positive(),
  result: z.enum(['added', 'updated', 'merged', 'unchanged', 'refused']),
  /** Why it was merged or refused; a key the window words. */
  reason: z
    .enum([
      'no_answer',
      'no_question',
      'too_long',
      'not_an_object',
      'broken_row',
      'unreadable_characters',
      'same_in_file',
      'same_in_knowledge',
    ])
    .nullable(),
  /** The start of the row as it was read, to find it again. */
  excerpt: z.string(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportReport = z.object({
  file: z.string(),
  format: z.enum(['csv', 'jsonl', 'markdown']),
  /** The text encoding that was found, as named by the WHATWG ("utf-8", "shift_jis", "gb18030"). */
  encoding: z.string(),
  isDryRun: z.boolean(),
  counts: z.object({
    added: z.number().int(),
    updated: z.number().int(),
    merged: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
  }),
  /** Every row that was not simply added, and the first 100 that were; in file order. */
  rows: z.array(ImportRow),
});
export type ImportReport = z.infer<typeof ImportReport>;
