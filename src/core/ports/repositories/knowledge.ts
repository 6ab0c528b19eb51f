import type { KnowledgeContent, KnowledgeEntry, KnowledgeSource } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';

export type KnowledgeVersion = {
  readonly entryId: string;
  readonly versionId: string;
  readonly state: KnowledgeEntry['state'];
  readonly content: KnowledgeContent;
  readonly source: KnowledgeSource;
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
    readonly offset: number;
    readonly limit: number;
  }): { readonly items: readonly KnowledgeEntry[]; readonly total: number };
  /** Newest first. Errors: `not_found`. */
  history(entryId: string): readonly KnowledgeEntry[];
  add(storeId: string | null, version: KnowledgeVersion): KnowledgeEntry;
  append(version: KnowledgeVersion): KnowledgeEntry;
  /** Active entries of the store (or base) whose question, letter case and white space aside, is this one. */
  findByQuestion(storeId: string, question: string): readonly KnowledgeEntry[];
  /** The topic of an active entry that gives this answer; null where none does. */
  topicOfAnswer(storeId: string, answer: string): string | null;
  countActive(storeId: string): number;
};

export type LearnedVersion = Pick<LearnedItem, 'versionId' | 'state' | 'question' | 'answer' | 'updatedAt'>;

export type LearnedRepository = {
  /** Errors: `not_found`. */
  get(itemId: string): LearnedItem;
  list(query: {
    readonly storeId: string;
    readonly state: LearnedItem['state'];
    readonly offset: number;
    readonly limit: number;
  }): { readonly items: readonly LearnedItem[]; readonly total: number };
  /** What one outcome taught, in whatever state it is now. */
  ofOutcome(outcomeId: string): readonly LearnedItem[];
  add(item: LearnedItem): void;
  append(itemId: string, version: LearnedVersion): LearnedItem;
};
