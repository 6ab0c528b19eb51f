import type { ImportRow, KnowledgeContent, SourcePlace } from '#shared/model/knowledge.ts';
import type { KnowledgeFileRow } from '../ports/knowledge-reader.ts';

/** One thing a source says: an entry, or why it is none. */
export type SourcePiece = {
  /** Name of the file or page it stands in. */
  readonly file: string;
  readonly place: SourcePlace;
  /** What names it within its source whatever else changes; null where there is no such thing. */
  readonly key: string | null;
  readonly excerpt: string;
  /** Whether a person must look at it before it is taken. */
  readonly isUnsure: boolean;
  readonly content: KnowledgeContent | null;
  readonly refusal: ImportRow['reason'];
};

/** The rows of one file as pieces of its source; `url` where the file is a page on the web. */
export function piecesOf(
  file: string,
  rows: readonly KnowledgeFileRow[],
  url: string | null = null,
): readonly SourcePiece[] {
  return rows.map((row) => ({
    file,
    place: { page: null, headings: [], url, ...row.place, row: row.row },
    key: row.key ?? null,
    excerpt: row.excerpt,
    isUnsure: row.isUnsure ?? false,
    content: row.content,
    refusal: row.refusal,
  }));
}
