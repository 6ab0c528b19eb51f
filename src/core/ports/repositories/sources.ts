import type { Problem } from '#shared/errors.ts';
import type { KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Source, SourceSettings } from '#shared/model/source.ts';

/** Where knowledge is read from. Removed ones stay for the entries that came from them. */
export type SourceRepository = {
  /** Those that are not removed, oldest first. */
  list(): readonly Source[];
  /** Errors: `not_found`, also for a removed one. */
  get(sourceId: string): Source;
  add(source: {
    readonly id: string;
    readonly place: KnowledgePlace;
    readonly name: string;
    readonly settings: SourceSettings;
    readonly at: number;
  }): Source;
  /** It could be read: there is no problem any more. */
  setRead(sourceId: string, at: number): void;
  setProblem(sourceId: string, problem: Problem): void;
  setTaken(sourceId: string, at: number): void;
  /** What the reader remembers from one reading to the next, plain JSON; null at first. */
  readerState(sourceId: string): unknown;
  setReaderState(sourceId: string, state: unknown): void;
  remove(sourceId: string, at: number): void;
  /**
   * The newest version of each entry, in use or not, that was read from it rather than written by a person, by place in
   * the source.
   */
  readVersions(sourceId: string): ReadonlyArray<{ readonly entryId: string; readonly versionId: string }>;
};
