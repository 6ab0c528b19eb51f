import readWorkbook from 'read-excel-file/universal';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { unreadable } from '../document/unreadable.ts';
import { openZip } from '../zip/open-zip.ts';
import { expectReadableExtent } from './sheet-extent.ts';
import { rowsOfSheet } from './rows-of-sheet.ts';
import { type SheetShape, sheetShapes } from './sheet-shapes.ts';
import { cellText } from './cell-text.ts';

/**
 * The rows of a workbook, sheet by sheet, as a person sees them: a formula counts as the value it had when it was saved
 * and is never worked out; macros, links to other files and hidden sheets are left alone.
 * Errors: `file_unreadable` (`broken`, `encrypted`, `too_large_inside`).
 */
export async function readXlsx(name: string, bytes: Uint8Array): Promise<readonly KnowledgeFileRow[]> {
  const parts = await openZip(name, bytes);
  // Each is looked at before the workbook is read: one that declares entities is refused.
  for (const part of parts.names) parts.text(part);
  expectReadableExtent(name, parts);
  const shapes = sheetShapes(parts);
  const sheets = await workbookOf(name, bytes);
  return sheets.flatMap(({ sheet, data }) => {
    const shape: SheetShape = shapes.get(sheet) ?? { isHidden: false, merged: [] };
    if (shape.isHidden) return [];
    return rowsOfSheet(
      name,
      sheet,
      data.map((row) => row.map(cellText)),
      shape,
    );
  });
}

async function workbookOf(name: string, bytes: Uint8Array) {
  try {
    return await readWorkbook(new Uint8Array(bytes).buffer);
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(name, 'broken', error);
  }
}
