import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ModelDownloads, createModelDownloads, isSameFolder } from '#backend/model-downloads.ts';
import { builtIn, saveDownloadOrder, saveModelSetting } from '#core/search-model/model-setting.ts';
import { coreDesk } from '#test/support/core-desk.ts';

let root = '';
let desk: ReturnType<typeof coreDesk>;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'deskside-downloads-'));
  desk = coreDesk();
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A desk that was ended while it fetched the model. */
function stoppedDownload(model: string, inUse: string | null = null): ModelDownloads {
  saveDownloadOrder(desk.db.settings, { host: 'https://models.example', model });
  return createModelDownloads({
    settings: desk.db.settings,
    emit: () => undefined,
    folder: root,
    isInUse: (folder) => inUse !== null && isSameFolder(inUse, folder),
    choose: async () => undefined,
  });
}

async function weightsIn(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'model.onnx');
  await writeFile(file, 'x');
  return file;
}

test('bug: removing a stopped download deletes the model that answers, where its folder was chosen by hand', async () => {
  const target = path.join(root, 'a+b');
  const file = await weightsIn(target);
  const link = path.join(root, 'link');
  await symlink(target, link);
  await expect(stoppedDownload('a/b', link).discard()).rejects.toMatchObject({ code: 'conflict' });
  expect(existsSync(file)).toBe(true);
  await stoppedDownload('a/b').discard();
  expect(existsSync(file)).toBe(false);
});

test('bug: a model that is chosen and not open yet is removed with its stopped download', async () => {
  const target = path.join(root, 'a+b');
  const file = await weightsIn(target);
  const folder = { kind: 'folder', folder: target } as const;
  const downloads = stoppedDownload('a/b');
  for (const setting of [
    { answering: folder, wanted: null },
    { answering: builtIn, wanted: folder },
  ]) {
    saveModelSetting(desk.db.settings, setting);
    await expect(downloads.discard()).rejects.toMatchObject({ code: 'conflict' });
    expect(existsSync(file)).toBe(true);
    expect(downloads.state()).toMatchObject({ model: 'a/b' });
  }
  saveModelSetting(desk.db.settings, { answering: builtIn, wanted: null });
  await downloads.discard();
  expect(existsSync(file)).toBe(false);
  expect(downloads.state()).toBeNull();
});

test('bug: two models whose names differ in a dash and a slash share a folder', async () => {
  const [one, other] = [await weightsIn(path.join(root, 'a+b--c')), await weightsIn(path.join(root, 'a--b+c'))];
  await stoppedDownload('a/b--c').discard();
  expect([existsSync(one), existsSync(other)]).toEqual([false, true]);
  await stoppedDownload('a--b/c').discard();
  expect(existsSync(other)).toBe(false);
});
