import type {
  Channel,
  Conversation,
  ConversationRow,
  ConversationStatus,
  Message,
} from '#shared/model/conversation.ts';
import type { Ask, Draft, SilenceReason } from '#shared/model/draft.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { Outcome } from '#shared/model/outcome.ts';

export type ConversationQuery = {
  readonly storeId?: string | undefined;
  readonly inboxId?: string | undefined;
  readonly status?: ConversationStatus | undefined;
  readonly text?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** How a message hangs in its inbox, for threading and for answering it. */
export type Threading = {
  readonly references: readonly string[];
  readonly threadId: string | null;
};

export type ConversationRepository = {
  /** Errors: `not_found`. */
  get(conversationId: string): Conversation;
  /** Null where there is none. */
  find(conversationId: string): Conversation | null;
  list(query: ConversationQuery): { readonly items: readonly ConversationRow[]; readonly total: number };
  /** Oldest first. */
  messages(conversationId: string): readonly Message[];
  hasMessage(inboxId: string, remoteId: string): boolean;
  threadingOf(messageId: string): Threading;
  /** The conversation that holds, or is referred to by a message that names, one of these remote ids. */
  findByRemoteIds(inboxId: string, remoteIds: readonly string[]): string | null;
  findByThreadId(inboxId: string, threadId: string): string | null;
  /** The newest conversation with this customer under this bare subject, active after `since`. */
  findBySubject(inboxId: string, customerAddress: string, bareSubject: string, since: number): string | null;
  save(conversation: Conversation, bareSubject: string): void;
  addMessage(inboxId: string, message: Message, threading: Threading): void;
  /** Takes out a message that was never said. */
  removeMessage(inboxId: string, remoteId: string): void;
  /** The same message at another time of its thread. */
  moveMessage(inboxId: string, remoteId: string, sentAt: number): void;
  /** The same message under the name the inbox gave it. */
  renameMessage(inboxId: string, remoteId: string, newRemoteId: string): void;
};

/** A question of a customer, as the newest draft for its message has it. */
export type RecentAsk = Pick<Ask, 'text' | 'context'> & {
  readonly conversationId: string;
  /** When the customer wrote it, ms UTC. */
  readonly askedAt: number;
  readonly customerName: string;
  readonly customerAddress: string;
};

export type AskWithoutAnswer = Pick<Ask, 'text' | 'context'> & {
  readonly draftId: string;
  readonly conversationId: string;
  readonly messageId: string;
  /** Its place among the asks of the draft. */
  readonly ask: number;
  readonly silence: SilenceReason;
  /** When the customer wrote it, ms UTC. */
  readonly askedAt: number;
  readonly customerName: string;
  readonly customerAddress: string;
};

/** An entry or learned item that answers one ask of an open draft. */
export type UsedPassage = {
  readonly draftId: string;
  readonly channel: Channel;
  /** The ask with what was said around it. */
  readonly context: string;
  readonly ownerId: string;
  /** For a learned item: the entry it corrects. */
  readonly correctsEntryId: string | null;
  readonly isPicked: boolean;
};

/** What an open draft was asked, and which entries and learned items it names, used or near. */
export type OpenDraft = Pick<Draft, 'id' | 'conversationId' | 'asks'> & { readonly names: readonly string[] };

/** Drafts are written once; only their state changes. */
export type DraftRepository = {
  add(draft: Draft): void;
  /** Errors: `not_found`. */
  get(draftId: string): Draft;
  /** Null where there is none. */
  find(draftId: string): Draft | null;
  /** The newest draft, if it is open or stale; null where there is none or a person has dealt with it. */
  current(conversationId: string): Draft | null;
  /** The newest draft in whatever state; null where there is none. */
  newest(conversationId: string): Draft | null;
  setState(draftId: string, state: Draft['state']): void;
  /** Opens the newest draft of a conversation again if it was discarded. */
  reopenLatest(conversationId: string): void;
  /** Ids of open drafts whose answers are one of these owners, or correct one of them. */
  openUsing(ownerIds: readonly string[]): readonly string[];
  /** What the answers of a store's open drafts are made of. */
  usedByOpen(storeId: string): readonly UsedPassage[];
  /** When the oldest open draft was made, ms UTC; null: none is open. */
  oldestOpenAt(): number | null;
  openOfStore(storeId: string): readonly Draft[];
  /** The same without what they say. */
  openAsks(storeId: string): readonly OpenDraft[];
  /** Newest first, in whatever state. */
  ofConversation(conversationId: string): readonly Draft[];
  /** What was asked of a store and its newest draft for that message has no passage for; newest first. */
  asksWithoutAnswer(storeId: string, limit: number): readonly AskWithoutAnswer[];
  /** Drafts one of whose asks this owner answers, made from then on (ms UTC), newest first. */
  answeredBy(ownerId: string, since: number): ReadonlyArray<Pick<Draft, 'id' | 'conversationId' | 'createdAt'>>;
  /** What was asked of a store, newest first. */
  recentAsks(storeId: string, limit: number): readonly RecentAsk[];
  /** Unanswered conversations whose last customer message has no draft, who waits longest first. */
  conversationsToDraft(limit: number): readonly string[];
};

export type OutboxRepository = {
  add(item: OutboxItem): void;
  /** Errors: `not_found`. */
  get(outboxId: string): OutboxItem;
  save(item: OutboxItem): void;
  ofConversation(conversationId: string): readonly OutboxItem[];
  /** Everything not sent or cancelled, oldest first. */
  pending(): readonly OutboxItem[];
  /** What has left by an inbox since then (ms UTC), newest first. */
  sentSince(inboxId: string, since: number): readonly OutboxItem[];
};

export type OutcomeQuery = {
  readonly storeId: string;
  readonly from: number;
  readonly to: number;
  readonly act?: Outcome['act'] | undefined;
};

/** Append-only. */
export type OutcomeRepository = {
  append(outcome: Outcome): void;
  /** Null where there is none. The outcome of a reply bears the id of its outbox item. */
  find(outcomeId: string): Outcome | null;
  /** Newest first. */
  list(query: OutcomeQuery, limit: number): readonly Outcome[];
  /** Of a store, all that ever were. */
  count(storeId: string): number;
};
