import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, problemOf } from '#shared/errors.ts';
import type { CommandContext } from './context.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { exportCommand } from './export.ts';
import { importCorpusCommand } from './import-corpus.ts';
import { evalCommand } from './eval/index.ts';
import { importCommand } from './import.ts';
import { resetPinCommand } from './profile.ts';

const usage = `deskside – the desk without its window

  deskside demo [--json]                       the whole path on the sample store, from message to lesson
  deskside import FILE [--store NAME] [--dry-run] [--json]
                                               takes a table, document, page, feed or mailbox into the knowledge
  deskside eval --kb FILE --queries FILE [--learn | --compare] [--limit N] [--model FOLDER] --json
                                               measures answers on a set, on a database of its own; with --learn
                                               outcomes teach meanwhile, --compare sets that beside not learning;
                                               with the sentence model in a folder in place of the built-in one
  deskside export FOLDER [--json]              writes knowledge, lessons and settings as signed plain files
  deskside import-corpus FOLDER [--dry-run] [--json]
                                               checks such a folder, says what it brings, and takes it
  deskside backup FILE                         writes the whole desk into a file, also while the app is open
  deskside restore FILE                        puts the present database aside and a backup in its place
  deskside profile reset-pin [--name NAME]     takes away the PIN of an owner (or of NAME) who has forgotten it
  deskside doctor [--json]                     what is installed, what is wrong and how to mend it

  --data FOLDER   the desk's folder (DESKSIDE_DATA; default: where the app keeps it)
`;

const root = path.resolve(import.meta.dirname, '../..');

function contextOf(dataFolder: string | undefined): CommandContext {
  const packageFile = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const resourcesFolder = path.join(root, 'resources');
  return {
    version: packageFile.version,
    resourcesFolder,
    modelsFolder: process.env['DESKSIDE_MODELS'] ?? path.join(resourcesFolder, 'models'),
    dataFolder: path.resolve(dataFolder ?? process.env['DESKSIDE_DATA'] ?? defaultDataFolder()),
    print: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
  };
}

/** Electron's `userData` folder of the app, so that window and terminal share one desk. */
function defaultDataFolder(): string {
  switch (process.platform) {
    case 'darwin':
      return path.join(homedir(), 'Library/Application Support/deskside');
    case 'win32':
      return path.join(process.env['APPDATA'] ?? path.join(homedir(), 'AppData/Roaming'), 'deskside');
    default:
      return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), 'deskside');
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kb: { type: 'string' },
      queries: { type: 'string' },
      learn: { type: 'boolean', default: false },
      compare: { type: 'boolean', default: false },
      limit: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'boolean', default: false },
      data: { type: 'string' },
      store: { type: 'string' },
      name: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, file] = positionals;
  const context = contextOf(values.data);
  if (command === undefined || values.help) {
    context.print(usage);
    return;
  }
  switch (command) {
    case 'demo':
      return demoCommand(context, { json: values.json });
    case 'doctor':
      return doctorCommand(context, { json: values.json });
    case 'import':
      return importCommand(context, {
        file: given(file, 'FILE'),
        store: values.store,
        isDryRun: values['dry-run'],
        json: values.json,
      });
    case 'export':
      return exportCommand(context, { folder: given(file, 'FOLDER'), json: values.json });
    case 'import-corpus':
      return importCorpusCommand(context, {
        folder: given(file, 'FOLDER'),
        isDryRun: values['dry-run'],
        json: values.json,
      });
    case 'backup':
      return backupCommand(context, { file: given(file, 'FILE') });
    case 'restore':
      return restoreCommand(context, { file: given(file, 'FILE') });
    case 'profile':
      if (file !== 'reset-pin') throw new AppError('invalid_input', 'deskside profile takes reset-pin');
      return resetPinCommand(context, { name: values.name });
    case 'eval':
      return evalCommand(context, {
        kb: given(values.kb, '--kb FILE'),
        queries: given(values.queries, '--queries FILE'),
        learn: values.learn,
        compare: values.compare,
        limit: limitOf(values.limit),
        model: values.model,
      });
    default:
      throw new AppError('invalid_input', `There is no command ${command}. deskside --help lists them.`);
  }
}

function given(value: string | undefined, name: string): string {
  if (value === undefined) throw new AppError('invalid_input', `${name} is missing. deskside --help tells more.`);
  return value;
}

function limitOf(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1) throw new AppError('invalid_input', '--limit takes a whole number from 1');
  return limit;
}

try {
  await main();
} catch (error) {
  const problem = problemOf(error);
  const isOurs = error instanceof AppError;
  process.stderr.write(`deskside: ${isOurs ? problem.message : `Something went wrong: ${problem.message}`}\n`);
  if (!isOurs && process.env['DESKSIDE_DEBUG'] !== undefined) console.error(error);
  process.exitCode = 1;
}
