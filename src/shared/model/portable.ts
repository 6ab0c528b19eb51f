import { z } from 'zod';
import { Id, Instant, Problem } from './basics.ts';

/** The name of a signing key: SHA-256, lower case hex. */
export const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

export const CorpusExported = z.object({
  folder: z.string(),
  files: z.number().int(),
  rows: z.number().int(),
  bytes: z.number().int(),
  /** Of the key that signed it. */
  fingerprint: z.string(),
});
export type CorpusExported = z.infer<typeof CorpusExported>;

/**
 * How what a folder brings stands to what is here. `added`: it is not here. `changed`: it brings newer versions.
 * `same`. `newerHere`: here are versions that it lacks. `diverged`: both have versions that the other lacks.
 */
export const Standing = z.enum(['added', 'changed', 'same', 'newerHere', 'diverged']);
export type Standing = z.infer<typeof Standing>;

export const CorpusKind = z.enum([
  'store',
  'set',
  'source',
  'entry',
  'learned',
  'macro',
  'dismissal',
  'confirmation',
  'decision',
  'rules',
]);
export type CorpusKind = z.infer<typeof CorpusKind>;

export const CorpusPreview = z.object({
  folder: z.string(),
  /** SHA-256 of the manifest: what a person has seen is what is taken. */
  digest: z.string(),
  signer: z.object({
    fingerprint: Fingerprint,
    /** `known`: exports of this key were taken before. */
    standing: z.enum(['own', 'known', 'unknown']),
  }),
  bytes: z.number().int(),
  counts: z.record(CorpusKind, z.record(Standing, z.number().int())),
  /** Versions that would be appended. */
  versions: z.number().int(),
  stores: z.array(
    z.object({
      id: Id,
      name: z.string(),
      standing: Standing,
      /** A store of this name is here under another id: it stays, the new one stands beside it. */
      isNamesake: z.boolean(),
    }),
  ),
  /** The first entries and lessons that have changed on both sides. `wins`: whose wording answers afterwards. */
  diverged: z.array(z.object({ kind: CorpusKind, id: Id, title: z.string(), wins: z.enum(['theirs', 'ours']) })),
});
export type CorpusPreview = z.infer<typeof CorpusPreview>;

export const CorpusTaken = z.object({
  /** Owners that are new here, and versions appended. */
  owners: z.number().int(),
  versions: z.number().int(),
});
export type CorpusTaken = z.infer<typeof CorpusTaken>;

export const BackupFile = z.object({ file: z.string(), bytes: z.number().int(), at: Instant });
export type BackupFile = z.infer<typeof BackupFile>;

export const BackupStatus = z.object({
  /** Where the daily ones lie. */
  folder: z.string(),
  /** Daily ones, newest first. */
  daily: z.array(BackupFile),
  /** Databases that a restore put aside, newest first. */
  putAside: z.array(BackupFile),
  /** Why the last daily one could not be made. */
  problem: Problem.nullable(),
  /** The restore this desk comes from. */
  restored: z.object({ at: Instant, from: z.string(), held: z.number().int() }).nullable(),
  /** The desk's signing key: where it is kept; null where there is none yet. */
  key: z.object({ fingerprint: Fingerprint, isSealed: z.boolean() }).nullable(),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

/** What a database holds. */
export const DeskFacts = z.object({
  deskId: z.string(),
  version: z.number().int(),
  conversations: z.number().int(),
  entries: z.number().int(),
  newestMessageAt: Instant.nullable(),
  newestOutcomeAt: Instant.nullable(),
});
export type DeskFacts = z.infer<typeof DeskFacts>;

export const RestorePreview = z.object({
  file: z.string(),
  bytes: z.number().int(),
  at: Instant,
  there: DeskFacts,
  here: DeskFacts,
  /** What came in here since that backup was made and would be put aside with the present database. */
  lost: z.object({
    messages: z.number().int(),
    outcomes: z.number().int(),
    knowledge: z.number().int(),
    lessons: z.number().int(),
  }),
  /** Replies that had not left when it was made: a person looks at each before it is sent. */
  held: z.number().int(),
  isOtherDesk: z.boolean(),
});
export type RestorePreview = z.infer<typeof RestorePreview>;
