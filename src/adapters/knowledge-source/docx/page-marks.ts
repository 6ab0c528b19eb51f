const rendered = /<w:lastRenderedPageBreak\s*\/>/gu;
const pageBreak = '<w:br w:type="page"/>';

/**
 * The main part of a Word document with every way to begin a page written as a break: where the program that saved it
 * last began one (`w:lastRenderedPageBreak`), and paragraphs that always begin one (`w:pageBreakBefore`).
 */
export function withPageMarks(xml: string): string {
  const marked = xml.replace(rendered, pageBreak);
  if (!marked.includes('<w:pageBreakBefore')) return marked;
  return marked
    .split('</w:pPr>')
    .map((part, index, all) => {
      if (index === all.length - 1) return part;
      const properties = part.slice(part.lastIndexOf('<w:pPr'));
      const begins = /<w:pageBreakBefore(?: w:val="(?:1|true|on)")?\s*\/>/u.test(properties);
      return `${part}</w:pPr>${begins ? `<w:r>${pageBreak}</w:r>` : ''}`;
    })
    .join('');
}
