import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { passTurn, systemClock, uuidSource } from '#adapters/machine/machine.ts';
import { openDatabase } from '#adapters/sqlite/open-database.ts';
import { readAgain } from '#core/inbox/read-again.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Host } from '#core/ports/host.ts';
import { AppError } from '#shared/errors.ts';
import { type Calibration, priorCalibration } from '#core/retrieval/confidence.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { createConnectorPool } from './connector-pool.ts';
import { inboxTraits } from './connectors.ts';
import type { Desk } from './desk.ts';
import { createEmbedderHolder } from './embedder-holder.ts';
import { createShopPool } from './shop-pool.ts';

export type DeskOptions = {
  /** Of the program. */
  readonly version: string;
  /** Where the database and everything else that is this desk's own lies; `:memory:` keeps nothing. */
  readonly dataFolder: string;
  /** What is shipped: the sample store, and the models where `modelsFolder` is not given. */
  readonly resourcesFolder: string;
  readonly modelsFolder?: string | undefined;
  readonly host: Host;
  readonly emit: EmitEvent;
  /** Called when the embedder has come or gone. */
  readonly onEmbedderChange?: () => void;
  readonly clock?: Clock;
  /** How long a reply waits before it leaves, ms. */
  readonly undoMs?: number;
  /** A SQLite binding other than the one that comes with better-sqlite3. */
  readonly nativeBinding?: string | undefined;
};

export const databaseFile = 'deskside.sqlite';

/** Puts the desk together: the only place that names concrete adapters. Errors: those of `openDatabase`. */
export function composeDesk(options: DeskOptions): Desk {
  const clock = options.clock ?? systemClock;
  const ids = uuidSource;
  const isInMemory = options.dataFolder === ':memory:';
  if (!isInMemory) makeFolder(options.dataFolder);
  const databasePath = isInMemory ? ':memory:' : path.join(options.dataFolder, databaseFile);
  const database = openDatabase({
    path: databasePath,
    now: () => clock.now(),
    newId: () => ids.newId(),
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
  const embedders = createEmbedderHolder(
    options.modelsFolder ?? path.join(options.resourcesFolder, 'models'),
    options.emit,
    options.onEmbedderChange ?? (() => undefined),
  );
  const connectorOptions = { resourcesFolder: options.resourcesFolder, dataFolder: options.dataFolder, clock, ids };
  const calibrations = new Map<string, Calibration>();
  const pool = createConnectorPool(database, options.host, connectorOptions);
  const shopPool = createShopPool(database, options.host, clock);
  const syncDeps = { ...database, clock, ids, emit: options.emit };
  return {
    version: options.version,
    database,
    databasePath,
    host: options.host,
    embedders,
    pool,
    shopPool,
    connectorOptions,
    setCalibration: (storeId, calibration) => void calibrations.set(storeId, calibration),
    deps: {
      ...database,
      clock,
      ids,
      emit: options.emit,
      passTurn,
      reader: createKnowledgeFileReader(),
      embedder: embedders.current,
      calibrationOf: (storeId) => calibrations.get(storeId) ?? priorCalibration,
      undoMs: options.undoMs ?? 0,
      shopOf: shopPool.get,
      timeLimit: (ms) => AbortSignal.timeout(ms),
      readAgain: (conversationId, connector, signal) => readAgain(syncDeps, conversationId, connector, signal),
      inboxFor(inboxId) {
        const inbox = database.inboxes.list().find((each) => each.id === inboxId);
        return inbox === undefined ? null : inboxTraits(connectorOptions, inbox.settings);
      },
    },
    async close() {
      await Promise.all([pool.close(), shopPool.close()]);
      await embedders.close();
      database.close();
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new AppError('database_failed', `The folder ${folder} cannot be made (${reason}).`, {
      cause,
      detail: { path: folder, reason },
    });
  }
}
