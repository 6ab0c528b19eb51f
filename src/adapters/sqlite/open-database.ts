import BetterSqlite from 'better-sqlite3';
import type { Database } from '#core/ports/repositories/index.ts';
import { AppError } from '#shared/errors.ts';
import { auditRepository } from './audit-repository.ts';
import { Connection, type SlowQuery } from './connection.ts';
import { corpusRepository } from './corpus-repository.ts';
import { openSnapshot } from './corpus-snapshot.ts';
import { conversationRepository } from './conversation-repository.ts';
import { dismissalRepository } from './dismissal-repository.ts';
import { draftRepository } from './draft-repository.ts';
import { fileRepository } from './file-repository.ts';
import { findingRepository } from './finding-repository.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { inboxRepository } from './inbox-repository.ts';
import { knowledgeRepository } from './knowledge-repository.ts';
import { learnedRepository } from './learned-repository.ts';
import { lessonRepository } from './lesson-repository.ts';
import { macroRepository } from './macro-repository.ts';
import { migrate, newestVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { orderRepository } from './order-repository.ts';
import { languageModelRepository } from './language-model-repository.ts';
import { ledgerRepository } from './ledger-repository.ts';
import { outboxRepository } from './outbox-repository.ts';
import { outcomeFactRepository } from './outcome-facts.ts';
import { outcomeRepository } from './outcome-repository.ts';
import { passageIndex } from './passage-index.ts';
import { passageWords } from './passage-words.ts';
import { profileRepository } from './profile-repository.ts';
import { translatedError, translating } from './sqlite-error.ts';
import { setRepository } from './set-repository.ts';
import { settingRepository } from './setting-repository.ts';
import { shopRepository } from './shop-repository.ts';
import { sourceRepository } from './source-repository.ts';
import { storeWritingRepository } from './store-writing-repository.ts';
import { storeRepository } from './store-repository.ts';

export type DatabaseOptions = {
  /** A file in a folder that exists, or ':memory:'. */
  readonly path: string;
  readonly now: () => number;
  readonly newId: () => string;
  /** Another build of better-sqlite3's addon, where the shipped one does not run. */
  readonly nativeBinding?: string | undefined;
  /** How long a write waits for another process, ms. */
  readonly busyTimeoutMs?: number | undefined;
  /** The words of English, the most frequent first; none: no question is corrected. */
  readonly commonWords?: (() => readonly string[]) | undefined;
  readonly onSlowQuery?: ((query: SlowQuery) => void) | undefined;
};

/**
 * Opens the desk's database, made or brought up to date where needed.
 * Errors: `database_newer` (the file is left untouched; `detail`: found, known), `database_busy`, `database_failed`.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const { path } = options;
  const known = newestVersion(migrations);
  const raw = openRaw(options);
  try {
    translating(() => {
      refuseForeign(raw, path, known);
      setUp(raw);
    });
    migrate(raw, path, migrations);
    raw.pragma('foreign_keys = ON');
    return composed(raw, options);
  } catch (error) {
    raw.close();
    throw error;
  }
}

function openRaw({ path, busyTimeoutMs, nativeBinding }: DatabaseOptions): BetterSqlite.Database {
  try {
    return new BetterSqlite(path, {
      timeout: busyTimeoutMs ?? 5_000,
      ...(nativeBinding === undefined ? {} : { nativeBinding }),
    });
  } catch (error) {
    const cause = translatedError(error);
    if (cause instanceof AppError) throw cause;
    // better-sqlite3 answers a missing folder with a TypeError, a missing addon with the loader's error.
    throw new AppError('database_failed', `${path} cannot be opened.`, { cause, detail: { path, reason: 'open' } });
  }
}

function setUp(raw: BetterSqlite.Database): void {
  raw.pragma('journal_mode = WAL');
  // With NORMAL a power cut may take the last commits of a WAL database: an accepted reply among them.
  raw.pragma('synchronous = FULL');
  // Else REPLACE deletes rows past the triggers that forbid it.
  raw.pragma('recursive_triggers = ON');
  raw.pragma('cache_size = -32000');
}

function composed(raw: BetterSqlite.Database, options: DatabaseOptions): Database {
  const connection = new Connection(raw, options.onSlowQuery);
  const deskId = deskIdOf(connection, options);
  const words = passageWords(connection, options.commonWords ?? (() => []));
  return {
    deskId,
    transaction: (work) => connection.transaction(work),
    stores: storeRepository(connection, deskId),
    inboxes: inboxRepository(connection),
    orders: orderRepository(connection),
    shops: shopRepository(connection),
    conversations: conversationRepository(connection),
    drafts: draftRepository(connection),
    outbox: outboxRepository(connection),
    outcomes: outcomeRepository(connection, deskId),
    outcomeFacts: outcomeFactRepository(connection),
    knowledge: knowledgeRepository(connection, deskId),
    sets: setRepository(connection, deskId),
    settings: settingRepository(connection),
    profiles: profileRepository(connection, deskId),
    audit: auditRepository(connection, deskId),
    sources: sourceRepository(connection, deskId),
    learned: learnedRepository(connection, deskId),
    lessons: lessonRepository(connection, deskId),
    passages: passageIndex(connection, words),
    words,
    macros: macroRepository(connection, deskId),
    files: fileRepository(connection),
    findings: findingRepository(connection),
    dismissals: dismissalRepository(connection, deskId, options),
    languageModels: languageModelRepository(connection),
    storeWriting: storeWritingRepository(connection),
    ledger: ledgerRepository(connection),
    corpus: corpusRepository(connection, () => openSnapshot(raw, options.nativeBinding)),
    close: () => raw.close(),
  };
}

/** The id of this desk, made when the database is new. */
function deskIdOf(connection: Connection, { newId, now }: DatabaseOptions): string {
  const select = connection.prepare<{ id: string }>('SELECT id FROM desk');
  const known = select.get();
  if (known !== undefined) return known.id;
  return connection.transaction(() => {
    const made = select.get()?.id ?? newId();
    connection
      .prepare('INSERT INTO desk (singleton, id, created_at) VALUES (1, ?, ?) ON CONFLICT DO NOTHING')
      .run(made, now());
    return made;
  });
}
