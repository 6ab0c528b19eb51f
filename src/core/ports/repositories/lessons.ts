import type { LearnedItem } from '#shared/model/learned-item.ts';
import type {
  LessonConfirmation,
  LessonDecision,
  LessonRule,
  LessonRules,
  LessonStanding,
} from '#shared/model/lesson-review.ts';

/** What a lead has looked at. */
export type SentReviewMark = {
  readonly id: string;
  readonly outcomeId: string;
  readonly profileId: string | null;
  readonly who: string;
  readonly note: string;
  readonly at: number;
};

/** What stands around the learned items: confirmations, decisions, rules, reviews. */
export type LessonRepository = {
  /** Errors: `not_found`. */
  standingOf(itemId: string): LessonStanding;
  /** Newest change first. */
  list(query: {
    readonly storeId: string;
    readonly standing: LessonStanding;
    readonly offset: number;
    readonly limit: number;
  }): { readonly items: readonly LearnedItem[]; readonly total: number };
  /** What a person taught in a store, in whatever state it is now, newest change first; not what a decision made of it. */
  ofAuthor(query: {
    readonly profileId: string;
    readonly storeId: string;
    readonly offset: number;
    readonly limit: number;
  }): { readonly items: readonly LearnedItem[]; readonly total: number };
  /** All versions of an item, newest first. Errors: `not_found`. */
  history(itemId: string): readonly LearnedItem[];
  /** Waiting items of a store that count for a person: what they taught and what they confirmed. */
  waitingFor(profileId: string, storeId: string): readonly LearnedItem[];
  /** Active items that correct this entry, whomever they reach. */
  correcting(entryId: string): readonly LearnedItem[];
  /** Items that a person taught, or gave other words, from then on (ms UTC), in whatever state; `storeId` null: in every store. */
  taughtBy(profileId: string, since: number, storeId: string | null): readonly LearnedItem[];
  /** What one outcome taught, reworded or confirmed, in whatever state it is now. */
  touchedBy(outcomeId: string): readonly LearnedItem[];
  /** The versions of items whose words an outcome gave, where it did not teach the item. */
  versionsBy(outcomeId: string): readonly string[];

  confirm(confirmation: LessonConfirmation): void;
  /** Those that stand, oldest first. */
  confirmations(itemId: string): readonly LessonConfirmation[];
  /** Those with these ids, also where they were taken back. */
  confirmationsAmong(ids: readonly string[]): readonly LessonConfirmation[];
  /** Those of other desks that stand, oldest first; `customer` empty: not known. */
  confirmedElsewhere(itemId: string): readonly LessonConfirmation[];
  confirmationsOf(outcomeId: string): readonly LessonConfirmation[];
  /** In which other conversations, of other desks too, items of a store that are in use were said. */
  confirmedIn(storeId: string): ReadonlyArray<{ readonly itemId: string; readonly conversationId: string }>;
  confirmationsBy(profileId: string, since: number, storeId: string | null): readonly LessonConfirmation[];
  /** `at` null: they stand again. */
  takeBack(confirmationIds: readonly string[], at: number | null): void;

  decide(decision: Omit<LessonDecision, 'undoneById' | 'again' | 'role'>): LessonDecision;
  /** Errors: `not_found`. */
  decision(decisionId: string): LessonDecision;
  /** Newest first; of one item or of all of a store. */
  decisions(query: {
    readonly storeId: string;
    readonly itemId?: string | undefined;
    readonly offset: number;
    readonly limit: number;
  }): { readonly items: readonly LessonDecision[]; readonly total: number };

  /** The newest; version 0 without rules where there are none. */
  rules(storeId: string): LessonRules;
  /** Errors: `conflict` where `fromVersion` is not the newest. */
  saveRules(next: {
    readonly storeId: string;
    readonly versionId: string;
    readonly fromVersion: number;
    readonly rules: readonly LessonRule[];
    readonly profileId: string | null;
    readonly who: string;
    readonly at: number;
  }): LessonRules;

  markReviewed(mark: SentReviewMark): void;
  /** Nobody has looked at it any more. */
  unmarkReviewed(outcomeId: string): void;
  /** The newest mark of each of these outcomes that has one. */
  reviewsOf(outcomeIds: readonly string[]): ReadonlyMap<string, SentReviewMark>;
};
