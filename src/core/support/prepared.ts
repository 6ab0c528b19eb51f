import { type Nearness, unknownNearness } from './nearness.ts';
import type { Passage } from './source-text.ts';

/** What a check has to wait for, made ready before it: how near sentences lie, and what the store knows besides. */
export type Prepared = {
  readonly nearness: Nearness;
  /** Passages of the store that were found by what a reply says, as they stand now, but those that are there already. */
  readonly passages: (known: readonly string[]) => readonly Passage[];
};

export const unprepared: Prepared = { nearness: unknownNearness, passages: () => [] };
