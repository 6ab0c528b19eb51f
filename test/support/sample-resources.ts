import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the program's own resources lie. */
export const resourcesFolder = path.resolve(import.meta.dirname, '../../resources');

/** Where the model of sentences lies, if it has been prepared. */
export const modelsFolder = path.join(resourcesFolder, 'models');

/**
 * A resources folder with the sample store of the program and so many conversations of one customer message each,
 * every one of another customer. Returns the folder.
 */
export function sampleResources(folder: string, messages: readonly string[]): string {
  const own = path.join(resourcesFolder, 'sample-store');
  const made = path.join(folder, 'sample-store');
  mkdirSync(made, { recursive: true });
  for (const file of ['store.json', 'orders.json', 'lessons.json', 'knowledge.jsonl'])
    cpSync(path.join(own, file), path.join(made, file));
  const conversations = messages.map((text, i) => ({
    id: `made-${i + 1}`,
    customer: { name: `Customer ${i + 1}`, address: `customer${i + 1}@example.com` },
    subject: `Question ${i + 1}`,
    language: 'en',
    traits: [],
    turns: [{ role: 'customer', at: `-${i + 1}m`, text }],
    expects: [],
  }));
  const lines = conversations.map((conversation) => `${JSON.stringify(conversation)}\n`);
  writeFileSync(path.join(made, 'conversations.jsonl'), lines.join(''));
  return folder;
}

/** What customers of the sample store have written, in its order. */
export function sampleMessages(): readonly string[] {
  const file = path.join(resourcesFolder, 'sample-store', 'conversations.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly turns: ReadonlyArray<{ role: string; text: string }> })
    .flatMap(({ turns }) => turns.filter((turn) => turn.role === 'customer').map((turn) => turn.text));
}
