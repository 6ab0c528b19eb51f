import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import { AppError } from '#shared/errors.ts';
import { bytesOf, portableDesk, unsignedBytesOf, withFolder } from '#test/support/portable-desk.ts';
import { fillCorpus } from '#test/support/random-corpus.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

test('bug: some corpus does not come back byte for byte from its export', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 30 }), (seed, size) =>
      withFolder(async (folder) => {
        const first = portableDesk();
        const owners = fillCorpus(first.db, seededRandom(seed), size);
        await exportCorpus(first.deps, path.join(folder, 'one'));
        await exportCorpus(first.deps, path.join(folder, 'again'));
        expect(bytesOf(path.join(folder, 'again'))).toEqual(bytesOf(path.join(folder, 'one')));

        const second = portableDesk();
        const preview = await inspectCorpus(second.deps, path.join(folder, 'one'));
        const taken = await takeCorpus(second.deps, preview);
        expect(taken).toEqual({ owners, versions: preview.versions });
        await exportCorpus(second.deps, path.join(folder, 'two'));
        expect(unsignedBytesOf(path.join(folder, 'two'))).toEqual(unsignedBytesOf(path.join(folder, 'one')));

        // Taken twice it adds nothing; taken back where it came from, neither.
        expect(await takeCorpus(second.deps, preview)).toEqual({ owners: 0, versions: 0 });
        expect(await takeCorpus(first.deps, preview)).toEqual({ owners: 0, versions: 0 });
        first.db.close();
        second.db.close();
      }),
    ),
    { numRuns: 25 },
  );
});

test('bug: with the same key the signature is another', () =>
  withFolder(async (folder) => {
    const key = path.join(folder, 'key.pem');
    const first = portableDesk(undefined, key);
    fillCorpus(first.db, seededRandom(1), 5);
    await exportCorpus(first.deps, path.join(folder, 'one'));
    const second = portableDesk(undefined, key);
    const preview = await inspectCorpus(second.deps, path.join(folder, 'one'));
    await takeCorpus(second.deps, preview);
    await exportCorpus(second.deps, path.join(folder, 'two'));
    expect(bytesOf(path.join(folder, 'two'))).toEqual(bytesOf(path.join(folder, 'one')));
  }));

test('bug: whose key signed an export is not told', () =>
  withFolder(async (folder) => {
    const first = portableDesk();
    fillCorpus(first.db, seededRandom(2), 3);
    const { fingerprint } = await exportCorpus(first.deps, path.join(folder, 'one'));
    const second = portableDesk();
    const one = path.join(folder, 'one');
    expect((await inspectCorpus(first.deps, one)).signer).toEqual({ fingerprint, standing: 'own' });
    const preview = await inspectCorpus(second.deps, one);
    expect(preview.signer).toEqual({ fingerprint, standing: 'unknown' });
    await takeCorpus(second.deps, preview);
    expect((await inspectCorpus(second.deps, one)).signer.standing).toBe('known');
  }));

test('bug: an export writes over a folder that holds something, or leaves half of itself', () =>
  withFolder(async (folder) => {
    const desk = portableDesk();
    fillCorpus(desk.db, seededRandom(3), 3);
    mkdirSync(path.join(folder, 'full'));
    writeFileSync(path.join(folder, 'full', 'letter.txt'), 'mine');
    await expect(exportCorpus(desk.deps, path.join(folder, 'full'))).rejects.toMatchObject({ code: 'conflict' });
    const stop = new AbortController();
    stop.abort(new AppError('cancelled', 'No more'));
    fillCorpus(desk.db, seededRandom(4), 600);
    await expect(exportCorpus(desk.deps, path.join(folder, 'cut'), stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(Object.keys(bytesOf(folder))).toEqual(['full/letter.txt']);
  }));
