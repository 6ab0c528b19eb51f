import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { rowsOfDocument } from '../document/rows-of-document.ts';
import { unreadable } from '../document/unreadable.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { pdfText } from './pdf-pages.ts';

/**
 * The sections of a PDF, each with its page. Headings are told by its outline and by how they are set.
 * Errors: `file_unreadable` (`broken`, `encrypted`, `no_text`, `too_large_inside`).
 */
export async function readPdf(name: string, bytes: Uint8Array): Promise<readonly KnowledgeFileRow[]> {
  const text = await pdfText(name, bytes);
  const blocks = pdfBlocks(text);
  if (blocks.length === 0) throw unreadable(name, 'no_text');
  return rowsOfDocument({ title: '', blocks }, { name });
}
