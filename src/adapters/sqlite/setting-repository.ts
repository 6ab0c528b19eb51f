import type { DeskSettingRepository } from '#core/ports/repositories/stores.ts';
import type { Connection } from './connection.ts';

/** What the desk of one database keeps of itself. */
export function settingRepository(connection: Connection): DeskSettingRepository {
  const select = connection.prepare<{ value: string }>('SELECT value FROM desk_setting WHERE name = ?');
  const put = connection.prepare(`
    INSERT INTO desk_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  return {
    get: (name) => {
      const row = select.get(name);
      return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
    },
    set: (name, value) => {
      put.run(name, JSON.stringify(value));
    },
  };
}
