/** A text in one width and without what cannot be seen, and where each of its units stood in the text as written. */
export type FoldedText = {
  readonly text: string;
  /** Offsets of `[start, end)` in the text as written. */
  readonly placeOf: (start: number, end: number) => readonly [number, number];
};

const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
const dash = /[\u2010-\u2015\u2212\ufe58\ufe63]/u;

export function foldedText(written: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  for (const character of written) {
    const end = at + character.length;
    const folded = foldedCharacter(character);
    for (let i = 0; i < folded.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    text += folded;
    at = end;
  }
  return { text, placeOf: (start, end) => [starts[start] ?? written.length, ends[end - 1] ?? written.length] };
}

function foldedCharacter(character: string): string {
  if (character <= '~') return character;
  if (unseen.test(character)) return '';
  if (dash.test(character)) return '-';
  const digit = /^\p{Nd}$/u.test(character) ? digitOf(character) : null;
  return digit ?? character.normalize('NFKC');
}

/** Decimal digits of a script stand in a row of ten, from nought on (Unicode Standard, section 4.6). */
function digitOf(character: string): string {
  const folded = character.normalize('NFKC');
  if (/^\d$/.test(folded)) return folded;
  const point = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value++;
  return String(value);
}
