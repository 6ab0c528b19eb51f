import type { Vocabulary } from '../retrieval/word-index.ts';

/** The words that the knowledge is written in, besides those of English at large. */
export type KnownWords = {
  /** As far as they have been read; what was written since is read first, a bounded number of texts (10 ms at most). */
  vocabulary(): Vocabulary;
  /** Reads up to so many texts that are new; false: there may be more. */
  readSome(limit: number): boolean;
};
