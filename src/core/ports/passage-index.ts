import type { Language } from '#shared/model/basics.ts';
import type { Channel } from '#shared/model/conversation.ts';
import type { TextRole } from './embedder.ts';

/** A searchable text: the newest version of a knowledge entry or a learned item. */
export type Passage = {
  readonly kind: 'knowledge' | 'learned';
  /** The entry or item; one passage each. */
  readonly ownerId: string;
  readonly versionId: string;
  /** Null: of every store, or of a set. */
  readonly storeId: string | null;
  /** Null: of no set. */
  readonly setId: string | null;
  /** Whose searches alone return it; null: everybody's. Empty: nobody's. */
  readonly profileIds: readonly string[] | null;
  /** Empty: whatever the question is about. */
  readonly scope: readonly string[];
  /** Empty: whatever channel. */
  readonly channels: readonly Channel[];
  /** From when (counted in) until when (not) it may answer, ms UTC; null: open. */
  readonly validFrom: number | null;
  readonly validUntil: number | null;
  readonly language: Language;
  /** Entries with the same one are asked the same (`matterOf`); null: it is no question's. */
  readonly matter: string | null;
  /** The entry whose place it takes wherever both could answer. */
  readonly overlaysId: string | null;
  /** The entry it corrects. */
  readonly correctsId: string | null;
  /** The learned item whose place it takes wherever both could answer. */
  readonly supersedesId: string | null;
  /** Searched by words alone: many sections stand under one heading, which says little about each. */
  readonly heading: string;
  readonly question: string;
  readonly answer: string;
};

/** Which passages a search may return. */
export type SearchScope = {
  readonly storeId: string;
  /** For whom is searched: their own lessons may answer beside what is for everybody. Left out: for nobody in particular. */
  readonly profileId?: string | null | undefined;
  /** Also what is one person's alone, whoever they are: to see who says the same, never to answer. */
  readonly isOfAnyone?: boolean | undefined;
  /** What the conversation is known to be about; a passage with a scope must share one of these. Null: not known, all may answer. */
  readonly about: readonly string[] | null;
  /** Null: not known, passages of all channels may answer. */
  readonly channel: Channel | null;
  /** The moment for which is searched, ms UTC. */
  readonly at: number;
  /** Owners to leave out. */
  readonly except?: ReadonlySet<string> | undefined;
  /** The sets that count as on, in place of those that are. */
  readonly setsOn?: readonly string[] | undefined;
  /** Everything that the store could ever answer from: whatever subject, channel and time, and sets that are off as well. */
  readonly isUnlimited?: boolean | undefined;
};

export type PassageHit = {
  readonly kind: Passage['kind'];
  readonly ownerId: string;
  readonly versionId: string;
  /** Lexical: BM25, larger is better, > 0. Vector: cosine, −1…1. */
  readonly score: number;
};

/** A passage as far as it decides what stands in whose place. */
export type PlacedPassage = PassageHit &
  Pick<Passage, 'language' | 'matter' | 'scope' | 'overlaysId'> & {
    /** 0 the base, 1 a store's own, 2 a set. */
    readonly layer: 0 | 1 | 2;
  };

/** A text that waits for its vector, named by the digest of what it says in its role. */
export type UnembeddedText = { readonly hash: string; readonly text: string; readonly role: TextRole };

/** A place among all vectors. */
export type VectorCursor = { readonly hash: string; readonly embedderId: string };

/**
 * Both legs of the search over one set of passages. `put` and `remove` belong into the transaction that
 * writes the version, so that there is never a moment with the old text or with none.
 */
export type PassageIndex = {
  put(passage: Passage): void;
  remove(ownerId: string): void;
  /** Passages that hold any of the terms, best first. */
  searchTerms(terms: readonly string[], scope: SearchScope, limit: number): readonly PassageHit[];
  /** Those of these owners' passages that may answer in this scope. */
  placed(ownerIds: readonly string[], scope: SearchScope): readonly PlacedPassage[];
  /** Passages that may answer in this scope and that name one of these, are named by one, or are asked the same about what one is about. */
  akin(passages: readonly PlacedPassage[], scope: SearchScope): readonly PlacedPassage[];
  /** Learned items that correct one of these entries. */
  correcting(entryIds: readonly string[], scope: SearchScope): readonly PassageHit[];
  /** Which of these owners' passages another one, that may answer in this scope, takes the place of: owner → that one (`overlaidAmong`). */
  overlaidBy(ownerIds: readonly string[], scope: SearchScope): ReadonlyMap<string, PassageHit>;
  /** Learned items that may answer in this scope and take the place of one of these: that one → what takes its place, of several the newest. */
  supersededBy(ownerIds: readonly string[], scope: SearchScope): ReadonlyMap<string, PassageHit>;
  /** Of these owners those whose passages may answer in this scope. */
  answering(ownerIds: readonly string[], scope: SearchScope): ReadonlySet<string>;
  /** Every scope name of passages that may answer in this scope, but the store's own name; the same list while nothing changes. */
  subjects(scope: SearchScope): readonly string[];
  /** The next moment after `at` when a passage begins or ends to answer, ms UTC; null: never. */
  nextChange(at: number): number | null;
  /** Owners whose passages begin or end to answer after `from`, at `until` at the latest (ms UTC); no more than `limit`. */
  changingWithin(from: number, until: number, limit: number): readonly string[];
  /**
   * In how many of everybody's passages each term stands (0 where in none), and how many of them there are; with a scope also
   * in those that are of its person alone. One person's lessons move nothing for others.
   */
  termStatistics(
    terms: readonly string[],
    scope?: SearchScope,
  ): { readonly counts: ReadonlyMap<string, number>; readonly passages: number };
  /** Passages whose question or answer lies nearest, best first, by the vectors of this embedder alone. */
  searchVector(embedderId: string, vector: Float32Array, scope: SearchScope, limit: number): readonly PassageHit[];
  /** The vector of a passage's question, null while it waits for one. */
  questionVector(embedderId: string, ownerId: string): Float32Array | null;
  /** Of the texts that such passages would have, those without a vector of this embedder. */
  textsWithout(
    embedderId: string,
    passages: ReadonlyArray<Pick<Passage, 'heading' | 'question' | 'answer'>>,
  ): readonly UnembeddedText[];
  /** Texts of current passages without a vector of this embedder. */
  unembedded(embedderId: string, limit: number): readonly UnembeddedText[];
  /** Vectors of texts that are no passage's any more are dropped. */
  putVectors(
    embedderId: string,
    vectors: ReadonlyArray<{ readonly hash: string; readonly vector: Float32Array }>,
  ): void;
  count(embedderId: string | null): { readonly passages: number; readonly toEmbed: number };
  /**
   * Drops vectors of every other embedder among the next `limit` after `cursor` (null: the first); returns where to go
   * on, null at the end.
   */
  dropOtherVectors(embedderId: string, cursor: VectorCursor | null, limit: number): VectorCursor | null;
};
