/** The text with letter case and character width folded, for finding it however it is written (ＡＢＣ is abc). */
export function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** `foldedText` with every run of white space as one space and none around. */
export function foldedLine(text: string): string {
  return foldedText(text).replace(/\s+/gu, ' ').trim();
}
