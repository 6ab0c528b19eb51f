/** The text as one line with letter case, character width and white space folded: by it questions and answers are the same. */
export function foldedLine(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
