import mammoth from 'mammoth';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import type { Block } from '../document/blocks.ts';
import { rowsOfDocument } from '../document/rows-of-document.ts';
import { unreadable } from '../document/unreadable.ts';
import { attribute } from '../html/element.ts';
import { blocksOfHtml } from '../html/html-blocks.ts';
import { parsedHtml } from '../html/parse-html.ts';
import { type ZipParts, openZip } from '../zip/open-zip.ts';
import { withPageMarks } from './page-marks.ts';

/**
 * The sections of a Word document. Pages are known where the document marks them: by breaks of its own or as the program
 * that saved it laid them out. Pictures, comments, macros and everything outside the file are left alone.
 * Errors: `file_unreadable` (`broken`, `encrypted`, `too_deep`, `too_large_inside`).
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<readonly KnowledgeFileRow[]> {
  const parts = await openZip(name, bytes);
  const html = await htmlOf(name, parts);
  const hasPages = html.includes('<hr class="page"');
  const root = parsedHtml(name, withBoldHeadings(html));
  const blocks: readonly Block[] = blocksOfHtml(
    root,
    hasPages ? (element) => element.tagName === 'hr' && attribute(element, 'class') === 'page' : undefined,
  );
  return rowsOfDocument({ title: '', blocks }, { name });
}

const mainPart = 'word/document.xml';

async function htmlOf(name: string, parts: ZipParts): Promise<string> {
  const options = {
    styleMap: [...builtInStyles, ...outlinedStyles(parts.text('word/styles.xml') ?? '')],
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
  };
  // An opened archive in place of bytes: mammoth takes it as it is (lib/unzip.js), so nothing is inflated unwatched.
  const file = {
    exists: (part: string) => parts.text(part) !== null,
    read: async (part: string) => {
      const text = parts.text(part) ?? '';
      return part === mainPart ? withPageMarks(text) : text;
    },
  };
  try {
    const { value } = await mammoth.convertToHtml({ file } as unknown as { readonly buffer: Buffer }, options);
    return value;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(name, error instanceof RangeError ? 'too_deep' : 'broken', error);
  }
}

/* The title stands above all headings, so those begin one level below it. */
const builtInStyles: readonly string[] = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  "p[style-name='Heading 3'] => h4:fresh",
  "p[style-name='Heading 4'] => h5:fresh",
  "p[style-name='Heading 5'] => h6:fresh",
  "p[style-name='Heading 6'] => h6:fresh",
  "br[type='page'] => hr.page",
];

/** Styles of the owner's own that Word lists in its outline (`w:outlineLvl`) are headings too. */
function outlinedStyles(styles: string): readonly string[] {
  return styles.split('<w:style ').flatMap((style) => {
    const id = /w:styleId="([A-Za-z][\w-]*)"/u.exec(style)?.[1];
    const level = /<w:outlineLvl w:val="([0-5])"/u.exec(style)?.[1];
    if (id === undefined || level === undefined || /<w:name w:val="heading \d"/iu.test(style)) return [];
    return [`p.${id} => h${Math.min(6, Number(level) + 2)}:fresh`];
  });
}

/** In a document without any heading, short lines that are bold from end to end are what its writer meant as such. */
function withBoldHeadings(html: string): string {
  if (/<h[1-6][ >]/u.test(html)) return html;
  return html.replace(/<p><strong>([^<]{1,100})<\/strong><\/p>/gu, '<h2>$1</h2>');
}
