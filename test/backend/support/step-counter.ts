import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import BetterSqlite from 'better-sqlite3';

/**
 * Where this process ends itself, as if the power were cut: at its n-th step (a write to the database or to the far
 * side, counted from the start), or at the n-th reply: before, within or after the line that makes it leave.
 */
export type DeathPoint =
  | { readonly kind: 'step'; readonly at: number }
  | { readonly kind: 'reply'; readonly at: number; readonly moment: 'before' | 'within' | 'after' };

/** Has the process killed at this point. The program itself stays as it is: what it calls is watched. */
export function dieAt(point: DeathPoint): void {
  let steps = 0;
  const step = (): void => {
    if (point.kind === 'step' && ++steps === point.at) die();
  };
  watchStatements(step);
  watchReplies(point, step);
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('SIGKILL was survived');
}

/** Every statement that writes, and every begin and commit, is a step. */
function watchStatements(step: () => void): void {
  const probe = new BetterSqlite(':memory:');
  const database = Object.getPrototypeOf(probe) as Record<'exec', (sql: string) => unknown>;
  const statement = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Record<
    'run',
    (...values: unknown[]) => unknown
  >;
  probe.close();
  const { exec } = database;
  database.exec = function (this: unknown, sql) {
    step();
    return exec.call(this, sql);
  };
  const { run } = statement;
  statement.run = function (this: unknown, ...values) {
    step();
    return run.apply(this, values);
  };
}

/** The sample store's far side is a file: a reply leaves when its line is appended. */
function watchReplies(point: DeathPoint, step: () => void): void {
  let replies = 0;
  const { appendFileSync } = fs;
  fs.appendFileSync = (file, data, options): void => {
    step();
    const isTheOne = point.kind === 'reply' && ++replies === point.at;
    if (isTheOne && point.moment === 'before') die();
    if (isTheOne && point.moment === 'within') {
      appendFileSync(file, String(data).slice(0, String(data).length / 2), options);
      die();
    }
    appendFileSync(file, data, options);
    if (isTheOne) die();
    step();
  };
  syncBuiltinESMExports();
}
