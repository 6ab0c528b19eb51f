import { existsSync } from 'node:fs';
import path from 'node:path';
import { deskBackups } from '#adapters/sqlite/desk-backups.ts';
import { completeRestore, forgetWaiting } from '#adapters/sqlite/restore.ts';
import { databaseFile } from '#backend/compose.ts';
import { AppError } from '#shared/errors.ts';
import type { CommandContext } from './context.ts';
import { openedDesk } from './export.ts';

/** `deskside backup`: writes the whole desk into a new file, also while the app is open. */
export async function backupCommand(context: CommandContext, options: { readonly file: string }): Promise<void> {
  const databasePath = path.join(context.dataFolder, databaseFile);
  if (!existsSync(databasePath)) throw new AppError('not_found', `There is no desk in ${context.dataFolder}`);
  const made = await deskBackups(databasePath).make(path.resolve(options.file));
  context.print(`${made.bytes} bytes → ${made.file}`);
}

/** `deskside restore`: puts the present database aside and a backup in its place. */
export async function restoreCommand(context: CommandContext, options: { readonly file: string }): Promise<void> {
  // Made where there is none, so that a backup can be brought to a new computer.
  await openedDesk(context).close();
  const databasePath = path.join(context.dataFolder, databaseFile);
  const backups = deskBackups(databasePath);
  const file = path.resolve(options.file);
  const { lost, held, isOtherDesk, there } = await backups.inspect(file);
  await backups.stage(file, Date.now());
  context.print(`restored ${there.conversations} conversations, ${there.entries} knowledge entries`);
  context.print(
    `put aside what came since: ${lost.messages} messages, ${lost.outcomes} replies and decisions, ${lost.knowledge} knowledge and ${lost.lessons} lesson changes`,
  );
  try {
    context.print(`the former database is ${completeRestore(databasePath)}`);
  } catch (error) {
    forgetWaiting(databasePath);
    throw error;
  }
  if (held > 0)
    context.print(`${held} replies had not left: they are looked for and held, none is sent again by itself`);
  if (isOtherDesk) context.print('It is of another desk: passwords and keys have to be entered again.');
}
