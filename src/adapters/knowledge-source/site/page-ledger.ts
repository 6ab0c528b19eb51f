import type { SitePage } from '#core/ports/site-reader.ts';
import type { FetchedPage } from './fetch-page.ts';
import type { QueuedPage } from './page-queue.ts';
import { type PageState, rowsDigest } from './site-state.ts';

/** What became of every address of a site in one reading. */
export type PageLedger = {
  /** `canonical`: the page that this one says it is a copy of; null where it stands for itself. */
  readonly take: (queued: QueuedPage, page: FetchedPage, canonical: URL | null) => void;
  readonly takeUnchanged: (queued: QueuedPage) => void;
  /** Nothing to keep there, but perhaps at another time, or links. */
  readonly takeOther: (queued: QueuedPage) => void;
  readonly takeGone: (url: URL) => void;
  /** Characters of all that was taken. */
  readonly size: () => number;
  readonly close: () => LedgerResult;
};

type LedgerResult = {
  readonly pages: readonly SitePage[];
  readonly unchanged: readonly string[];
  readonly gone: readonly string[];
  /** Known pages that were there without a text: they stay as they were. */
  readonly emptied: readonly string[];
  readonly state: ReadonlyMap<string, PageState>;
};

type Waiting = {
  readonly queued: QueuedPage;
  readonly page: FetchedPage;
  readonly digest: string;
  /** The page that has its text too, and stands for both if it is there. */
  readonly instead: string;
};

/** One text is one page: of copies, the one that others name or that was known before stands for all. */
export function createPageLedger(known: ReadonlyMap<string, PageState>, includes: (url: URL) => boolean): PageLedger {
  const knownByDigest = new Map(
    [...known].filter(([, { digest }]) => digest !== '').map(([at, { digest }]) => [digest, at]),
  );
  const digests = new Set<string>();
  const taken = new Map<string, PageState>();
  const others = new Map<string, PageState>();
  const gone = new Set<string>();
  const emptied = new Set<string>();
  const pages: SitePage[] = [];
  const unchanged: string[] = [];
  const waiting: Waiting[] = [];
  let size = 0;

  const isWithin = (at: string): boolean => {
    const url = URL.parse(at);
    return url?.href === at && includes(url);
  };
  const takeOther = ({ url, depth }: QueuedPage): void => void others.set(url.href, { digest: '', depth });

  function accept(queued: QueuedPage, page: FetchedPage, digest: string): void {
    const { href } = queued.url;
    if (digests.has(digest)) return takeOther(queued);
    digests.add(digest);
    taken.set(href, { digest, ...page.validators, depth: queued.depth });
    if (known.get(href)?.digest === digest) unchanged.push(href);
    else pages.push({ url: href, name: page.title, rows: page.rows });
  }

  return {
    take(queued, page, canonical) {
      const { href } = queued.url;
      if (page.isNoIndex || !includes(queued.url)) return takeOther(queued);
      if (page.rows.length === 0)
        return (known.get(href)?.digest ?? '') === '' ? takeOther(queued) : void emptied.add(href);
      const digest = rowsDigest(page.rows);
      const instead = canonical?.href ?? knownByDigest.get(digest) ?? href;
      if (instead === href) accept(queued, page, digest);
      else waiting.push({ queued, page, digest, instead });
      size += page.rows.reduce((sum, row) => sum + row.excerpt.length + (row.content?.answer.length ?? 0), 0);
    },
    takeUnchanged(queued) {
      const { href } = queued.url;
      const state = known.get(href);
      if (state === undefined || digests.has(state.digest)) return takeOther(queued);
      digests.add(state.digest);
      taken.set(href, state);
      unchanged.push(href);
    },
    takeOther,
    takeGone: (url) => void gone.add(url.href),
    size: () => size,
    close() {
      for (const { queued, page, digest, instead } of waiting) {
        if (taken.has(instead)) takeOther(queued);
        else accept(queued, page, digest);
      }
      const left = [...known].filter(([at]) => !taken.has(at));
      const stays = new Map(left.filter(([at]) => !others.has(at) && !gone.has(at) && isWithin(at)));
      const lost = left.filter(([at, { digest }]) => digest !== '' && !stays.has(at)).map(([at]) => at);
      return { pages, unchanged, gone: lost, emptied: [...emptied], state: new Map([...taken, ...others, ...stays]) };
    },
  };
}
