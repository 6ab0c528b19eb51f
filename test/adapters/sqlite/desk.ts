import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openDatabase } from '#adapters/sqlite/open-database.ts';
import { AppError } from '#shared/errors.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import { type KnowledgeContent, unlimited, writtenHere } from '#shared/model/knowledge.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { StoreSettings } from '#shared/model/store.ts';

/** A new id. */
export const newId = (): string => v7();

/** A folder that is gone after the run of `work`. */
export function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'deskside-sqlite-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a database at the path with a still clock. */
export function openDesk(path = ':memory:', busyTimeoutMs = 50): Database {
  return openDatabase({ path, now: () => 1_000, newId, busyTimeoutMs });
}

/** The AppError the work throws; fails where it throws none. */
export function errorFrom(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

const phrases = { en: '', zh: '', ja: '' };
export const storeSettings: StoreSettings = {
  name: 'North',
  language: 'en',
  greeting: phrases,
  greetingUnnamed: phrases,
  closing: phrases,
  signature: phrases,
};

/** A store; returns its id. */
export function addStore(db: Database): string {
  return db.stores.add({ id: newId(), versionId: newId(), settings: storeSettings, at: 1 }).id;
}

export type Shop = { readonly storeId: string; readonly inboxId: string };

/** A store with one inbox. */
export function addShop(db: Database): Shop {
  const storeId = addStore(db);
  const { id } = db.inboxes.add({ id: newId(), storeId, name: 'Sample', settings: { kind: 'sample' }, createdAt: 1 });
  return { storeId, inboxId: id };
}

/** A conversation without messages, unanswered since 10. */
export function addConversation(db: Database, shop: Shop, over: Partial<Conversation> = {}): Conversation {
  const conversation: Conversation = {
    id: newId(),
    ...shop,
    subject: 'Where is it?',
    customerName: 'Ann',
    customerAddress: 'ann@example.com',
    channel: null,
    language: 'en',
    status: 'unanswered',
    waitingSince: 10,
    lastMessageAt: 10,
    messageCount: 1,
    preview: '',
    ...over,
  };
  db.conversations.save(conversation, conversation.subject.toLowerCase());
  return conversation;
}

/** A customer's message. */
export function addMessage(
  db: Database,
  { id: conversationId, inboxId }: Conversation,
  over: Partial<Message> = {},
  references: readonly string[] = [],
): Message {
  const message: Message = {
    id: newId(),
    conversationId,
    remoteId: newId(),
    role: 'customer',
    authorName: 'Ann',
    authorAddress: 'ann@example.com',
    text: 'Hi',
    question: 'Hi',
    attachments: [],
    automatic: null,
    sentAt: 10,
    ...over,
  };
  db.conversations.addMessage(inboxId, message, { references, threadId: null });
  return message;
}

/** An open draft with an answer. */
export function addDraft(db: Database, { id, conversationId }: Message, over: Partial<Draft> = {}): Draft {
  const draft: Draft = {
    id: newId(),
    conversationId,
    messageId: id,
    state: 'open',
    language: 'en',
    asks: [],
    evidence: [],
    sentences: [{ part: 'answer', text: 'Yes.', lead: '', evidence: null, ask: null }],
    text: 'Yes.',
    confidence: 0.9,
    silence: null,
    learnedItemIds: [],
    embedderId: null,
    createdAt: 20,
    ...over,
  };
  db.drafts.add(draft);
  return draft;
}

/** A reply on its way. */
export function addOutboxItem(db: Database, conversation: Conversation, over: Partial<OutboxItem> = {}): OutboxItem {
  const item: OutboxItem = {
    id: newId(),
    conversationId: conversation.id,
    inboxId: conversation.inboxId,
    draftId: null,
    body: 'Yes.',
    remoteId: newId(),
    state: 'waiting',
    attempts: 0,
    problem: null,
    nextTryAt: null,
    createdAt: 30,
    sentAt: null,
    files: [],
    sentAs: null,
    ...over,
  };
  db.outbox.add(item);
  return item;
}

/** A lesson as it was before anybody had looked at it: for everyone, without limits. */
export const plainLesson = {
  reach: 'everyone',
  type: null,
  scope: [],
  channels: [],
  customerGroup: '',
  supersedesId: null,
  authorId: null,
  isForeign: false,
  confirmedBy: [],
} satisfies Partial<LearnedItem>;

/** What a person did. */
export function anOutcome(storeId: string, over: Partial<Outcome> = {}): Outcome {
  return {
    id: newId(),
    storeId,
    profileId: null,
    conversationId: newId(),
    draftId: null,
    act: 'written',
    draftText: '',
    sentText: 'Yes.',
    keptShare: null,
    confidence: null,
    reason: null,
    waitedMs: 5,
    createdAt: 100,
    ...over,
  };
}

/** An active knowledge entry; returns its id and version id. */
export function addEntry(
  db: Database,
  storeId: string | null,
  over: Partial<KnowledgeContent> = {},
): { readonly id: string; readonly versionId: string } {
  const content: KnowledgeContent = {
    kind: 'pair',
    question: 'How long?',
    answer: 'Two days.',
    topic: null,
    scope: [],
    language: 'en',
    ...unlimited,
    ...over,
  };
  return db.knowledge.add(
    { storeId, setId: null },
    {
      entryId: newId(),
      versionId: newId(),
      state: 'active',
      content,
      source: writtenHere,
      change: { who: '', why: '' },
      at: 1,
    },
  );
}
