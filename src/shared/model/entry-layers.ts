import { z } from 'zod';
import { KnowledgeEntry } from './knowledge.ts';

export const LayeredEntry = z.object({
  entry: KnowledgeEntry,
  /** The upper one names the lower one; else they are asked the same. */
  isNamed: z.boolean(),
});
export type LayeredEntry = z.infer<typeof LayeredEntry>;

/** The entries of lower layers whose place one takes, and those of higher layers that take its place. */
export const EntryLayers = z.object({ below: z.array(LayeredEntry), above: z.array(LayeredEntry) });
export type EntryLayers = z.infer<typeof EntryLayers>;
