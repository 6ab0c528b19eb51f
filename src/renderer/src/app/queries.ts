import {
  type UseMutationResult,
  type UseQueryResult,
  QueryClient,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors.ts';
import type { RpcClient } from '#shared/rpc/client.ts';

/*
 * The key of every query is [request name, input]: what a request asked is where its answer is kept.
 * Which events make which answers old stands in invalidation.ts.
 */

export const BackendContext = createContext<RpcClient | null>(null);

/** The near end of the wire. */
export function useBackend(): RpcClient {
  const backend = use(BackendContext);
  if (backend === null) throw new Error('useBackend needs a BackendContext above it');
  return backend;
}

/** The cache of one window. The backend is on this machine, so being offline changes nothing here. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 60_000, refetchOnWindowFocus: true },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Where the answer to a request is kept. */
export function keyOf<N extends RequestName>(name: N, input: RequestInput<N>): readonly [N, RequestInput<N>] {
  return [name, input];
}

type QueryChoices = { readonly isEnabled?: boolean; readonly keepsLast?: boolean };

/** Asks for something to show and keeps it fresh. */
export function useAnswer<N extends RequestName>(
  name: N,
  input: RequestInput<N>,
  choices: QueryChoices = {},
): UseQueryResult<RequestOutput<N>, AppError> {
  const backend = useBackend();
  return useQuery<RequestOutput<N>, AppError>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => backend.call(name, input, signal),
    enabled: choices.isEnabled ?? true,
    ...(choices.keepsLast ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Asks for something to be done. */
export function useRequest<N extends RequestName>(
  name: N,
): UseMutationResult<RequestOutput<N>, AppError, RequestInput<N>> {
  const backend = useBackend();
  return useMutation<RequestOutput<N>, AppError, RequestInput<N>>({
    mutationFn: (input) => backend.call(name, input),
  });
}

type PagedName =
  | 'conversation.list'
  | 'knowledge.list'
  | 'learned.list'
  | 'lesson.queue'
  | 'lesson.list'
  | 'lesson.own'
  | 'lesson.decisions'
  | 'lesson.reviews'
  | 'source.changes'
  | 'health.list'
  | 'audit.list';

const pageSize = 200;

/** A long list, page by page. `items` holds what has been read so far. */
export function usePages<N extends PagedName>(name: N, input: RequestInput<N>, isEnabled = true) {
  const backend = useBackend();
  const query = useInfiniteQuery({
    queryKey: keyOf(name, input),
    queryFn: ({ pageParam, signal }) =>
      backend.call<PagedName>(name, { ...input, offset: pageParam, limit: pageSize } as never, signal) as Promise<
        RequestOutput<N>
      >,
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0);
      return last.items.length > 0 && read < last.total ? read : undefined;
    },
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  // Of a union of lists TypeScript cannot tell that every page is of the same one.
  const items = pages.flatMap((page) => page.items as unknown[]) as RequestOutput<N>['items'];
  return {
    items,
    total: pages.at(-1)?.total ?? 0,
    isPending: query.isPending,
    /** The items are still those of what was asked before. */
    isOfBefore: query.isPlaceholderData,
    error: query.error,
    readMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
