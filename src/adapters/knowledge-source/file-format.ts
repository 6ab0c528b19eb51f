import { AppError } from '#shared/errors.ts';

/** A file's ending in lower case without the dot; empty when it has none. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/iu.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

/** What a file is and cannot be read as; null when its first bytes could be text. */
export function foreignFormat(name: string, bytes: Uint8Array): AppError | null {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  const found = signatures.find(({ start }) => head.startsWith(start));
  if (found !== undefined)
    return unsupportedFormat(name, found.format === 'zip' ? formatInZip(head, name) : found.format);
  if (/^(?:ï»¿)?\s*(?:<!doctype html|<html|<table|<\?xml)/iu.test(head)) return unsupportedFormat(name, 'html');
  return null;
}

/** The error for a format nothing here reads; it names the format and the way out. */
export function unsupportedFormat(name: string, format: ForeignFormat): AppError {
  const { title, advice } = formats[format];
  return new AppError('unsupported', `${name} is ${title}. ${advice}`, { detail: { file: name, format } });
}

export type ForeignFormat = keyof typeof formats;

const exportTable = 'Export the table as CSV (UTF-8) and import that.';
const exportText = 'Save its text as Markdown, or its questions and answers as CSV, and import that.';

const formats = {
  xlsx: { title: 'an Excel workbook', advice: exportTable },
  xls: { title: 'an older Excel or Office document', advice: exportTable },
  ods: { title: 'an OpenDocument file', advice: exportTable },
  docx: { title: 'a Word document', advice: exportText },
  numbers: { title: 'a Numbers or Pages document', advice: exportTable },
  pdf: { title: 'a PDF', advice: exportText },
  rtf: { title: 'a rich-text document', advice: exportText },
  html: { title: 'a web page or XML', advice: exportText },
  zip: { title: 'a ZIP archive', advice: 'Unpack it and import the files in it: CSV, JSON Lines or Markdown.' },
  archive: { title: 'a packed archive', advice: 'Unpack it and import the files in it: CSV, JSON Lines or Markdown.' },
  image: { title: 'an image', advice: exportText },
  sqlite: { title: 'a database', advice: exportTable },
  binary: { title: 'not a text file', advice: exportTable },
  text: {
    title: 'text without rows or headings',
    advice: 'Import questions and answers as CSV or JSON Lines, or an article with headings as Markdown.',
  },
} as const;

const signatures: readonly { readonly start: string; readonly format: ForeignFormat }[] = [
  { start: 'PK\x03\x04', format: 'zip' },
  { start: 'PK\x05\x06', format: 'zip' },
  { start: '\xD0\xCF\x11\xE0', format: 'xls' },
  { start: '%PDF', format: 'pdf' },
  { start: '{\\rtf', format: 'rtf' },
  { start: '\x89PNG', format: 'image' },
  { start: '\xFF\xD8\xFF', format: 'image' },
  { start: 'GIF8', format: 'image' },
  { start: 'SQLite format 3', format: 'sqlite' },
  { start: '\x1F\x8B', format: 'archive' },
  { start: '7z\xBC\xAF', format: 'archive' },
  { start: 'Rar!', format: 'archive' },
];

/** Office documents are ZIP archives; the names of their first parts, or else the ending, tell which. */
function formatInZip(head: string, name: string): ForeignFormat {
  if (head.includes('xl/') || /^xls[xmb]$/u.test(endingOf(name))) return 'xlsx';
  if (head.includes('word/') || endingOf(name) === 'docx') return 'docx';
  if (head.includes('mimetypeapplication/vnd.oasis')) return 'ods';
  if (head.includes('Index/Document.iwa') || endingOf(name) === 'numbers') return 'numbers';
  return 'zip';
}
