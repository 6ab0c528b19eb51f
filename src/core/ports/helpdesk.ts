import type { Assignee, HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';

/**
 * What a helpdesk offers of a thread beside its messages. Every method asks the server; errors are those of the
 * connector, `not_found` where the thread is gone, and for `note` `send_uncertain` where the line broke after it left.
 * The others can be repeated without harm.
 */
export type Helpdesk = {
  /** Those that can be set. */
  readonly statuses: readonly ThreadStatus[];
  thread(threadId: string, signal: AbortSignal): Promise<HelpdeskThread>;
  /** Agents a thread can be given to, by name. */
  assignees(signal: AbortSignal): Promise<readonly Assignee[]>;
  /** Writes a note that the customer never sees. */
  note(threadId: string, text: string, signal: AbortSignal): Promise<void>;
  setStatus(threadId: string, status: ThreadStatus, signal: AbortSignal): Promise<void>;
  /** Gives the thread to an agent; null takes it from whoever has it. */
  assign(threadId: string, assigneeId: string | null, signal: AbortSignal): Promise<void>;
  /** The thread has these tags and no others afterwards. */
  setTags(threadId: string, tags: readonly string[], signal: AbortSignal): Promise<void>;
};
