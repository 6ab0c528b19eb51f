import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import { type SaidPage, replySender } from '../helpdesk/reply-sender.ts';
import { keyOf, roleOf, textOf } from './read-comment.ts';
import { zendeskHtml } from './reply-html.ts';
import { type ZendeskApi, nextCursor } from './zendesk-api.ts';
import type { ZendeskTicket } from './zendesk-shapes.ts';

/** Bytes of a comment; Zendesk cuts a longer one off without a word. */
const mostBytes = 64_000;
/** How far a server's clock may be off. */
const graceMs = 10 * 60_000;

/**
 * `lookedAt`: the ticket as it was before its thread was last read, once. A reply is taken only if nothing has happened
 * since then, to the second.
 */
export function zendeskSender(
  api: ZendeskApi,
  now: () => number,
  lookedAt: (threadId: string) => ZendeskTicket | null,
): Pick<InboxConnector, 'send' | 'findSent'> {
  return replySender({
    now,
    async post(threadId, reply, signal, onLeaving) {
      const ticket = lookedAt(threadId) ?? (await api.ticket(threadId, signal)).ticket;
      const html_body = answerable(ticket, zendeskHtml(reply.body));
      const uploads: string[] = [];
      for (const file of reply.files) uploads.push(await api.upload(file, signal));
      const comment = { html_body, public: true, ...(uploads.length === 0 ? {} : { uploads }) };
      const metadata = { deskside_reply: reply.remoteId };
      const safety = { safe_update: true, updated_stamp: ticket.updated_at } as const;
      const { audit } = await api.update(threadId, { comment, metadata, ...safety }, false, signal, onLeaving);
      const made = audit.events.find((event) => event.type === 'Comment');
      if (made !== undefined) return String(made.id);
      throw new AppError('send_uncertain', 'Zendesk has updated the ticket but names no comment');
    },
    said: (threadId, reply, signal) => said(api, threadId, reply, signal),
  });
}

/** The reply, where the ticket takes it. Errors: `refused_by_server`. */
function answerable(ticket: ZendeskTicket, html: string): string {
  if (ticket.status === 'closed') throw refusal('A closed ticket takes no more replies');
  // Its words go through the Conversations API, with keys of its own; a comment is not documented to arrive.
  if (ticket.from_messaging_channel === true) throw refusal('A messaging conversation takes no replies from outside');
  if (Buffer.byteLength(html) > mostBytes) throw refusal('The reply is longer than a comment may be');
  return html;
}

function refusal(reason: string): AppError {
  return new AppError('refused_by_server', reason, { detail: { reason } });
}

async function* said(
  api: ZendeskApi,
  threadId: string,
  reply: OutgoingReply,
  signal: AbortSignal,
): AsyncGenerator<SaidPage> {
  for (let after: string | null = null; ;) {
    const { body, serverTime } = await api.comments(threadId, after, signal);
    const users = new Map((body.users ?? []).map((user) => [user.id, user]));
    const words = body.comments
      .filter((comment) => comment.public && (keyOf(comment) !== null || roleOf(comment, null, users) === 'agent'))
      .map((comment) => ({
        id: String(comment.id),
        text: textOf(comment),
        sentAt: Date.parse(comment.created_at),
        key: keyOf(comment),
      }));
    yield { words, serverTime };
    const oldest = Math.min(...body.comments.map((comment) => Date.parse(comment.created_at)));
    after = nextCursor(body.meta);
    if (after === null || oldest < reply.writtenAt - graceMs) return;
  }
}
