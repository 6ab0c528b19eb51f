import { z } from 'zod';
import { Id, Problem } from './basics.ts';

export const EmbedderState = z.object({
  /** `absent`: the desk searches by words alone. */
  phase: z.enum(['ready', 'loading', 'absent', 'repairing']),
  id: z.string().nullable(),
  problem: Problem.nullable(),
});
export type EmbedderState = z.infer<typeof EmbedderState>;

export const DeskStatus = z.object({
  version: z.string(),
  deskId: Id,
  databasePath: z.string(),
  embedder: EmbedderState,
  index: z.object({ passages: z.number().int(), toEmbed: z.number().int() }),
  outbox: z.object({ waiting: z.number().int(), failed: z.number().int() }),
  /** False where secrets cannot be kept by the system's keychain. */
  hasKeychain: z.boolean(),
});
export type DeskStatus = z.infer<typeof DeskStatus>;

/** A running task longer than a second; `total` null where it is not known. */
export const Progress = z.object({
  task: z.enum([
    'sync',
    'import',
    'embed',
    'repair',
    'change-model',
    'fetch-model',
    'replay',
    'gaps',
    'compare',
    'read-source',
    'export',
    'verify',
    'backup',
    'restore',
  ]),
  /** What it is about: an inbox's or a file's name. */
  subject: z.string(),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().nullable(),
  isFinished: z.boolean(),
});
export type Progress = z.infer<typeof Progress>;
