import type { Finding, FindingKind, HealthScan } from '#shared/model/finding.ts';

/** A finding as it is kept: by the versions it was found in. It is shown only while those are the newest. */
export type FoundPair = {
  readonly kind: 'contradiction' | 'duplicate';
  readonly versions: readonly [
    { readonly entryId: string; readonly versionId: string },
    { readonly entryId: string; readonly versionId: string },
  ];
  readonly severity: number;
  /** When the later of the two was written, ms UTC. */
  readonly since: number;
  readonly spans: Finding['spans'];
  readonly fact: Finding['fact'];
};

/** From what on an entry that stands alone is a finding. */
export type SoloRules = {
  readonly now: number;
  /** Entries whose time ends before this are expiring, ms UTC. */
  readonly expiringBefore: number;
  /** An entry that no reply used since then is unused, if it is older. */
  readonly unusedSince: number;
  /** So many replies must have been sent since then for an entry to count as unused. */
  readonly fewestReplies: number;
  /** So many corrections of a version make a finding. */
  readonly fewestCorrections: number;
};

/**
 * The health list: what was found, what has been compared, and the words by which entries find those that may be about
 * the same. Every new version of an entry waits to be compared by itself, in whatever transaction it was written.
 */
export type FindingRepository = {
  scanState(): HealthScan;
  /** Entries that wait to be compared, the newest change first. */
  waiting(limit: number): readonly string[];
  /** Every active entry waits again, and what was found between entries is dropped, where another set of rules did it. */
  startOver(rules: number): void;
  /** Puts the terms of an entry where `near` finds it; none takes it out. */
  putTerms(entryId: string, terms: readonly string[]): void;
  /** Active entries that hold any of the terms and could answer in the same store, nearest first, with their newest versions. */
  near(
    entryId: string,
    storeId: string | null,
    terms: readonly string[],
    limit: number,
  ): ReadonlyArray<{ readonly entryId: string; readonly versionId: string }>;
  /** In how many of the entries whose terms were put each term stands. */
  termCounts(terms: readonly string[]): ReadonlyMap<string, number>;
  termedEntries(): number;
  /**
   * The vectors of an entry's question and of its answer, or, of an article, of each of its sentences; null while any of them
   * waits for one.
   */
  vectors(
    embedderId: string,
    entryId: string,
  ): { readonly question: Float32Array | null; readonly answers: readonly Float32Array[] } | null;
  /** What comparing an entry gave, in place of what older versions of it gave; it waits no longer. Returns whether the list is another. */
  settle(entryId: string, found: readonly FoundPair[]): boolean;
  /** Looks anew at a stretch of entries (by row) that need no other one to be findings; returns where to go on, null at the end. */
  refreshSolo(
    rules: SoloRules,
    from: number,
    rows: number,
  ): { readonly next: number | null; readonly hasChanged: boolean };
  /** The same of one entry; returns whether the list is another. */
  refreshSoloOf(rules: SoloRules, entryId: string): boolean;
  /** Notes which entries the replies sent since the last call used, at most `limit` replies; returns how many it read. */
  noteUses(limit: number): number;
  list(query: {
    readonly storeId: string;
    readonly kind: FindingKind | null;
    readonly offset: number;
    readonly limit: number;
  }): { readonly items: readonly FindingRow[]; readonly total: number };
  counts(storeId: string): Readonly<Record<FindingKind, number>>;
  /** Errors: `not_found`. */
  get(findingId: number): { readonly kind: FindingKind; readonly key: string };
};

/** A finding with the ids of its entries in place of them. */
export type FindingRow = Omit<Finding, 'entries'> & { readonly entryIds: readonly string[] };

/** What a person looked at and let stand, by the key of what was found: version ids, or the name of a group. */
export type DismissalRepository = {
  keysOf(kind: string): ReadonlySet<string>;
  /** A second dismissal of the same changes nothing. */
  add(kind: string, key: string, who?: string): void;
  remove(kind: string, key: string): void;
};
