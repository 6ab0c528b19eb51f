import type {
  KnowledgeChange,
  KnowledgeContent,
  KnowledgeEntry,
  KnowledgeOrigin,
  KnowledgePlace,
} from '#shared/model/knowledge.ts';
import type { KnowledgeSet } from '#shared/model/knowledge-set.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';

export type KnowledgeVersion = {
  readonly entryId: string;
  readonly versionId: string;
  readonly state: KnowledgeEntry['state'];
  readonly content: KnowledgeContent;
  readonly source: KnowledgeOrigin;
  readonly change: KnowledgeChange;
  readonly at: number;
};

/** Knowledge grows by versions; the newest counts, the older ones stay readable. */
export type KnowledgeRepository = {
  /** Errors: `not_found`. */
  get(entryId: string): KnowledgeEntry;
  /** Null where there is none. */
  find(entryId: string): KnowledgeEntry | null;
  list(query: {
    readonly storeId: string;
    readonly state: KnowledgeEntry['state'];
    readonly text?: string | undefined;
    /** Entries of this set alone; null: of the base and the store's own alone. Else: all that the store could answer from. */
    readonly setId?: string | null | undefined;
    /** The base alone, or the store's own alone. */
    readonly layer?: 'base' | 'store' | undefined;
    /** Of active entries those whose time is at that moment, or those whose time is not. */
    readonly time?: { readonly at: number; readonly holds: boolean } | undefined;
    readonly sourceId?: string | undefined;
    readonly offset: number;
    readonly limit: number;
  }): { readonly items: readonly KnowledgeEntry[]; readonly total: number };
  /** Newest first. Errors: `not_found`. */
  history(entryId: string): readonly KnowledgeEntry[];
  add(place: KnowledgePlace, version: KnowledgeVersion): KnowledgeEntry;
  append(version: KnowledgeVersion): KnowledgeEntry;
  /** One version, current or not; null where there is none. */
  findVersion(versionId: string): KnowledgeEntry | null;
  /** Active entries a store can answer from, also where their set is off, whose question, letter case and white space aside, is this one. */
  findByQuestion(storeId: string | null, question: string): readonly KnowledgeEntry[];
  /** The same of those that are asked this (`matterOf`). */
  ofMatter(storeId: string | null, matter: string): readonly KnowledgeEntry[];
  /** Active entries that name this one as the one whose place they take. */
  overlaying(entryId: string): readonly KnowledgeEntry[];
  /** Active entries whose newest version was read from this source, by their place in it. */
  ofSource(sourceId: string): readonly KnowledgeEntry[];
  /** The topic of an active entry that gives this answer; null where none does. */
  topicOfAnswer(storeId: string, answer: string): string | null;
  /** Active entries of the store, or the base or sets that are on for it, with exactly this answer. */
  withAnswer(storeId: string, answer: string): readonly KnowledgeEntry[];
  /** Active questions and answers that a store can answer from, newest change first, from the given one on. */
  pairIds(
    storeId: string,
    after: { readonly id: string; readonly updatedAt: number } | null,
    limit: number,
  ): ReadonlyArray<{ readonly id: string; readonly updatedAt: number }>;
  /** Active entries of all stores and sets, in the order of their ids, from after the given one on. */
  activeIds(after: string, limit: number): readonly string[];
  countActive(storeId: string): number;
  /** Active entries of a set. */
  countOfSet(setId: string): number;
};

export type KnowledgeSetVersion = Pick<KnowledgeSet, 'name' | 'state' | 'storeIds'> & {
  readonly setId: string;
  readonly versionId: string;
  readonly who: string;
  readonly at: number;
};

/** Sets change by versions, as entries do. */
export type KnowledgeSetRepository = {
  /** Active and retired, oldest first. */
  list(): readonly KnowledgeSet[];
  /** Errors: `not_found`. */
  get(setId: string): KnowledgeSet;
  add(version: KnowledgeSetVersion): KnowledgeSet;
  append(version: KnowledgeSetVersion): KnowledgeSet;
};

export type LearnedVersion = Pick<
  LearnedItem,
  'versionId' | 'state' | 'question' | 'answer' | 'reach' | 'scope' | 'channels' | 'customerGroup' | 'updatedAt'
> & {
  /** The reply that gave these words; left out: the one that taught the item, or none. */
  readonly taughtBy?: string | undefined;
};

export type LearnedRepository = {
  /** Errors: `not_found`. */
  get(itemId: string): LearnedItem;
  list(query: {
    readonly storeId: string;
    readonly state: LearnedItem['state'];
    /** Of active ones those that reach this person: everybody's and their own. Left out: all of them. */
    readonly reaching?: { readonly profileId: string | null } | undefined;
    readonly offset: number;
    readonly limit: number;
  }): { readonly items: readonly LearnedItem[]; readonly total: number };
  /** What one outcome taught, in whatever state it is now. */
  ofOutcome(outcomeId: string): readonly LearnedItem[];
  add(item: LearnedItem): void;
  append(itemId: string, version: LearnedVersion): LearnedItem;
  /** From now on another reply counts as the one that taught it. Errors: `not_found`. */
  setTeaching(itemId: string, reply: Pick<LearnedItem, 'outcomeId' | 'conversationId' | 'authorId'>): LearnedItem;
};
