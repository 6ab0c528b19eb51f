import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SoundExport, refusalOf, soundExport } from '#test/support/tampered-export.ts';

let sound: SoundExport;
beforeAll(async () => {
  sound = await soundExport();
});
afterAll(() => sound.end());

const flip = (at: number) => (file: string) => {
  const bytes = readFileSync(file);
  const index = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

/** What a desk may say of these two: which of them is at fault cannot be known. */
const signed = ['manifest.json', 'manifest.sig', 'manifest.pub'];

test('bug: a file with one byte flipped is taken, or another is blamed', async () => {
  for (const name of sound.files) {
    if (statSync(path.join(sound.whole, name)).size === 0) continue;
    for (const at of [0, 0.5, 0.999]) {
      const [code, file] = await refusalOf(sound, (folder) => flip(at)(path.join(folder, name)));
      expect([name, code]).toEqual([name, 'corpus_refused']);
      if (signed.includes(name)) expect(signed).toContain(file);
      else expect(file).toBe(name);
    }
  }
});

test('bug: a file that is cut short, made longer, emptied or gone is taken', async () => {
  for (const name of sound.files) {
    const target = (folder: string): string => path.join(folder, name);
    const size = statSync(path.join(sound.whole, name)).size;
    const isSigned = signed.includes(name);
    if (size > 0) {
      const cut = await refusalOf(sound, (folder) => truncateSync(target(folder), size - 1));
      const emptied = await refusalOf(sound, (folder) => truncateSync(target(folder), 0));
      for (const refusal of [cut, emptied]) {
        expect(refusal[0]).toBe('corpus_refused');
        if (!isSigned) expect(refusal).toEqual(['corpus_refused', name, 'changed']);
      }
    }
    const longer = await refusalOf(sound, (folder) => writeFileSync(target(folder), '\n', { flag: 'a' }));
    expect(longer[0]).toBe('corpus_refused');
    if (!isSigned) expect(longer).toEqual(['corpus_refused', name, 'changed']);
    expect(await refusalOf(sound, (folder) => rmSync(target(folder)))).toEqual(['corpus_refused', name, 'missing']);
  }
});

test('bug: files that are swapped, renamed or added are taken', async () => {
  const [one = '', two = ''] = sound.files.filter(
    (name) => name.startsWith('knowledge/') && statSync(path.join(sound.whole, name)).size > 0,
  );
  expect(
    await refusalOf(sound, (folder) => {
      renameSync(path.join(folder, one), path.join(folder, 'x'));
      renameSync(path.join(folder, two), path.join(folder, one));
      renameSync(path.join(folder, 'x'), path.join(folder, two));
    }),
  ).toEqual(['corpus_refused', one, 'changed']);
  for (const name of sound.files) {
    const renamed = await refusalOf(sound, (folder) =>
      renameSync(path.join(folder, name), path.join(folder, `${name}.old`)),
    );
    const expected = signed.includes(name) ? [name, 'missing'] : [`${name}.old`, 'extra'];
    expect(renamed).toEqual(['corpus_refused', ...expected]);
  }
  for (const name of ['more.jsonl', 'knowledge/more.jsonl', '.hidden', 'knowledge/a/b/c.txt', 'stores.jsonl ']) {
    const added = await refusalOf(sound, (folder) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), 'x');
    });
    expect(added[0]).toBe('corpus_refused');
    expect(name.startsWith(String(added[1]))).toBe(true);
    expect(added[2]).toBe('extra');
  }
  expect((await refusalOf(sound, (folder) => mkdirSync(path.join(folder, 'empty'))))[1]).toBe('empty/');
});

test('bug: a link or a pipe in an export is followed', async () => {
  writeFileSync(path.join(sound.root, 'secret.txt'), 'not yours');
  for (const name of sound.files) {
    const linked = await refusalOf(sound, (folder) => {
      cpSync(path.join(folder, name), path.join(sound.root, 'same'));
      rmSync(path.join(folder, name));
      symlinkSync(path.join(sound.root, 'same'), path.join(folder, name));
    });
    expect(linked).toEqual(['corpus_refused', name, 'link']);
  }
  expect(await refusalOf(sound, (folder) => symlinkSync('/etc', path.join(folder, 'etc')))).toEqual([
    'corpus_refused',
    'etc',
    'link',
  ]);
  // Something that is no file at all: it is never opened.
  const socket = createServer();
  const piped = await refusalOf(sound, (folder) => {
    rmSync(path.join(folder, 'stores.jsonl'));
    socket.listen(path.join(folder, 'stores.jsonl'));
  });
  socket.close();
  expect(piped).toEqual(['corpus_refused', 'stores.jsonl', 'link']);
});

test('bug: random damage somewhere is taken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), async (which, at) => {
      const candidates = sound.files.filter((name) => statSync(path.join(sound.whole, name)).size > 0);
      const name = candidates[which % candidates.length] ?? '';
      expect((await refusalOf(sound, (folder) => flip(at)(path.join(folder, name))))[0]).toBe('corpus_refused');
    }),
    { numRuns: 100 },
  );
});
