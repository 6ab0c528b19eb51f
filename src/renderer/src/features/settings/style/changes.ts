import type { LearnedTrait, StylePart } from '#shared/model/house-style.ts';

/** What replies do otherwise since a line was edited, by language and channel; those without are left out. */
export function changesOf(
  parts: readonly StylePart[],
): ReadonlyArray<{ readonly part: StylePart; readonly traits: readonly LearnedTrait[] }> {
  return parts.flatMap((part) => {
    const traits = part.traits.filter(({ isChange }) => isChange);
    return traits.length === 0 ? [] : [{ part, traits }];
  });
}
