import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { composeDesk } from '#backend/compose.ts';
import type { Desk } from '#backend/desk.ts';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import type { CommandContext } from './context.ts';

/** `deskside export`: writes the corpus into a new folder. */
export async function exportCommand(
  context: CommandContext,
  options: { readonly folder: string; readonly json: boolean },
): Promise<void> {
  const desk = openedDesk(context);
  try {
    const made = await exportCorpus(desk.deps, options.folder);
    if (options.json) return context.print(JSON.stringify(made, null, 2));
    context.print(`${made.rows} rows in ${made.files} files, ${made.bytes} bytes → ${made.folder}`);
    context.print(`signed by ${made.fingerprint}`);
  } finally {
    await desk.close();
  }
}

/** The desk of the data folder, for a command that runs once. */
export function openedDesk(context: CommandContext): Desk {
  return composeDesk({ ...context, host: noKeychainHost(), emit: () => undefined });
}
