import type BetterSqlite from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { translatedError } from './sqlite-error.ts';

/** What can be bound to a placeholder. */
type Value = string | number | null | Uint8Array;

/** Values for `?`, or one object for `@name`; names the statement does not use are ignored. */
type Parameters = readonly Value[] | readonly [Readonly<Record<string, unknown>>];

/** A prepared statement. Everything thrown is an AppError: `database_busy`, `conflict`, `database_failed`. */
export type Statement<Row> = {
  get(...values: Parameters): Row | undefined;
  all(...values: Parameters): Row[];
  /** Rows one by one, for more than should be held at once. Nothing may be written meanwhile. */
  each(visit: (row: Row) => void, ...values: Parameters): void;
  /** How many rows it changed. */
  run(...values: Parameters): number;
};

/** A statement that took longer than `slowMs`. */
export type SlowQuery = { readonly sql: string; readonly ms: number };

/** Milliseconds from which a statement counts as slow: three frames of a 60 Hz window. */
const slowMs = 50;

/** The one connection, with errors translated and transactions that nest. */
export class Connection {
  readonly #raw: BetterSqlite.Database;
  readonly #onSlowQuery: ((query: SlowQuery) => void) | undefined;
  readonly #commitListeners: Array<() => void> = [];
  readonly #rollbackListeners: Array<() => void> = [];

  constructor(raw: BetterSqlite.Database, onSlowQuery?: (query: SlowQuery) => void) {
    this.#raw = raw;
    this.#onSlowQuery = onSlowQuery;
  }

  get inTransaction(): boolean {
    return this.#raw.inTransaction;
  }

  prepare<Row = never>(sql: string): Statement<Row> {
    const statement = this.#timed(sql, () => this.#raw.prepare<unknown[], Row>(sql));
    return {
      get: (...values) => this.#timed(sql, () => statement.get(...values)),
      all: (...values) => this.#timed(sql, () => statement.all(...values)),
      each: (visit, ...values) => {
        this.#timed(sql, () => {
          for (const row of statement.iterate(...values)) visit(row);
        });
      },
      run: (...values) => this.#timed(sql, () => statement.run(...values).changes),
    };
  }

  /** Runs the work as one immediate transaction; within another, as a part of it that fails by itself. */
  transaction<T>(work: () => T): T {
    const isOuter = !this.#raw.inTransaction;
    this.#execute(isOuter ? 'BEGIN IMMEDIATE' : 'SAVEPOINT part');
    try {
      const result = work();
      if (result instanceof Promise) throw new AppError('internal', 'A transaction cannot wait for a promise.');
      if (!this.#raw.inTransaction) throw new AppError('database_failed', 'The database gave the transaction up.');
      this.#execute(isOuter ? 'COMMIT' : 'RELEASE part');
      if (isOuter) this.#commitListeners.forEach((listener) => listener());
      return result;
    } catch (error) {
      this.#rollBack(isOuter);
      throw translatedError(error);
    }
  }

  onCommit(listener: () => void): void {
    this.#commitListeners.push(listener);
  }

  /** Called after a transaction or a part of one was undone, with `inTransaction` telling which. */
  onRollback(listener: () => void): void {
    this.#rollbackListeners.push(listener);
  }

  #rollBack(isOuter: boolean): void {
    // A full disk or a broken one makes SQLite roll back by itself.
    if (this.#raw.inTransaction) this.#execute(isOuter ? 'ROLLBACK' : 'ROLLBACK TO part');
    if (this.#raw.inTransaction && !isOuter) this.#execute('RELEASE part');
    this.#rollbackListeners.forEach((listener) => listener());
  }

  #execute(sql: string): void {
    this.#timed(sql, () => this.#raw.exec(sql));
  }

  #timed<T>(sql: string, work: () => T): T {
    const startedAt = this.#onSlowQuery === undefined ? 0 : performance.now();
    try {
      return work();
    } catch (error) {
      throw translatedError(error);
    } finally {
      const ms = this.#onSlowQuery === undefined ? 0 : performance.now() - startedAt;
      if (ms > slowMs) this.#onSlowQuery?.({ sql, ms });
    }
  }
}
