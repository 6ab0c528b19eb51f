import type { TakenCopy } from '#shared/contract/panel.ts';
import { AppError } from '#shared/errors.ts';
import type { Language } from '#shared/model/basics.ts';
import type { Conversation } from '#shared/model/conversation.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { isCourtesy } from '../conversations/courtesy.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import type { IncomingMessage } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type TakeDeps, takeMessages } from './take-messages.ts';

export type TakeCopiedDeps = TakeDeps &
  Pick<Database, 'transaction' | 'inboxes' | 'stores'> & {
    /** Ends a reply's time for second thoughts. Does not throw for what the inbox does. */
    readonly deliverNow: (item: OutboxItem) => Promise<unknown>;
  };

export type TakeCopiedInput = {
  readonly storeId: string;
  /** The conversation it goes on; null begins one, and so does one that is gone or not of this kind. */
  readonly conversationId: string | null;
  /** Else a text in another language than that conversation begins one: it is somebody else's. */
  readonly inAnyLanguage: boolean;
  readonly text: string;
  /** Takes it also where it is known or the desk's own reply. */
  readonly insists: boolean;
  /** What the store's inbox of copied conversations is called, should it have to be made. */
  readonly inboxName: string;
};

/** A longer text is a document that somebody has copied, not a customer's message. */
const maxLength = 20_000;
/** A text copied again within this time is the same message, copied twice. */
const twiceWithinMs = 10 * 60_000;
/** Conversations among which the newest reply is looked for. */
const recentCount = 20;

/**
 * Takes a text that a person copied in another program as a customer's message, in a conversation of the store's
 * clipboard inbox. Errors: `invalid_input` with the reason `no_text` or `too_long`.
 */
export async function takeCopied(deps: TakeCopiedDeps, input: TakeCopiedInput): Promise<TakenCopy> {
  const text = copiedText(input.text);
  deps.stores.get(input.storeId);
  const inbox = clipboardInboxOf(deps, input.storeId);
  const target = inbox === null ? null : targetOf(deps, inbox, input, text);
  const met = inbox === null || input.insists ? null : metBefore(deps, inbox, target, text);
  if (met !== null) return met;
  // The customer has answered it: the reply is out. Left waiting, it would be held because the thread moved on.
  for (const item of target === null ? [] : deps.outbox.ofConversation(target.id))
    if (item.state === 'waiting') await deps.deliverNow(item);
  const home = inbox ?? madeInbox(deps, input);
  const message = asIncoming(deps, home, target, text);
  const conversationId = deps.transaction(() => [...takeMessages(deps, home, [message]).changed][0]);
  if (conversationId === undefined) throw new AppError('internal', 'The copied text has come to no conversation');
  deps.emit('conversation.changed', { conversationId });
  return { conversationId, what: 'taken' };
}

/** The store's inbox of copied conversations; null where nothing was copied yet. */
function clipboardInboxOf(deps: Pick<TakeCopiedDeps, 'inboxes'>, storeId: string): Inbox | null {
  return deps.inboxes.list(storeId).find((inbox) => inbox.settings.kind === 'clipboard') ?? null;
}

function madeInbox(deps: TakeCopiedDeps, { storeId, inboxName }: TakeCopiedInput): Inbox {
  const settings = { kind: 'clipboard' } as const;
  const inbox = deps.inboxes.add({
    id: deps.ids.newId(),
    storeId,
    name: inboxName,
    settings,
    createdAt: deps.clock.now(),
  });
  deps.emit('inbox.stateChanged', { inboxId: inbox.id });
  return inbox;
}

/** The text as it is kept: line ends alike, without what no eye sees. */
function copiedText(raw: string): string {
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\uFEFF/gu, '')
    .toWellFormed()
    .trim();
  if (text === '')
    throw new AppError('invalid_input', 'What was copied holds no text', { detail: { reason: 'no_text' } });
  if (text.length > maxLength)
    throw new AppError('invalid_input', `What was copied is longer than ${maxLength} characters`, {
      detail: { reason: 'too_long', maxLength },
    });
  return text;
}

function targetOf(
  deps: TakeCopiedDeps,
  inbox: Inbox,
  { conversationId, inAnyLanguage }: TakeCopiedInput,
  text: string,
): Conversation | null {
  const known = conversationId === null ? null : deps.conversations.find(conversationId);
  if (known?.inboxId !== inbox.id) return null;
  return inAnyLanguage || mayBeOf(known.language, text) ? known : null;
}

/** Whether somebody who writes in this language may have written the text: "OK" is said in all of them. */
function mayBeOf(known: Language, text: string): boolean {
  const language = detectLanguage(text);
  return known === 'und' || language === 'und' || language === known || isCourtesy(text);
}

/** Where the text stands already: a reply of ours, or the message that was copied a moment ago. */
function metBefore(deps: TakeCopiedDeps, inbox: Inbox, target: Conversation | null, text: string): TakenCopy | null {
  const recent = deps.conversations.list({ inboxId: inbox.id, offset: 0, limit: recentCount }).items;
  const own = ownReplies(deps, recent, target).find((item) => saysTheSame(item.body, text));
  if (own !== undefined) return { conversationId: own.conversationId, what: 'own' };
  const place = target ?? recent[0];
  const last = place === undefined ? undefined : deps.conversations.messages(place.id).at(-1);
  const isTwice =
    last?.role === 'customer' &&
    saysTheSame(last.text, text) &&
    deps.clock.now() - last.sentAt < twiceWithinMs &&
    // An answer on its way stands after it: then the customer has said it once more.
    !deps.outbox
      .ofConversation(last.conversationId)
      .some((item) => item.state !== 'cancelled' && item.createdAt >= last.sentAt);
  return isTwice ? { conversationId: last.conversationId, what: 'known' } : null;
}

/** All replies of the conversation one is in, and the newest of all: that one the desk left on the clipboard last. */
function ownReplies(
  deps: TakeCopiedDeps,
  recent: readonly Conversation[],
  target: Conversation | null,
): readonly OutboxItem[] {
  const ofTarget = target === null ? [] : deps.outbox.ofConversation(target.id);
  const all = recent.flatMap(({ id }) => deps.outbox.ofConversation(id));
  const newest = all.reduce<OutboxItem | null>(
    (last, item) => (last === null || item.createdAt > last.createdAt ? item : last),
    null,
  );
  return newest === null ? ofTarget : [...ofTarget, newest];
}

/** A chat may set other spaces and line breaks around the same words. */
function saysTheSame(a: string, b: string): boolean {
  const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
  return bare(a) === bare(b);
}

function asIncoming(deps: TakeCopiedDeps, inbox: Inbox, target: Conversation | null, text: string): IncomingMessage {
  const first = target === null ? undefined : deps.conversations.messages(target.id)[0];
  const threadId = first === undefined ? null : deps.conversations.threadingOf(first.id).threadId;
  // Nobody's address: with an empty one the orders of every customer without an address would be theirs.
  const customerAddress = target?.customerAddress ?? inbox.name;
  const customerName = target?.customerName ?? '';
  return {
    remoteId: `copied-${deps.ids.newId()}`,
    references: [],
    threadId: threadId ?? `copied-${deps.ids.newId()}`,
    role: 'customer',
    authorName: customerName,
    authorAddress: customerAddress,
    customerAddress,
    customerName,
    subject: '',
    text,
    attachments: [],
    automatic: null,
    channel: 'chat',
    sentAt: deps.clock.now(),
  };
}
