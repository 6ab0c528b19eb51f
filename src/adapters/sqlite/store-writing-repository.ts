import type { StoreWritingRepository } from '#core/ports/repositories/writing.ts';
import { StoreWriting, type WritingChange, plainWriting } from '#shared/model/writing.ts';
import type { Connection } from './connection.ts';
import { checkedJson } from './stored-json.ts';

type WritingRow = { settings: string; who: string; created_at: number };

/** Who may write for the stores of one database. */
export function storeWritingRepository(connection: Connection): StoreWritingRepository {
  const ofStore = connection.prepare<WritingRow>(
    'SELECT settings, who, created_at FROM store_writing WHERE store_id = ? ORDER BY created_at DESC, id DESC',
  );
  const newest = connection.prepare<WritingRow>(
    'SELECT settings, who, created_at FROM store_writing WHERE store_id = ? ORDER BY created_at DESC, id DESC LIMIT 1',
  );
  const insert = connection.prepare(`
    INSERT INTO store_writing (id, store_id, settings, who, created_at) VALUES (@id, @storeId, @settings, @who, @at)`);

  return {
    get: (storeId) => {
      const row = newest.get(storeId);
      return row === undefined ? plainWriting : changeOf(row).writing;
    },
    append: (storeId, { id, writing, who, at }) => {
      insert.run({ id, storeId, settings: JSON.stringify(writing), who, at });
    },
    changes: (storeId) => ofStore.all(storeId).map(changeOf),
  };
}

function changeOf(row: WritingRow): WritingChange {
  const writing = checkedJson(StoreWriting, row.settings, 'store_writing.settings');
  return { writing, who: row.who, at: row.created_at };
}
