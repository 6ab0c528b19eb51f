import type { EmitEvent } from '#shared/contract/events.ts';
import type { Conversation } from '#shared/model/conversation.ts';
import { bareSubjectOf } from '../conversations/fold-messages.ts';
import type { Database } from '../ports/repositories/index.ts';

export type LabelDeps = Pick<Database, 'transaction' | 'conversations' | 'inboxes'> & { readonly emit: EmitEvent };

/**
 * Names who a copied conversation is with, in the agent's own words: `Anna`, `Etsy · Anna`, or `Anna ·
 * anna@example.com`, by which their orders are found. Errors: `not_found`.
 */
export function labelCopied(deps: LabelDeps, conversationId: string, label: string): Conversation {
  const labelled = deps.transaction(() => {
    const conversation = deps.conversations.get(conversationId);
    const inbox = deps.inboxes.get(conversation.inboxId);
    const named = { ...conversation, ...labelParts(label, inbox.name) };
    deps.conversations.save(named, bareSubjectOf(named.subject));
    return named;
  });
  deps.emit('conversation.changed', { conversationId });
  return labelled;
}

const separator = /\s*[·・•|｜]\s*|\s+[-–—]\s+/u;

/** What a label says: the customer's name, and their address or the place where they write, else `nowhere`. */
export function labelParts(label: string, nowhere: string): Pick<Conversation, 'customerName' | 'customerAddress'> {
  const parts = label.split(separator).filter((part) => part !== '');
  const isAddress = (part: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(part);
  const address = parts.find(isAddress)?.toLowerCase();
  const others = parts.filter((part) => !isAddress(part));
  const names = others.length > 1 ? others.slice(1) : others;
  return {
    customerName: names.join(' · '),
    customerAddress: address ?? (others.length > 1 ? (others[0] ?? nowhere) : nowhere),
  };
}
