import { mostFiles, readableExtensions } from '#shared/model/source.ts';

/** Files a person has dropped or picked, under one name. */
export type GivenFiles = {
  /** Of the file or the folder. */
  readonly name: string;
  /** `name`: from the folder on, with `/` between. */
  readonly files: ReadonlyArray<{ readonly name: string; readonly file: File }>;
  /** More than may be read at once were given; these were left out. */
  readonly left: number;
};

/** For a file input. */
export const acceptedFiles = readableExtensions.map((extension) => `.${extension}`).join(',');

const readable: ReadonlySet<string> = new Set(readableExtensions);
const deepest = 16;

/** Whether a file of a folder is read: a hidden one, a lock of an office program and any other kind is passed over. */
export function isReadable(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.some((part) => part.startsWith('.') || part.startsWith('~$') || part === '__MACOSX')) return false;
  return readable.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

/** Files that were picked; null where there is none. */
export function pickedFiles(list: FileList | null): GivenFiles | null {
  const files = [...(list ?? [])].map((file) => ({ name: file.name, file }));
  return files[0] === undefined ? null : given(nameOfAll(files.map((one) => one.name)), files);
}

/** What was dropped, folders walked through; null where nothing of it can be read. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFiles | null> {
  // Only in this moment they can be taken from the event. What another program hands over may be no entry of a folder.
  const dropped = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
  const files: Array<{ name: string; file: File }> = [];
  for (const entry of dropped) {
    if (entry instanceof File) files.push({ name: entry.name, file: entry });
    else if (entry.isFile) files.push({ name: entry.name, file: await fileOf(entry as FileSystemFileEntry) });
    else await walk(entry as FileSystemDirectoryEntry, dropped.length === 1 ? '' : `${entry.name}/`, 0, files);
  }
  if (files.length === 0) return null;
  return given(nameOfAll(dropped.map((entry) => entry.name)), files);
}

/** "faq.csv", "faq.csv + 2". */
function nameOfAll(names: readonly string[]): string {
  const [first = ''] = names;
  return (names.length > 1 ? `${first} + ${names.length - 1}` : first).slice(0, 200);
}

function given(name: string, files: GivenFiles['files']): GivenFiles {
  return { name, files: files.slice(0, mostFiles), left: Math.max(0, files.length - mostFiles) };
}

async function walk(
  folder: FileSystemDirectoryEntry,
  prefix: string,
  depth: number,
  into: Array<{ name: string; file: File }>,
): Promise<void> {
  if (depth > deepest || into.length > mostFiles * 4) return;
  for (const entry of (await entriesOf(folder)).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory && !entry.name.startsWith('.'))
      await walk(entry as FileSystemDirectoryEntry, `${name}/`, depth + 1, into);
    else if (entry.isFile && isReadable(name)) into.push({ name, file: await fileOf(entry as FileSystemFileEntry) });
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder gives its entries a hundred at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** The bytes to hand over. */
export function bytesOf({ files }: GivenFiles): Promise<Array<{ name: string; bytes: Uint8Array<ArrayBuffer> }>> {
  return Promise.all(files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
