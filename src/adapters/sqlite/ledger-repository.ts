import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LedgerRepository } from '#core/ports/repositories/writing.ts';
import { LedgerLine, type ModelUse } from '#shared/model/ledger.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson, jsonOrNull } from './stored-json.ts';

type LineRow = {
  id: string;
  store_id: string | null;
  conversation_id: string | null;
  task: LedgerLine['task'];
  model_id: string;
  model_name: string;
  host: string;
  is_local: number;
  size: number;
  digest: string;
  masked: string;
  state: LedgerLine['state'];
  problem: string | null;
  input_tokens: number | null;
  output_tokens: number | null;
  cost: number | null;
  currency: string | null;
  created_at: number;
  ended_at: number | null;
};

type UseRow = Omit<ModelUse, 'isLocal'> & { isLocal: number };

const Masked = z.record(z.string(), z.number().int());

const columns = `id, store_id, conversation_id, task, model_id, model_name, host, is_local, size, digest, masked, state,
  problem, input_tokens, output_tokens, cost, currency, created_at, ended_at`;

/** The ledger of one database. */
export function ledgerRepository(connection: Connection): LedgerRepository {
  const insert = connection.prepare(`
    INSERT INTO ledger_line (id, store_id, conversation_id, task, model_id, model_name, host, is_local, body, size, digest,
      masked, state, created_at)
    VALUES (@id, @storeId, @conversationId, @task, @modelId, @modelName, @host, @isLocal, @body, @size, @digest,
      @masked, @state, @createdAt)`);
  const end = connection.prepare(`
    UPDATE ledger_line SET state = @state, problem = @problem, input_tokens = @inputTokens,
           output_tokens = @outputTokens, cost = @cost, currency = @currency, ended_at = @endedAt WHERE id = @id`);
  const list = connection.prepare<LineRow>(`
    SELECT ${columns} FROM ledger_line
     WHERE (@storeId IS NULL OR store_id = @storeId) AND (@isLocal IS NULL OR is_local = @isLocal)
       AND (@beforeAt IS NULL OR (created_at, id) < (@beforeAt, @beforeId))
     ORDER BY created_at DESC, id DESC LIMIT @limit`);
  const body = connection.prepare<{ body: Uint8Array | null }>('SELECT body FROM ledger_line WHERE id = ?');
  const uses = connection.prepare<UseRow>(`
    SELECT model_id AS modelId, max(model_name) AS modelName, max(is_local) AS isLocal, count(*) AS calls,
           sum(state IN ('failed', 'cancelled')) AS failed, sum(coalesce(input_tokens, 0)) AS inputTokens,
           sum(coalesce(output_tokens, 0)) AS outputTokens, sum(coalesce(cost, 0)) AS cost, currency
      FROM ledger_line
     WHERE created_at >= @from AND created_at < @to AND (@storeId IS NULL OR store_id = @storeId)
     GROUP BY model_id, currency ORDER BY calls DESC, model_id`);
  const forget = connection.prepare('UPDATE ledger_line SET body = NULL WHERE created_at < ? AND body IS NOT NULL');

  return {
    append: (line, bytes) => {
      insert.run({
        ...line,
        isLocal: line.isLocal ? 1 : 0,
        masked: JSON.stringify(line.masked),
        body: bytes,
        size: bytes.byteLength,
        digest: createHash('sha256').update(bytes).digest('hex'),
      });
    },
    end: (lineId, ended) => {
      end.run({ ...ended, id: lineId, problem: jsonOrNull(ended.problem) });
    },
    list: ({ storeId, isLocal, before, limit }) =>
      list
        .all({
          storeId,
          isLocal: isLocal === null ? null : isLocal ? 1 : 0,
          beforeAt: before?.createdAt ?? null,
          beforeId: before?.id ?? null,
          limit,
        })
        .map(lineOf),
    body: (lineId) => found(body.get(lineId), 'line of the ledger', lineId).body,
    uses: (query) => uses.all(query).map((row) => ({ ...row, isLocal: row.isLocal === 1 })),
    forgetBodies: (before) => {
      forget.run(before);
    },
  };
}

function lineOf(row: LineRow): LedgerLine {
  return {
    id: row.id,
    storeId: row.store_id,
    conversationId: row.conversation_id,
    task: row.task,
    modelId: row.model_id,
    modelName: row.model_name,
    host: row.host,
    isLocal: row.is_local === 1,
    size: row.size,
    digest: row.digest,
    masked: checkedJson(Masked, row.masked, 'ledger_line.masked'),
    state: row.state,
    problem: row.problem === null ? null : checkedJson(LedgerLine.shape.problem, row.problem, 'ledger_line.problem'),
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    cost: row.cost,
    currency: row.currency,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}
