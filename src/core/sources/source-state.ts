import { z } from 'zod';
import type { ReaderState } from '../ports/site-reader.ts';

/** As it rests: names come from outside, so they are data and no property names. */
const StoredState = z.object({
  reader: z.record(z.string(), z.unknown()).nullable().default(null),
  keys: z.array(z.tuple([z.string(), z.string()])).default([]),
});

/** What is kept from one reading of a source to the next. */
export type SourceState = {
  /** What the reader remembers; null where it remembers nothing. */
  readonly reader: ReaderState | null;
  /** Entry ids by what names a piece within the source. */
  readonly keys: ReadonlyMap<string, string>;
};

/** The state as it was stored; what another version stored otherwise counts as nothing. */
export function keptState(stored: unknown): SourceState {
  const { reader = null, keys = [] } = StoredState.safeParse(stored).data ?? {};
  return { reader, keys: new Map(keys) };
}

/** The state as it is stored, plain JSON. */
export function storedState({ reader, keys }: SourceState): unknown {
  return { reader, keys: [...keys] } satisfies z.input<typeof StoredState>;
}
