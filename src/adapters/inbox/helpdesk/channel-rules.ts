import type { ReplyRules } from '#core/ports/inbox-connector.ts';
import type { Channel } from '#shared/model/conversation.ts';
import type { FileRules } from '#shared/model/reply-file.ts';

const hour = 3_600_000;

/** What channels take, whichever helpdesk stands before them (Chatwoot's limits; Meta's 24 hours). */
const rules: Partial<Record<Channel, Pick<ReplyRules, 'maxLength' | 'windowMs'>>> = {
  email: { maxLength: 25_000, windowMs: null },
  whatsapp: { maxLength: 4_096, windowMs: 24 * hour },
  instagram: { maxLength: 1_000, windowMs: 24 * hour },
  facebook: { maxLength: 2_000, windowMs: 24 * hour },
  tiktok: { maxLength: 950, windowMs: 48 * hour },
  line: { maxLength: 2_000, windowMs: null },
};

/**
 * Channels on which every file of a reply is known to arrive. Messengers take one file a message and pass over the
 * others (Chatwoot's services send the first attachment), each with kinds and sizes of its own.
 */
const carriers: ReadonlySet<Channel | null> = new Set<Channel | null>([null, 'email', 'chat']);

/** The rules of a channel; of the helpdesk itself where the channel has none of its own. */
export function channelRules(channel: Channel | null, helpdesk: ReplyRules): ReplyRules {
  const own = channel === null ? undefined : rules[channel];
  const files: FileRules = carriers.has(channel) ? helpdesk.files : { canSend: false, why: 'channel' };
  if (own === undefined) return { ...helpdesk, files };
  return {
    files,
    maxLength: Math.min(own.maxLength, helpdesk.maxLength),
    windowMs: own.windowMs ?? helpdesk.windowMs,
  };
}
