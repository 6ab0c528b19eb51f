import type { InboxConnector } from '../ports/inbox-connector.ts';
import { type SyncDeps, syncInbox } from './sync-inbox.ts';
import { takeMessages } from './take-messages.ts';

/** A word may be written down by the far side a while after the time it bears. */
const graceMs = 10 * 60_000;

/**
 * Takes in what has come into a conversation since it was last read: its thread alone where the inbox can be asked for
 * it, else everything new. Errors: those of the connector.
 */
export async function readAgain(
  deps: SyncDeps,
  conversationId: string,
  connector: InboxConnector,
  signal: AbortSignal,
): Promise<void> {
  const { inboxId, customerAddress } = deps.conversations.get(conversationId);
  const inbox = deps.inboxes.get(inboxId);
  const messages = deps.conversations.messages(conversationId);
  const last = messages.at(-1);
  const threadId = last === undefined ? null : deps.conversations.threadingOf(last.id).threadId;
  if (connector.readThread === null) {
    await syncInbox(deps, inbox, connector, signal);
    return;
  }
  // By the far side's clock: a customer's message bears it, the desk's own replies do not.
  const asked = messages.findLast((message) => message.role === 'customer')?.sentAt ?? graceMs;
  const read = await connector.readThread({ threadId, customerAddress }, asked - graceMs, signal);
  const { changed } = deps.transaction(() => takeMessages(deps, inbox, read));
  for (const id of changed) deps.emit('conversation.changed', { conversationId: id });
}
