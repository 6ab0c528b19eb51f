import { z } from 'zod';

/** SHA-256 of what is in a file, lower case hex: files are named by it, so that none is kept twice. */
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/);

/** At most so many bytes the desk keeps of one file, and of all files of one reply or macro. */
export const mostFileBytes = 20 * 1024 * 1024;
/** At most so many files go with one reply or macro. */
export const mostFiles = 10;
const longestFileName = 120;

/** A file that goes with a reply, or stands ready in a macro. Its bytes are kept by the desk and never cross to a window. */
export const ReplyFile = z.object({
  sha256: FileHash,
  /** A mere name, made safe by `safeFileName`. */
  name: z
    .string()
    .min(1)
    .max(longestFileName)
    .refine((name) => name === safeFileName(name), 'is no mere file name'),
  contentType: z.string().max(100),
  /** Bytes. */
  size: z.number().int().positive().max(mostFileBytes),
});
export type ReplyFile = z.infer<typeof ReplyFile>;

/** Whether and how many files a reply may carry, in bytes; `why` not: `copied` conversations have only the clipboard. */
export const FileRules = z.discriminatedUnion('canSend', [
  z.object({
    canSend: z.literal(true),
    maxBytes: z.number().int().positive(),
    maxTotalBytes: z.number().int().positive(),
    maxFiles: z.number().int().positive(),
  }),
  z.object({ canSend: z.literal(false), why: z.enum(['copied', 'channel', 'helpdesk']) }),
]);
export type FileRules = z.infer<typeof FileRules>;

/** Names that Windows gives to devices: a file of such a name cannot be saved there. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/**
 * A file name as it may stand in a header, on a disk and before a person: no path, no control or direction characters,
 * nothing that a system reads as more than a name. Empty names become `file`.
 */
export function safeFileName(given: string): string {
  const bare = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .replace(devices, '_$&');
  return cut(bare === '' ? 'file' : bare);
}

/** Cut in its middle: the ending says what it is. */
function cut(name: string): string {
  if (name.length <= longestFileName) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  const kept = name
    .slice(0, longestFileName - ending.length)
    .toWellFormed()
    .replace(/\uFFFD/gu, '');
  return kept.replace(/[\s.]+$/u, '') + ending;
}

/** A media type without parameters; what is none is plain bytes. */
export function safeContentType(given: string): string {
  const type = (given.split(';')[0] ?? '').trim().toLowerCase();
  return /^[a-z0-9][a-z0-9.+-]{0,49}\/[a-z0-9][a-z0-9.+-]{0,48}$/.test(type) ? type : 'application/octet-stream';
}

/** Files of a list, each content once: the first name counts. */
export function withoutDoubles(files: readonly ReplyFile[]): readonly ReplyFile[] {
  return files.filter(({ sha256 }, i) => files.findIndex((other) => other.sha256 === sha256) === i);
}

/** What stands in the way of a list of files; null: nothing does. Files are named by it where one is at fault. */
export type FileFault =
  | { readonly fault: 'not_taken'; readonly why: Extract<FileRules, { canSend: false }>['why'] }
  | { readonly fault: 'too_large'; readonly file: ReplyFile; readonly maxBytes: number }
  | { readonly fault: 'too_large_together'; readonly bytes: number; readonly maxBytes: number }
  | { readonly fault: 'too_many'; readonly count: number; readonly maxFiles: number };

export function fileFaultOf(files: readonly ReplyFile[], rules: FileRules): FileFault | null {
  if (files.length === 0) return null;
  if (!rules.canSend) return { fault: 'not_taken', why: rules.why };
  const { maxBytes, maxTotalBytes, maxFiles } = rules;
  const large = files.find((file) => file.size > maxBytes);
  if (large !== undefined) return { fault: 'too_large', file: large, maxBytes };
  if (files.length > maxFiles) return { fault: 'too_many', count: files.length, maxFiles };
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return bytes > maxTotalBytes ? { fault: 'too_large_together', bytes, maxBytes: maxTotalBytes } : null;
}

/** What the desk itself keeps to, wherever a reply goes. */
export const deskFileRules: Extract<FileRules, { canSend: true }> = {
  canSend: true,
  maxBytes: mostFileBytes,
  maxTotalBytes: mostFileBytes,
  maxFiles: mostFiles,
};

/** Servers commonly take mails of 25 MB, and files grow by a third on their way (RFC 2045). */
export const mailFileRules: FileRules = {
  ...deskFileRules,
  maxBytes: 18 * 1024 * 1024,
  maxTotalBytes: 18 * 1024 * 1024,
};
