import BetterSqlite from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** The schema that all migrations together make, as SQL to read. */
export function schemaText(): string {
  const raw = new BetterSqlite(':memory:');
  try {
    migrate(raw, ':memory:', migrations);
    // Tables that SQLite or FTS5 makes for itself have no place in it.
    const rows = raw
      .prepare<[], { sql: string }>(
        `SELECT s.sql FROM sqlite_schema s
          WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND s.name NOT LIKE 'passage\\_term\\_%' ESCAPE '\\'
          ORDER BY s.rowid`,
      )
      .all();
    const head = `-- Printed from the migrations by build/print-schema.ts; version ${migrations.at(-1)?.version}.`;
    return `${[head, ...rows.map((row) => `${row.sql};`)].join('\n\n')}\n`;
  } finally {
    raw.close();
  }
}
