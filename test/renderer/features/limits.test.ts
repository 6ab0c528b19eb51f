import { expect, it } from 'vitest';
import { limitView } from '../../../src/renderer/src/features/composer/limits.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';

const noon = Date.UTC(2026, 2, 10, 12);
const minute = 60_000;
const text = (length: number): string => 'a'.repeat(length);

it('bug: a short reply is nagged about its length, or a long one is not told in time', () => {
  const limits = { maxLength: 1_000, closesAt: null, files: deskFileRules };
  expect(limitView(limits, text(799), noon).left).toBeNull();
  expect(limitView(limits, text(800), noon)).toMatchObject({ left: 200, blockedBy: null });
  expect(limitView(limits, text(1_000), noon)).toMatchObject({ left: 0, blockedBy: null });
  expect(limitView(limits, text(1_001), noon)).toMatchObject({ left: -1, blockedBy: 'over' });
});

it('bug: space that is not sent counts', () => {
  expect(
    limitView({ maxLength: 10, closesAt: null, files: deskFileRules }, `${text(10)}\n\n`, noon).blockedBy,
  ).toBeNull();
});

it('bug: a reply can be sent after its window, or the last hour is not told', () => {
  const at = (closesAt: number) => limitView({ maxLength: 1_000, closesAt, files: deskFileRules }, 'Yes.', noon);
  expect(at(noon + 61 * minute)).toMatchObject({ isClosing: false, blockedBy: null });
  expect(at(noon + 59 * minute)).toMatchObject({ isClosing: true, blockedBy: null });
  expect(at(noon)).toMatchObject({ isClosing: false, blockedBy: 'closed' });
});

it('bug: a reply of a removed inbox is written in vain', () => {
  expect(limitView(null, 'Yes.', noon).blockedBy).toBe('removed');
});
