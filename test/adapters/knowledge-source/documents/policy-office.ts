import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import writeWorkbook from 'write-excel-file/node';
import type { Policy, PolicyBlock } from './policy.ts';
import { type PolicyFile, type PolicyStep, stepsOf } from './policy-file.ts';

const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A Word document in which every chapter begins a page. */
export async function docxOf(policy: Policy): Promise<PolicyFile> {
  const block = (each: PolicyBlock): readonly (Paragraph | Table)[] => {
    if (typeof each === 'string') return [new Paragraph(each)];
    if ('list' in each) return each.list.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    const rows = each.table.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    );
    return [new Table({ rows })];
  };
  const children = stepsOf(policy).flatMap(({ depth, section }, index) => [
    new Paragraph({
      text: section.heading,
      heading: levels[depth] ?? HeadingLevel.HEADING_4,
      pageBreakBefore: depth === 1 && index > 0,
    }),
    ...section.blocks.flatMap(block),
  ]);
  const title = new Paragraph({ text: policy.title, heading: HeadingLevel.TITLE });
  const document = new Document({ sections: [{ children: [title, ...children] }] });
  return {
    name: 'policy.docx',
    bytes: await Packer.toBuffer(document),
    pathOf: (headings) => [policy.title, ...headings],
    // Without a break nothing in the document tells of pages.
    pageOf: ([chapter]) =>
      policy.chapters.length === 1 ? null : policy.chapters.findIndex(({ heading }) => heading === chapter) + 1,
  };
}

/** A workbook with a sheet a chapter, its sections below each other under a line of their own. */
export async function xlsxOf(policy: Policy): Promise<PolicyFile> {
  type Cells = readonly { readonly value: string }[];
  const block = (each: PolicyBlock): readonly Cells[] => {
    if (typeof each === 'string') return [[{ value: each }]];
    if ('list' in each) return each.list.map((value) => [{ value }]);
    return each.table.map((cells) => cells.map((value) => ({ value })));
  };
  const sheetOf = (steps: readonly PolicyStep[]): readonly Cells[] =>
    steps.flatMap(({ depth, section }) => [
      ...(depth === 1 ? [] : [[], [{ value: section.heading }]]),
      ...section.blocks.flatMap(block),
    ]);
  const sheets = policy.chapters.map(({ heading }) => ({
    sheet: heading,
    data: sheetOf(stepsOf(policy).filter(({ headings }) => headings[0] === heading)).map((cells) => [...cells]),
  }));
  return {
    name: 'policy.xlsx',
    bytes: await writeWorkbook(sheets).toBuffer(),
    pathOf: (headings) => (headings.length === 1 ? headings : [headings[0] ?? '', headings.at(-1) ?? '']),
    pageOf: () => null,
  };
}
