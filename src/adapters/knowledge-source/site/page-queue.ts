import { rankOf } from './page-address.ts';

export type QueuedPage = {
  readonly url: URL;
  /** Links from the start. */
  readonly depth: number;
  /** The addresses that led here by redirects. */
  readonly hops: readonly string[];
  /** Whether somebody names it: the owner, a sitemap, the reading before; then they hear why it could not be read. */
  readonly isListed: boolean;
  /** Whether it is what the owner gave: its links are followed even where it is outside the paths to read. */
  readonly isStart: boolean;
};

/** What is still to be asked for: each address once. */
export type PageQueue = {
  /** False where it has been there before, or lies too deep. */
  readonly add: (page: QueuedPage) => boolean;
  readonly next: () => QueuedPage | undefined;
  readonly size: () => number;
};

const deepest = 10;

/**
 * Few links first; what can answer customers before shelves of products, so that a limit cuts off the latter. In the
 * order they were added, else.
 */
export function createPageQueue(): PageQueue {
  const seen = new Set<string>();
  const buckets: { readonly pages: QueuedPage[]; next: number }[] = [];
  let size = 0;
  return {
    add(page) {
      if (seen.has(page.url.href) || page.depth > deepest) return false;
      seen.add(page.url.href);
      const at = page.isStart ? 0 : page.depth + 2 * rankOf(page.url);
      for (let each = buckets.length; each <= at; each++) buckets.push({ pages: [], next: 0 });
      buckets[at]?.pages.push(page);
      size += 1;
      return true;
    },
    next() {
      const bucket = buckets.find(({ pages, next }) => next < pages.length);
      if (bucket === undefined) return undefined;
      size -= 1;
      return bucket.pages[bucket.next++];
    },
    size: () => size,
  };
}
