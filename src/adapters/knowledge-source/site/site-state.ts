import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import type { ReaderState, SiteSettings } from '#core/ports/site-reader.ts';

/** What is remembered of an address. */
const PageState = z.object({
  /** Of the text of its rows; empty for what is not kept as a page: no text, a copy, not yet read. */
  digest: z.string().max(64),
  /** As the server sent them. */
  etag: z.string().max(1_000).optional(),
  modified: z.string().max(100).optional(),
  /** Links from the start. */
  depth: z.number().int().nonnegative(),
});
export type PageState = z.infer<typeof PageState>;

const SiteState = z.object({
  version: z.literal(1),
  /** Of the settings it was read by. */
  scope: z.string(),
  pages: z.record(z.string(), PageState),
});

export type KnownPages = {
  /** By address. */
  readonly pages: ReadonlyMap<string, PageState>;
  /**
   * Whether what a server says has not changed need not come again. Not after other settings: links that were outside
   * of them stand in pages that have not changed.
   */
  readonly mayAskConditionally: boolean;
};

/** What an earlier reading kept; nothing where it is none of this reader's. */
export function knownPages(state: ReaderState | null, settings: SiteSettings): KnownPages {
  const parsed = SiteState.safeParse(state);
  if (!parsed.success) return { pages: new Map(), mayAskConditionally: false };
  const { scope, pages } = parsed.data;
  return { pages: new Map(Object.entries(pages)), mayAskConditionally: scope === scopeOf(settings) };
}

export function siteState(settings: SiteSettings, pages: ReadonlyMap<string, PageState>): ReaderState {
  const state: z.infer<typeof SiteState> = { version: 1, scope: scopeOf(settings), pages: Object.fromEntries(pages) };
  return state;
}

function scopeOf({ url, hosts, paths, mostPages }: SiteSettings): string {
  return digestOf([url, hosts, paths, mostPages]);
}

/** Of what the rows say, wherever in the page they stand. */
export function rowsDigest(rows: readonly KnowledgeFileRow[]): string {
  return digestOf(rows.map(({ content, refusal, place, excerpt }) => [content ?? excerpt, refusal, place?.headings]));
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
