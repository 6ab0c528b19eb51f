import type { DraftSentence } from '#shared/model/draft.ts';

/** Where something goes that is put in from elsewhere: behind what is answered, before the closing. An offset in the text. */
export function insertionPlace(text: string, sentences: readonly DraftSentence[]): number {
  const closing = sentences.find(({ part }) => part === 'closing')?.text ?? '';
  const at = closing === '' ? -1 : text.lastIndexOf(closing);
  return (at < 0 ? text : text.slice(0, at)).trimEnd().length;
}
