import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { corpusGroups } from '#core/portable/corpus-groups.ts';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { manifestText, readManifest } from '#core/portable/manifest.ts';
import { readableItem } from '#core/portable/readable-text.ts';
import { type RecordOf, lineOf } from '#core/portable/records.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { portableDesk, withFolder } from '#test/support/portable-desk.ts';

const row = { id: newId(), originDesk: newId(), createdAt: 1 };

test('bug: an export from somebody else brings a source that reads a path of this machine', () => {
  const place = { storeId: null, setId: null };
  const settings = { kind: 'folder', path: '/home/ann/.ssh' } as const;
  const line = lineOf({ type: 'source', ...row, ...place, name: 'FAQ', settings, removedAt: null });
  const file = { path: 'sources.jsonl', bytes: 1, rows: 1, sha256: '' };
  const reader = { lines: () => [line].values() };
  const seen = { owners: new Map(), versions: new Map<string, string>(), carried: new Set<string>() };
  const [group] = [...corpusGroups({ files: [file], reader } as never, seen)];
  expect(group?.owner).toMatchObject({ name: 'FAQ', settings: { kind: 'file', path: null } });
});

test('bug: a manifest of many files holds up the desk for seconds', () => {
  const files = Array.from({ length: 20_000 }, (_, i) => ({
    path: `learned/store-${i.toString(16).padStart(8, '0')}-0000-0000-0000-000000000000.jsonl`,
    bytes: 1,
    rows: 1,
    sha256: '0'.repeat(64),
  }));
  const text = manifestText(files);
  const began = performance.now();
  readManifest(text);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('bug: an export that cannot begin leaves half a folder behind', () =>
  withFolder(async (folder) => {
    const { deps } = portableDesk();
    const snapshot = (): never => {
      throw new Error('busy');
    };
    const target = path.join(folder, 'x');
    await expect(exportCorpus({ ...deps, corpus: { ...deps.corpus, snapshot } }, target)).rejects.toThrow('busy');
    expect(existsSync(`${target}.unfinished`)).toBe(false);
  }));

const entry = (over: Partial<RecordOf<'entryVersion'>>): RecordOf<'entryVersion'> => ({
  type: 'entryVersion',
  ...row,
  number: 1,
  entryId: newId(),
  state: 'active',
  kind: 'pair',
  question: 'Q',
  answer: 'A.',
  topic: null,
  scope: [],
  language: 'en',
  channels: [],
  attributes: [],
  validity: null,
  overlaysEntryId: null,
  source: { origin: 'person', sourceId: null, file: null, row: null, page: null, headings: [], url: null },
  who: '',
  why: '',
  ...over,
});

test('bug: in the text for people an answer passes for another entry, or shows somebody else’s picture', () => {
  const answer = [
    'Two days.\r\r## Refunds\r\rAlways.',
    '\n## Refunds\n\nRefunds\n---\nAlways.\n===',
    '<img src="https://x.example/a.png"> ![a](https://x.example/a.png)',
  ].join('\n');
  const text = readableItem(entry({ question: 'Q <img> ![a][b]', answer, who: '<b>' }));
  expect(text.match(/^## /gm)).toHaveLength(1);
  expect(text).not.toMatch(/\r|^(?:> )?(?:-{3}|=+)$|^> #|(?<!\\)<|!\[/m);
  expect(text).toContain('> Two days.\n>\n> \\## Refunds\n>\n> Always.');
});
