/* About the length one passage of evidence may have; a longer section is split where it naturally splits. */
const longestPiece = 1_500;

/** A part of a section, and where it stands. */
export type Piece = { readonly row: number; readonly page: number | null; readonly text: string };

/** Whole items of a list or rows of a table, as many a piece as fit. */
export function linesPacked(lines: readonly string[], place: Omit<Piece, 'text'>): readonly Piece[] {
  const groups: string[][] = [];
  let length = 0;
  for (const line of lines.flatMap((item) => (item.length > longestPiece ? sentencesPacked(item) : [item]))) {
    const last = groups.at(-1);
    if (last !== undefined && length + line.length < longestPiece) {
      last.push(line);
      length += line.length + 1;
    } else {
      groups.push([line]);
      length = line.length;
    }
  }
  return groups.map((group) => ({ ...place, text: group.join('\n') }));
}

/** Neighbouring pieces joined up to the longest one; the first starts at the heading's row. */
export function packedPieces(pieces: readonly Piece[], first: Omit<Piece, 'text'>): readonly Piece[] {
  const groups: Piece[][] = [];
  let length = 0;
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last !== undefined && length + piece.text.length + 2 <= longestPiece) {
      last.push(piece);
      length += piece.text.length + 2;
    } else {
      groups.push([piece]);
      length = piece.text.length;
    }
  }
  if (groups.length === 0) return [{ ...first, text: '' }];
  return groups.map((group, index) => ({
    row: index === 0 ? first.row : (group[0]?.row ?? first.row),
    page: group[0]?.page ?? null,
    text: group.map(({ text }) => text).join('\n\n'),
  }));
}

/** A paragraph longer than a piece, split at line ends, else at ends of sentences, else where it must be. */
export function sentencesPacked(text: string): readonly string[] {
  if (text.length <= longestPiece) return [text];
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > longestPiece) {
    const window = text.slice(start, start + longestPiece);
    const end = lastEnd(window);
    parts.push(text.slice(start, start + end).trim());
    start += end;
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== '');
}

/** Where the last sentence of a window ends, at least a third into it. */
function lastEnd(window: string): number {
  for (let index = window.length - 1; index > window.length / 3; index -= 1) {
    const character = window[index] ?? '';
    if (character === '\n' || '。！？'.includes(character)) return index + 1;
    if (character === ' ' && '.!?'.includes(window[index - 1] ?? ' ')) return index;
  }
  const space = window.lastIndexOf(' ');
  if (space > window.length / 3) return space;
  // Not between the halves of one character.
  return /[\uD800-\uDBFF]$/u.test(window.slice(-1)) ? window.length - 1 : window.length;
}
