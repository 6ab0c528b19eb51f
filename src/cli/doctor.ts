import { existsSync } from 'node:fs';
import path from 'node:path';
import { bytesOfModel, readModelLayout } from '#adapters/embedder/folder-model/model-layout.ts';
import { inspectMiniLm } from '#adapters/embedder/minilm/inspect-model.ts';
import { inspectDatabase } from '#adapters/sqlite/inspect-database.ts';
import { databaseFile } from '#backend/compose.ts';
import { type ModelSetting, modelSetting } from '#core/search-model/model-setting.ts';
import { problemOf } from '#shared/errors.ts';
import type { CommandContext } from './context.ts';

type Finding = { readonly name: string; readonly isOk: boolean; readonly text: string; readonly remedy: string | null };

const oldestNode = 22;

/** `deskside doctor`: looks, changes nothing, and says how to mend what is wrong. Exit code 1 where something is. */
export async function doctorCommand(context: CommandContext, options: { readonly json: boolean }): Promise<void> {
  const findings = [
    program(context),
    await model(context),
    await chosenModel(context),
    await database(context),
    sampleStore(context),
  ].filter((finding) => finding !== null);
  if (findings.some((finding) => !finding.isOk)) process.exitCode = 1;
  if (options.json)
    return context.print(JSON.stringify({ isOk: findings.every((finding) => finding.isOk), findings }, null, 2));
  for (const finding of findings) {
    context.print(`${finding.isOk ? '✓' : '✗'} ${finding.name}: ${finding.text}`);
    if (finding.remedy !== null) context.print(`    → ${finding.remedy}`);
  }
}

function program(context: CommandContext): Finding {
  const isOk = Number(process.versions.node.split('.')[0]) >= oldestNode;
  return {
    name: 'Deskside',
    isOk,
    text: `${context.version} on Node ${process.versions.node}, ${process.platform}-${process.arch}`,
    remedy: isOk ? null : 'Run it by npm, which brings its own Node: npm run --silent deskside -- doctor',
  };
}

async function model(context: CommandContext): Promise<Finding> {
  const found = await inspectMiniLm(context.modelsFolder);
  const isOk = found.state === 'ready';
  return {
    name: 'Embedding model',
    isOk,
    text: isOk ? `all-MiniLM-L6-v2 in ${context.modelsFolder}` : `${found.state}: ${found.reason}`,
    remedy: isOk ? null : 'npm run prepare-model makes it anew; until then the desk searches by words alone',
  };
}

/** The model that the owner chose for this desk; null where it is the built-in one. */
async function chosenModel(context: CommandContext): Promise<Finding | null> {
  const file = path.join(context.dataFolder, databaseFile);
  const { answering, wanted } = existsSync(file) ? settingIn(file) : modelSetting({ get: () => undefined });
  const choice = wanted ?? answering;
  if (choice.kind === 'built-in') return null;
  const name = 'Search model';
  try {
    const layout = await readModelLayout(choice.folder);
    const size = `${Math.round((await bytesOfModel(layout)) / 1e6)} MB`;
    const state =
      wanted === null ? 'in use' : 'chosen; what is not embedded with it yet is embedded while the app runs';
    return { name, isOk: true, text: `${layout.name} in ${choice.folder}, ${size}: ${state}`, remedy: null };
  } catch (error) {
    const remedy = 'Put the folder back, or choose another in Settings › Search; the built-in model answers meanwhile';
    return { name, isOk: false, text: `${choice.folder}: ${problemOf(error).message}`, remedy };
  }
}

/** A database that cannot be read is told by its own finding. */
function settingIn(file: string): ModelSetting {
  try {
    const { settings } = inspectDatabase(file);
    return modelSetting({ get: (name) => settings.get(name) });
  } catch {
    return modelSetting({ get: () => undefined });
  }
}

async function database(context: CommandContext): Promise<Finding> {
  const file = path.join(context.dataFolder, databaseFile);
  if (!existsSync(file))
    return {
      name: 'Database',
      isOk: true,
      text: `${file} does not exist yet; it is made at the first start`,
      remedy: null,
    };
  try {
    const found = inspectDatabase(file);
    return {
      name: 'Database',
      isOk: found.failedReplies === 0,
      text: `${file}: ${found.stores} stores, ${found.passages} passages, ${found.pendingReplies} replies in the outbox`,
      remedy:
        found.failedReplies === 0
          ? null
          : `${found.failedReplies} replies need a person: open the app and look at the outbox`,
    };
  } catch (error) {
    const problem = problemOf(error);
    const remedy =
      problem.code === 'database_newer'
        ? 'Update Deskside: this database was written by a newer version, and is left as it is'
        : 'Restore the newest copy beside it, or move the file away to begin anew';
    return { name: 'Database', isOk: false, text: problem.message, remedy };
  }
}

function sampleStore(context: CommandContext): Finding {
  const isOk = existsSync(path.join(context.resourcesFolder, 'sample-store', 'store.json'));
  return {
    name: 'Sample store',
    isOk,
    text: isOk ? 'present' : 'missing',
    remedy: isOk ? null : 'Install Deskside again',
  };
}
