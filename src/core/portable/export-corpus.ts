import { AppError } from '#shared/errors.ts';
import type { CorpusExported } from '#shared/model/portable.ts';
import type { CorpusFileWriter, CorpusFiles, CorpusFolderWriter, WrittenFile } from '../ports/corpus-files.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { CorpusPart, CorpusSnapshot } from '../ports/repositories/corpus.ts';
import type { Signer } from '../ports/signer.ts';
import { keyFile, manifestFile, manifestText, signatureFile } from './manifest.ts';
import { carriedBy } from './corpus-groups.ts';
import { filePathOf, fileOf } from './parts.ts';
import { type Names, readableFileOf, readableHead, readableItem, readMe } from './readable-text.ts';
import { type CorpusRecord, lineOf } from './records.ts';

export type ExportDeps = Pick<Database, 'corpus'> & {
  readonly corpusFiles: CorpusFiles;
  readonly signer: Signer;
  /** Lets other work run between slices. */
  readonly passTurn: () => Promise<void>;
};

/** Rows written between two looks at whether to go on. */
const slice = 500;

/**
 * Writes the whole corpus into a new folder: rows a line each, the same for people to read, a manifest of every file
 * and its signature. It is the corpus of one moment; the same corpus gives the same bytes. The folder stands under its
 * name only once it is whole. Errors: `conflict` where it is not empty, `file_unwritable`, `cancelled`.
 */
export async function exportCorpus(
  deps: ExportDeps,
  folder: string,
  signal?: AbortSignal,
  onProgress?: (rows: number) => void,
): Promise<CorpusExported> {
  const writer = deps.corpusFiles.create(folder);
  let snapshot: CorpusSnapshot | null = null;
  try {
    snapshot = deps.corpus.snapshot();
    const files = await writtenParts(deps, { snapshot, writer, signal, onProgress });
    const manifest = manifestText(files);
    const { signature, publicKey } = await deps.signer.sign(manifest);
    whole(writer, manifestFile, manifest);
    whole(writer, signatureFile, `${signature}\n`);
    whole(writer, keyFile, publicKey);
    writer.finish();
    return {
      folder,
      files: files.length + 3,
      rows: files.reduce((sum, file) => sum + (file.path.endsWith('.jsonl') ? file.rows : 0), 0),
      bytes: files.reduce((sum, file) => sum + file.bytes, manifest.length),
      fingerprint: deps.signer.fingerprint(publicKey) ?? '',
    };
  } finally {
    snapshot?.close();
    writer.discard();
  }
}

type Work = {
  readonly snapshot: CorpusSnapshot;
  readonly writer: CorpusFolderWriter;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((rows: number) => void) | undefined;
};

async function writtenParts(deps: ExportDeps, work: Work): Promise<readonly WrittenFile[]> {
  const names = namesOf(work.snapshot);
  const files: WrittenFile[] = [whole(work.writer, 'README.txt', readMe)];
  const carried = new Set<string>();
  let rows = 0;
  for (const part of partsOf(names, work.snapshot)) {
    const data = work.writer.file(fileOf(part));
    const readable = readableWriter(work.writer, part, names);
    for (const record of work.snapshot.records(part)) {
      data.write(`${lineOf(record)}\n`);
      readable?.take(record);
      if (record.type === 'macroVersion')
        for (const { sha256 } of carriedBy({ versions: [record] })) carried.add(sha256);
      rows++;
      if (rows % slice !== 0) continue;
      work.signal?.throwIfAborted();
      work.onProgress?.(rows);
      await deps.passTurn();
    }
    files.push(data.close());
    if (readable !== null) files.push(readable.close());
  }
  for (const sha256 of carried) {
    const bytes = work.snapshot.file(sha256);
    if (bytes === null) throw new AppError('file_unreadable', `What a macro carries is not kept: ${sha256}`);
    files.push(work.writer.bytes(filePathOf(sha256), bytes));
    work.signal?.throwIfAborted();
    await deps.passTurn();
  }
  return files;
}

/** The newest names of stores and sets, by id. */
function namesOf(snapshot: CorpusSnapshot): Names {
  const stores = new Map<string, string>();
  const sets = new Map<string, string>();
  for (const record of snapshot.records({ kind: 'stores' }))
    if (record.type === 'storeVersion') stores.set(record.storeId, record.settings.name);
  for (const record of snapshot.records({ kind: 'sets' }))
    if (record.type === 'setVersion') sets.set(record.setId, record.name);
  return { stores, sets };
}

function partsOf({ stores, sets }: Names, snapshot: CorpusSnapshot): readonly CorpusPart[] {
  const holding = (['confirmations', 'rules', 'decisions', 'macros'] as const).filter((kind) => {
    for (const _ of snapshot.records({ kind })) return true;
    return false;
  });
  return [
    { kind: 'stores' },
    { kind: 'sets' },
    { kind: 'sources' },
    { kind: 'knowledge', storeId: null, setId: null },
    ...[...stores.keys()].map((storeId) => ({ kind: 'knowledge' as const, storeId, setId: null })),
    ...[...sets.keys()].map((setId) => ({ kind: 'knowledge' as const, storeId: null, setId })),
    ...[...stores.keys()].map((storeId) => ({ kind: 'learned' as const, storeId })),
    ...holding.map((kind) => ({ kind })),
    { kind: 'dismissals' },
  ];
}

/** Writes what is in use now for people to read; null for a part that has nothing to read. */
function readableWriter(writer: CorpusFolderWriter, part: CorpusPart, names: Names) {
  const name = readableFileOf(part, names);
  if (name === null) return null;
  const file = writer.file(name);
  file.write(readableHead(part, names));
  let newest: CorpusRecord | null = null;
  const flush = (): void => {
    if (newest !== null) file.write(readableItem(newest));
    newest = null;
  };
  return {
    take: (record: CorpusRecord) => {
      if (record.type === 'entryVersion' || record.type === 'learnedVersion' || record.type === 'macroVersion')
        newest = record;
      else flush();
    },
    close: () => {
      flush();
      return file.close();
    },
  };
}

function whole(writer: CorpusFolderWriter, path: string, text: string): WrittenFile {
  const file: CorpusFileWriter = writer.file(path);
  file.write(text);
  return file.close();
}
