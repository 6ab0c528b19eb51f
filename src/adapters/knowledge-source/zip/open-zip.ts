import { Buffer } from 'node:buffer';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#shared/errors.ts';
import { unreadable } from '../document/unreadable.ts';

/** The XML parts of an Office document. */
export type ZipParts = {
  readonly names: readonly string[];
  /** The text of a part; null where there is none. Errors: `file_unreadable`. */
  text(name: string): string | null;
};

/* A workbook of a thousand sheets has fewer parts; one with more is made to keep its reader busy. */
const mostEntries = 10_000;
/* Bytes, of all parts and of the XML among them. The largest honest documents of 64 MiB, which hold pictures, have less. */
const mostDeclared = 1024 * 1024 * 1024;
const mostXml = 96 * 1024 * 1024;

/**
 * Opens an Office document: looks at its directory first, then inflates its XML parts, and stops where they come to more
 * than a document holds, whatever the directory said. Nothing else in it is inflated, so an archive inside stays shut.
 * Errors: `file_unreadable` (`broken`, `encrypted`, `too_large_inside`).
 */
export async function openZip(name: string, bytes: Uint8Array): Promise<ZipParts> {
  try {
    const archive = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const parts = await inflated(name, archive, await checkedEntries(name, archive, bytes.byteLength));
    return { names: [...parts.keys()], text: (part) => textOf(name, parts.get(part)) };
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(name, 'broken', error);
  }
}

async function checkedEntries(name: string, archive: ZipFile, size: number): Promise<readonly Entry[]> {
  if (archive.entryCount > mostEntries) throw unreadable(name, 'too_large_inside');
  const entries: Entry[] = [];
  let packed = 0;
  let declared = 0;
  for await (const entry of archive.eachEntry()) {
    entries.push(entry);
    packed += entry.compressedSize;
    declared += entry.uncompressedSize;
    // More packed bytes than the file has: entries that share them, as bombs do.
    if (packed > size || declared > mostDeclared || entries.length > mostEntries)
      throw unreadable(name, 'too_large_inside');
    if (entry.isEncrypted()) throw unreadable(name, 'encrypted');
  }
  return entries;
}

async function inflated(
  name: string,
  archive: ZipFile,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  let total = 0;
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/iu.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      const bytes = chunk as Buffer;
      total += bytes.length;
      if (total > mostXml) throw unreadable(name, 'too_large_inside');
      chunks.push(bytes);
    }
    parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}

/** Office documents have no DTD (ECMA-376 part 2, 9.1.2); one is there to fetch or to blow up entities. */
function textOf(name: string, bytes: Buffer | undefined): string | null {
  if (bytes === undefined) return null;
  const text = new TextDecoder().decode(bytes);
  if (text.includes('<!DOCTYPE')) throw unreadable(name, 'broken');
  return text;
}
