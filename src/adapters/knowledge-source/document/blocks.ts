/**
 * What a document is made of once its mark-up is gone, in reading order. `row` is what a person finds it by (line of a
 * text, row of a sheet, else its number); `page` is 1-based, null where the format has no pages.
 */
export type Block = { readonly row: number; readonly page: number | null } & (
  | { readonly kind: 'heading'; /** 1 is the outermost. */ readonly depth: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Items of a list, rows of a table: each stands whole in one piece. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** A question and its answer that the document marks as such. */
  | { readonly kind: 'pair'; readonly question: string; readonly answer: string }
);

/** A document as every format gives it. */
export type Document = {
  /** What it calls itself; empty where it does not. */
  readonly title: string;
  readonly blocks: readonly Block[];
};

/** A heading longer than this is a paragraph that only looks like one, UTF-16 units. */
export const longestHeading = 300;
