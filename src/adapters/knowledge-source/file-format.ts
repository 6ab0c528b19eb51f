import { AppError } from '#shared/errors.ts';
import { isMbox } from './mail/read-mbox.ts';

/** A file's ending in lower case without the dot; empty when it has none. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/iu.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

/**
 * What a file is by its content, whatever its name says: a document, text, or a format that nothing here reads.
 * `encrypted`: an Office document that is protected with a password.
 */
export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'mbox' | 'text' | 'encrypted' | ForeignFormat;

export function kindOf(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 4_096);
  if (/^[\s\S]{0,1023}?%PDF-\d/u.test(head)) return 'pdf';
  const found = signatures.find(({ start }) => head.startsWith(start));
  if (found === undefined) return isMbox(bytes) ? 'mbox' : 'text';
  if (found.format === 'zip') return kindInZip(buffer, head);
  return found.format === 'ole' ? kindInOle(buffer) : found.format;
}

/** The error for a format nothing here reads; it names the format and the way out. */
export function unsupportedFormat(name: string, format: ForeignFormat): AppError {
  const { title, advice } = formats[format];
  return new AppError('unsupported', `${name} is ${title}. ${advice}`, { detail: { file: name, format } });
}

export type ForeignFormat = keyof typeof formats;

const saveTable = 'Save it as XLSX or CSV and import that.';
const saveText = 'Save it as DOCX, PDF or Markdown and import that.';
const unpack = 'Unpack it and import the files in it: PDF, DOCX, XLSX, CSV, HTML or Markdown.';

const formats = {
  xls: { title: 'an older Excel workbook', advice: saveTable },
  xlsb: { title: 'a binary Excel workbook', advice: saveTable },
  ods: { title: 'an OpenDocument spreadsheet', advice: saveTable },
  numbers: { title: 'a Numbers or Pages document', advice: 'Export it as XLSX, DOCX, PDF or CSV and import that.' },
  doc: { title: 'an older Word document', advice: saveText },
  odt: { title: 'an OpenDocument text', advice: saveText },
  rtf: { title: 'a rich-text document', advice: saveText },
  ppt: { title: 'a presentation', advice: 'Save it as PDF and import that.' },
  ole: { title: 'an older Office document', advice: 'Save it as DOCX, XLSX or PDF and import that.' },
  xml: { title: 'XML', advice: 'Export it as HTML, Markdown or CSV and import that.' },
  zip: { title: 'a ZIP archive', advice: unpack },
  archive: { title: 'a packed archive', advice: unpack },
  image: {
    title: 'an image',
    advice: 'Type its text as Markdown, or its questions and answers as CSV, and import that.',
  },
  sqlite: { title: 'a database', advice: 'Export the table as CSV (UTF-8) and import that.' },
  binary: { title: 'not a text file', advice: 'Save it as PDF, DOCX, XLSX or CSV and import that.' },
  text: {
    title: 'text without rows or headings',
    advice: 'Import questions and answers as CSV or JSON Lines, or an article with headings as Markdown.',
  },
} as const;

const signatures: readonly { readonly start: string; readonly format: ForeignFormat }[] = [
  { start: 'PK\x03\x04', format: 'zip' },
  { start: 'PK\x05\x06', format: 'zip' },
  { start: '\xD0\xCF\x11\xE0', format: 'ole' },
  { start: '{\\rtf', format: 'rtf' },
  { start: '\x89PNG', format: 'image' },
  { start: '\xFF\xD8\xFF', format: 'image' },
  { start: 'GIF8', format: 'image' },
  { start: 'SQLite format 3', format: 'sqlite' },
  { start: '\x1F\x8B', format: 'archive' },
  { start: '7z\xBC\xAF', format: 'archive' },
  { start: 'Rar!', format: 'archive' },
];

/**
 * Office documents are ZIP archives; the names of their parts tell which. The directory stands at the end, so of two
 * names the later one is the archive's own and the other that of a document inside it.
 */
function kindInZip(buffer: Buffer, head: string): FileKind {
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  if (head.includes('mimetypeapplication/vnd.oasis')) return 'ods';
  const kinds = [
    'xl/workbook.xml',
    'word/document.xml',
    'xl/workbook.bin',
    'ppt/presentation.xml',
    'Index/Document.iwa',
  ];
  const last = kinds
    .map((part, index) => ({ kind: partKinds[index] ?? 'zip', at: buffer.lastIndexOf(part, undefined, 'latin1') }))
    .reduce((left, right) => (right.at > left.at ? right : left));
  return last.at === -1 ? 'zip' : last.kind;
}

const partKinds: readonly FileKind[] = ['xlsx', 'docx', 'xlsb', 'ppt', 'numbers'];

/** The streams of an OLE document are named in UTF-16; a protected DOCX or XLSX is one of them (MS-OFFCRYPTO 2.3.4.4). */
function kindInOle(buffer: Buffer): FileKind {
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('WordDocument')) return 'doc';
  if (holds('PowerPoint Document')) return 'ppt';
  return holds('Workbook') || holds('Book') ? 'xls' : 'ole';
}
