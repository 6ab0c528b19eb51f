import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { downloadModel } from '#adapters/embedder/model-download/download-model.ts';
import { safeBaseUrl } from '#adapters/http/base-url.ts';
import type { DeskSettingRepository } from '#core/ports/repositories/stores.ts';
import {
  type DownloadOrder,
  downloadOrder,
  modelSetting,
  saveDownloadOrder,
} from '#core/search-model/model-setting.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import type { ModelDownload } from '#shared/model/search-model.ts';

/** The model that is being fetched, one at a time. */
export type ModelDownloads = {
  /** Null: none was begun, or the last one has come and is chosen. */
  state(): ModelDownload | null;
  readonly canDownload: boolean;
  /** Begins, or goes on with what was stopped. Errors: `invalid_input`, `conflict` while it is in use or one is fetched, `unsupported`. */
  start(order: DownloadOrder): void;
  /** What is there is kept. */
  stop(): Promise<void>;
  /** What is there is removed. Errors: `conflict` where a person has chosen it as it is. */
  discard(): Promise<void>;
  /** Ends it with the program: the next start offers to go on. */
  close(): Promise<void>;
};

type Options = {
  readonly settings: DeskSettingRepository;
  readonly emit: EmitEvent;
  /** Where models are kept; null: nowhere. */
  readonly folder: string | null;
  /** Whether a model in this folder is in use: it is not written over, and not removed. */
  readonly isInUse: (folder: string) => boolean;
  /** Takes a model that has come whole. */
  readonly choose: (folder: string) => Promise<void>;
};

/** A window need not hear of every packet. */
const tellEveryMs = 250;

export function createModelDownloads({ settings, emit, folder, isInUse, choose }: Options): ModelDownloads {
  const left = downloadOrder(settings);
  let state: ModelDownload | null = left && { ...stopped(left), phase: 'stopped' };
  let running: { readonly controller: AbortController; readonly done: Promise<void> } | null = null;

  function become(reached: ModelDownload | null): void {
    state = reached;
    emit('desk.statusChanged', {});
  }

  function folderOf({ model }: DownloadOrder): string {
    if (folder === null) throw new AppError('unsupported', 'This desk keeps no files');
    // No name holds a plus (`ModelName`): two names never share a folder.
    return path.join(folder, model.replaceAll('/', '+'));
  }

  /** Chosen too is what cannot be opened now: it is tried again. */
  function isChosen(target: string): boolean {
    const { answering, wanted } = modelSetting(settings);
    return [answering, wanted].some((choice) => choice?.kind === 'folder' && isSameFolder(choice.folder, target));
  }

  async function fetchAll(order: DownloadOrder, signal: AbortSignal): Promise<void> {
    const target = folderOf(order);
    let toldAt = 0;
    const tell = (done: number, total: number | null, isFinished: boolean): void =>
      emit('progress.changed', { task: 'fetch-model', subject: order.model, done, total, isFinished });
    try {
      await downloadModel(
        { ...order, folder: target },
        {
          signal,
          onProgress(file, doneBytes, totalBytes) {
            if (state === null) return;
            const isOther = state.file !== file;
            state = { ...state, file, doneBytes, totalBytes };
            if (!isOther && performance.now() - toldAt < tellEveryMs) return;
            toldAt = performance.now();
            tell(doneBytes, totalBytes, false);
            if (isOther) emit('desk.statusChanged', {});
          },
        },
      );
      await choose(target);
      saveDownloadOrder(settings, null);
      become(null);
    } catch (error) {
      const problem = signal.aborted ? null : problemOf(error);
      if (state !== null) become({ ...state, phase: 'stopped', problem });
    } finally {
      tell(1, 1, true);
      running = null;
    }
  }

  async function stop(): Promise<void> {
    running?.controller.abort();
    await running?.done;
  }

  return {
    state: () => state,
    canDownload: folder !== null,
    start(order) {
      if (running !== null) throw new AppError('conflict', 'A model is being fetched');
      if (isInUse(folderOf(order))) throw new AppError('conflict', 'This model is in use');
      safeBaseUrl(order.host);
      const controller = new AbortController();
      saveDownloadOrder(settings, order);
      become({ ...stopped(order), phase: 'running' });
      running = { controller, done: fetchAll(order, controller.signal) };
    },
    stop,
    async discard() {
      await stop();
      if (state === null) return;
      const target = folderOf(state);
      if (isInUse(target) || isChosen(target)) throw new AppError('conflict', 'This model is in use');
      await rm(target, { recursive: true, force: true });
      saveDownloadOrder(settings, null);
      become(null);
    },
    close: stop,
  };
}

/** Whether two paths lead to one folder: by a link, or where the system does not tell large letters from small. */
export function isSameFolder(one: string, other: string): boolean {
  return realPath(one) === realPath(other);
}

/** The path itself where there is nothing. */
function realPath(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return path.resolve(folder);
  }
}

function stopped({ host, model }: DownloadOrder): Omit<ModelDownload, 'phase'> {
  return { host, model, file: '', doneBytes: 0, totalBytes: null, problem: null };
}
