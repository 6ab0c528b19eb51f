import type { Vocabulary } from '../retrieval/word-index.ts';

/** The words that the knowledge is written in, besides those of English at large. */
export type KnownWords = {
  /**
   * What was written since is read first, a bounded number of texts (10 ms at most). While there is more to read it knows
   * no word at all, not even English, and nothing is corrected by it.
   */
  vocabulary(): Vocabulary;
  /** Reads up to so many texts that are new; false: there may be more. */
  readSome(limit: number): boolean;
};
