import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { RequestOutput } from '#shared/contract/index.ts';

type Page = RequestOutput<'conversation.list'>;
type Pages = InfiniteData<Page, number>;

/** Kept pages without one row; the total follows. */
export function pagesWithout(data: Pages, id: string): Pages {
  const isThere = data.pages.some((page) => page.items.some((row) => row.id === id));
  if (!isThere) return data;
  const pages = data.pages.map((page) => ({
    items: page.items.filter((row) => row.id !== id),
    total: Math.max(0, page.total - 1),
  }));
  return { ...data, pages };
}

/** Takes a conversation out of the unanswered lists at once; the backend's event makes them true again. */
export function dropFromUnanswered(cache: QueryClient, id: string): void {
  const filter = { predicate: (query: { queryKey: readonly unknown[] }) => isUnansweredList(query.queryKey) };
  cache.setQueriesData<Pages | Page>(filter, (data) =>
    data !== undefined && 'pages' in data ? pagesWithout(data, id) : data,
  );
}

function isUnansweredList(key: readonly unknown[]): boolean {
  const input = key[1] as { readonly status?: string } | undefined;
  return key[0] === 'conversation.list' && input?.status === 'unanswered';
}
