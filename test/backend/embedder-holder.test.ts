import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbedderHolder, createEmbedderHolder } from '#backend/embedder-holder.ts';
import { startIndexLoop } from '#backend/loops/index-loop.ts';
import { coreDesk, teach } from '#test/support/core-desk.ts';
import { makeModelFolder } from '#test/support/model-folder.ts';
import { eventually, resourcesFolder } from '#test/support/test-desk.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'deskside-holder-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

function holderOf(desk: ReturnType<typeof coreDesk>, graceMs: number, wake: () => void): EmbedderHolder {
  return createEmbedderHolder({
    modelsFolder: path.join(resourcesFolder, 'models'),
    glosses: null,
    settings: desk.db.settings,
    emit: () => undefined,
    onChange: wake,
    graceMs,
  });
}

test('bug: a draft begun with the former model loses its vectors, or they are kept for ever', async () => {
  const desk = coreDesk();
  let wake = (): void => undefined;
  const embedders = holderOf(desk, 600, () => wake());
  await embedders.load();
  const deps = { ...desk.deps, embedder: embedders.current };
  await teach(desk, 'Do you ship to islands?', 'Yes, twice a week.');
  const former = embedders.current();
  const errors: unknown[] = [];
  let takenOver = 0;
  const loop = startIndexLoop(
    { ...deps, embedders, onTakenOver: () => takenOver++, setModel: () => undefined },
    (error) => errors.push(error),
  );
  wake = () => loop.wake();
  await loop.settled();
  await embedders.choose({ kind: 'folder', folder: await makeModelFolder(path.join(root, 'multilingual-e5-tiny')) });
  await eventually('it has taken over', () => takenOver === 1);
  const now = embedders.current();
  expect(now?.id).toMatch(/^multilingual-e5-tiny\//);
  // Who has begun with the former one still reads and finds by it.
  const scope = { storeId: desk.storeId, about: null, channel: null, at: desk.deps.clock.now() };
  const [vector] = (await former?.embed(['islands?'])) ?? [];
  expect(desk.db.passages.searchVector(former?.id ?? '', vector ?? new Float32Array(), scope, 1)).toHaveLength(1);
  await eventually('the former vectors are gone', () => desk.db.passages.count(former?.id ?? '').toEmbed > 0);
  expect(desk.db.passages.count(now?.id ?? '').toEmbed).toBe(0);
  await expect(former?.embed(['islands again?'])).rejects.toMatchObject({ code: 'embedder_unavailable' });
  await loop.stop();
  await embedders.close();
  expect(errors).toEqual([]);
});

test('bug: choosing what is in use already embeds everything anew', async () => {
  const desk = coreDesk();
  const embedders = holderOf(desk, 0, () => undefined);
  await embedders.load();
  await embedders.choose({ kind: 'built-in' });
  expect(embedders.next()).toBeNull();
  const folder = await makeModelFolder(path.join(root, 'multilingual-e5-tiny'));
  await embedders.choose({ kind: 'folder', folder });
  const next = embedders.next();
  await embedders.choose({ kind: 'folder', folder });
  expect(embedders.next()).toBe(next);
  expect(next === null || embedders.takeOver(next)).toBe(true);
  expect(next === null || embedders.takeOver(next)).toBe(false);
  await embedders.close();
});
