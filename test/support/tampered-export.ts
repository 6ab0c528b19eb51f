import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { manifestText, readManifest } from '#core/portable/manifest.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import { AppError } from '#shared/errors.ts';
import { portableDesk } from './portable-desk.ts';
import { fillCorpus } from './random-corpus.ts';
import { seededRandom } from './seeded-random.ts';

/** A sound export to spoil copies of. */
export type SoundExport = {
  /** Where copies and other things may lie. */
  readonly root: string;
  readonly whole: string;
  /** Its files by the alphabet. */
  readonly files: readonly string[];
  end(): void;
};

export async function soundExport(): Promise<SoundExport> {
  const root = mkdtempSync(path.join(tmpdir(), 'deskside-tamper-'));
  const whole = path.join(root, 'whole');
  const desk = portableDesk();
  fillCorpus(desk.db, seededRandom(11), 20);
  await exportCorpus(desk.deps, whole);
  const files = readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(whole, name)).isFile())
    .toSorted();
  return { root, whole, files, end: () => rmSync(root, { recursive: true, force: true }) };
}

let copies = 0;

/** What a desk says of a tampered copy: the file it names and why. It must not have written a thing, whatever it says. */
export async function refusalOf(
  { root, whole }: SoundExport,
  tamper: (folder: string) => void,
): Promise<readonly unknown[]> {
  const folder = path.join(root, `copy-${copies++}`);
  cpSync(whole, folder, { recursive: true });
  tamper(folder);
  const desk = portableDesk();
  const before = rowsOf(desk);
  const digest = createHash('sha256').update(textOf(folder, 'manifest.json')).digest('hex');
  const errors: AppError[] = [];
  for (const attempt of [() => inspectCorpus(desk.deps, folder), () => takeCorpus(desk.deps, { folder, digest })]) {
    const error: unknown = await attempt().then(
      () => null,
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(AppError);
    errors.push(error as AppError);
  }
  expect(rowsOf(desk)).toEqual(before);
  expect(desk.events).toEqual([]);
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
  const [first, second] = errors;
  expect(second?.detail).toEqual(first?.detail);
  expect(first?.message).toContain(String(first?.detail['file']));
  return [first?.code, first?.detail['file'], first?.detail['why']];
}

function rowsOf({ db }: ReturnType<typeof portableDesk>): number {
  const snapshot = db.corpus.snapshot();
  const rows = (['stores', 'sets', 'sources', 'dismissals'] as const).flatMap((kind) => [
    ...snapshot.records({ kind }),
  ]);
  rows.push(...snapshot.records({ kind: 'knowledge', storeId: null, setId: null }));
  snapshot.close();
  return rows.length + db.passages.count(null).passages;
}

export function textOf(folder: string, name: string): string {
  try {
    return readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return '';
  }
}

/** Signs whatever the folder holds now with a new key, as somebody who forges a whole export would. */
export function signAgain(folder: string, manifest: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(path.join(folder, 'manifest.json'), manifest);
  writeFileSync(
    path.join(folder, 'manifest.sig'),
    `${sign(null, Buffer.from(manifest), privateKey).toString('base64')}\n`,
  );
  writeFileSync(path.join(folder, 'manifest.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
}

/** Changes a file of rows and signs the whole again: only what the rows say is wrong. */
export function forged(name: string, change: (lines: string[]) => string[]): (folder: string) => void {
  return (folder) => {
    const lines = textOf(folder, name).split('\n').slice(0, -1);
    const text = change(lines)
      .map((line) => `${line}\n`)
      .join('');
    writeFileSync(path.join(folder, name), text);
    const listed = readManifest(textOf(folder, 'manifest.json')).files.map((file) =>
      file.path === name
        ? {
            path: name,
            bytes: Buffer.byteLength(text),
            rows: text.split('\n').length - 1,
            sha256: createHash('sha256').update(text).digest('hex'),
          }
        : file,
    );
    signAgain(folder, manifestText(listed));
  };
}
