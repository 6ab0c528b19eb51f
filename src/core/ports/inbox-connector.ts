import type { Attachment, AutomaticKind, Channel } from '#shared/model/conversation.ts';
import type { ProbeReport } from '#shared/model/inbox.ts';
import type { Order } from '#shared/model/order.ts';
import type { FileRules } from '#shared/model/reply-file.ts';
import type { Helpdesk } from './helpdesk.ts';

/** A message as an inbox gives it: text made safe to show, nothing decided about it yet. */
export type IncomingMessage = {
  /** Unique within the inbox and the same at every pull (for mail: the Message-ID, or a digest where there is none). */
  readonly remoteId: string;
  /** The key `send` gave a reply of the desk's own, where the inbox keeps it. */
  readonly key?: string;
  /** Remote ids of messages it answers, nearest last; they may be unknown to the desk. */
  readonly references: readonly string[];
  /** The inbox's own name for the conversation where it has one; else null and the desk threads by references. */
  readonly threadId: string | null;
  readonly role: 'customer' | 'agent';
  readonly authorName: string;
  /** Lower case. */
  readonly authorAddress: string;
  /** The customer's side of the conversation, whoever wrote. Lower case. */
  readonly customerAddress: string;
  readonly customerName: string;
  readonly subject: string;
  /** Plain text, quotes and signature included, line ends `\n`. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly automatic: AutomaticKind | null;
  /** By what it was written, where the inbox tells and it matters to the reply; else null. */
  readonly channel: Channel | null;
  /** ms UTC; never later than the pull. */
  readonly sentAt: number;
};

/** A reply that the inbox took and could not bring to the customer. */
export type UndeliveredReply = {
  /** The remote id `send` resolved to. */
  readonly remoteId: string;
  /** What the inbox says of it; empty where it says nothing. */
  readonly reason: string;
};

/** One step of a pull. Taking `messages` and `cursor` in one transaction makes every message arrive once. */
export type PulledPage = {
  readonly messages: readonly IncomingMessage[];
  /** Of the replies it has taken, those that never reached the customer; the same may be named again. */
  readonly undelivered: readonly UndeliveredReply[];
  /** Facts about customers' orders where the inbox brings them (the sample store does). */
  readonly orders: readonly Order[];
  /** Opaque; give it to the next `pull`. */
  readonly cursor: string;
  /** True while there is more to pull at once. */
  readonly hasMore: boolean;
  /** How far this sync has come, in conversations or messages, whichever the inbox counts; null where it cannot say. */
  readonly progress: { readonly done: number; readonly total: number | null } | null;
};

/** A file that leaves with a reply. */
export type OutgoingFile = {
  /** A mere name: see `safeFileName`. */
  readonly name: string;
  /** `image/png`, without parameters. */
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** A reply about to leave. */
export type OutgoingReply = {
  /**
   * The idempotency key, and the remote id where the inbox lets the sender name it; made by
   * `newRemoteId` before the first try and the same at every try.
   */
  readonly remoteId: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly body: string;
  /** In the order in which the agent attached them; none where it is only looked for. */
  readonly files: readonly OutgoingFile[];
  /** Remote id of the customer's message it answers, and its references, oldest first. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly threadId: string | null;
  /** ms UTC. Only what stands in the thread since then can be this reply. */
  readonly writtenAt: number;
};

/** By what an inbox finds a conversation: its own name for it, else whose it is. */
export type ThreadName = {
  readonly threadId: string | null;
  /** Lower case. */
  readonly customerAddress: string;
};

/** What a reply must keep to. */
export type ReplyRules = {
  /** Characters (UTF-16 code units) a reply may have. */
  readonly maxLength: number;
  /** How long after the customer's last message a reply is taken, ms; null where there is no limit. */
  readonly windowMs: number | null;
  /** What files it may carry, or why none. */
  readonly files: FileRules;
};

/** What the desk may ask of this inbox. */
export type InboxCapabilities = {
  /** True where `findSent` answering null proves that the reply has not left; mail can only prove that it has. */
  readonly provesUnsent: boolean;
  /** True where `waitForNews` returns as soon as something arrives. */
  readonly canWatch: boolean;
};

/** What a connector says of its inbox without connecting. */
export type InboxTraits = Pick<InboxConnector, 'capabilities' | 'replyRules' | 'helpdesk' | 'newRemoteId'>;

/**
 * A store's inbox, whatever technology. One instance serves one inbox and holds its connection.
 * Every method throws AppError only: `refused_credentials`, `refused_permission` (both need a person),
 * `unreachable`, `timed_out`, `rate_limited`, `remote_failed` (worth another try later), `cancelled`.
 */
export type InboxConnector = {
  readonly capabilities: InboxCapabilities;
  /** The rules of the channel the customer last wrote by; null: of the inbox itself. */
  replyRules(channel: Channel | null): ReplyRules;
  /** What can be done with a thread beside answering it; null for an inbox that is no helpdesk. */
  readonly helpdesk: Helpdesk | null;
  /** Looks at everything the desk will need, changes nothing. Does not throw: what fails is in the report. */
  probe(signal: AbortSignal): Promise<ProbeReport>;
  /**
   * The next page of what is new since the cursor; null starts from the beginning. `isKnown`: whether the desk has a
   * conversation that bears the inbox's own name for it; one it has not comes with all its past.
   */
  pull(cursor: string | null, signal: AbortSignal, isKnown?: (threadId: string) => boolean): Promise<PulledPage>;
  /**
   * One conversation's messages since then (ms UTC; earlier ones may come along), for a last look before a reply
   * leaves. Empty where it is gone. Null where an inbox cannot be asked for one conversation: then the desk pulls.
   */
  readonly readThread:
    | ((thread: ThreadName, since: number, signal: AbortSignal) => Promise<readonly IncomingMessage[]>)
    | null;
  /**
   * Of what was said to a customer in a conversation since then (ms UTC), what never reached them. Absent where an inbox
   * tells nothing of it.
   */
  readonly undeliveredSince?: (
    thread: ThreadName,
    since: number,
    signal: AbortSignal,
  ) => Promise<readonly UndeliveredReply[]>;
  /** A new key for a reply. */
  newRemoteId(): string;
  /**
   * Sends, with its files. Files that travel before the reply are sent ahead of `onLeaving`: where one is refused nothing
   * has left. Calls `onLeaving` once, before the first byte that could make the reply leave: until then a broken line or
   * a crash is harmless. Beside the errors above: `refused_by_server` (this reply will never be taken),
   * `not_found` (its thread is gone), `send_uncertain` (the line broke after `onLeaving`: ask `findSent` before trying
   * again). Resolves to the remote id the inbox gave the reply, by which a later pull brings it.
   */
  send(reply: OutgoingReply, signal: AbortSignal, onLeaving: () => void): Promise<string>;
  /** The remote id the inbox gave this reply if it has left already; null where it is not found. */
  findSent(reply: OutgoingReply, signal: AbortSignal): Promise<string | null>;
  /** Resolves when there may be something new, or after `maxMs`. */
  waitForNews(maxMs: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};
