import PdfKit from 'pdfkit';
import type { Policy, PolicyBlock } from './policy.ts';
import { type PolicyFile, stepsOf } from './policy-file.ts';

/** A PDF as a word processor exports it, with a line at the head and the number at the foot of every page. */
export async function pdfOf(policy: Policy): Promise<PolicyFile> {
  const pdf = new PdfKit({ bufferPages: true, size: 'A4', margins: { top: 90, bottom: 80, left: 72, right: 72 } });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve) => void pdf.on('end', () => resolve()));
  pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const pages = new Map<string, number>();
  const write = (each: PolicyBlock): void => {
    if (typeof each === 'string') pdf.text(each, { paragraphGap: 6 });
    else if ('list' in each) for (const item of each.list) pdf.text(`•  ${item}`, { indent: 12 });
    else pdf.table({ data: each.table.map((row) => [...row]) });
  };
  pdf.font('Helvetica-Bold').fontSize(24).text(policy.title).moveDown();
  for (const { headings, depth, section } of stepsOf(policy)) {
    if (pdf.y > 640) pdf.addPage();
    const sizes = [0, 17, 13, 11];
    pdf
      .moveDown(0.8)
      .font('Helvetica-Bold')
      .fontSize(sizes[depth] ?? 11)
      .text(section.heading, 72);
    pages.set(headings.join('/'), pdf.bufferedPageRange().count);
    pdf.moveDown(0.3).font('Helvetica').fontSize(11);
    for (const each of section.blocks) write(each);
  }
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins = { top: 0, bottom: 0, left: 72, right: 72 };
    pdf.font('Helvetica').fontSize(8);
    pdf.text(`${policy.title} · version of 1 March`, 72, 40, { lineBreak: false });
    pdf.text(`Page ${page + 1} of ${count}`, 280, 800, { lineBreak: false });
  }
  pdf.end();
  await ended;
  return {
    name: 'policy.pdf',
    bytes: Buffer.concat(chunks),
    pathOf: (headings) => [policy.title, ...headings],
    pageOf: (headings) => pages.get(headings.join('/')) ?? null,
  };
}

type Script = { readonly font: string; readonly map: string; readonly ordering: string };
export const chineseScript: Script = { font: 'STSong-Light', map: 'UniGB-UCS2-H', ordering: 'GB1' };
export const japaneseScript: Script = { font: 'HeiseiMin-W3', map: 'UniJIS-UCS2-H', ordering: 'Japan1' };

/** A PDF whose font is not in it, named by one of the character maps that every reader knows (ISO 32000-1, 9.7.5.2). */
export function eastAsianPdfOf(policy: Policy, script: Script): PolicyFile {
  const pages: string[][] = [[]];
  const begins = new Map<string, number>();
  let y = 770;
  const put = (text: string, x: number, size: number): void => {
    const codes = [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
    pages.at(-1)?.push(`BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`);
  };
  const line = (cells: readonly string[], size: number, gap: number): void => {
    y -= gap;
    if (y < 90) {
      pages.push([]);
      y = 740;
    }
    for (const [column, text] of cells.entries()) put(text, 72 + column * 112, size);
  };
  const paragraph = (text: string): void => {
    const letters = [...text];
    for (let start = 0; start < letters.length; start += 42)
      line([letters.slice(start, start + 42).join('')], 10.5, start === 0 ? 22 : 15);
  };
  line([policy.title], 22, 0);
  for (const { headings, depth, section } of stepsOf(policy)) {
    if (y < 180) y = 0;
    line([section.heading], depth === 1 ? 16 : 13, 34);
    begins.set(headings.join('/'), pages.length);
    for (const each of section.blocks) {
      if (typeof each === 'string') paragraph(each);
      else if ('list' in each) for (const item of each.list) line([`・${item}`], 10.5, 17);
      else for (const row of each.table) line(row, 10.5, 20);
    }
  }
  return {
    name: 'policy.pdf',
    bytes: pdfBytes(
      pages.map((operators) => operators.join('\n')),
      script,
    ),
    pathOf: (headings) => [policy.title, ...headings],
    pageOf: (headings) => begins.get(headings.join('/')) ?? null,
  };
}

function pdfBytes(contents: readonly string[], { font, map, ordering }: Script): Buffer {
  const firstPage = 6;
  const kids = contents.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /${font} /Encoding /${map} /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${font} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>`,
    `<< /Type /FontDescriptor /FontName /${font} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${firstPage + index * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return pdfOfObjects(objects);
}

/** A PDF of the objects given, the first being its catalog; every letter is one byte. */
export function pdfOfObjects(objects: readonly string[], trailer = ''): Buffer {
  const parts: string[] = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const text = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(length);
    parts.push(text);
    length += text.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}
