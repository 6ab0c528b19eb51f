/** Where a part stands: whether a sentence begins with it, and whether a paragraph ends with it. */
export type TextPlace = { readonly startsSentence: boolean; readonly endsParagraph: boolean };

export const wholeText: TextPlace = { startsSentence: true, endsParagraph: true };

/** The place of a part between what stands before it and after it. */
export function placeBetween(before: string, after: string): TextPlace {
  return {
    startsSentence: /(?:^|[.!?。！？\n]["”’)」]?)\s*$/u.test(before.slice(-40)) || before.trim() === '',
    endsParagraph: /^[^\S\n]*(?:\n[^\S\n]*(?:\n|$)|$)/u.test(after),
  };
}
