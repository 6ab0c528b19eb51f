import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type BetterSqlite from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { Migration } from './migrations/migration.ts';
import { translatedError, translating } from './sqlite-error.ts';

/**
 * Brings the schema up to the newest of `steps`, one transaction each. A file that already holds data is copied next
 * to itself first. Errors: `database_newer` (`detail`: found, known), `database_busy`, `database_failed`; then the
 * database is as the last step that succeeded left it, and what it held is whole.
 */
export function migrate(raw: BetterSqlite.Database, path: string, steps: readonly Migration[]): void {
  const found = translating(() => schemaVersion(raw));
  const known = newestVersion(steps);
  refuseNewer(found, known);
  if (found === known) return;
  const copy = found === 0 || path === ':memory:' ? null : translating(() => copyOf(raw, path, found));

  // A step that rebuilds a table would fire foreign key actions; the keys are checked whole before each commit.
  raw.pragma('foreign_keys = OFF');
  for (const step of steps) {
    try {
      take(raw, step);
    } catch (error) {
      throw failure(step, copy, translatedError(error));
    }
  }
}

/** The version the newest step leads to. */
export function newestVersion(steps: readonly Migration[]): number {
  return steps.at(-1)?.version ?? 0;
}

/** Throws `database_newer` where the database knows steps that this program does not. */
export function refuseNewer(found: number, known: number): void {
  if (found <= known) return;
  throw new AppError('database_newer', `The database is of version ${found}, this program knows ${known}.`, {
    detail: { found, known },
  });
}

function schemaVersion(raw: BetterSqlite.Database): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

function take(raw: BetterSqlite.Database, step: Migration): void {
  raw
    .transaction(() => {
      // Read again under the lock: another process may have taken the step meanwhile.
      if (schemaVersion(raw) >= step.version) return;
      raw.exec(step.sql);
      const broken = raw.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new AppError('database_failed', `${broken.length} rows point nowhere.`);
      }
      raw.pragma(`user_version = ${step.version}`);
    })
    .immediate();
}

function copyOf(raw: BetterSqlite.Database, path: string, version: number): string {
  const copy = `${path}.v${version}`;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  raw.prepare('VACUUM INTO ?').run(unfinished);
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, copy);
  return copy;
}

function failure(step: Migration, copy: string | null, cause: unknown): AppError {
  if (cause instanceof AppError && cause.code === 'database_busy') return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const kept = copy === null ? '' : ` A copy from before is at ${copy}.`;
  return new AppError(
    'database_failed',
    `The database could not be brought up to version ${step.version} (${step.name}): ${reason} It is as it was.${kept}`,
    { cause, detail: { reason: step.name, version: step.version, ...(copy === null ? {} : { copy }) } },
  );
}
