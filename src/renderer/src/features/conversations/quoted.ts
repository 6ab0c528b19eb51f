export type FoldedText = { readonly shown: string; readonly folded: string };

/** A message's new words, and what is folded away: the text it quotes and the signature. */
export function foldedText(text: string, question: string): FoldedText {
  const shown = question.trim();
  const all = text.trim();
  if (shown === '' || shown === all) return { shown: all, folded: '' };
  const at = all.indexOf(shown);
  // Where the new words stand between quotes there is no one place to cut: unfolding shows the whole.
  if (at < 0) return { shown, folded: all };
  const rest = [all.slice(0, at).trim(), all.slice(at + shown.length).trim()].filter((part) => part !== '');
  return { shown, folded: rest.join('\n\n') };
}
