import { z } from 'zod';
import { Id, Instant, Problem } from './basics.ts';
import { ImportRow, KnowledgeContent, KnowledgePlace, SourcePlace } from './knowledge.ts';

/** Endings of the files that are read, without the dot. */
export const readableExtensions: readonly string[] =
  'csv tsv xlsx jsonl json ndjson md markdown txt html htm pdf docx xml mbox'.split(' ');

/** Ends of documents that an owner may keep in a folder and that cannot be read: each is told, with the way out. */
export const documentExtensions: readonly string[] =
  'doc xls xlsb ppt pptx rtf odt ods odp pages numbers key mht mhtml epub'.split(' ');

/** Files that are read of one folder or given at once; more are left out, and told. */
export const mostFiles = 500;

/** Where knowledge is read from, again and again. */
export const SourceSettings = z.discriminatedUnion('kind', [
  /** `path` null: one or more files were given by their bytes, and are given anew to be read again. */
  z.object({ kind: z.literal('file'), path: z.string().max(4_096).nullable() }),
  z.object({ kind: z.literal('folder'), path: z.string().max(4_096) }),
  /** Pages of named hosts, found by sitemap and links. */
  z.object({
    kind: z.literal('site'),
    /** Where to begin: a page or a sitemap. */
    url: z.url().max(2_000),
    /** Hosts ("help.example.com", with port where it is not the usual one) that may be read; that of `url` always. */
    hosts: z.array(z.string().min(1).max(253)).max(20),
    /** Only pages whose path begins so; empty means: all. */
    paths: z.array(z.string().max(500)).max(50),
    mostPages: z.number().int().min(1).max(5_000),
  }),
  /** A product feed or any readable file behind one address. */
  z.object({ kind: z.literal('address'), url: z.url().max(2_000) }),
  /** What an inbox holds of answered questions. */
  z.object({ kind: z.literal('inbox'), inboxId: Id }),
  /** Ready-made replies of a connected helpdesk. */
  z.object({ kind: z.literal('macros'), inboxId: Id }),
]);
export type SourceSettings = z.infer<typeof SourceSettings>;

export const Source = KnowledgePlace.extend({
  id: Id,
  name: z.string().trim().min(1).max(200),
  settings: SourceSettings,
  /** When it was last read; null: never. */
  readAt: Instant.nullable(),
  /** When something of it was last taken; null: never. */
  takenAt: Instant.nullable(),
  /** What went wrong at the last reading. */
  problem: Problem.nullable(),
  /** Active entries that came from it. */
  entryCount: z.number().int().nonnegative(),
  createdAt: Instant,
});
export type Source = z.infer<typeof Source>;

/**
 * Why a change is merged, refused or unsure: what an import says of a row; `edited_here`, `retired_here`: a person has done
 * so since it was read; `to_look_at`: it may be one customer's matter; `mostly_gone`: the source says so little of what it
 * said that something may be wrong with it.
 */
export const ChangeReason = z.enum([
  ...ImportRow.shape.reason.unwrap().options,
  'edited_here',
  'retired_here',
  'to_look_at',
  'mostly_gone',
]);
export type ChangeReason = z.infer<typeof ChangeReason>;

/** What a reading of a source would do to the knowledge, one entry each. */
export const SourceChange = z.object({
  /** Its number within the plan. */
  id: z.number().int().nonnegative(),
  change: z.enum(['added', 'changed', 'gone', 'unchanged', 'merged', 'refused']),
  place: SourcePlace,
  /** Name of the file or page. */
  file: z.string(),
  /** The entry that is there now; null for what is new. */
  entryId: Id.nullable(),
  before: KnowledgeContent.nullable(),
  after: KnowledgeContent.nullable(),
  reason: ChangeReason.nullable(),
  /** The start of it as it was read. */
  excerpt: z.string(),
  /** Whether a person must choose it before it is taken: one customer's matter, an edit of a person's own, … */
  isUnsure: z.boolean(),
});
export type SourceChange = z.infer<typeof SourceChange>;

const count = z.number().int().nonnegative();

/** What a reading found, held until it is taken or dropped. */
export const SourcePlan = z.object({
  id: Id,
  sourceId: Id,
  counts: z.object({
    added: count,
    changed: count,
    gone: count,
    unchanged: count,
    merged: count,
    refused: count,
  }),
  /** How many of them a person must choose. */
  unsure: z.object({ added: count, changed: count, gone: count }),
  /** Files or pages that could not be read at all, and why. */
  problems: z.array(z.object({ file: z.string(), problem: Problem })),
  readAt: Instant,
});
export type SourcePlan = z.infer<typeof SourcePlan>;
