import type { Glosses } from '#core/ports/glosses.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import type { ShopConnector } from '#core/ports/shop.ts';
import { takeMessages } from '#core/inbox/take-messages.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { priorModel } from '#core/retrieval/store-model.ts';
import type { EmitEvent, EventName } from '#shared/contract/events.ts';
import type { Conversation } from '#shared/model/conversation.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import { type KnowledgeContent, type KnowledgeEntry, type KnowledgePlace, unlimited } from '#shared/model/knowledge.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import { newId, openDesk } from '#test/adapters/sqlite/desk.ts';
import { type FakeEmbedder, fakeEmbedder } from './fake-embedder.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';

export const noon = Date.UTC(2026, 2, 10, 12);

export const deskSettings: StoreSettings = {
  name: 'North',
  language: 'en',
  greeting: { en: 'Hello {name},', zh: '{name}您好，', ja: '{name} 様\n\nお問い合わせありがとうございます。' },
  greetingUnnamed: { en: 'Hello,', zh: '您好，', ja: 'お問い合わせありがとうございます。' },
  closing: { en: 'Happy brewing!', zh: '祝您喝茶愉快！', ja: '今後ともよろしくお願いいたします。' },
  signature: { en: 'The Kettle Shop of Leeds', zh: '水壶店', ja: 'やかん店' },
};

/** A desk on a real database in memory, with a clock that the test moves and an embedder that needs no model. */
export function coreDesk(settings: StoreSettings = deskSettings, file = ':memory:') {
  const db = openDesk(file);
  const time = { now: noon };
  const events: Array<{ readonly name: EventName; readonly payload: unknown }> = [];
  const emit: EmitEvent = (name, payload) => void events.push({ name, payload });
  const embedder: FakeEmbedder = fakeEmbedder();
  const storeId = db.stores.add({ id: newId(), versionId: newId(), settings, at: 1 }).id;
  const inbox = db.inboxes.add({ id: newId(), storeId, name: 'Mail', settings: { kind: 'sample' }, createdAt: 1 });
  const ada = { id: newId(), name: 'Ada', role: 'owner', state: 'active', createdAt: 1 } as const;
  db.profiles.add(ada);
  /** Who works at the desk. */
  const present = { profileId: ada.id as string | null };
  const deps = {
    ...db,
    clock: { now: () => time.now },
    ids: { newId },
    person: () => 'Ada',
    profileId: (): string | null => present.profileId,
    emit,
    embedder: () => embedder,
    modelOf: () => priorModel,
    glosses: null as Glosses | null,
    passTurn: () => Promise.resolve(),
    undoMs: 0,
    shopOf: async (): Promise<ShopConnector | null> => null,
    timeLimit: (): AbortSignal => new AbortController().signal,
    readAgain: async () => undefined as void,
    inboxFor: () => ({
      capabilities: { provesUnsent: false, canWatch: false },
      replyRules: () => ({ maxLength: 25_000, windowMs: null, files: deskFileRules }),
      helpdesk: null,
      newRemoteId: () => `reply-${newId()}`,
    }),
  };
  return { db, deps, present, time, events, embedder, storeId, inbox };
}

export type CoreDesk = ReturnType<typeof coreDesk>;

/** A customer's mail as an inbox gives it. */
export function incoming(over: Partial<IncomingMessage> = {}): IncomingMessage {
  return {
    remoteId: `mail-${newId()}`,
    references: [],
    threadId: null,
    role: 'customer',
    authorName: 'Marta',
    authorAddress: 'marta@example.com',
    customerAddress: 'marta@example.com',
    customerName: 'Marta',
    subject: 'A question',
    text: 'How long does delivery to Norway take?',
    attachments: [],
    automatic: null,
    channel: 'email',
    sentAt: noon - 60_000,
    ...over,
  };
}

/** Takes messages in as one page of a pull; returns the conversation of the last. */
export function take(desk: CoreDesk, ...messages: readonly IncomingMessage[]): Conversation {
  desk.db.transaction(() => takeMessages(desk.deps, desk.inbox, messages));
  return conversationOf(desk, messages.at(-1)?.remoteId ?? '');
}

/** The conversation that holds a message. */
export function conversationOf(desk: { readonly db: Database; readonly inbox: Inbox }, remoteId: string): Conversation {
  return desk.db.conversations.get(desk.db.conversations.findByRemoteIds(desk.inbox.id, [remoteId]) ?? '');
}

/** Adds a question and its answer, embedded; the store's own where no place is given. */
export async function teach(
  desk: CoreDesk,
  question: string,
  answer: string,
  over: Partial<KnowledgeContent> = {},
  place?: KnowledgePlace,
): Promise<KnowledgeEntry> {
  const content: KnowledgeContent = {
    kind: 'pair',
    question,
    answer,
    topic: null,
    scope: [],
    language: 'en',
    ...unlimited,
    ...over,
  };
  return saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: null, content, place });
}

/** The id of the newest message of a conversation: the last one an agent who looks now has seen. */
export function lastMessageId(desk: CoreDesk, conversationId: string): string {
  return desk.db.conversations.messages(conversationId).at(-1)?.id ?? '';
}
