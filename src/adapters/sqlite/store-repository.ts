import type { StoreRepository } from '#core/ports/repositories/stores.ts';
import { type Store, StoreSettings } from '#shared/model/store.ts';
import type { Connection } from './connection.ts';
import { found } from './found.ts';
import { checkedJson } from './stored-json.ts';

type StoreRow = { id: string; settings: string; version: number; created_at: number };

const selectStore = `
  SELECT s.id, v.settings, v.number AS version, s.created_at
    FROM store s JOIN store_version v ON v.id = s.current_version_id`;

/** The stores of one database. */
export function storeRepository(connection: Connection, deskId: string): StoreRepository {
  const all = connection.prepare<StoreRow>(`${selectStore} ORDER BY s.created_at, s.id`);
  const one = connection.prepare<StoreRow>(`${selectStore} WHERE s.id = ?`);
  const versions = connection.prepare<StoreRow & { saved_at: number }>(`
    SELECT s.id, v.settings, v.number AS version, s.created_at, v.created_at AS saved_at
      FROM store_version v JOIN store s ON s.id = v.store_id
     WHERE v.store_id = ? ORDER BY v.number DESC, v.id DESC`);
  const insertStore = connection.prepare(
    'INSERT INTO store (id, origin_desk, current_version_id, created_at) VALUES (?, ?, ?, ?)',
  );
  const insertVersion = connection.prepare(`
    INSERT INTO store_version (id, store_id, number, origin_desk, settings, created_at)
    VALUES (@id, @storeId, 1 + coalesce((SELECT max(number) FROM store_version WHERE store_id = @storeId), 0),
            @deskId, @settings, @at)`);

  const get = (storeId: string): Store => storeOf(found(one.get(storeId), 'store', storeId));
  const append = (storeId: string, id: string, settings: StoreSettings, at: number): void => {
    insertVersion.run({ id, storeId, deskId, settings: JSON.stringify(settings), at });
  };

  return {
    list: () => all.all().map(storeOf),
    get,
    versions: (storeId) => versions.all(storeId).map((row) => ({ ...storeOf(row), savedAt: row.saved_at })),
    add: ({ id, versionId, settings, at }) =>
      connection.transaction(() => {
        insertStore.run(id, deskId, versionId, at);
        append(id, versionId, settings, at);
        return get(id);
      }),
    appendSettings: (storeId, { id, settings, at }) =>
      connection.transaction(() => {
        get(storeId);
        append(storeId, id, settings, at);
        return get(storeId);
      }),
  };
}

function storeOf(row: StoreRow): Store {
  const settings = checkedJson(StoreSettings, row.settings, 'store_version.settings');
  return { id: row.id, settings, version: row.version, createdAt: row.created_at };
}
