import type { OutgoingFile } from '#core/ports/inbox-connector.ts';

/** What a request carries that is no JSON. */
export type FileBody = {
  /** `multipart/form-data`, or the bytes of one file. */
  readonly content: FormData | OutgoingFile;
  /** Bytes of its files: a large request may take longer. */
  readonly size: number;
};

/** A form with these fields, and files under one field name each (RFC 7578). */
export function fileForm(
  fields: Readonly<Record<string, string>>,
  files: ReadonlyArray<readonly [field: string, file: OutgoingFile]>,
): FileBody {
  const content = new FormData();
  for (const [name, value] of Object.entries(fields)) content.append(name, value);
  for (const [field, { name, contentType, bytes }] of files)
    content.append(field, new Blob([bytes], { type: contentType }), name);
  return { content, size: files.reduce((sum, [, { bytes }]) => sum + bytes.byteLength, 0) };
}

/** One file and nothing else. */
export function bareFile(file: OutgoingFile): FileBody {
  return { content: file, size: file.bytes.byteLength };
}

/** The body and the type that goes with it; of a form `fetch` itself says it, for it knows where its parts end. */
export function bodyOf({ content }: FileBody): {
  readonly body: FormData | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
} {
  if (content instanceof FormData) return { body: content, headers: {} };
  return { body: content.bytes, headers: { 'content-type': content.contentType } };
}

const slowestBytesPerMs = 50;

/** Time that files of this size take on a slow line, ms. */
export function longerFor(size: number): number {
  return Math.ceil(size / slowestBytesPerMs);
}
