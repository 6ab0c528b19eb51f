import type { Assignee, HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';

/** A reply that agents keep ready: a macro, a canned response. */
export type Macro = {
  readonly id: string;
  /** One line. */
  readonly title: string;
  /** Plain text, never empty; placeholders stand in it as they were written. */
  readonly body: string;
  /** Names of the folders or categories it is in, outermost first; empty where it is in none. */
  readonly folders: readonly string[];
  /** False for one that a single agent keeps for themselves. */
  readonly isShared: boolean;
  /** ms UTC; null where the helpdesk does not tell. */
  readonly updatedAt: number | null;
  /** What is filled in when it is used, each once and as it stands in the body: `{{ticket.customer.firstname}}`. */
  readonly placeholders: readonly string[];
  /** Names of the files it carries there, as far as the helpdesk's list tells of them. */
  readonly files: readonly string[];
};

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
  /**
   * All replies kept ready that this agent may see and that are in use, by id: all, or an error, so that a missing one
   * is one that is gone. Notes for colleagues, and macros that say nothing, are none. Errors: those of the connector;
   * `refused_permission` where the agent may not list them (`detail.reason` is `role` or `plan`).
   */
  macros(signal: AbortSignal): Promise<readonly Macro[]>;
};
