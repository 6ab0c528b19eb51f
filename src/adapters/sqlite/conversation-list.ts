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
type Listing = { readonly page: Statement<Row>; readonly total: Statement<{ total: number }> };

const byWait = 'waiting_since, id';
const byAge = 'last_message_at DESC, id DESC';

/** The list of conversations: a statement for each shape of the question, so that each is served by its index. */
export function conversationList(connection: Connection): ConversationRepository['list'] {
  const listings = new Map<string, Listing>();
  for (const hasStore of [false, true]) {
    for (const order of ['none', 'age', 'wait'] as const) {
      listings.set(`${hasStore} ${order}`, listing(connection, hasStore, order));
    }
  }
  return (query) => {
    const chosen = listings.get(`${query.storeId !== undefined} ${orderOf(query)}`);
    const values = {
      storeId: query.storeId ?? null,
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

function orderOf({ status }: ConversationQuery): 'none' | 'age' | 'wait' {
  if (status === undefined) return 'none';
  return status === 'unanswered' ? 'wait' : 'age';
}

function listing(connection: Connection, hasStore: boolean, order: 'none' | 'age' | 'wait'): Listing {
  const store = hasStore ? 'store_id = @storeId' : 'TRUE';
  const status = order === 'none' ? 'TRUE' : 'status = @status';
  // instr, not LIKE: nothing in the text is a wildcard, and both sides are folded already.
  const where = `WHERE ${store} AND ${status} AND (@text = '' OR instr(search_text, @text) > 0)`;
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
