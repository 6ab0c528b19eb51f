import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { stableText } from './stable-text.ts';

/** The newest form of an export, which this program writes. */
const formatVersion = 3;
/**
 * The second has macros and what they carry, and lessons say whom they reach; the third has what stands around lessons. What
 * is older is read as well.
 */
const oldestFormat = 1;

export const manifestFile = 'manifest.json';
/** Of the bytes of the manifest, base64, and the key that made it, PEM. The only two files that tell which desk wrote them. */
export const signatureFile = 'manifest.sig';
export const keyFile = 'manifest.pub';

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const dataFiles = new RegExp(
  `^(?:stores|sets|sources|macros|dismissals|confirmations|rules|decisions|knowledge/(?:base|store-${id}|set-${id})|learned/store-${id})\\.jsonl$`,
);
const readableFiles = /^(?:README\.txt|readable\/[a-z0-9][a-z0-9-]{0,80}\.md)$/;

/** Whether rows stand in a file, one a line. */
export function isDataFile(path: string): boolean {
  return dataFiles.test(path);
}

const carriedFiles = /^files\/[0-9a-f]{64}$/;

/** Whether a file holds what a macro carries: its name is the SHA-256 of its bytes. */
export function isCarriedFile(path: string): boolean {
  return carriedFiles.test(path);
}

/** Whether an export may hold a file of this name. Names that lead out of its folder are none. */
export function isKnownFile(path: string): boolean {
  return isDataFile(path) || readableFiles.test(path) || isCarriedFile(path);
}

/** The first format that has such a file. */
function formatOf(path: string): number {
  if (/^(?:confirmations|rules|decisions)\.jsonl$/.test(path)) return 3;
  return path === 'macros.jsonl' || isCarriedFile(path) ? 2 : oldestFormat;
}

const ManifestFile = z.strictObject({
  path: z.string().max(200),
  bytes: z.number().int().nonnegative(),
  /** Lines of a file of rows; of a text for reading as well. */
  rows: z.number().int().nonnegative(),
  /** Lower case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ManifestFile = z.infer<typeof ManifestFile>;

const Manifest = z.strictObject({
  format: z.literal('deskside-corpus'),
  version: z.number().int().positive(),
  files: z.array(ManifestFile).max(20_000),
});
export type Manifest = z.infer<typeof Manifest>;

/** The manifest's bytes: nothing in it tells when or where it was written. */
export function manifestText(files: readonly ManifestFile[], version = formatVersion): string {
  const manifest: Manifest = {
    format: 'deskside-corpus',
    version,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return `${stableText(manifest, ['format', 'version', 'files'], 2)}\n`;
}

/** Errors: `corpus_refused` with the name of the file at fault. */
export function readManifest(text: string): Manifest {
  const parsed = jsonOf(text);
  const version = z.looseObject({ version: z.number() }).safeParse(parsed);
  if (version.success && version.data.version > formatVersion) throw refusedFile(manifestFile, 'version');
  const manifest = Manifest.safeParse(parsed);
  if (!manifest.success || manifest.data.version < oldestFormat) throw refusedFile(manifestFile, 'content');
  const { files } = manifest.data;
  // An older form holds nothing that came later, whoever signed it.
  if (files.some(({ path }) => formatOf(path) > manifest.data.version)) throw refusedFile(manifestFile, 'content');
  const strange = files.find((file) => !isKnownFile(file.path));
  if (strange !== undefined) throw refusedFile(strange.path, 'name');
  const seen = new Set<string>();
  const twice = files.find(({ path }) => seen.size === seen.add(path).size);
  if (twice !== undefined) throw refusedFile(twice.path, 'twice');
  const carried = files.find(({ path, sha256 }) => isCarriedFile(path) && !path.endsWith(`/${sha256}`));
  if (carried !== undefined) throw refusedFile(carried.path, 'changed');
  if (manifestText(files, manifest.data.version) !== text) throw refusedFile(manifestFile, 'content');
  return manifest.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusedFile(manifestFile, 'content');
  }
}

/**
 * Why a file of an export is refused. `missing`: it is named and not there. `extra`: it is there and not named. `twice`:
 * it is named twice. `name`: no export has such a file. `link`: it is no plain file. `changed`: it is not what was
 * signed. `signature`: the manifest is not what was signed. `version`: a newer Deskside wrote it. `content`: it is no
 * corpus. `reference`: it points at something that is nowhere. `conflict`: the same id stands here with another content.
 */
export type RefusalReason =
  | 'missing'
  | 'extra'
  | 'twice'
  | 'name'
  | 'link'
  | 'changed'
  | 'signature'
  | 'version'
  | 'content'
  | 'reference'
  | 'conflict';

/** The refusal of an export, by the name of the file at fault and its line (1-based) where it is one. */
export function refusedFile(file: string, why: RefusalReason, line?: number, cause?: unknown): AppError {
  const shown = [...file].slice(0, 200).join('');
  const at = line === undefined ? '' : `, line ${line}`;
  return new AppError('corpus_refused', `${shown}${at} is refused: ${words[why]}. Nothing was written.`, {
    cause,
    detail: { file: shown, why, ...(line === undefined ? {} : { line }) },
  });
}

const words: Readonly<Record<RefusalReason, string>> = {
  missing: 'it is missing',
  extra: 'it does not belong to the export',
  twice: 'it is named twice',
  name: 'no export has a file of this name',
  link: 'it is no plain file',
  changed: 'it is not what was signed',
  signature: 'its signature does not fit',
  version: 'a newer Deskside wrote it',
  content: 'it does not hold what an export holds',
  reference: 'it points at something that is not there',
  conflict: 'the same id stands in this desk with another content',
};
