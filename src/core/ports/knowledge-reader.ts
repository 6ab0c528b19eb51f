import type { ImportRow, KnowledgeContent, KnowledgeFormat, SourcePlace } from '#shared/model/knowledge.ts';

type Piece = {
  /** 1-based as a person counts them in that file: row of a table, line of a text, else the piece itself. */
  readonly row: number;
  /** Where it stands beside its row; left out where the format has no such thing. */
  readonly place?: Partial<Omit<SourcePlace, 'row'>>;
  /** What names it within its source whatever else changes; left out where there is no such thing. */
  readonly key?: string;
  /** Whether a person must look at it before it is taken; left out: no. */
  readonly isUnsure?: boolean;
  readonly excerpt: string;
};

/** One row of a file: an entry, or why it is none. */
export type KnowledgeFileRow =
  | (Piece & { readonly content: KnowledgeContent; readonly refusal: null })
  | (Piece & { readonly content: null; readonly refusal: NonNullable<ImportRow['reason']> });

export type KnowledgeFile = {
  readonly format: KnowledgeFormat;
  /** WHATWG name of the text encoding that was found; empty where the format has its own. */
  readonly encoding: string;
  /** In file order. */
  readonly rows: readonly KnowledgeFileRow[];
};

/** Reads what an owner brings. */
export type KnowledgeReader = {
  /**
   * Errors: `unsupported` (no known format; `detail.format`), `file_unreadable` (nothing in it can be read, or reading it
   * would take more memory or time than a document may; `detail.file`, `detail.reason`), `cancelled`. A broken row is a
   * refusal in `rows`, not an error.
   */
  read(file: { readonly name: string; readonly bytes: Uint8Array }, signal?: AbortSignal): Promise<KnowledgeFile>;
};
