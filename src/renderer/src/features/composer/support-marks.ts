import type { SupportMark } from '#shared/model/support.ts';

type Placed = { readonly start: number; readonly end: number };

/** Marks that were found in a text, as they stand in it as it is now: what was typed into is left out until it is looked at again. */
export function marksNow<M extends Placed>(
  { text: before, marks }: { readonly text: string; readonly marks: readonly M[] },
  now: string,
): readonly M[] {
  if (before === now) return marks;
  let same = 0;
  while (same < before.length && same < now.length && before[same] === now[same]) same += 1;
  let behind = 0;
  const most = Math.min(before.length, now.length) - same;
  while (behind < most && before[before.length - 1 - behind] === now[now.length - 1 - behind]) behind += 1;
  const moved = now.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end < same) return [mark];
    if (mark.start > before.length - behind) return [{ ...mark, start: mark.start + moved, end: mark.end + moved }];
    return [];
  });
}

export type SupportPart = { readonly text: string; readonly mark: number | null };

/** The text cut at its marks; where two stand in one place the worse one shows, then the shorter one. */
export function supportParts(text: string, marks: readonly SupportMark[]): readonly SupportPart[] {
  const owner: Array<number | undefined> = [];
  const order = marks
    .map((_, index) => index)
    .toSorted((a, b) => rankOf(marks[a]) - rankOf(marks[b]) || lengthOf(marks[b]) - lengthOf(marks[a]));
  for (const index of order) {
    const mark = marks[index];
    for (let at = mark?.start ?? 0; at < Math.min(mark?.end ?? 0, text.length); at++) owner[at] = index;
  }
  const parts: SupportPart[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && owner[at] === owner[at - 1]) continue;
    parts.push({ text: text.slice(start, at), mark: owner[start] ?? null });
    start = at;
  }
  return parts;
}

function rankOf(mark: SupportMark | undefined): number {
  return mark === undefined ? 0 : ['supported', 'unsupported', 'contradicted'].indexOf(mark.verdict);
}

function lengthOf(mark: SupportMark | undefined): number {
  return mark === undefined ? 0 : mark.end - mark.start;
}

/** The mark at a place of the text: the worse one, then the shorter one; null where there is none. */
export function markAtPlace(marks: readonly SupportMark[], at: number): number | null {
  const here = marks.map((_, index) => index).filter((index) => isAt(marks[index], at));
  const [first] = here.toSorted(
    (a, b) => rankOf(marks[b]) - rankOf(marks[a]) || lengthOf(marks[a]) - lengthOf(marks[b]),
  );
  return first ?? null;
}

function isAt(mark: SupportMark | undefined, at: number): boolean {
  return mark !== undefined && mark.start <= at && at <= mark.end;
}
