import type { AcceptDeps } from '#core/drafting/accept-draft.ts';
import type { DraftDeps } from '#core/drafting/draft-reply.ts';
import type { SyncDeps } from '#core/inbox/sync-inbox.ts';
import type { ImportDeps } from '#core/knowledge/import-knowledge.ts';
import type { PlanReadingDeps } from '#core/sources/plan-reading.ts';
import type { DeliverDeps } from '#core/outbox/deliver-reply.ts';
import type { ManageOutboxDeps } from '#core/outbox/manage-outbox.ts';
import type { DeskBackups } from '#core/ports/desk-backups.ts';
import type { Host } from '#core/ports/host.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { ExportDeps } from '#core/portable/export-corpus.ts';
import type { TakeCorpusDeps } from '#core/portable/take-corpus.ts';
import type { CalibrationDeps } from '#core/retrieval/learn-calibration.ts';
import type { Calibration } from '#core/retrieval/confidence.ts';
import type { ConnectorPool } from './connector-pool.ts';
import type { ConnectorOptions } from './connectors.ts';
import type { EmbedderHolder } from './embedder-holder.ts';
import type { ShopPool } from './shop-pool.ts';

/** Everything a use case may ask for, made once by `composeDesk`. */
export type Desk = {
  readonly version: string;
  readonly database: Database;
  readonly databasePath: string;
  readonly host: Host;
  readonly embedders: EmbedderHolder;
  readonly pool: ConnectorPool;
  readonly shopPool: ShopPool;
  readonly backups: DeskBackups;
  readonly restart: () => void;
  readonly connectorOptions: ConnectorOptions;
  readonly setCalibration: (storeId: string, calibration: Calibration) => void;
  readonly deps: SyncDeps &
    DraftDeps &
    AcceptDeps &
    DeliverDeps &
    ManageOutboxDeps &
    ImportDeps &
    PlanReadingDeps &
    CalibrationDeps &
    ExportDeps &
    TakeCorpusDeps &
    Database;
  close(): Promise<void>;
};
