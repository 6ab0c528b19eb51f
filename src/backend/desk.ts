import type { AcceptDeps } from '#core/drafting/accept-draft.ts';
import type { DraftDeps } from '#core/drafting/draft-reply.ts';
import type { SyncDeps } from '#core/inbox/sync-inbox.ts';
import type { ImportDeps } from '#core/knowledge/import-knowledge.ts';
import type { PlanReadingDeps } from '#core/sources/plan-reading.ts';
import type { DeliverDeps } from '#core/outbox/deliver-reply.ts';
import type { FileDeps } from '#core/outbox/reply-files.ts';
import type { ManageOutboxDeps } from '#core/outbox/manage-outbox.ts';
import type { DeskBackups } from '#core/ports/desk-backups.ts';
import type { Host } from '#core/ports/host.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { ExportDeps } from '#core/portable/export-corpus.ts';
import type { TakeCorpusDeps } from '#core/portable/take-corpus.ts';
import type { ProfileDeps } from '#core/profiles/keep-profiles.ts';
import type { LearningDeps } from '#core/retrieval/learn-model.ts';
import type { WriteDraftDeps } from '#core/writing/write-draft.ts';
import type { Profile } from '#shared/model/profile.ts';
import type { ConnectorPool } from './connector-pool.ts';
import type { ConnectorOptions } from './connectors.ts';
import type { EmbedderHolder } from './embedder-holder.ts';
import type { LanguageModelPool } from './language-model-pool.ts';
import type { ModelDownloads } from './model-downloads.ts';
import type { ShopPool } from './shop-pool.ts';
import type { StoreModels } from './store-models.ts';

/** Everything a use case may ask for, made once by `composeDesk`. */
export type Desk = {
  readonly version: string;
  readonly database: Database;
  readonly databasePath: string;
  readonly host: Host;
  readonly embedders: EmbedderHolder;
  readonly modelDownloads: ModelDownloads;
  readonly pool: ConnectorPool;
  readonly shopPool: ShopPool;
  readonly languageModels: LanguageModelPool;
  readonly backups: DeskBackups;
  readonly restart: () => void;
  readonly connectorOptions: ConnectorOptions;
  readonly setModel: StoreModels['set'];
  /** Whose work this is: of who asked for it, as long as it takes, else of who works here now. */
  readonly profile: () => Profile;
  /** Who works here now, or did last. */
  readonly present: () => Profile;
  /** From now on it is this person, by the newest name. Errors: `not_found`. */
  readonly setProfile: (profileId: string) => void;
  /** Does work as this person, to its end, also where somebody else works here by then. */
  readonly actingAs: <T>(profile: Profile, work: () => T) => T;
  readonly deps: SyncDeps &
    DraftDeps &
    AcceptDeps &
    DeliverDeps &
    ManageOutboxDeps &
    FileDeps &
    ImportDeps &
    PlanReadingDeps &
    LearningDeps &
    WriteDraftDeps &
    ExportDeps &
    TakeCorpusDeps &
    ProfileDeps &
    Database;
  close(): Promise<void>;
};
