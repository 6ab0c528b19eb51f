import type { OutcomeRepository } from '#core/ports/repositories/conversations.ts';
import { Outcome } from '#shared/model/outcome.ts';
import type { Connection } from './connection.ts';

type OutcomeRow = {
  id: string;
  store_id: string;
  profile_id: string | null;
  conversation_id: string;
  draft_id: string | null;
  act: Outcome['act'];
  draft_text: string;
  sent_text: string;
  kept_share: number | null;
  confidence: number | null;
  reason: Outcome['reason'];
  waited_ms: number;
  unsupported: string | null;
  created_at: number;
};

/** What people did with conversations, of one database. Append-only by trigger. */
export function outcomeRepository(connection: Connection, deskId: string): OutcomeRepository {
  const insert = connection.prepare(`
    INSERT INTO outcome (id, origin_desk, store_id, profile_id, conversation_id, draft_id, act, draft_text, sent_text, kept_share,
      confidence, reason, waited_ms, unsupported, created_at)
    VALUES (@id, @deskId, @storeId, @profileId, @conversationId, @draftId, @act, @draftText, @sentText, @keptShare,
      @confidence, @reason, @waitedMs, @unsupported, @createdAt)`);
  const one = connection.prepare<OutcomeRow>('SELECT * FROM outcome WHERE id = ?');
  const list = connection.prepare<OutcomeRow>(`
    SELECT * FROM outcome
     WHERE store_id = @storeId AND created_at >= @from AND created_at <= @to AND (@act IS NULL OR act = @act)
     ORDER BY created_at DESC, id DESC LIMIT @limit`);
  const count = connection.prepare<{ count: number }>('SELECT COUNT(*) AS count FROM outcome WHERE store_id = ?');

  return {
    append: (outcome) => {
      insert.run({ ...outcome, deskId, unsupported: outcome.unsupported ? JSON.stringify(outcome.unsupported) : null });
    },
    find: (outcomeId) => {
      const row = one.get(outcomeId);
      return row === undefined ? null : outcomeOf(row);
    },
    list: (query, limit) => list.all({ ...query, act: query.act ?? null, limit }).map(outcomeOf),
    count: (storeId) => count.get(storeId)?.count ?? 0,
  };
}

function outcomeOf(row: OutcomeRow): Outcome {
  return {
    id: row.id,
    storeId: row.store_id,
    profileId: row.profile_id,
    conversationId: row.conversation_id,
    draftId: row.draft_id,
    act: row.act,
    draftText: row.draft_text,
    sentText: row.sent_text,
    keptShare: row.kept_share,
    confidence: row.confidence,
    reason: row.reason,
    waitedMs: row.waited_ms,
    unsupported: row.unsupported === null ? null : Outcome.shape.unsupported.parse(JSON.parse(row.unsupported)),
    createdAt: row.created_at,
  };
}
