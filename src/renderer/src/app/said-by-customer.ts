import type { Thread } from '#shared/contract/conversation.ts';

/** What the customer wrote or is called: a variable that stands in it is quoted. */
export function saidByCustomer({ conversation, messages }: Thread): readonly string[] {
  return [conversation.customerName, ...messages.flatMap(({ role, text }) => (role === 'customer' ? [text] : []))];
}
