import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HelpdeskView } from '#shared/contract/helpdesk.ts';
import type { AppError } from '#shared/errors.ts';
import type { HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';
import { keyOf, useAnswer, useRequest } from '../../app/queries.ts';

/** Who goes through the list with the keys does not ask the helpdesk about every conversation they pass, ms. */
const passingMs = 350;

/** The thread of an open conversation in its helpdesk: asked for once the panel is open, and changed from there. */
export function useHelpdesk(conversationId: string, isOpen: boolean) {
  const cache = useQueryClient();
  const [hasStayed, setHasStayed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasStayed(true), passingMs);
    return () => clearTimeout(timer);
  }, []);
  const answer = useAnswer('helpdesk.read', { conversationId }, { isEnabled: isOpen && hasStayed });
  const setStatus = useRequest('helpdesk.setStatus');
  const assign = useRequest('helpdesk.assign');
  const setTags = useRequest('helpdesk.setTags');
  const failed = [setStatus, assign, setTags].find((act) => act.error !== null)?.error ?? null;

  function take(thread: HelpdeskThread): void {
    cache.setQueryData(keyOf('helpdesk.read', { conversationId }), (before: HelpdeskView | undefined) =>
      before === undefined ? before : { ...before, thread },
    );
  }
  function begin(): { readonly onSuccess: (thread: HelpdeskThread) => void } {
    for (const act of [setStatus, assign, setTags]) act.reset();
    return { onSuccess: take };
  }

  return {
    view: answer.data ?? null,
    error: (failed ?? answer.error) satisfies AppError | null,
    isAsking: isOpen && answer.data === undefined && answer.error === null,
    isBusy: setStatus.isPending || assign.isPending || setTags.isPending || answer.isRefetching,
    retry: () => {
      begin();
      void answer.refetch();
    },
    setStatus: (status: ThreadStatus) => setStatus.mutate({ conversationId, status }, begin()),
    assign: (assigneeId: string | null) => assign.mutate({ conversationId, assigneeId }, begin()),
    setTags: (tags: readonly string[]) => setTags.mutate({ conversationId, tags: [...tags] }, begin()),
  };
}
