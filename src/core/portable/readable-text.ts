import type { CorpusPart } from '../ports/repositories/corpus.ts';
import type { CorpusRecord, RecordOf } from './records.ts';

/** What stores and sets are called now, by id. */
export type Names = { readonly stores: ReadonlyMap<string, string>; readonly sets: ReadonlyMap<string, string> };

/** The text at the top of an export. */
export const readMe = `Knowledge, lessons and settings of a Deskside desk, as plain files.

readable/        what is in use now, for reading
*.jsonl          every row with all its versions, one a line (JSON, UTF-8)
manifest.json    every file with its size, its number of lines and its SHA-256
manifest.sig     the Ed25519 signature of manifest.json, base64
manifest.pub     the key that made it

stores           stores, and how they speak
sets             entries that are switched together, and where they are on
sources          where knowledge is read from; without passwords, keys and paths
knowledge        entries: of the base, of a store, of a set
learned          what the desk learned from replies that people corrected
confirmations    replies that say the same as a lesson: how many, and of how many people
rules            what a store shares without a look
decisions        what became of lessons and why; of whoever decided what they are, not who
macros           replies kept ready
files            what macros carry, named by SHA-256
dismissals       findings that a person let stand

Inboxes, conversations, customers, shops, passwords and keys are not in here.
Deskside takes an export back only as it was written: with a file changed, missing or added it is refused by name.
`;

/** The file that shows a part to people; null where there is nothing to read. ASCII, so that no system renames it. */
export function readableFileOf(part: CorpusPart, names: Names): string | null {
  if (part.kind === 'knowledge') {
    if (part.storeId !== null) return `readable/${nameOf('store', part.storeId, names.stores)}.md`;
    if (part.setId !== null) return `readable/${nameOf('set', part.setId, names.sets)}.md`;
    return 'readable/base.md';
  }
  if (part.kind === 'macros') return 'readable/macros.md';
  if (part.kind === 'learned') return `readable/${nameOf('store', part.storeId, names.stores)}-lessons.md`;
  return null;
}

function nameOf(kind: 'store' | 'set', id: string, names: ReadonlyMap<string, string>): string {
  const words = (names.get(id) ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '');
  return [kind, words, id].filter((each) => each !== '').join('-');
}

/** How a file for reading begins. */
export function readableHead(part: CorpusPart, names: Names): string {
  if (part.kind === 'learned') return `# ${oneLine(names.stores.get(part.storeId) ?? '')} – lessons\n`;
  if (part.kind === 'macros') return '# Macros\n';
  if (part.kind !== 'knowledge') return '';
  const { storeId, setId } = part;
  const name = storeId !== null ? names.stores.get(storeId) : setId !== null ? names.sets.get(setId) : 'Base';
  return `# ${oneLine(name ?? '')}\n`;
}

/** The newest version of an entry, a lesson or a macro for reading; nothing of one that is out of use. */
export function readableItem(record: CorpusRecord): string {
  if (record.type === 'learnedVersion')
    return record.state === 'active' ? block(record.question, record.answer, notesOfLesson(record)) : '';
  if (record.type === 'macroVersion') return record.state === 'active' ? readableMacro(record) : '';
  if (record.type !== 'entryVersion' || record.state !== 'active') return '';
  return block(record.question, record.answer, [...attributesOf(record), ...notesOf(record)]);
}

function readableMacro({ content, macroId }: RecordOf<'macroVersion'>): string {
  const { name, body, shortcut, files } = content;
  return block(name, body, [
    ...(shortcut === '' ? [] : [`Shortcut: /${shortcut}`]),
    ...files.map((file) => `Carries: ${file.name} (files/${file.sha256})`),
    `Macro ${macroId}`,
  ]);
}

function notesOfLesson({
  itemId,
  reach,
  scope,
  channels,
  customerGroup,
}: RecordOf<'learnedVersion'>): readonly string[] {
  return [
    ...(reach === 'author' ? ['Waits for a lead: of one person alone'] : []),
    ...(reach === 'nobody' ? ['Set aside'] : []),
    ...((scope ?? []).length === 0 ? [] : [`About: ${(scope ?? []).join(', ')}`]),
    ...((channels ?? []).length === 0 ? [] : [`Channels: ${(channels ?? []).join(', ')}`]),
    ...((customerGroup ?? '') === '' ? [] : [`Speaks of: ${customerGroup ?? ''}`]),
    `Lesson ${itemId}`,
  ];
}

function block(question: string, answer: string, notes: readonly string[]): string {
  const title = oneLine(question);
  return `\n## ${title === '' ? '–' : title}\n\n${quoted(answer)}\n\n${notes.map((note) => `- ${oneLine(note)}\n`).join('')}`;
}

/** A text as a quotation, so that nothing in it can pass for another entry. */
function quoted(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.map((line) => `> ${plain(line).replace(/^(\s*)(?=#|=+\s*$|-+\s*$)/, '$1\\')}`.trimEnd()).join('\n');
}

/** Without the marks by which Markdown would show a picture or a page of somebody else. */
function plain(text: string): string {
  return text.replaceAll('<', '\\<').replaceAll('![', '!\\[');
}

function attributesOf({ attributes }: RecordOf<'entryVersion'>): readonly string[] {
  return attributes.map(({ name, value }) => {
    switch (value.type) {
      case 'text':
        return `${name}: ${value.text}`;
      case 'quantity':
        return `${name}: ${value.amount} ${value.unit}`;
      case 'money':
        return `${name}: ${value.amount} ${value.currency}`;
      case 'yesNo':
        return `${name}: ${value.isTrue ? 'yes' : 'no'}`;
      default:
        return `${name}: ${value.url}`;
    }
  });
}

function notesOf(record: RecordOf<'entryVersion'>): readonly string[] {
  const { topic, scope, channels, validity, overlaysEntryId, source, who, why } = record;
  const written = new Date(record.createdAt).toISOString();
  return [
    ...(topic === null ? [] : [`Topic: ${topic}`]),
    ...(scope.length === 0 ? [] : [`About: ${scope.join(', ')}`]),
    ...(channels.length === 0 ? [] : [`Channels: ${channels.join(', ')}`]),
    ...(validity === null ? [] : [`Holds: ${validity.from ?? '…'} to ${validity.until ?? '…'} ${validity.zone}`]),
    ...(overlaysEntryId === null ? [] : [`In place of: ${overlaysEntryId}`]),
    ...(source.file === null ? [] : [`From: ${[source.file, ...source.headings].join(' › ')}${placeOf(source)}`]),
    `Version ${record.number} of ${written}${who === '' ? '' : ` by ${who}`}${why === '' ? '' : `: ${why}`}`,
    `Entry ${record.entryId} (${record.kind}, ${record.language})`,
  ];
}

function placeOf({ page, row }: RecordOf<'entryVersion'>['source']): string {
  if (page !== null) return `, page ${page}`;
  return row === null ? '' : `, row ${row}`;
}

function oneLine(text: string): string {
  return plain(text).replace(/\s+/gu, ' ').trim();
}
