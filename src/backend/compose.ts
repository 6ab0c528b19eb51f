import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ed25519Signer } from '#adapters/corpus-files/ed25519-signer.ts';
import { corpusFolders } from '#adapters/corpus-files/index.ts';
import { signingKeyStore } from '#adapters/corpus-files/signing-key-store.ts';
import { openGlosses } from '#adapters/embedder/gloss/open-glosses.ts';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { createAddressReader } from '#adapters/knowledge-source/site/address-reader.ts';
import { createSiteReader } from '#adapters/knowledge-source/site/site-reader.ts';
import { localFiles } from '#adapters/local-files/local-files.ts';
import { passTurn, systemClock, uuidSource } from '#adapters/machine/machine.ts';
import { scryptPins } from '#adapters/machine/scrypt-pins.ts';
import { deskBackups } from '#adapters/sqlite/desk-backups.ts';
import { openDatabase } from '#adapters/sqlite/open-database.ts';
import { readWords } from '#adapters/word-list/read-words.ts';
import { completeRestore } from '#adapters/sqlite/restore.ts';
import { readAgain } from '#core/inbox/read-again.ts';
import { contradictionMemory } from '#core/learning/governance/lesson-contradictions.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Host } from '#core/ports/host.ts';
import { AppError } from '#shared/errors.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { Profile } from '#shared/model/profile.ts';
import { becomePresent, presentProfile } from '#core/profiles/present-profile.ts';
import { profileChanged } from '#core/profiles/profile-changed.ts';
import { createConnectorPool } from './connector-pool.ts';
import { inboxTraits } from './connectors.ts';
import type { Desk } from './desk.ts';
import { type OnEmbedderChange, createEmbedderHolder } from './embedder-holder.ts';
import { createLanguageModelPool } from './language-model-pool.ts';
import { createModelDownloads, isSameFolder } from './model-downloads.ts';
import { createShopPool } from './shop-pool.ts';
import { storeModels } from './store-models.ts';

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
  readonly onEmbedderChange?: OnEmbedderChange;
  readonly clock?: Clock;
  /** How long a reply waits before it leaves, ms. */
  readonly undoMs?: number;
  /** A SQLite binding other than the one that comes with better-sqlite3. */
  readonly nativeBinding?: string | undefined;
  /** Ends this process, so that another takes its place. */
  readonly restart?: (() => void) | undefined;
  /** The script of the worker that reads documents, where it is bundled. */
  readonly documentWorker?: string | undefined;
};

export const databaseFile = 'deskside.sqlite';
/** The key that signs exports, where there is no keychain. */
const signingKeyFile = 'signing-key.pem';

/** Puts the desk together: the only place that names concrete adapters. Errors: those of `openDatabase`. */
export function composeDesk(options: DeskOptions): Desk {
  const clock = options.clock ?? systemClock;
  const ids = uuidSource;
  const isInMemory = options.dataFolder === ':memory:';
  if (!isInMemory) makeFolder(options.dataFolder);
  const databasePath = isInMemory ? ':memory:' : path.join(options.dataFolder, databaseFile);
  if (!isInMemory) completeRestore(databasePath, options.nativeBinding);
  const database = openDatabase({
    path: databasePath,
    now: () => clock.now(),
    newId: () => ids.newId(),
    commonWords: () => readWords(path.join(options.resourcesFolder, 'words', 'en.txt.gz')),
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
  let present = presentProfile({ ...database, clock, ids });
  const acting = new AsyncLocalStorage<Profile>();
  const actor = (): Profile => acting.getStore() ?? present;
  const glosses = openGlosses(path.join(options.resourcesFolder, 'glosses'));
  const embedders = createEmbedderHolder({
    glosses,
    modelsFolder: options.modelsFolder ?? path.join(options.resourcesFolder, 'models'),
    settings: database.settings,
    emit: options.emit,
    onChange: options.onEmbedderChange ?? (() => undefined),
  });
  const modelDownloads = createModelDownloads({
    settings: database.settings,
    emit: options.emit,
    folder: isInMemory ? null : path.join(options.dataFolder, 'models'),
    isInUse(folder) {
      const { current, next } = embedders.models();
      return [current, next].some((model) => model?.folder != null && isSameFolder(model.folder, folder));
    },
    choose: (folder) => embedders.choose({ kind: 'folder', folder }),
  });
  const connectorOptions = { resourcesFolder: options.resourcesFolder, dataFolder: options.dataFolder, clock, ids };
  const models = storeModels(database.stores, () => actor().id);
  const pool = createConnectorPool(database, options.host, connectorOptions);
  const languageModels = createLanguageModelPool(database, options.host, options.dataFolder);
  const shopPool = createShopPool(database, options.host, clock);
  const reader = createKnowledgeFileReader({ workerScript: options.documentWorker });
  const web = { version: options.version, now: () => clock.now() };
  const syncDeps = { ...database, clock, ids, emit: options.emit };
  return {
    version: options.version,
    database,
    databasePath,
    host: options.host,
    embedders,
    modelDownloads,
    pool,
    shopPool,
    languageModels,
    backups: deskBackups(databasePath, options.nativeBinding),
    restart: options.restart ?? (() => undefined),
    connectorOptions,
    setModel: models.set,
    profile: actor,
    present: () => present,
    setProfile(profileId) {
      const former = present.id;
      present = becomePresent(database, profileId);
      profileChanged({ ...database, clock, emit: options.emit }, former, present.id);
    },
    actingAs: (profile, work) => acting.run(profile, work),
    deps: {
      ...database,
      clock,
      ids,
      emit: options.emit,
      passTurn,
      corpusFiles: corpusFolders,
      signer: ed25519Signer(
        signingKeyStore(
          database.settings,
          options.host,
          isInMemory ? null : path.join(options.dataFolder, signingKeyFile),
        ),
      ),
      person: () => actor().name,
      profileId: () => actor().id,
      pins: scryptPins,
      reader,
      localFiles,
      sites: createSiteReader({ ...web, files: reader }),
      addresses: createAddressReader(web),
      connectorOf: pool.get,
      embedder: embedders.current,
      glosses,
      modelOf: models.of,
      undoMs: options.undoMs ?? 0,
      shopOf: shopPool.get,
      languageModelOf: languageModels.get,
      timeLimit: (ms) => AbortSignal.timeout(ms),
      contradictions: contradictionMemory(),
      readAgain: (conversationId, connector, signal) => readAgain(syncDeps, conversationId, connector, signal),
      inboxFor(inboxId) {
        const inbox = database.inboxes.list().find((each) => each.id === inboxId);
        return inbox === undefined ? null : inboxTraits(connectorOptions, inbox.settings);
      },
    },
    async close() {
      await Promise.all([pool.close(), shopPool.close(), languageModels.close(), modelDownloads.close()]);
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
