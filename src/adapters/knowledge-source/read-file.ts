import type { KnowledgeFile, KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { unreadable } from './document/unreadable.ts';
import { kindOf, unsupportedFormat } from './file-format.ts';
import { readText, withRows } from './read-text.ts';

/**
 * Reads a file of any known format by its content. It takes what time and memory the file makes it take: whoever brings a
 * file from outside has it read by `documentWorkers`. Errors: `unsupported`, `file_unreadable`, `cancelled`.
 */
export async function readFile(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<KnowledgeFile> {
  const kind = kindOf(bytes);
  try {
    switch (kind) {
      case 'text':
        return await readText(name, bytes, signal);
      case 'pdf':
      case 'docx':
      case 'xlsx':
      case 'mbox':
        return { format: kind, encoding: '', rows: withRows(name, await documentReaders[kind](name, bytes, signal)) };
      case 'encrypted':
        throw unreadable(name, 'encrypted');
      default:
        throw unsupportedFormat(name, kind);
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(name, reasonOf(error), error);
  }
}

type Read = (name: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<readonly KnowledgeFileRow[]>;

/* Loaded when the first such file comes: they are large. */
const documentReaders: Readonly<Record<'pdf' | 'docx' | 'xlsx' | 'mbox', Read>> = {
  pdf: async (name, bytes) => (await import('./pdf/read-pdf.ts')).readPdf(name, bytes),
  docx: async (name, bytes) => (await import('./docx/read-docx.ts')).readDocx(name, bytes),
  xlsx: async (name, bytes) => (await import('./xlsx/read-xlsx.ts')).readXlsx(name, bytes),
  mbox: async (name, bytes, signal) => (await import('./mail/read-mbox.ts')).readMbox(name, bytes, signal),
};

/** What a parser's own error means: V8 words its two limits itself. */
function reasonOf(error: unknown): 'too_deep' | 'too_large_inside' | 'broken' {
  if (!(error instanceof RangeError)) return 'broken';
  return /call stack/iu.test(error.message) ? 'too_deep' : 'too_large_inside';
}
