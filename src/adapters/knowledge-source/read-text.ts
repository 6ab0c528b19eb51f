import type { KnowledgeFile, KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { delimitedText } from './csv-delimiter.ts';
import { feedFormatOf, readFeed } from './feed/read-feed.ts';
import { endingOf, unsupportedFormat } from './file-format.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';
import { readMarkdown } from './read-markdown.ts';
import { decodedText } from './text-encoding.ts';

/**
 * Reads delimited tables, JSON Lines and JSON, Markdown, HTML and product feeds, in any common text encoding. Errors:
 * `unsupported`, `file_unreadable`, `cancelled`.
 */
export async function readText(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<KnowledgeFile> {
  const decoded = decodedText(bytes);
  if (decoded === null) throw unsupportedFormat(name, 'binary');
  const text = decoded.text.replace(/^\uFEFF/u, '');
  if (text.trim() === '') throw withoutRows(name);
  const format = formatOf(name, text);
  if (format === 'html') {
    const { readHtmlPage } = await import('./html/read-html-page.ts');
    const { rows, encoding } = readHtmlPage({ name, html: bytes, url: null });
    return { format, encoding, rows: withRows(name, rows) };
  }
  if (format === null) throw unsupportedFormat(name, foreignText(text));
  return { format, encoding: decoded.encoding, rows: withRows(name, await rowsOf(format, name, text, signal)) };
}

type TextFormat = Extract<KnowledgeFile['format'], 'csv' | 'jsonl' | 'markdown' | 'feed'>;

/** By the name's ending, unless the text is plainly something else: exports are often named as what opens them. */
function formatOf(name: string, text: string): TextFormat | 'html' | null {
  if (feedFormatOf(name, text) !== null) return 'feed';
  const ending = endingOf(name);
  if (isHtml(text) || (/^x?html?$/u.test(ending) && /<[a-z][^>]*>/iu.test(text))) return 'html';
  const isJson = /^\s*(?:\{\s*["}]|\[\s*[{\]])/u.test(text);
  switch (ending) {
    case 'jsonl':
    case 'ndjson':
    case 'json':
      return 'jsonl';
    case 'md':
    case 'markdown':
    case 'mdx':
      return 'markdown';
    case 'csv':
    case 'tsv':
    case 'tab':
    case 'xls':
      return isJson ? 'jsonl' : isMostlyText(text) ? 'csv' : null;
    default:
      return isJson ? 'jsonl' : formatOfPlainText(text);
  }
}

/** Spreadsheets write tables as HTML and name them .xls; pages are saved under any name. */
function isHtml(text: string): boolean {
  const head = text.slice(0, 4_096).replace(/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/u, '');
  return /^<(?:!doctype html|html|head|body|table)[\s>]/iu.test(head);
}

/** A heading makes it Markdown; named columns, or as many cells in every line, make it a table. */
function formatOfPlainText(text: string): TextFormat | null {
  if (!isMostlyText(text) || /^\s*<\?xml\b/u.test(text)) return null;
  if (/^#{1,6} \S/mu.test(text)) return 'markdown';
  const lines = text.replace(/\r\n?/gu, '\n');
  const table = delimitedText(lines);
  if (table === null) return null;
  const isTable = table.hasNamedColumns || (table.share === 1 && lines.trim().includes('\n'));
  return isTable ? 'csv' : null;
}

function foreignText(text: string): 'xml' | 'text' | 'binary' {
  if (/^\s*<\?xml\b/u.test(text)) return 'xml';
  return isMostlyText(text) ? 'text' : 'binary';
}

/** Bytes that are no text decode, if at all, to control characters and characters that are not. */
function isMostlyText(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const oddities = sample.match(/[\uFFFD\p{Cn}\p{Co}]|[^\P{Cc}\r\n\t]/gu)?.length ?? 0;
  return oddities * 10 < sample.length;
}

async function rowsOf(
  format: TextFormat,
  name: string,
  text: string,
  signal: AbortSignal | undefined,
): Promise<readonly KnowledgeFileRow[]> {
  switch (format) {
    case 'csv':
      return readCsv(name, text);
    case 'jsonl':
      return readJsonl(name, text);
    case 'markdown':
      return readMarkdown(name, text);
    case 'feed':
      return readFeed(name, text, signal);
  }
}

/** The rows, where there are any. Errors: `file_unreadable`. */
export function withRows(name: string, rows: readonly KnowledgeFileRow[]): readonly KnowledgeFileRow[] {
  if (rows.length === 0) throw withoutRows(name);
  return rows;
}

function withoutRows(name: string): AppError {
  return new AppError('file_unreadable', `${name} holds no entries.`, { detail: { file: name, reason: 'no_entries' } });
}
