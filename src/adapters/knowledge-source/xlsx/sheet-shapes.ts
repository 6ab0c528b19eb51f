import type { ZipParts } from '../zip/open-zip.ts';
import { columnNumber } from './sheet-extent.ts';

/** Cells that are shown as one; 0-based, ends included. */
export type Merged = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};
export type SheetShape = { readonly isHidden: boolean; readonly merged: readonly Merged[] };

/** What the values of a workbook's sheets do not tell, by name of the sheet. */
export function sheetShapes(parts: ZipParts): ReadonlyMap<string, SheetShape> {
  const targets = new Map(
    elements(parts.text('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((relation) => [
      attributeOf(relation, 'Id'),
      attributeOf(relation, 'Target').replace(/^\/?(?:xl\/)?/u, 'xl/'),
    ]),
  );
  return new Map(
    elements(parts.text('xl/workbook.xml') ?? '', 'sheet').map((sheet) => {
      const text = parts.text(targets.get(attributeOf(sheet, 'r:id')) ?? '') ?? '';
      const merged = elements(text, 'mergeCell').flatMap((cell) => mergedOf(attributeOf(cell, 'ref')));
      return [attributeOf(sheet, 'name'), { isHidden: /hidden/iu.test(attributeOf(sheet, 'state')), merged }];
    }),
  );
}

/** The start tags of one name. */
function elements(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'gu')) ?? [];
}

function attributeOf(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function mergedOf(ref: string): readonly Merged[] {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(ref);
  if (found === null) return [];
  const [, left = '', top = '', right = '', bottom = ''] = found;
  return [
    {
      firstRow: Number(top) - 1,
      lastRow: Number(bottom) - 1,
      firstColumn: columnNumber(left),
      lastColumn: columnNumber(right),
    },
  ];
}
