import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { Assignee, HelpdeskThread, ThreadStatus } from '../model/helpdesk.ts';
import { request } from './definition.ts';

const OfConversation = z.object({ conversationId: Id });

/** A thread as its helpdesk has it now, and the agents it can be given to, by name. */
export const HelpdeskView = z.object({ thread: HelpdeskThread, assignees: z.array(Assignee) });
export type HelpdeskView = z.infer<typeof HelpdeskView>;

/**
 * What a helpdesk offers of a conversation beside its messages. All ask the server. Errors: those of the connector,
 * and `unsupported` where the inbox is no helpdesk (`Thread.helpdesk` is null).
 */
export const helpdeskRequests = {
  'helpdesk.read': request(OfConversation, HelpdeskView),
  /** A note the customer never sees. Error: `send_uncertain` where nobody can say whether it stands there. */
  'helpdesk.note': request(OfConversation.extend({ text: z.string().trim().min(1).max(20_000) }), z.object({})),
  'helpdesk.setStatus': request(OfConversation.extend({ status: ThreadStatus }), HelpdeskThread),
  /** Null takes it from whoever has it. */
  'helpdesk.assign': request(OfConversation.extend({ assigneeId: z.string().min(1).nullable() }), HelpdeskThread),
  /** These and no others. */
  'helpdesk.setTags': request(
    OfConversation.extend({ tags: z.array(z.string().trim().min(1).max(120)).max(100) }),
    HelpdeskThread,
  ),
};
