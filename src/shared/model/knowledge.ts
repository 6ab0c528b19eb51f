import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';
import { Channel } from './conversation.ts';
import { ProductAttribute } from './product-attribute.ts';
import { Validity } from './validity.ts';

/**
 * `pair`: a question and its answer. `article`: a section of a text under its heading. `product`: a product's title, its
 * description and its attributes.
 */
export const KnowledgeKind = z.enum(['pair', 'article', 'product']);

/** What a person enters of a knowledge entry. */
export const KnowledgeContent = z.object({
  kind: KnowledgeKind,
  /** The question of a pair; the heading path of an article's section ("Returns › Refunds"); the title of a product. */
  question: z.string().trim().max(2_000),
  answer: z.string().trim().min(1).max(20_000),
  /** The subject it belongs to, in the owner's words. */
  topic: z.string().trim().max(200).nullable(),
  /** Products, brands or businesses it is about; empty means: always. */
  scope: z.array(z.string().trim().min(1)),
  language: Language,
  /** Channels it may be said in; empty means: all. */
  channels: z.array(Channel).default([]),
  /** Of a product. */
  attributes: z.array(ProductAttribute).max(200).default([]),
  /** When it holds; null means: always. */
  validity: Validity.nullable().default(null),
  /** The entry of a lower layer (the base, or the store's own below a set) whose place it takes wherever both could answer. */
  overlaysEntryId: Id.nullable().default(null),
});
export type KnowledgeContent = z.infer<typeof KnowledgeContent>;

/** Of content that holds always and everywhere, and is no product's. */
export const unlimited: Pick<KnowledgeContent, 'channels' | 'attributes' | 'validity' | 'overlaysEntryId'> = {
  channels: [],
  attributes: [],
  validity: null,
  overlaysEntryId: null,
};

/** Where a text stands in what it was read from. */
export const SourcePlace = z.object({
  /** 1-based, as a person counts them in that file: row of a table, line of a text. */
  row: z.number().int().positive().nullable(),
  /** 1-based, of a paged document. */
  page: z.number().int().positive().nullable(),
  /** The headings above it, outermost first. */
  headings: z.array(z.string()),
  /** Of a page on the web. */
  url: z.string().nullable(),
});
export type SourcePlace = z.infer<typeof SourcePlace>;

/** Where an entry came from. */
export const KnowledgeOrigin = SourcePlace.extend({
  origin: z.enum(['import', 'person', 'sample']),
  /** Name of the file or page it was read from. */
  file: z.string().nullable(),
  /** The source that can be read again; null for a file that was only given once. */
  sourceId: Id.nullable(),
});
export type KnowledgeOrigin = z.infer<typeof KnowledgeOrigin>;

/** Of an entry that a person wrote at the desk. */
export const writtenHere: KnowledgeOrigin = {
  origin: 'person',
  file: null,
  row: null,
  page: null,
  headings: [],
  url: null,
  sourceId: null,
};

/** Who wrote a version, and why; empty where it is not known. */
export const KnowledgeChange = z.object({ who: z.string().max(200), why: z.string().max(1_000) });
export type KnowledgeChange = z.infer<typeof KnowledgeChange>;

/** Where an entry lives: at most one of the two; neither means: base knowledge, for every store. */
export const KnowledgePlace = z
  .object({ storeId: Id.nullable(), setId: Id.nullable() })
  .refine(({ storeId, setId }) => storeId === null || setId === null, { message: 'A store’s or a set’s, not both.' });
export type KnowledgePlace = z.infer<typeof KnowledgePlace>;

export const KnowledgeEntry = KnowledgeContent.extend({
  ...KnowledgePlace.shape,
  id: Id,
  versionId: Id,
  version: z.number().int().positive(),
  state: z.enum(['active', 'retired']),
  source: KnowledgeOrigin,
  change: KnowledgeChange,
  createdAt: Instant,
  /** When this version was written. */
  updatedAt: Instant,
});
export type KnowledgeEntry = z.infer<typeof KnowledgeEntry>;

/** The largest file that is imported, bytes: 64 MiB. */
export const largestImport = 64 * 1024 * 1024;

/** What knowledge is read from. */
export const KnowledgeFormat = z.enum(['csv', 'jsonl', 'markdown', 'html', 'pdf', 'docx', 'xlsx', 'feed', 'mbox']);
export type KnowledgeFormat = z.infer<typeof KnowledgeFormat>;

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
      'personal',
      'has_placeholders',
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
  format: KnowledgeFormat,
  /** The text encoding that was found, as named by the WHATWG ("utf-8", "shift_jis", "gb18030"); empty where the format has its own. */
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
