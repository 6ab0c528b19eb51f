import { AppError } from '#shared/errors.ts';
import type { HelpdeskView } from '#shared/contract/helpdesk.ts';
import type { HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { InboxConnector } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';

export type HelpdeskDeps = Pick<Database, 'conversations'> & {
  /** The open connector of an inbox. Errors: `not_found` where it was removed, and those of opening it. */
  readonly connectorOf: (inboxId: string) => Promise<InboxConnector>;
};

/** One thread of one helpdesk, asked for or changed until `signal` aborts. */
type Place = { readonly helpdesk: Helpdesk; readonly threadId: string; readonly signal: AbortSignal };

/** How the thread of a conversation stands in its helpdesk, and who it can be given to. Errors: see the contract. */
export async function readHelpdeskThread(
  deps: HelpdeskDeps,
  conversationId: string,
  signal: AbortSignal,
): Promise<HelpdeskView> {
  const place = await placeOf(deps, conversationId, signal);
  const [thread, assignees] = await Promise.all([
    place.helpdesk.thread(place.threadId, signal),
    place.helpdesk.assignees(signal),
  ]);
  return { thread, assignees: [...assignees] };
}

/** Writes a note beside the thread that the customer never sees. */
export async function addNote(
  deps: HelpdeskDeps,
  { conversationId, text }: { readonly conversationId: string; readonly text: string },
  signal: AbortSignal,
): Promise<void> {
  const { helpdesk, threadId } = await placeOf(deps, conversationId, signal);
  await helpdesk.note(threadId, text, signal);
}

/** Sets one thing of a thread and returns the thread as the server has it afterwards. */
export async function changeHelpdeskThread(
  deps: HelpdeskDeps,
  conversationId: string,
  change: ThreadChange,
  signal: AbortSignal,
): Promise<HelpdeskThread> {
  const place = await placeOf(deps, conversationId, signal);
  await changed(place, change);
  return place.helpdesk.thread(place.threadId, signal);
}

export type ThreadChange =
  | { readonly status: ThreadStatus }
  | { readonly assigneeId: string | null }
  | { readonly tags: readonly string[] };

async function changed({ helpdesk, threadId, signal }: Place, change: ThreadChange): Promise<void> {
  if ('status' in change) return helpdesk.setStatus(threadId, change.status, signal);
  if ('assigneeId' in change) return helpdesk.assign(threadId, change.assigneeId, signal);
  return helpdesk.setTags(threadId, [...new Set(change.tags)], signal);
}

async function placeOf(deps: HelpdeskDeps, conversationId: string, signal: AbortSignal): Promise<Place> {
  const { inboxId } = deps.conversations.get(conversationId);
  const threadId = threadIdOf(deps, conversationId);
  const { helpdesk } = await deps.connectorOf(inboxId);
  if (helpdesk === null || threadId === null) throw new AppError('unsupported', 'The inbox is no helpdesk');
  return { helpdesk, threadId, signal };
}

/** The helpdesk's own name of the conversation: its messages bear it. */
function threadIdOf(deps: HelpdeskDeps, conversationId: string): string | null {
  for (const message of deps.conversations.messages(conversationId).toReversed()) {
    const { threadId } = deps.conversations.threadingOf(message.id);
    if (threadId !== null) return threadId;
  }
  return null;
}
