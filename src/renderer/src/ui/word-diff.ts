export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Beyond this many comparisons the middle is shown as one removal and one addition. */
const mostCells = 4_000_000;

/** The words of a text with what stands between them; also finds words where no spaces are written. */
export function wordsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), (part) => part.segment);
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** Lengths of the longest common subsequence of every pair of suffixes, row by row. */
function suffixTable(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
}

function middleDiff(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length * b.length > mostCells) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ];
  }
  const table = suffixTable(a, b);
  const width = b.length + 1;
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return parts;
}

/** Under this share of common text two texts are shown one after the other: a patchwork of single words reads badly. */
const leastCommon = 0.25;

/** A whole change where hardly anything is common, and no lone spaces between changes. */
function readable(parts: readonly DiffPart[]): readonly DiffPart[] {
  const lengthOf = (kind: DiffPart['kind']): number =>
    parts.reduce((sum, part) => (part.kind === kind ? sum + part.text.trim().length : sum), 0);
  const same = lengthOf('same');
  const longest = same + Math.max(lengthOf('removed'), lengthOf('added'));
  const isPatchwork = same < longest * leastCommon;
  return parts.flatMap((part, index): DiffPart[] => {
    if (part.kind !== 'same') return [part];
    const isBetween = parts[index - 1]?.kind !== 'same' && parts[index + 1]?.kind !== 'same';
    const isLoneSpace = part.text.trim() === '' && isBetween && index > 0 && index < parts.length - 1;
    if (!isPatchwork && !isLoneSpace) return [part];
    return [
      { kind: 'removed', text: part.text },
      { kind: 'added', text: part.text },
    ];
  });
}

/** Puts neighbours of one kind together, removals before additions within one change. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const part of parts) {
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else {
      const last = result.at(-1);
      if (removed === '' && added === '' && last?.kind === 'same') {
        result[result.length - 1] = { kind: 'same', text: last.text + part.text };
        continue;
      }
      flush();
      result.push(part);
    }
  }
  flush();
  return result;
}

/** What became of one text in another, word by word. The parts that are not `added` spell `before`, those not `removed` spell `after`. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const start = commonStart(a, b);
  const end = commonStart(a.slice(start).reverse(), b.slice(start).reverse());
  return joined(
    [
      { kind: 'same' as const, text: a.slice(0, start).join('') },
      ...readable(middleDiff(a.slice(start, a.length - end), b.slice(start, b.length - end))),
      { kind: 'same' as const, text: a.slice(a.length - end).join('') },
    ].filter((part) => part.text !== ''),
  );
}

/** How much two texts have in common, 0 to 1: of the longer one, the share that stands in both in the same order. */
export function likenessOf(a: string, b: string): number {
  const lengths = { same: 0, removed: 0, added: 0 };
  for (const { kind, text } of wordDiff(a, b)) lengths[kind] += text.trim().length;
  const longest = lengths.same + Math.max(lengths.removed, lengths.added);
  return longest === 0 ? 1 : lengths.same / longest;
}
