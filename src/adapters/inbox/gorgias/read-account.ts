import type { IncomingMessage } from '#core/ports/inbox-connector.ts';
import { type GorgiasApi, fullPage } from './gorgias-api.ts';
import { isWanted } from './gorgias-cursor.ts';
import type { GorgiasMessage } from './gorgias-shapes.ts';
import { factsOf, incomingOf, timeOf } from './read-message.ts';

/**
 * A page of the whole account's messages with what their tickets tell of them: two requests for a hundred messages.
 * What belongs to a ticket that is deleted, in the trash, spam or unchanged since `since` (ms UTC) is left out.
 * `done`: conversations that began in it.
 */
export async function readAccount(
  api: GorgiasApi,
  page: readonly GorgiasMessage[],
  { since, now }: { readonly since: number; readonly now: number },
  signal: AbortSignal,
): Promise<{ readonly messages: readonly IncomingMessage[]; readonly done: number }> {
  const ids = [...new Set(page.flatMap((message) => message.ticket_id ?? []))].slice(0, fullPage);
  const listed = ids.length === 0 ? [] : await api.ticketsById(ids, signal);
  const tickets = new Map(listed.filter((ticket) => isWanted(ticket, since)).map((ticket) => [ticket.id, ticket]));
  const oldest = Math.min(...page.flatMap((message) => timeOf(message) ?? []));
  const begun = [...tickets.values()].filter((ticket) => (ticket.created_datetime ?? 0) >= oldest);
  const messages = page.flatMap((message) => {
    const ticket = tickets.get(message.ticket_id ?? 0);
    return ticket === undefined ? [] : (incomingOf(message, ticket.id, factsOf(ticket), now) ?? []);
  });
  return { messages, done: begun.length };
}
