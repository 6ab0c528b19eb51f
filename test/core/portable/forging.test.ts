import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestText, readManifest } from '#core/portable/manifest.ts';
import { type SoundExport, forged, refusalOf, signAgain, soundExport, textOf } from '#test/support/tampered-export.ts';

let sound: SoundExport;
beforeAll(async () => {
  sound = await soundExport();
});
afterAll(() => sound.end());

test('bug: an edited manifest, another key or another kind of key is believed', async () => {
  const text = textOf(sound.whole, 'manifest.json');
  const edited = await refusalOf(sound, (folder) =>
    writeFileSync(path.join(folder, 'manifest.json'), text.replace('"rows": ', '"rows": 1')),
  );
  expect(edited).toEqual(['corpus_refused', 'manifest.sig', 'signature']);
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
  expect(await refusalOf(sound, (folder) => writeFileSync(path.join(folder, 'manifest.pub'), other))).toEqual([
    'corpus_refused',
    'manifest.sig',
    'signature',
  ]);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const rsaKey = await refusalOf(sound, (folder) => {
    writeFileSync(path.join(folder, 'manifest.pub'), rsa.publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(
      path.join(folder, 'manifest.sig'),
      sign(null, Buffer.from(text), { key: rsa.privateKey }).toString('base64'),
    );
  });
  expect(rsaKey[1]).toBe('manifest.pub');
  const spaced = await refusalOf(sound, (folder) =>
    writeFileSync(path.join(folder, 'manifest.sig'), ` ${textOf(sound.whole, 'manifest.sig')}`),
  );
  expect(spaced).toEqual(['corpus_refused', 'manifest.sig', 'signature']);
});

test('bug: a signed manifest leads out of its folder or says what no manifest says', async () => {
  const files = readManifest(textOf(sound.whole, 'manifest.json')).files;
  const first = files[0] ?? { path: '', bytes: 0, rows: 0, sha256: '' };
  const cases: ReadonlyArray<readonly [string, string, string]> = [
    ...[
      '../outside.jsonl',
      '/etc/passwd',
      'knowledge/../../x.jsonl',
      'C:\\x.jsonl',
      'knowledge\\base.jsonl',
      'a\u0000b',
      '',
    ].map((name) => [manifestText([...files, { ...first, path: name }]), name, 'name'] as const),
    [manifestText([...files, first]), first.path, 'twice'],
    [manifestText(files.filter((file) => file.path !== 'sets.jsonl')), 'sets.jsonl', 'extra'],
    [JSON.stringify({ format: 'deskside-corpus', version: 4, files }), 'manifest.json', 'version'],
    [JSON.stringify({ format: 'other', version: 1, files }), 'manifest.json', 'content'],
    [JSON.stringify({ format: 'deskside-corpus', version: 1, files }), 'manifest.json', 'content'],
    [manifestText(files.map((file) => ({ ...file, bytes: file.bytes + 1 }))), files[0]?.path ?? '', 'changed'],
    [manifestText(files.map((file) => ({ ...file, rows: file.rows + 1 }))), 'stores.jsonl', 'changed'],
    ['[]', 'manifest.json', 'content'],
    ['null', 'manifest.json', 'content'],
    ['{', 'manifest.json', 'content'],
    ...[Number.POSITIVE_INFINITY, -1, 1.5, '9', null].map(
      (bytes) =>
        [
          JSON.stringify({ format: 'deskside-corpus', version: 1, files: [{ ...first, bytes }] }).replace(
            'null',
            '1e400',
          ),
          'manifest.json',
          'content',
        ] as const,
    ),
  ];
  for (const [manifest, file, why] of cases)
    expect(await refusalOf(sound, (folder) => signAgain(folder, manifest))).toEqual(['corpus_refused', file, why]);
});

const base = 'knowledge/base.jsonl';
const replaced = (from: string | RegExp, to: string) => (lines: string[]) =>
  lines.map((line) => line.replace(from, to));

test('bug: rows that no desk would write are taken because somebody signed them', async () => {
  const cases: ReadonlyArray<readonly [string, (lines: string[]) => string[]]> = [
    [base, (lines) => [...lines, lines[0] ?? '']],
    [base, (lines) => lines.toReversed()],
    [base, (lines) => lines.slice(1)],
    [base, (lines) => lines.slice(0, 1)],
    [base, (lines) => [...lines, 'not json']],
    [base, (lines) => [...lines, '{}']],
    [base, (lines) => [...lines, '']],
    [base, replaced('"number":1', '"number":1e400')],
    [base, replaced('"number":1', '"number":99999999999999999999')],
    [base, replaced('"number":1', '"number":"1"')],
    [base, replaced('"number":1', '"number":1.0')],
    [base, replaced('"state":"active"', '"state":"deleted"')],
    [base, replaced('"language":"und"', '"language":"tlh"')],
    [base, replaced('"storeId":null', '"storeId":"0195c0de-0000-7000-8000-ffffffffffff"')],
    [base, replaced('"who":', '"more":1,"who":')],
    [base, replaced('"zone":"Asia/Shanghai"', '"zone":"Mars/Olympus"')],
    [base, replaced('"from":"2026-11-10T20:00"', '"from":"2026-02-30T20:00"')],
    [base, replaced(/"answer":"[^"]*"/, '"answer":"\\ud800"')],
    [base, replaced('"type":"entry"', '"type":"store"')],
    ['stores.jsonl', replaced('"language":"ja"', '"language":"fr"')],
    ['stores.jsonl', (lines) => lines.map((line) => ` ${line}`)],
  ];
  for (const [i, [name, change]] of cases.entries())
    expect([i, ...(await refusalOf(sound, forged(name, change)))]).toEqual([i, 'corpus_refused', name, 'content']);
  const nowhere = '0195c0de-0000-7000-8000-ffffffffffff';
  expect(
    await refusalOf(
      sound,
      forged(base, replaced(/"overlaysEntryId":(?:null|"[^"]*")/, `"overlaysEntryId":"${nowhere}"`)),
    ),
  ).toEqual(['corpus_refused', base, 'reference']);
});
