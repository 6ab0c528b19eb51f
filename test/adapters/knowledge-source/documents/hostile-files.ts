import { crc32, constants, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** A part of an archive as it is written down, true or not. */
export type RawEntry = {
  readonly name: string;
  readonly packed: Uint8Array;
  /** What the directory says of its size when it is unpacked. */
  readonly declared: number;
  readonly crc?: number;
};

/** An archive written by hand. `shared`: every entry of the directory names the first one's bytes. */
export function zipOf(entries: readonly RawEntry[], shared = false): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [index, entry] of entries.entries()) {
    const name = Buffer.from(entry.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(entry.crc ?? 0, 10);
    fields.writeUInt32LE(entry.packed.length, 14);
    fields.writeUInt32LE(Math.min(entry.declared, 0xffff_fffe), 18);
    fields.writeUInt16LE(name.length, 22);
    const at = shared ? 0 : offset;
    if (!shared || index === 0) {
      parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, Buffer.from(entry.packed));
      offset += 30 + name.length + entry.packed.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** Deflated text that comes to `times` 16 MiB: a block that ends by itself can be written again and again. */
export function deflatedBomb(times: number, letter = ' ', head = ''): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, letter), { finishFlush: constants.Z_FULL_FLUSH });
  const start = deflateRawSync(Buffer.from(head), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([start, ...Array.from({ length: times }, () => block), Buffer.from([3, 0])]);
}

/** The same with the two bytes of zlib before it, as PDF wants it. */
export function zlibBomb(times: number, letter = ' ', head = ''): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflatedBomb(times, letter, head)]);
}

export function honestEntry(name: string, text: string): RawEntry {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), declared: bytes.length, crc: crc32(bytes) };
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const package_ = 'http://schemas.openxmlformats.org/package/2006';
const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a Word document around its main one. */
export const docxParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${package_}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
};

export function wordXml(body: string, before = ''): string {
  return `<?xml version="1.0"?>${before}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`;
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

export function docxOf(main: string, others: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const parts = Object.entries({ ...docxParts, 'word/document.xml': main }).map(([name, text]) => [
    name,
    Buffer.from(text),
  ]);
  return Buffer.from(zipSync({ ...(Object.fromEntries(parts) as Record<string, Uint8Array>), ...others }));
}

/** The parts of a workbook of one sheet. */
export function xlsxParts(sheet: string): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': `<Types xmlns="${package_}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${sheetSpace}" xmlns:r="${relation}"><sheets><sheet name="Rates" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relation}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
}

export function sheetXml(rows: string, before = ''): string {
  return `<?xml version="1.0"?>${before}<worksheet xmlns="${sheetSpace}"><sheetData>${rows}</sheetData></worksheet>`;
}

export function xlsxOf(sheet: string, others: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const parts = Object.entries(xlsxParts(sheet)).map(([name, text]) => [name, Buffer.from(text)]);
  return Buffer.from(zipSync({ ...(Object.fromEntries(parts) as Record<string, Uint8Array>), ...others }));
}

export function inlineRow(number: number, cells: readonly string[]): string {
  const written = cells.map((text, column) => {
    const place = `${String.fromCodePoint(65 + column)}${number}`;
    return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}
