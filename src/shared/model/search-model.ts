import { z } from 'zod';
import { Problem } from './basics.ts';

/** A sentence model by which the desk searches. */
export const SearchModel = z.object({
  kind: z.enum(['built-in', 'folder']),
  name: z.string(),
  /** Null of the one that is built in. */
  folder: z.string().nullable(),
  id: z.string(),
  /** Of its files. */
  bytes: z.int().nonnegative(),
  dimensions: z.int().positive(),
  /** `english`: others by their English glosses. Null: not known. */
  languages: z.enum(['english', 'many']).nullable(),
});
export type SearchModel = z.infer<typeof SearchModel>;

export const ModelDownload = z.object({
  host: z.string(),
  /** Its name there: `owner/model`. */
  model: z.string(),
  /** `stopped`: by a person, a problem or the end of the program; what is there is kept, and it can go on. */
  phase: z.enum(['running', 'stopped']),
  /** Which file is being fetched; empty before the first. */
  file: z.string(),
  /** Of that file. */
  doneBytes: z.int().nonnegative(),
  totalBytes: z.int().nonnegative().nullable(),
  problem: Problem.nullable(),
});
export type ModelDownload = z.infer<typeof ModelDownload>;

export const SearchModelStatus = z.object({
  /** The one that answers; null while there is none. */
  current: SearchModel.nullable(),
  /** The one that takes its place once every text has a vector of it. */
  next: z.object({ model: SearchModel, toEmbed: z.int().nonnegative() }).nullable(),
  /** The chosen one cannot be used: another answers meanwhile, and nothing of it is lost. */
  missing: z.object({ folder: z.string(), problem: Problem }).nullable(),
  download: ModelDownload.nullable(),
  /** False where this desk keeps no files. */
  canDownload: z.boolean(),
});
export type SearchModelStatus = z.infer<typeof SearchModelStatus>;

/** Where models are fetched from unless the owner names another place. */
export const defaultModelHost = 'https://huggingface.co';
export const defaultModel = 'Xenova/multilingual-e5-small';

/** A model at a host: parts of a name, none of which leads elsewhere. */
export const ModelName = z
  .string()
  .trim()
  .max(200)
  .regex(/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/);
