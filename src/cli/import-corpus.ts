import { existsSync } from 'node:fs';
import path from 'node:path';
import { databaseFile } from '#backend/compose.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import type { CorpusPreview } from '#shared/model/portable.ts';
import type { CommandContext } from './context.ts';
import { openedDesk } from './export.ts';

/** `deskside import-corpus`: checks an export, says what it brings, and takes it. */
export async function importCorpusCommand(
  context: CommandContext,
  options: { readonly folder: string; readonly isDryRun: boolean; readonly json: boolean },
): Promise<void> {
  // A dry run on a machine without a desk writes nothing, not even an empty desk.
  const isNew = !existsSync(path.join(context.dataFolder, databaseFile));
  const desk = openedDesk(options.isDryRun && isNew ? { ...context, dataFolder: ':memory:' } : context);
  try {
    const preview = await inspectCorpus(desk.deps, options.folder);
    if (!options.json) printPreview(context, preview);
    const taken = options.isDryRun ? null : await takeCorpus(desk.deps, preview);
    if (taken !== null) {
      await desk.embedders.load();
      await embedPassages(desk.deps, undefined, (done, total) => context.note(`embedded ${done} of ${total}`));
    }
    if (options.json) return context.print(JSON.stringify({ preview, taken }, null, 2));
    context.print(taken === null ? 'Nothing was written.' : `${taken.owners} added, ${taken.versions} versions taken`);
  } finally {
    await desk.close();
  }
}

function printPreview(context: CommandContext, preview: CorpusPreview): void {
  const { signer, counts, stores, diverged } = preview;
  context.print(`signed by ${signer.fingerprint} (${signer.standing})`);
  for (const [kind, byStanding] of Object.entries(counts)) {
    const told = Object.entries(byStanding).filter(([, count]) => count > 0);
    if (told.length > 0)
      context.print(`${kind}: ${told.map(([standing, count]) => `${count} ${standing}`).join(', ')}`);
  }
  for (const store of stores.filter((one) => one.isNamesake))
    context.print(`A store named ${store.name} is here already: the imported one will stand beside it.`);
  for (const { kind, title, wins } of diverged)
    context.print(
      `${kind} changed on both sides: ${title} (${wins === 'theirs' ? 'the imported wording' : 'the wording here'} answers)`,
    );
}
