import { test } from 'vitest';
import { startIndexLoop } from '#backend/loops/index-loop.ts';
import { type CoreDesk, coreDesk, teach } from '#test/support/core-desk.ts';
import { eventually } from '#test/support/test-desk.ts';

test('bug: after an embedder’s bad moment what was written meanwhile never gets its vector', async () => {
  const desk = coreDesk();
  let isBroken = false;
  const embed: CoreDesk['embedder']['embed'] = async (texts) => {
    if (isBroken) throw new Error('gone');
    return desk.embedder.embed(texts);
  };
  const embedder = { ...desk.embedder, embed };
  const errors: unknown[] = [];
  const loop = startIndexLoop(
    {
      ...desk.deps,
      embedder: () => embedder,
      embedders: { next: () => null, takeOver: () => false, soleId: () => null },
      onTakenOver: () => undefined,
      setModel: () => undefined,
    },
    (error) => errors.push(error),
  );
  await loop.settled();
  isBroken = true;
  await teach({ ...desk, deps: { ...desk.deps, embedder: () => embedder } }, 'Freight in snow', 'Nine.');
  loop.wake();
  await eventually('it has failed', () => errors.length > 0);
  isBroken = false;
  await eventually('all is embedded', () => desk.db.passages.count(embedder.id).toEmbed === 0);
  await loop.stop();
});
