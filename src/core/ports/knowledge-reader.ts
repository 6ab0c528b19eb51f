import type { ImportReport, ImportRow, KnowledgeContent } from '#shared/model/knowledge.ts';

/** One row of a file: an entry, or why it is none. `row` is 1-based as a person counts them in that file. */
export type KnowledgeFileRow =
  | { readonly row: number; readonly excerpt: string; readonly content: KnowledgeContent; readonly refusal: null }
  | {
      readonly row: number;
      readonly excerpt: string;
      readonly content: null;
      readonly refusal: NonNullable<ImportRow['reason']>;
    };

export type KnowledgeFile = {
  readonly format: ImportReport['format'];
  /** WHATWG name of the text encoding that was found. */
  readonly encoding: string;
  /** In file order. */
  readonly rows: readonly KnowledgeFileRow[];
};

/** Reads what an owner brings. */
export type KnowledgeReader = {
  /**
   * Errors: `unsupported` (no known format; `detail.format`), `file_unreadable` (nothing in it can be read;
   * `detail.file`). A broken row is a refusal in `rows`, not an error.
   */
  read(file: { readonly name: string; readonly bytes: Uint8Array }): KnowledgeFile;
};
