import type { FileRepository } from '../ports/repositories/files.ts';
import { type CorpusGroup, type Seen, carriedBy } from './corpus-groups.ts';
import { refusedFile } from './manifest.ts';
import type { VerifiedCorpus } from './verify-corpus.ts';

/** Refuses a macro that carries what neither the export brings, of that size, nor the desk has. */
export function expectCarried(
  files: Pick<FileRepository, 'bytes'>,
  { carried }: Pick<VerifiedCorpus, 'carried'>,
  group: CorpusGroup,
): void {
  for (const { sha256, size } of carriedBy(group)) {
    const bytes = carried.get(sha256)?.bytes ?? files.bytes(sha256)?.byteLength;
    if (bytes !== size) throw refusedFile(group.file, 'reference', group.line);
  }
}

/** Refuses files that no macro of the export carries. */
export function refuseUncarried({ carried }: Pick<VerifiedCorpus, 'carried'>, seen: Seen): void {
  for (const [sha256, file] of carried) if (!seen.carried.has(sha256)) throw refusedFile(file.path, 'extra');
}

/** Keeps what a group carries and is not here yet. Belongs into the caller's transaction. */
export function keepCarried(
  files: Pick<FileRepository, 'keep' | 'has'>,
  { carried, reader }: Pick<VerifiedCorpus, 'carried' | 'reader'>,
  group: CorpusGroup,
  at: number,
): void {
  for (const { sha256 } of carriedBy(group)) {
    const file = carried.get(sha256);
    if (file !== undefined && !files.has(sha256)) files.keep(reader.bytes(file), at);
  }
}
