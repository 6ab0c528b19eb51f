import { z } from 'zod';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { dailyProblem, dayOf } from '#core/portable/make-daily-backup.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import { AppError } from '#shared/errors.ts';
import type { Progress } from '#shared/model/desk.ts';
import { type BackupStatus, BackupStatus as Status } from '#shared/model/portable.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import { freeName } from './free-name.ts';

type PortableName = Extract<keyof Handlers, `portable.${string}` | `backup.${string}`>;

/** So that the answer still reaches the window. */
const farewellMs = 300;

/** Exports and backups. The page names no files: a person does, in the system's own window. */
export function portableHandlers(desk: Desk): Pick<Handlers, PortableName> {
  const { deps, host } = desk;
  /** Folders by the digest of what was inspected in them. */
  const inspected = new Map<string, string>();
  const restorable = new Set<string>();

  async function telling<T>(task: Progress['task'], subject: string, work: (tell: Tell) => Promise<T>): Promise<T> {
    const tell = (done: number, total: number | null, isFinished = false): void =>
      deps.emit('progress.changed', { task, subject, done, total, isFinished });
    tell(0, null);
    try {
      return await work(tell);
    } finally {
      tell(1, 1, true);
    }
  }

  return {
    'portable.export': async (_input, { signal }) => {
      const parent = await host.fileDialog.choose({ what: 'folder' });
      if (parent === null) return null;
      const folder = freeName(parent, `deskside-${dayOf(deps.clock.now())}`, '');
      return telling('export', folder, (tell) => exportCorpus(deps, folder, signal, (rows) => tell(rows, null)));
    },
    'portable.inspect': async (_input, { signal }) => {
      const folder = await host.fileDialog.choose({ what: 'folder' });
      if (folder === null) return null;
      const preview = await telling('verify', folder, (tell) =>
        inspectCorpus(deps, folder, signal, (rows) => tell(rows, null)),
      );
      inspected.set(preview.digest, folder);
      return preview;
    },
    'portable.take': ({ digest }, { signal }) => {
      const folder = inspected.get(digest);
      if (folder === undefined) throw new AppError('conflict', 'This export was not looked at');
      return telling('import', folder, () => takeCorpus(deps, { folder, digest }, signal));
    },
    'backup.status': () => backupStatus(desk),
    'backup.make': async () => {
      const parent = await host.fileDialog.choose({ what: 'folder' });
      if (parent === null) return null;
      const file = freeName(parent, `deskside-${dayOf(deps.clock.now())}`, '.sqlite');
      return telling('backup', file, (tell) => desk.backups.make(file, tell));
    },
    'backup.inspect': async ({ file }) => {
      const chosen =
        file === null ? await host.fileDialog.choose({ what: 'file', extensions: [] }) : listed(desk, file);
      if (chosen === null) return null;
      const preview = await telling('verify', chosen, () => desk.backups.inspect(chosen));
      restorable.add(chosen);
      return preview;
    },
    'backup.restore': async ({ file }) => {
      if (!restorable.has(file)) throw new AppError('conflict', 'This backup was not looked at');
      await telling('restore', file, () => desk.backups.stage(file, deps.clock.now()));
      setTimeout(desk.restart, farewellMs);
      return {};
    },
  };
}

type Tell = (done: number, total: number | null) => void;

const Restored = z.object(Status.shape.restored.unwrap().shape);

function backupStatus({ backups, deps }: Desk): BackupStatus {
  const fingerprint = deps.signer.own()[0];
  return {
    folder: backups.folder ?? '',
    daily: [...backups.daily()],
    putAside: [...backups.putAside()],
    problem: dailyProblem(deps.settings),
    restored: Restored.safeParse(deps.settings.get('restored')).data ?? null,
    key: fingerprint === undefined ? null : { fingerprint, isSealed: deps.settings.get('signing-key') !== undefined },
  };
}

function listed({ backups }: Desk, file: string): string {
  if ([...backups.daily(), ...backups.putAside()].some((copy) => copy.file === file)) return file;
  throw new AppError('not_found', 'There is no such backup');
}
