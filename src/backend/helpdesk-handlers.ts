import { addNote, changeHelpdeskThread, readHelpdeskThread } from '#core/helpdesk/helpdesk-thread.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type HelpdeskRequest = Extract<keyof Handlers, `helpdesk.${string}`>;

/** Status, assignee, tags, facts and private notes of a conversation in its helpdesk. */
export function helpdeskHandlers(desk: Desk): Pick<Handlers, HelpdeskRequest> {
  const deps = { ...desk.deps, connectorOf: (inboxId: string) => desk.pool.get(inboxId) };
  return {
    'helpdesk.read': ({ conversationId }, { signal }) => readHelpdeskThread(deps, conversationId, signal),
    'helpdesk.note': async (input, { signal }) => {
      await addNote(deps, input, signal);
      return {};
    },
    'helpdesk.setStatus': ({ conversationId, status }, { signal }) =>
      changeHelpdeskThread(deps, conversationId, { status }, signal),
    'helpdesk.assign': ({ conversationId, assigneeId }, { signal }) =>
      changeHelpdeskThread(deps, conversationId, { assigneeId }, signal),
    'helpdesk.setTags': ({ conversationId, tags }, { signal }) =>
      changeHelpdeskThread(deps, conversationId, { tags }, signal),
  };
}
