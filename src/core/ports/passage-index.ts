/** A searchable text: the newest version of a knowledge entry or a learned item. */
export type Passage = {
  readonly kind: 'knowledge' | 'learned';
  /** The entry or item; one passage each. */
  readonly ownerId: string;
  readonly versionId: string;
  /** Null: of every store. */
  readonly storeId: string | null;
  /** Empty: whatever the question is about. */
  readonly scope: readonly string[];
  /** Searched by words alone: many sections stand under one heading, which says little about each. */
  readonly heading: string;
  readonly question: string;
  readonly answer: string;
};

/** Which passages a search may return. */
export type SearchScope = {
  readonly storeId: string;
  /** What the conversation is known to be about; a passage with a scope must share one of these. Null: not known, all may answer. */
  readonly about: readonly string[] | null;
  /** Owners to leave out. */
  readonly except?: ReadonlySet<string> | undefined;
};

export type PassageHit = {
  readonly kind: Passage['kind'];
  readonly ownerId: string;
  readonly versionId: string;
  /** Lexical: BM25, larger is better, > 0. Vector: cosine, −1…1. */
  readonly score: number;
};

/** A text that waits for its vector, named by the digest of what it says. */
export type UnembeddedText = { readonly hash: string; readonly text: string };

/**
 * Both legs of the search over one set of passages. `put` and `remove` belong into the transaction that
 * writes the version, so that there is never a moment with the old text or with none.
 */
export type PassageIndex = {
  put(passage: Passage): void;
  remove(ownerId: string): void;
  /** Passages that hold any of the terms, best first. */
  searchTerms(terms: readonly string[], scope: SearchScope, limit: number): readonly PassageHit[];
  /** In how many passages each term stands (0 where in none), and how many passages there are. */
  termStatistics(terms: readonly string[]): { readonly counts: ReadonlyMap<string, number>; readonly passages: number };
  /** Passages whose question or answer lies nearest, best first, by the vectors of this embedder alone. */
  searchVector(embedderId: string, vector: Float32Array, scope: SearchScope, limit: number): readonly PassageHit[];
  /** The vector of a passage's question, null while it waits for one. */
  questionVector(embedderId: string, ownerId: string): Float32Array | null;
  /** Texts of current passages without a vector of this embedder. */
  unembedded(embedderId: string, limit: number): readonly UnembeddedText[];
  /** Vectors of texts that are no passage's any more are dropped. */
  putVectors(
    embedderId: string,
    vectors: ReadonlyArray<{ readonly hash: string; readonly vector: Float32Array }>,
  ): void;
  count(embedderId: string | null): { readonly passages: number; readonly toEmbed: number };
};
