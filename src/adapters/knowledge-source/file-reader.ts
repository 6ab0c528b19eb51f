import type { KnowledgeFile, KnowledgeFileRow, KnowledgeReader } from '#core/ports/knowledge-reader.ts';
import { AppError, assertNever } from '#shared/errors.ts';
import { delimitedText } from './csv-delimiter.ts';
import { endingOf, foreignFormat, unsupportedFormat } from './file-format.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';
import { readMarkdown } from './read-markdown.ts';
import { decodedText } from './text-encoding.ts';

/** Reads delimited tables, JSON Lines and JSON, and Markdown, in any common text encoding. */
export function createKnowledgeFileReader(): KnowledgeReader {
  return {
    read({ name, bytes }) {
      const foreign = foreignFormat(name, bytes);
      if (foreign !== null) throw foreign;
      const decoded = decodedText(bytes);
      if (decoded === null) throw unsupportedFormat(name, 'binary');
      const text = decoded.text.replace(/^\uFEFF/u, '');
      if (text.trim() === '') throw withoutRows(name);
      const format = formatOf(name, text);
      if (format === null) throw unsupportedFormat(name, isMostlyText(text) ? 'text' : 'binary');
      const rows = rowsOf(format, name, text);
      if (rows.length === 0) throw withoutRows(name);
      return { format, encoding: decoded.encoding, rows };
    },
  };
}

type Format = KnowledgeFile['format'];

/** By the name's ending, unless the text is plainly JSON: exports are often named as what opens them. */
function formatOf(name: string, text: string): Format | null {
  const isJson = /^\s*(?:\{\s*["}]|\[\s*[{\]])/u.test(text);
  switch (endingOf(name)) {
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

/** A heading makes it Markdown; named columns, or as many cells in every line, make it a table. */
function formatOfPlainText(text: string): Format | null {
  if (!isMostlyText(text)) return null;
  if (/^#{1,6} \S/mu.test(text)) return 'markdown';
  const lines = text.replace(/\r\n?/gu, '\n');
  const table = delimitedText(lines);
  if (table === null) return null;
  const isTable = table.hasNamedColumns || (table.share === 1 && lines.trim().includes('\n'));
  return isTable ? 'csv' : null;
}

/** Bytes that are no text decode, if at all, to control characters and characters that are not. */
function isMostlyText(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const oddities = sample.match(/[\uFFFD\p{Cn}\p{Co}]|[^\P{Cc}\r\n\t]/gu)?.length ?? 0;
  return oddities * 10 < sample.length;
}

function rowsOf(format: Format, name: string, text: string): readonly KnowledgeFileRow[] {
  switch (format) {
    case 'csv':
      return readCsv(name, text);
    case 'jsonl':
      return readJsonl(name, text);
    case 'markdown':
      return readMarkdown(name, text);
    default:
      return assertNever(format);
  }
}

function withoutRows(name: string): AppError {
  return new AppError('file_unreadable', `${name} holds no entries.`, { detail: { file: name } });
}
