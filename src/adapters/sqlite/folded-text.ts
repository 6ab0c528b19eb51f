/** The text with letter case and character width folded, for finding it however it is written (ＡＢＣ is abc). */
export function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
