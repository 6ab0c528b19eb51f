import { expect, test } from 'vitest';
import type { StylePart } from '#shared/model/house-style.ts';
import type { StyleMark } from '#shared/model/style-remark.ts';
import { markToReplace, offersOf, stylePieces } from '../../../src/renderer/src/features/composer/style-marks.ts';
import { marksNow } from '../../../src/renderer/src/features/composer/support-marks.ts';
import { changesOf } from '../../../src/renderer/src/features/settings/style/changes.ts';
import { createFakeDesk } from '../support/fake-desk.ts';

const text = 'Your parcel waits. Sadly the parcel is wet.';
const mark = (start: number, said: string, use: string): StyleMark => ({
  start,
  end: start + said.length,
  kind: 'wording',
  said,
  use,
});
const marks = [mark(5, 'parcel', 'package'), mark(19, 'Sadly', ''), mark(29, 'parcel', 'package')];

test('bug: a mark is painted beside its word, or a place that is gone tears the text', () => {
  const pieces = stylePieces(text, marks);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter((piece) => piece.mark !== null).map((piece) => piece.text)).toEqual([
    'parcel',
    'Sadly',
    'parcel',
  ]);
  const cut = text.slice(0, 30);
  expect(
    stylePieces(cut, marks)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(cut);
  const typed = text.replace('waits', 'still waits');
  const moved = marksNow({ text, marks }, typed);
  expect(moved.map(({ start, end }) => typed.slice(start, end))).toEqual(['parcel', 'Sadly', 'parcel']);
});

test('bug: a word is offered once for each place, or the key replaces what has no other word', () => {
  expect(offersOf(marks).map(({ said, marks: same }) => [said, same.length])).toEqual([
    ['parcel', 2],
    ['Sadly', 1],
  ]);
  expect(markToReplace(marks, 8)?.start).toBe(5);
  expect(markToReplace(marks, 20)?.start).toBe(29);
  expect(markToReplace(marks, 40)?.start).toBe(5);
  expect(markToReplace([mark(19, 'Sadly', '')], 0)).toBeNull();
});

test('bug: what changed since an edit is told before anything has, or still once it is taken up', async () => {
  const desk = createFakeDesk(() => undefined, { isEmpty: false, hasEmbedder: true, copies: 1, undoMs: 0 });
  const context = { signal: new AbortController().signal };
  const [store] = await desk.handlers['store.list']({}, context);
  const storeId = store?.id ?? '';
  const parts = async (): Promise<readonly StylePart[]> =>
    (await desk.handlers['style.sheet']({ storeId }, context)).parts;
  const [changed] = changesOf(await parts());
  expect(changed?.traits.map(({ trait }) => trait)).toEqual(['closing']);
  await desk.handlers['style.use']({ storeId, key: changed?.traits[0]?.key ?? '' }, context);
  expect(changesOf(await parts())).toEqual([]);
});
