import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const [, licences = ''] = read('README.md').split('## Licences');

test('bug: words that others gathered are handed on without naming them', () => {
  for (const name of ['CC-CEDICT', 'CC BY-SA 4.0', 'JMdict', 'EDRDG', 'jieba', 'SCOWL', 'all-MiniLM-L6-v2'])
    expect(licences).toContain(name);
  const withNotice = readdirSync(join(root, 'resources'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[^/\\]+[/\\]NOTICE\.md$/.test(file),
  );
  expect(withNotice.length).toBeGreaterThan(1);
  for (const file of withNotice) expect(licences).toContain(`resources/${file.replaceAll('\\', '/')}`);
});

test('bug: what became of a list that was changed, and the licence of a table, are told nowhere', () => {
  expect(read('resources/words/NOTICE.md').split('```')[0]).toMatch(/vocabulary\s+of the sentence model/);
  const [head] = read('src/core/retrieval/simplified-characters.ts').split('*/');
  expect(head).toMatch(/CC-CEDICT.*Attribution-ShareAlike 4\.0/s);
  // Else the next list to be made would lose its note.
  for (const line of (head ?? '').trimEnd().split('\n')) expect(read('build/make-glosses.ts')).toContain(line);
});
