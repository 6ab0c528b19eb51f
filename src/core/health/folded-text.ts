/** The text in lower case with full-width forms made narrow, character for character: a place in it is one in the original. */
export function foldedInPlace(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const narrow = narrowOf(code);
    const character = String.fromCharCode(narrow);
    const lower = character.toLowerCase();
    folded += lower.length === 1 ? lower : character;
  }
  return folded;
}

function narrowOf(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code === 0x3000 || code === 0xa0) return 0x20;
  // The full-width signs of pound and yen stand apart.
  return code === 0xffe1 ? 0xa3 : code === 0xffe5 ? 0xa5 : code;
}

/** The same length of text that no pattern reads. */
export function blank(length: number): string {
  return '\u0001'.repeat(length);
}

/** The text with a stretch of it made unreadable. */
export function withoutStretch(text: string, start: number, end: number): string {
  return text.slice(0, start) + blank(end - start) + text.slice(end);
}

/** A stretch of a text, in UTF-16 units; `end` is the first that is not in it. */
export type Stretch = { readonly start: number; readonly end: number };

/** Sentences, and within them the parts between commas and turns ("but", "while"), as stretches of the text. */
export type Clause = Stretch & { readonly sentence: number };

const sentenceEnd =
  /[。！？!?；;\n\r]+|(?<!\b(?:no|vs|approx|max|min|etc|st|dr|mr|mrs|incl|excl))(?<=[^\d\s.]|\d(?=\.\s))\.(?=\s|$)/gu;
const clauseEnd =
  /[，、,:：()（）[\]【】—]|\s[-–]\s|\b(?:but|while|whereas|however|except)\b|但是?|不过|而(?=[^且])|ただし|ですが|一方/gu;

/** The clauses of a folded text in order. A comma inside a number ends nothing. */
export function clausesOf(folded: string): readonly Clause[] {
  const clauses: Clause[] = [];
  stretchesBetween(folded, sentenceEnd).forEach((sentence, index) => {
    const text = folded.slice(sentence.start, sentence.end);
    for (const { start, end } of stretchesBetween(text, clauseEnd)) {
      if (text.slice(start, end).trim() === '') continue;
      clauses.push({ start: sentence.start + start, end: sentence.start + end, sentence: index });
    }
  });
  return clauses;
}

function stretchesBetween(text: string, separator: RegExp): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    const { index } = match;
    if (/^[,:]$/.test(match[0]) && /\d/.test(text.charAt(index - 1)) && /\d/.test(text.charAt(index + 1))) continue;
    // The words of a turn belong to what follows, marks to nobody.
    stretches.push({ start, end: index });
    start = /\p{L}/u.test(match[0]) ? index : index + match[0].length;
  }
  stretches.push({ start, end: text.length });
  return stretches.filter((one) => one.end > one.start);
}
