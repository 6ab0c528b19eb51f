import type { DraftSentence } from '#shared/model/draft.ts';

/** Where something goes that is put in from elsewhere: behind what is answered, before the closing. An offset in the text. */
export function insertionPlace(text: string, sentences: readonly DraftSentence[]): number {
  const closing = sentences.find(({ part }) => part === 'closing')?.text ?? '';
  const at = closing === '' ? -1 : text.lastIndexOf(closing);
  return (at < 0 ? text : text.slice(0, at)).trimEnd().length;
}

/** What stands between two ends of a text, as offsets; null where it does not begin and end so any more. */
export function stretchBetween(
  text: string,
  { before, after }: { readonly before: string; readonly after: string },
): { readonly start: number; readonly end: number } | null {
  const isSame = text.startsWith(before) && text.endsWith(after) && text.length >= before.length + after.length;
  return isSame ? { start: before.length, end: text.length - after.length } : null;
}
