import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { composeDesk, databaseFile } from '#backend/compose.ts';
import { importKnowledge } from '#core/knowledge/import-knowledge.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { AppError } from '#shared/errors.ts';
import { largestImport } from '#shared/model/knowledge.ts';
import type { Store } from '#shared/model/store.ts';
import { plainSettings } from '#shared/model/store.ts';
import type { Desk } from '#backend/desk.ts';
import type { CommandContext } from './context.ts';

/** `deskside import`: takes a file into a store's knowledge and says what became of every row. */
export async function importCommand(
  context: CommandContext,
  options: {
    readonly file: string;
    readonly store: string | undefined;
    readonly isDryRun: boolean;
    readonly json: boolean;
  },
): Promise<void> {
  const bytes = await fileBytes(options.file);
  // A dry run on a machine without a desk writes nothing, not even an empty desk.
  const isNew = !existsSync(path.join(context.dataFolder, databaseFile));
  const dataFolder = options.isDryRun && isNew ? ':memory:' : context.dataFolder;
  if (dataFolder !== ':memory:') await mkdir(dataFolder, { recursive: true });
  const desk = composeDesk({ ...context, dataFolder, host: noKeychainHost(), emit: () => undefined });
  try {
    const store = storeNamed(desk, options.store);
    const report = await importKnowledge(desk.deps, {
      storeId: store.id,
      file: { name: path.basename(options.file), bytes },
      isDryRun: options.isDryRun,
    });
    if (!options.isDryRun) {
      await desk.embedders.load();
      await embedPassages(desk.deps, undefined, (done, total) => context.note(`embedded ${done} of ${total}`));
    }
    if (options.json) return context.print(JSON.stringify(report, null, 2));
    const { added, updated, merged, unchanged, refused } = report.counts;
    context.print(
      `${report.file} (${[report.format, report.encoding].filter((part) => part !== '').join(', ')}) → ${store.settings.name}${options.isDryRun ? ' (nothing written)' : ''}`,
    );
    context.print(`${added} added, ${updated} updated, ${merged} merged, ${unchanged} unchanged, ${refused} refused`);
    for (const row of report.rows.filter((one) => one.result !== 'added')) {
      context.print(
        `  row ${row.row}: ${row.result}${row.reason === null ? '' : ` (${row.reason.replaceAll('_', ' ')})`}  ${row.excerpt}`,
      );
    }
  } finally {
    await desk.close();
  }
}

async function fileBytes(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > largestImport)
      throw new AppError('file_too_large', `${file} is larger than 64 MiB`, { detail: { file } });
    return await readFile(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file_unreadable', `${file} cannot be read`, { cause: error, detail: { file } });
  }
}

function storeNamed(desk: Desk, name: string | undefined): Store {
  const { deps } = desk;
  const stores = deps.stores.list();
  const found = name === undefined ? stores.at(-1) : stores.find((store) => store.settings.name === name);
  if (found !== undefined) return found;
  return deps.stores.add({
    id: deps.ids.newId(),
    versionId: deps.ids.newId(),
    settings: { name: name ?? 'My store', ...plainSettings },
    at: deps.clock.now(),
  });
}
