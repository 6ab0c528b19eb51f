import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { InboxSettings } from '#shared/model/inbox.ts';
import type { Channel } from '#shared/model/conversation.ts';
import type { ThreadStatus } from '#shared/model/helpdesk.ts';
import type { DoubleFile } from './double-files.ts';
import type { KeptMacro, WrittenMacro } from './double-macros.ts';

/** What can go wrong between the desk and a helpdesk. Which of them a system can show, its double says. */
export type Fault =
  | 'credentials_revoked'
  | 'permission_refused'
  | 'thread_deleted'
  | 'reply_refused'
  | 'rate_limited'
  | 'rate_limited_long'
  | 'rate_limited_bare'
  | 'server_error'
  | 'server_error_after'
  | 'bad_gateway'
  | 'time_out_before'
  | 'time_out_after'
  | 'reset_before'
  | 'reset_after'
  | 'truncated_json'
  | 'duplicate_delivery'
  | 'out_of_order'
  | 'html_only'
  | 'clock_ahead'
  | 'clock_behind'
  | 'other_scripts'
  | 'missing_attachment'
  | 'customer_writes_meanwhile'
  /** The thread has changed since it was read: the change is refused (409). */
  | 'conflict'
  /** The place reached in a list is one the system no longer knows. */
  | 'cursor_expired';

/**
 * Which requests a fault meets, and how many of them; without a number it lasts until it is cleared. `thread`: those
 * about one thread alone.
 */
export type FaultScope = {
  readonly on: 'reading' | 'sending' | 'all';
  readonly times?: number;
  readonly thread?: string;
  /** Requests it lets pass before. */
  readonly after?: number;
};

/** A word of a customer or an agent, as the desk should have it. */
export type Word = {
  readonly remoteId: string;
  readonly role: 'customer' | 'agent';
  readonly text: string;
};

/** What a helpdesk has of a thread beside its words. */
export type ThreadFacts = {
  readonly status: ThreadStatus;
  readonly assigneeId: string | null;
  readonly tags: readonly string[];
  readonly notes: readonly string[];
};

export type LoggedRequest = { readonly method: string; readonly path: string; readonly status: number | null };

/** The time of a test: it moves when somebody waits, and by hand. */
export type TestTime = { now: number };

/** A helpdesk on loopback: a real server with the vendor's paging and headers, whose troubles the test decides. */
export type InboxDouble = {
  readonly name: string;
  readonly shows: readonly Fault[];
  /** What an owner enters to connect it. */
  readonly settings: InboxSettings;
  /** What must never be found in an error, a log or the database. */
  readonly secret: string;
  readonly origin: string;
  readonly requests: readonly LoggedRequest[];
  /** A connector to it. Pauses take no time but the test's; a request the server stalls runs into its limit at once. */
  connector(): InboxConnector;
  /**
   * A new conversation; its messages alternate, the customer's first. `channel` is by what they write, where the double
   * tells. Returns its thread id.
   */
  addConversation(customer: string, texts: readonly string[], channel?: Channel): string;
  customerWrites(threadId: string, text: string): void;
  remove(threadId: string): void;
  /** The newest reply turns out not to be deliverable; absent where the system tells nothing of it. */
  readonly failReply?: (threadId: string) => void;
  setFault(fault: Fault, scope: FaultScope): void;
  clearFaults(): void;
  /** Threads there are, and everything a customer or an agent has said in one. */
  threads(): readonly string[];
  wordsIn(threadId: string): readonly Word[];
  /** Texts of the replies that came in by the API. */
  repliesIn(threadId: string): readonly string[];
  /** Files of the replies that came in by the API, in order. */
  filesIn(threadId: string): readonly DoubleFile[];
  /** What it has of a thread beside words; notes are those that came in by the API. */
  factsOf(threadId: string): ThreadFacts;
  /** A new ready-made reply; returns its id. */
  addMacro(macro: WrittenMacro): string;
  removeMacro(id: string): void;
  /** Its ready-made replies as the desk should have them. */
  macros(): readonly KeptMacro[];
  stop(): Promise<void>;
};

/** Starts a double whose clock is the test's. */
export type StartDouble = (time: TestTime) => Promise<InboxDouble>;
