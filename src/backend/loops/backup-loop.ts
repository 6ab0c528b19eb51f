import { dropUnusedFiles } from '#core/outbox/reply-files.ts';
import { type DailyDeps, makeDailyBackup } from '#core/portable/make-daily-backup.ts';
import type { FileRepository } from '#core/ports/repositories/files.ts';
import { createWaker } from '../waker.ts';

export type BackupLoop = { stop(): Promise<void> };

/** The start has enough to do. */
const firstLookMs = 5 * 60_000;
const rhythmMs = 60 * 60_000;

/** Looks once an hour whether today's copy of the desk is made; what nothing refers to any more goes before it. */
export function startBackupLoop(
  deps: DailyDeps & { readonly files: FileRepository },
  onError: (error: unknown) => void,
): BackupLoop {
  const controller = new AbortController();
  const { signal } = controller;
  async function run(): Promise<void> {
    for (let pauseMs = firstLookMs; ; pauseMs = rhythmMs) {
      await createWaker().sleep(pauseMs, signal);
      if (signal.aborted) return;
      try {
        dropUnusedFiles(deps);
      } catch (error) {
        onError(error);
      }
      await makeDailyBackup(deps).catch(onError);
    }
  }
  const done = run().catch(onError);
  return {
    async stop() {
      controller.abort();
      await done;
    },
  };
}
