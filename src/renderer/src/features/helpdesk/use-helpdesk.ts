import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { HelpdeskView } from '#shared/contract/helpdesk.ts';
import { type Problem, problemOf } from '#shared/errors.ts';
import type { HelpdeskThread } from '#shared/model/helpdesk.ts';
import { keyOf, useAnswer, useBackend } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { type Wanted, shownThread, stillWanted, withoutWanted } from './wanted.ts';

/** Who goes through the list with the keys does not ask the helpdesk about every conversation they pass, ms. */
const passingMs = 350;

/**
 * The thread of an open conversation in its helpdesk: asked for once the panel is open, and changed from there. What is
 * chosen shows at once; the helpdesk is told of one change after the other, and only of the last of several to one field.
 */
export function useHelpdesk(conversationId: string, isOpen: boolean) {
  const cache = useQueryClient();
  const backend = useBackend();
  const report = useReport();
  const [hasStayed, setHasStayed] = useState(false);
  const [wanted, setWanted] = useState<Wanted>({});
  const [failure, setFailure] = useState<Problem | null>(null);
  const newest = useRef<Wanted>({});
  const isThere = useRef(true);
  const line = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    isThere.current = true;
    const timer = setTimeout(() => setHasStayed(true), passingMs);
    return () => {
      isThere.current = false;
      clearTimeout(timer);
    };
  }, []);
  const answer = useAnswer('helpdesk.read', { conversationId }, { isEnabled: isOpen && hasStayed });

  async function tell({ status, assigneeId, tags }: Wanted): Promise<HelpdeskThread | null> {
    if (status !== undefined) return backend.call('helpdesk.setStatus', { conversationId, status });
    if (assigneeId !== undefined) return backend.call('helpdesk.assign', { conversationId, assigneeId });
    if (tags !== undefined) return backend.call('helpdesk.setTags', { conversationId, tags: [...tags] });
    return null;
  }

  async function carryOut(change: Wanted): Promise<void> {
    if (!stillWanted(newest.current, change)) return;
    try {
      const thread = await tell(change);
      cache.setQueryData(keyOf('helpdesk.read', { conversationId }), (before: HelpdeskView | undefined) =>
        before === undefined || thread === null ? before : { ...before, thread },
      );
    } catch (error) {
      if (isThere.current) setFailure(problemOf(error));
      else report(error);
    }
    newest.current = withoutWanted(newest.current, change);
    setWanted(newest.current);
  }

  function change(part: Wanted): void {
    setFailure(null);
    newest.current = { ...newest.current, ...part };
    setWanted(newest.current);
    line.current = line.current.then(() => carryOut(part));
  }

  return {
    view: answer.data === undefined ? null : { ...answer.data, thread: shownThread(answer.data, wanted) },
    problem: failure ?? (answer.error === null ? null : problemOf(answer.error)),
    isAsking: isOpen && answer.data === undefined && answer.error === null,
    isBusy: Object.keys(wanted).length > 0,
    retry: () => {
      setFailure(null);
      void answer.refetch();
    },
    change,
  };
}
