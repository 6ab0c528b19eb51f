import { AppError } from '#shared/errors.ts';
import type { CorpusFiles, CorpusFolderReader, WrittenFile } from '../ports/corpus-files.ts';
import type { Signer } from '../ports/signer.ts';
import {
  isCarriedFile,
  isDataFile,
  keyFile,
  manifestFile,
  readManifest,
  refusedFile,
  signatureFile,
} from './manifest.ts';
import { inOrder } from './parts.ts';

export type VerifyDeps = {
  readonly corpusFiles: CorpusFiles;
  readonly signer: Signer;
  readonly passTurn: () => Promise<void>;
};

/** An export of which every byte is what was signed, whoever signed it. */
export type VerifiedCorpus = {
  readonly folder: string;
  readonly reader: CorpusFolderReader;
  /** SHA-256 of the manifest. */
  readonly digest: string;
  readonly fingerprint: string;
  readonly publicKey: string;
  /** Files of rows, in the order in which they are taken. */
  readonly files: readonly WrittenFile[];
  /** What macros carry, by SHA-256. */
  readonly carried: ReadonlyMap<string, WrittenFile>;
  readonly bytes: number;
};

const mostManifestBytes = 8 * 1024 * 1024;
const mostSignatureBytes = 1_024;

/**
 * Looks at every byte of a folder before anything in it is believed: the signature of the manifest, that every file it
 * names is there and none else, and what each holds. Errors: `corpus_refused` with the file's name, `file_unreadable`.
 */
export async function verifyCorpus(deps: VerifyDeps, folder: string, signal?: AbortSignal): Promise<VerifiedCorpus> {
  const reader = deps.corpusFiles.open(folder);
  const found = reader.list();
  const manifest = needed(reader, found, manifestFile, mostManifestBytes);
  const signature = needed(reader, found, signatureFile, mostSignatureBytes);
  const publicKey = needed(reader, found, keyFile, mostSignatureBytes);
  const fingerprint = deps.signer.fingerprint(publicKey);
  if (fingerprint === null) throw refusedFile(keyFile, 'content');
  if (!signature.endsWith('\n')) throw refusedFile(signatureFile, 'signature');
  if (!deps.signer.verify(manifest, { signature: signature.slice(0, -1), publicKey }))
    throw refusedFile(signatureFile, 'signature');
  const { files } = readManifest(manifest);
  compareNames(found, files);
  for (const file of files) await expectBytes(deps, reader, file, signal);
  const { sha256 } = await drained(deps, reader.digest(manifestFile, mostManifestBytes), signal);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const data = inOrder(files.map((file) => file.path).filter(isDataFile));
  return {
    folder,
    reader,
    digest: sha256,
    fingerprint,
    publicKey,
    files: data.flatMap((path) => byPath.get(path) ?? []),
    carried: new Map(files.flatMap((file) => (isCarriedFile(file.path) ? [[file.sha256, file] as const] : []))),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  };
}

function needed(reader: CorpusFolderReader, found: readonly string[], file: string, mostBytes: number): string {
  if (!found.includes(file)) throw refusedFile(file, 'missing');
  const text = reader.text(file, mostBytes);
  if (text === null) throw refusedFile(file, 'content');
  return text;
}

/** Files every export has. */
const always = ['stores.jsonl', 'sets.jsonl', 'sources.jsonl', 'dismissals.jsonl', 'knowledge/base.jsonl'];

function compareNames(found: readonly string[], files: readonly WrittenFile[]): void {
  const named = new Set([manifestFile, signatureFile, keyFile, ...files.map((file) => file.path)]);
  const extra = found.find((path) => !named.has(path) && !path.endsWith('/'));
  if (extra !== undefined) throw refusedFile(extra, 'extra');
  const here = new Set(found);
  const missing = [...named].find((path) => !here.has(path));
  if (missing !== undefined) throw refusedFile(missing, 'missing');
  const empty = found.find((path) => path.endsWith('/'));
  if (empty !== undefined) throw refusedFile(empty, 'extra');
  const unnamed = always.find((path) => !named.has(path));
  if (unnamed !== undefined) throw refusedFile(unnamed, 'missing');
}

async function expectBytes(
  deps: VerifyDeps,
  reader: CorpusFolderReader,
  file: WrittenFile,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { bytes, sha256 } = await drained(deps, reader.digest(file.path, file.bytes), signal);
  if (bytes !== file.bytes || sha256 !== file.sha256) throw refusedFile(file.path, 'changed');
}

/** Runs a reading to its end, letting others run between its pieces. */
async function drained<T>(deps: VerifyDeps, reading: Generator<void, T>, signal: AbortSignal | undefined): Promise<T> {
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
    if (signal?.aborted === true) throw new AppError('cancelled', 'The reading was cancelled');
    await deps.passTurn();
  }
}
