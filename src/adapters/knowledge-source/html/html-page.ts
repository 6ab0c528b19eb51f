import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';

/** A page as it was fetched or found on disk. */
export type HtmlInput = {
  /** What a person calls it: the file's name, or the page's address. */
  readonly name: string;
  /** Bytes where the encoding is not known yet: it is found from the mark, `charset`, the page's own `meta`, the bytes. */
  readonly html: string | Uint8Array;
  /** Where it was fetched from, after redirects; null for a file. */
  readonly url: string | null;
  /** The encoding that the server named (`Content-Type: …; charset=`). */
  readonly charset?: string;
};

/** What is read from a page. */
export type HtmlPage = {
  /** Its `title`, else its first heading, else `name`. */
  readonly title: string;
  /** WHATWG name of the encoding it was read in; empty where it was given as text. */
  readonly encoding: string;
  /** Every row's `place` names the headings above it and the page's `url`. */
  readonly rows: readonly KnowledgeFileRow[];
  /**
   * Addresses it links to, absolute, http and https only, without their fragments, each once, in order. Empty without
   * `url`, and where nothing may be followed; links marked `nofollow` are left out.
   */
  readonly links: readonly string[];
  /** The address it names as its own (`rel=canonical`), absolute; null where it names none. */
  readonly canonical: string | null;
  /** Whether it asks not to be kept (`meta robots noindex`); its rows are given all the same. */
  readonly isNoIndex: boolean;
  /** Whether it asks that its links be not followed. */
  readonly isNoFollow: boolean;
};
