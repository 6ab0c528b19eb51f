import type { KnowledgeReader } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { largestImport } from '#shared/model/knowledge.ts';
import { endingOf, kindOf } from './file-format.ts';
import type { HtmlInput, HtmlPage } from './html/html-page.ts';
import { readFile } from './read-file.ts';
import { type DocumentLimits, documentWorkers } from './worker/document-workers.ts';

/** Reads files, and pages that were fetched. */
export type DocumentReader = KnowledgeReader & {
  /** As `readHtmlPage`, in a thread of its own: a page from the web may be made to hold up whoever reads it. */
  readPage(input: HtmlInput, signal?: AbortSignal): Promise<HtmlPage>;
};

export type DocumentReaderOptions = {
  /** The worker's script where it is bundled; else its source. */
  readonly workerScript?: string | undefined;
  readonly limits?: DocumentLimits;
};

/* Bytes of what is read where it came from. Markdown of 32 kB can be made to take seconds, a table or JSON cannot. */
const anyInPlace = 2 * 1024;
const rowsInPlace = 32 * 1024;
const rowEndings: readonly string[] = ['csv', 'tsv', 'jsonl', 'ndjson', 'json'];

/** Reads all that an owner brings; everything but short text in a thread that is ended when it takes too much. */
export function createKnowledgeFileReader(options: DocumentReaderOptions = {}): DocumentReader {
  const script = options.workerScript ?? new URL('worker/document-worker.ts', import.meta.url);
  const workers = documentWorkers(script, options.limits);
  return {
    async read({ name, bytes }, signal) {
      if (bytes.byteLength > largestImport) {
        throw new AppError('file_too_large', `${name} is larger than 64 MiB.`, { detail: { file: name } });
      }
      const kind = kindOf(bytes);
      const isPlain = kind === 'text' ? isQuick(name, bytes) : !isDocument(kind);
      return isPlain ? readFile(name, bytes, signal) : workers.run({ kind: 'file', name, bytes }, signal);
    },
    readPage: (input, signal) => workers.run({ kind: 'page', name: input.name, input }, signal),
  };
}

function isDocument(kind: ReturnType<typeof kindOf>): boolean {
  return kind === 'pdf' || kind === 'docx' || kind === 'xlsx' || kind === 'mbox';
}

function isQuick(name: string, bytes: Uint8Array): boolean {
  const most = rowEndings.includes(endingOf(name)) ? rowsInPlace : anyInPlace;
  return bytes.byteLength <= most && !looksLikeMarkup(bytes);
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /^[^\p{L}\p{N}]{0,50}<[!?a-z]/iu.test(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1').replaceAll('\0', ''),
  );
}
