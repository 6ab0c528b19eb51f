import type { Problem } from '#shared/errors.ts';
import type { SourceSettings } from '#shared/model/source.ts';
import type { KnowledgeFileRow } from './knowledge-reader.ts';

/** What a reading keeps for the next one: plain JSON, some 200 bytes a page; only the reader that made it understands it. */
export type ReaderState = Readonly<Record<string, unknown>>;

export type SiteSettings = Omit<Extract<SourceSettings, { readonly kind: 'site' }>, 'kind'>;

/** `total`: pages to read as far as is known; null while nobody can tell. */
export type ReadingProgress = (done: number, total: number | null) => void;

export type SitePage = {
  /** Where it was read, in the one spelling the reader uses for it at every reading. */
  readonly url: string;
  /** Its title; its path where it has none. */
  readonly name: string;
  /** In the page's order, at least one; `place.url` is `url`. */
  readonly rows: readonly KnowledgeFileRow[];
};

/** `file`: the address it is about. */
export type ReadingProblem = { readonly file: string; readonly problem: Problem };

/**
 * A page that was known and is in none of the three lists could not be read this time, or was not reached before
 * `mostPages`: what is known of it stays, and so does its part of the state.
 */
export type SiteReading = {
  /** New ones and those whose text is another than at the reading before. */
  readonly pages: readonly SitePage[];
  /** Addresses of pages that say what they said before. */
  readonly unchanged: readonly string[];
  /** Addresses of pages that were known and are no longer there: deleted, moved, or outside the settings now. */
  readonly gone: readonly string[];
  /** What could not be read, and why; at most 500. */
  readonly problems: readonly ReadingProblem[];
  readonly state: ReaderState;
};

/** Reads the pages of a web site, politely: at most a request a second, and what robots.txt leaves free. */
export type SiteReader = {
  /**
   * `known`: the state of the reading before, null at the first. Errors: `cancelled`; `invalid_input` (`detail.field`)
   * for an address or host that is none. What the site does is no error but stands in `problems`.
   */
  read(
    settings: SiteSettings,
    known: ReaderState | null,
    signal: AbortSignal,
    onProgress: ReadingProgress,
  ): Promise<SiteReading>;
};

export type AddressReading = {
  /** A file name with an ending that says what it holds. */
  readonly name: string;
  /** At most `largestImport`; null: as at the reading before. */
  readonly bytes: Uint8Array | null;
  readonly state: ReaderState;
};

/** Reads the one file behind an address: a feed, a table, a document. */
export type AddressReader = {
  /**
   * Errors: `cancelled`, `invalid_input`, `file_too_large`, `not_found`, `timed_out`, `unreachable`, `rate_limited`
   * (`detail.retryAfterMs`), `remote_failed`, `refused_by_server`; and what is never asked for: `host_not_named` and
   * `address_internal` (`detail.host`).
   */
  read(url: string, known: ReaderState | null, signal: AbortSignal): Promise<AddressReading>;
};
