import type { Conversation } from '#shared/model/conversation.ts';

/** What the agent called a copied conversation; empty where it has no name yet. `inboxName`: the place that is none. */
export function labelOf(
  { customerName, customerAddress }: Pick<Conversation, 'customerName' | 'customerAddress'>,
  inboxName: string,
): string {
  const place = customerAddress === inboxName ? '' : customerAddress;
  const parts = place.includes('@') ? [customerName, place] : [place, customerName];
  return parts.filter((part) => part !== '').join(' · ');
}
