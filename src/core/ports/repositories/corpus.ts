import type { CorpusRecord, OwnerRecord, RecordOf, VersionRecord } from '../../portable/records.ts';

/** One file's worth of a corpus. */
export type CorpusPart =
  | {
      readonly kind:
        | 'stores'
        | 'sets'
        | 'sources'
        | 'macros'
        | 'dismissals'
        /** What stands around lessons. */
        | 'confirmations'
        | 'rules'
        | 'decisions';
    }
  /** Neither: the base. */
  | { readonly kind: 'knowledge'; readonly storeId: string | null; readonly setId: string | null }
  | { readonly kind: 'learned'; readonly storeId: string };

/** The corpus as it stands at one moment, whatever is written meanwhile. */
export type CorpusSnapshot = {
  /** By id; each followed by its versions, by number and id. */
  records(part: CorpusPart): Iterable<CorpusRecord>;
  /** What is in a file that a macro carries; null where it is not kept. */
  file(sha256: string): Uint8Array | null;
  close(): void;
};

/** A corpus as rows that travel with their ids, times and origins. */
export type CorpusRepository = {
  snapshot(): CorpusSnapshot;
  /** The row of that id, as an export would write it; null where there is none. */
  find<T extends CorpusRecord['type']>(type: T, id: string): RecordOf<T> | null;
  /** The ids of an owner's versions, by number and id. */
  versionIds(type: OwnerRecord['type'], ownerId: string): readonly string[];
  /** Whether the same finding is dismissed already, under whichever id. */
  isDismissed(record: RecordOf<'dismissal'>): boolean;
  /** Ids of those in use that no search can find, by id, after that one. */
  unindexed(type: 'entry' | 'learned', after: string, limit: number): readonly string[];
  /**
   * Writes an owner that is new, and its versions. Belongs into the caller's transaction. A lesson is another desk's unless
   * it began here and `isOwn`: this desk has signed the export that brings it.
   */
  addOwner(owner: OwnerRecord, versions: readonly VersionRecord[], isOwn?: boolean): void;
  /** Appends a version to an owner that is there. */
  addVersion(record: VersionRecord): void;
  /** References are checked at the end of the transaction: rows may come before what they point at. */
  deferReferences(): void;
};
