import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { macroContent } from '#test/support/macro-content.ts';
import { inFolder, newId, openDesk } from './desk.ts';

test('bug: a macro’s history is overwritten, or its newest words are not the ones that count', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const db = openDesk(path);
    const version = { state: 'active' as const, origin: null, who: 'Ada', at: 1 };
    const macroId = newId();
    db.macros.add({ ...version, macroId, versionId: newId(), content: macroContent({ body: 'first' }) });
    db.macros.append({ ...version, macroId, versionId: newId(), content: macroContent({ body: 'second' }), at: 2 });
    expect(db.macros.get(macroId)).toMatchObject({
      version: 2,
      content: { body: 'second' },
      createdAt: 1,
      updatedAt: 2,
    });
    expect(db.macros.versions(macroId).map(({ content }) => content.body)).toEqual(['second', 'first']);
    expect(db.macros.versions(newId())).toEqual([]);
    expect(() =>
      db.macros.append({ ...version, macroId: newId(), versionId: newId(), content: macroContent() }),
    ).toThrow(expect.objectContaining({ code: 'not_found' }));
    db.close();
    const raw = new BetterSqlite(path);
    expect(() => raw.exec("UPDATE macro_version SET content = '{}'")).toThrow('append-only');
    expect(() => raw.exec('DELETE FROM macro_version')).toThrow('append-only');
    raw.close();
  });
});
