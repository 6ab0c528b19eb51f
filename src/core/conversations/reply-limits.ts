import type { Conversation, Message, ReplyLimits } from '#shared/model/conversation.ts';
import type { InboxTraits } from '../ports/inbox-connector.ts';

/** What a reply to this conversation must keep to now; `messages` oldest first. */
export function replyLimitsOf(
  inbox: Pick<InboxTraits, 'replyRules'>,
  conversation: Conversation,
  messages: readonly Message[],
): ReplyLimits {
  const { maxLength, windowMs, files } = inbox.replyRules(conversation.channel);
  const last = messages.findLast((message) => message.role === 'customer');
  return { maxLength, closesAt: windowMs === null || last === undefined ? null : last.sentAt + windowMs, files };
}
