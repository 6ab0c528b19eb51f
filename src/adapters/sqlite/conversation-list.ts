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
type Listing = { readonly page: Statement<Row>; readonly total: Statement<{ total: number }> };

const byWait = 'waiting_since, id';
const byAge = 'last_message_at DESC, id DESC';

/** The list of conversations: a statement for each shape of the question, so that each is served by its index. */
export function conversationList(connection: Connection): ConversationRepository['list'] {
  const listings = new Map<string, Listing>();
  for (const place of ['all', 'store', 'inbox'] as const) {
    for (const order of ['none', 'age', 'wait'] as const) {
      listings.set(`${place} ${order}`, listing(connection, place, order));
    }
  }
  return (query) => {
    const chosen = listings.get(`${placeOf(query)} ${orderOf(query)}`);
    const values = {
      storeId: query.storeId ?? null,
      inboxId: query.inboxId ?? null,
      status: query.status ?? null,
      text: foldedText(query.text ?? ''),
      offset: query.offset,
      limit: query.limit,
    };
    return {
      items: chosen?.page.all(values).map(conversationRowOf) ?? [],
      total: chosen?.total.get(values)?.total ?? 0,
    };
  };
}

function placeOf({ storeId, inboxId }: ConversationQuery): Place {
  if (inboxId !== undefined) return 'inbox';
  return storeId === undefined ? 'all' : 'store';
}

function orderOf({ status }: ConversationQuery): 'none' | 'age' | 'wait' {
  if (status === undefined) return 'none';
  return status === 'unanswered' ? 'wait' : 'age';
}

const within: Readonly<Record<Place, string>> = {
  all: 'TRUE',
  store: 'store_id = @storeId',
  inbox: 'inbox_id = @inboxId AND (@storeId IS NULL OR store_id = @storeId)',
};

function listing(connection: Connection, place: Place, order: 'none' | 'age' | 'wait'): Listing {
  const status = order === 'none' ? 'TRUE' : 'status = @status';
  // instr, not LIKE: nothing in the text is a wildcard, and both sides are folded already.
  const where = `WHERE ${within[place]} AND ${status} AND (@text = '' OR instr(search_text, @text) > 0)`;
  const sorting = order === 'wait' ? byWait : byAge;
  // The page first, so that the draft's state is looked up for its rows only.
  return {
    page: connection.prepare<Row>(`
      SELECT ${conversationColumns}, ${draftStateColumn}
        FROM (SELECT * FROM conversation ${where} ORDER BY ${sorting} LIMIT @limit OFFSET @offset) c
       ORDER BY ${sorting}`),
    total: connection.prepare<{ total: number }>(`SELECT count(*) AS total FROM conversation ${where}`),
  };
}
