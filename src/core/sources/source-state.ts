import { z } from 'zod';
import { SourcePlace } from '#shared/model/knowledge.ts';
import type { ReaderState } from '../ports/site-reader.ts';

const Held = z.object({
  /** The file or page, as `standsIn` names it, that says it too. */
  site: z.string(),
  file: z.string(),
  place: SourcePlace,
  entryId: z.string(),
  /** The version of an entry from elsewhere that says the same; null for an entry of the source itself. */
  versionId: z.string().nullable(),
});

/** What a file or page says in words that are kept as another's entry: no entry says it stands there. */
export type Held = Readonly<z.infer<typeof Held>>;

/** As it rests: names come from outside, so they are data and no property names. */
const StoredState = z.object({
  reader: z.record(z.string(), z.unknown()).nullable().default(null),
  keys: z.array(z.tuple([z.string(), z.string()])).default([]),
  homes: z.array(z.tuple([z.string(), z.string()])).default([]),
  held: z.array(Held).default([]),
});

/** What is kept from one reading of a source to the next. */
export type SourceState = {
  /** What the reader remembers; null where it remembers nothing. */
  readonly reader: ReaderState | null;
  /** Entry ids by what names a piece within the source. */
  readonly keys: ReadonlyMap<string, string>;
  /** Where an entry stood at the last reading, by its id, if not where its version says: a page that was renamed. */
  readonly homes: ReadonlyMap<string, string>;
  readonly held: readonly Held[];
};

/** The state as it was stored; what another version stored otherwise counts as nothing. */
export function keptState(stored: unknown): SourceState {
  const { reader = null, keys = [], homes = [], held = [] } = StoredState.safeParse(stored).data ?? {};
  return { reader, keys: new Map(keys), homes: new Map(homes), held };
}

/** The state as it is stored, plain JSON. */
export function storedState({ reader, keys, homes, held }: SourceState): unknown {
  return { reader, keys: [...keys], homes: [...homes], held: [...held] } satisfies z.input<typeof StoredState>;
}
