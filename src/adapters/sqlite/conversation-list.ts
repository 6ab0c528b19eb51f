import type { ConversationQuery, ConversationRepository } from '#core/ports/repositories/conversations.ts';
import type { DraftState } from '#shared/model/conversation.ts';
import type { Connection, Statement } from './connection.ts';
import {
  type ConversationColumns,
  conversationColumns,
  conversationRowOf,
  draftStateColumn,
} from './conversation-columns.ts';
import { foldedText } from './folded-text.ts';

type Row = ConversationColumns & { draft: DraftState };
type Place = 'all' | 'store' | 'inbox';
type Order = 'none' | 'wait' | 'leaving' | 'age';
type Listing = { readonly page: Statement<Row>; readonly total: Statement<{ total: number }> };
type Values = ReturnType<typeof valuesOf>;

const byWait = 'waiting_since, id';
const byAge = 'last_message_at DESC, id DESC';

/** The list of conversations: a statement for each shape of the question, so that each is served by its index. */
export function conversationList(connection: Connection): ConversationRepository['list'] {
  const listings = new Map<string, Listing>();
  const leaving = new Map<Place, Listing>();
  for (const place of ['all', 'store', 'inbox'] as const) {
    leaving.set(place, leavingListing(connection, place));
    for (const order of ['none', 'wait', 'leaving', 'age'] as const) {
      listings.set(`${place} ${order}`, listing(connection, place, order));
    }
  }
  return (query) => {
    const place = placeOf(query);
    const chosen = listings.get(`${place} ${orderOf(query)}`);
    const values = valuesOf(query);
    const first = query.status === 'answered' ? pageOf(leaving.get(place), values) : { rows: [], total: 0 };
    const rest = {
      ...values,
      offset: Math.max(0, values.offset - first.total),
      limit: values.limit - first.rows.length,
    };
    return {
      items: [...first.rows, ...(chosen?.page.all(rest) ?? [])].map(conversationRowOf),
      total: chosen?.total.get(values)?.total ?? 0,
    };
  };
}

function valuesOf(query: ConversationQuery) {
  return {
    storeId: query.storeId ?? null,
    inboxId: query.inboxId ?? null,
    status: query.status ?? null,
    text: foldedText(query.text ?? ''),
    offset: query.offset,
    limit: query.limit,
  };
}

function pageOf(
  listing: Listing | undefined,
  values: Values,
): { readonly rows: readonly Row[]; readonly total: number } {
  return { rows: listing?.page.all(values) ?? [], total: listing?.total.get(values)?.total ?? 0 };
}

function placeOf({ storeId, inboxId }: ConversationQuery): Place {
  if (inboxId !== undefined) return 'inbox';
  return storeId === undefined ? 'all' : 'store';
}

function orderOf({ status }: ConversationQuery): Order {
  if (status === undefined) return 'none';
  if (status === 'unanswered') return 'wait';
  return status === 'answered' ? 'leaving' : 'age';
}

const within: Readonly<Record<Place, string>> = {
  all: 'TRUE',
  store: 'store_id = @storeId',
  inbox: 'inbox_id = @inboxId AND (@storeId IS NULL OR store_id = @storeId)',
};

// instr, not LIKE: nothing in the text is a wildcard, and both sides are folded already.
const isFound = `(@text = '' OR instr(search_text, @text) > 0)`;

/** Few at any time, and an index of their own. */
const leavingItem = `outbox_item INDEXED BY outbox_item_pending WHERE state NOT IN ('sent', 'cancelled')`;

/** Answered conversations whose reply has not left: they stand first, those that need a person before those that wait. */
function leavingListing(connection: Connection, place: Place): Listing {
  const from = `
      FROM (SELECT conversation_id, max(state = 'failed') AS needs_person, min(created_at) AS accepted_at
              FROM ${leavingItem} GROUP BY conversation_id) o
     CROSS JOIN conversation c ON c.id = o.conversation_id
     WHERE ${within[place]} AND status = @status AND ${isFound}`;
  return {
    page: connection.prepare<Row>(`
      SELECT ${conversationColumns}, ${draftStateColumn} ${from}
       ORDER BY needs_person DESC, accepted_at, c.id LIMIT @limit OFFSET @offset`),
    total: connection.prepare<{ total: number }>(`SELECT count(*) AS total ${from}`),
  };
}

function listing(connection: Connection, place: Place, order: Order): Listing {
  const status = order === 'none' ? 'TRUE' : 'status = @status';
  const where = `WHERE ${within[place]} AND ${status} AND ${isFound}`;
  // They have been listed before.
  const isOther = order === 'leaving' ? `AND id NOT IN (SELECT conversation_id FROM ${leavingItem})` : '';
  const sorting = order === 'wait' ? byWait : byAge;
  // The page first, so that the draft's state is looked up for its rows only.
  return {
    page: connection.prepare<Row>(`
      SELECT ${conversationColumns}, ${draftStateColumn}
        FROM (SELECT * FROM conversation ${where} ${isOther} ORDER BY ${sorting} LIMIT @limit OFFSET @offset) c
       ORDER BY ${sorting}`),
    total: connection.prepare<{ total: number }>(`SELECT count(*) AS total FROM conversation ${where}`),
  };
}
