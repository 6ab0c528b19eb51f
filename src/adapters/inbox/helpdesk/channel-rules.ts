import type { ReplyRules } from '#core/ports/inbox-connector.ts';
import type { Channel } from '#shared/model/conversation.ts';

const hour = 3_600_000;

/** What channels take, whichever helpdesk stands before them (Chatwoot's limits; Meta's 24 hours). */
const rules: Partial<Record<Channel, ReplyRules>> = {
  email: { maxLength: 25_000, windowMs: null },
  whatsapp: { maxLength: 4_096, windowMs: 24 * hour },
  instagram: { maxLength: 1_000, windowMs: 24 * hour },
  facebook: { maxLength: 2_000, windowMs: 24 * hour },
  tiktok: { maxLength: 950, windowMs: 48 * hour },
  line: { maxLength: 2_000, windowMs: null },
};

/** The rules of a channel; of the helpdesk itself where the channel has none of its own. */
export function channelRules(channel: Channel | null, helpdesk: ReplyRules): ReplyRules {
  const own = channel === null ? undefined : rules[channel];
  if (own === undefined) return helpdesk;
  return { maxLength: Math.min(own.maxLength, helpdesk.maxLength), windowMs: own.windowMs ?? helpdesk.windowMs };
}
