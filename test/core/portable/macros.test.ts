import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { saveMacro } from '#core/macros/save-macro.ts';
import { keepFile } from '#core/outbox/reply-files.ts';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { manifestText, readManifest } from '#core/portable/manifest.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import { AppError } from '#shared/errors.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { macroContent } from '#test/support/macro-content.ts';
import { portableDesk, withFolder } from '#test/support/portable-desk.ts';

const bytes = Buffer.from([0, 1, 2, 10, 13, 10, 255, 254]);

function deskWithMacro() {
  const desk = portableDesk();
  const deps = { ...desk.deps, emit: () => undefined, ids: { newId }, person: () => 'Ada' };
  const file = keepFile(deps, { name: 'Größen.pdf', contentType: 'application/pdf', bytes });
  const first = saveMacro(deps, { macroId: null, content: macroContent({ name: 'Care', files: [file] }) });
  const macro = saveMacro(deps, { macroId: first.id, content: { ...first.content, name: 'Care of kettles' } });
  return { desk, deps, macro, file };
}

/** What an older Deskside makes of a manifest: it knows the first form alone. */
function isReadableBefore(manifest: string): boolean {
  return (JSON.parse(manifest) as { readonly version: number }).version <= 1;
}

test('bug: macros stay behind, lose what they carry or their history', () =>
  withFolder(async (folder) => {
    const { desk, macro, file } = deskWithMacro();
    const one = path.join(folder, 'one');
    await exportCorpus(desk.deps, one);
    expect(readdirSync(path.join(one, 'files'))).toEqual([file.sha256]);
    expect(readFileSync(path.join(one, 'readable', 'macros.md'), 'utf8')).toContain('Größen.pdf');

    const other = portableDesk();
    const preview = await inspectCorpus(other.deps, one);
    expect(preview.counts.macro).toMatchObject({ added: 1 });
    await takeCorpus(other.deps, preview);
    expect(other.events).toContain('macro.changed');
    const versions = other.db.macros.versions(macro.id);
    expect(versions.map(({ version, content, changedBy }) => [version, content.name, changedBy])).toEqual([
      [2, 'Care of kettles', 'Ada'],
      [1, 'Care', 'Ada'],
    ]);
    expect(versions[0]?.content.files).toEqual([file]);
    expect(bytes.equals(other.db.files.bytes(file.sha256) ?? Buffer.of())).toBe(true);
    other.db.files.dropUnused({ workSince: 0, sentSince: 0, broughtBefore: Number.MAX_SAFE_INTEGER });
    expect(other.db.files.has(file.sha256)).toBe(true);
  }));

test('bug: an older Deskside takes half of an export', () =>
  withFolder(async (folder) => {
    const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
    await exportCorpus(deskWithMacro().desk.deps, one);
    await exportCorpus(portableDesk().deps, two);
    const manifest = (at: string): string => readFileSync(path.join(at, 'manifest.json'), 'utf8');
    expect([one, two].map((at) => isReadableBefore(manifest(at)))).toEqual([false, false]);
    expect(readManifest(manifest(one)).version).toBe(3);
    // What a later form is called it does not matter: it is refused by its number.
    const later = manifest(one).replace('"version": 3', '"version": 4');
    expect(() => readManifest(later)).toThrow(/newer Deskside/);
    // The first form holds no macros, whoever signed it.
    expect(() => readManifest(manifest(one).replace('"version": 3', '"version": 1'))).toThrow(AppError);
  }));

const spoiled: ReadonlyArray<readonly [string, (folder: string, hash: string) => string, string]> = [
  ['carries what nobody brings', (_, hash) => hash, 'reference'],
  ['is brought under another name', () => 'f'.repeat(64), 'changed'],
];

test.each(spoiled)('bug: a file that %s is taken', (_, nameOf, why) =>
  withFolder(async (folder) => {
    const { desk, file } = deskWithMacro();
    const one = path.join(folder, 'one');
    await exportCorpus(desk.deps, one);
    const { files } = readManifest(readFileSync(path.join(one, 'manifest.json'), 'utf8'));
    const kept = files.flatMap((each) => {
      if (!each.path.startsWith('files/')) return [each];
      return why === 'reference' ? [] : [{ ...each, path: `files/${nameOf('', file.sha256)}` }];
    });
    const text = manifestText(kept);
    if (why === 'changed') return void expect(() => readManifest(text)).toThrow(/not what was signed/);
    const other = portableDesk();
    const signer = { ...other.deps.signer, verify: () => true };
    writeFileSync(path.join(one, 'manifest.json'), text);
    const { rmSync } = await import('node:fs');
    rmSync(path.join(one, 'files'), { recursive: true });
    const digest = createHash('sha256').update(text).digest('hex');
    const deps = { ...other.deps, signer };
    for (const attempt of [() => inspectCorpus(deps, one), () => takeCorpus(deps, { folder: one, digest })])
      await expect(attempt()).rejects.toMatchObject({ code: 'corpus_refused', detail: { why } });
    expect(other.db.macros.list()).toEqual([]);
  }),
);
