import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import BetterSqlite from 'better-sqlite3';

/** What the child is told, as JSON in its first argument: to die at the n-th step on a file or a database, or not at all. */
export type RestoringDeskOptions = {
  readonly databasePath: string;
  readonly backup: string;
  readonly at: number;
  readonly deathAt: number | null;
  readonly moment: 'before' | 'after';
};

const options = JSON.parse(process.argv[2] ?? '') as RestoringDeskOptions;
let steps = 0;

/** Counts every call and dies at the chosen one. */
function counted<A extends readonly unknown[], R>(work: (...args: A) => R): (this: unknown, ...args: A) => R {
  return function step(this: unknown, ...args: A): R {
    const isLast = ++steps === options.deathAt;
    if (isLast && options.moment === 'before') process.kill(process.pid, 'SIGKILL');
    const result = work.apply(this, args as unknown as never);
    if (isLast) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}

for (const name of ['renameSync', 'rmSync', 'fsyncSync', 'existsSync', 'readdirSync', 'mkdirSync'] as const)
  Object.assign(fs, { [name]: counted(fs[name] as (...args: unknown[]) => unknown) });
syncBuiltinESMExports();
for (const name of ['exec', 'pragma', 'close', 'prepare'] as const) {
  const prototype = BetterSqlite.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const original = prototype[name];
  if (original !== undefined) prototype[name] = counted(original);
}

const { deskBackups } = await import('#adapters/sqlite/desk-backups.ts');
const { completeRestore } = await import('#adapters/sqlite/restore.ts');
const { addEntry, openDesk } = await import('#test/adapters/sqlite/desk.ts');

const { databasePath, backup, at } = options;
completeRestore(databasePath);
const desk = openDesk(databasePath);
await deskBackups(databasePath).stage(backup, at);
// Until the restart people go on working.
addEntry(desk, null, { question: 'late' });
fs.writeSync(1, 'late\n');
desk.close();
completeRestore(databasePath);
openDesk(databasePath).close();
fs.writeSync(1, `steps ${steps}\n`);
