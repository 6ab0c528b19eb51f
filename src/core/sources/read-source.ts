import { AppError, assertNever, problemOf } from '#shared/errors.ts';
import {
  type Source,
  type SourceSettings,
  documentExtensions,
  mostFiles,
  readableExtensions,
} from '#shared/model/source.ts';
import { type PastConversationDeps, pastConversationsOf } from '../knowledge/past-conversations.ts';
import { macroRows } from '../knowledge/macro-rows.ts';
import type { InboxConnector } from '../ports/inbox-connector.ts';
import type { KnowledgeReader } from '../ports/knowledge-reader.ts';
import type { FolderListing, LocalFiles } from '../ports/local-files.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { AddressReader, ReadingProblem, ReadingProgress, SiteReader } from '../ports/site-reader.ts';
import type { Coverage } from './plan-changes.ts';
import type { SourceReading } from './plan-source.ts';
import { type SourcePiece, piecesOf } from './source-piece.ts';
import { keptState } from './source-state.ts';

export type ReadSourceDeps = PastConversationDeps &
  Pick<Database, 'sources' | 'inboxes'> & {
    readonly reader: KnowledgeReader;
    readonly localFiles: LocalFiles;
    readonly sites: SiteReader;
    readonly addresses: AddressReader;
    /** The open connector of an inbox. Errors: `not_found` where it was removed, and those of opening it. */
    readonly connectorOf: (inboxId: string) => Promise<InboxConnector>;
  };

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };

type Run = { readonly signal: AbortSignal; readonly onProgress: ReadingProgress };

const nothing: ReadonlySet<string> = new Set();
const whole: Coverage = { isWhole: true, read: nothing, same: nothing, unread: nothing };

/**
 * Reads a source as it is now; `given` are the files of one that is given by its bytes. Errors: those of its kind, where
 * nothing of it can be read; what concerns one file or page of several is in `problems`.
 */
export async function readSource(
  deps: ReadSourceDeps,
  source: Source,
  given: readonly GivenFile[] | null,
  run: Run,
): Promise<SourceReading> {
  const { settings } = source;
  switch (settings.kind) {
    case 'file':
      return readFileSource(deps, settings.path, given, run);
    case 'folder':
      return readFolder(deps, settings.path, run);
    case 'site':
      return readSite(deps, source.id, settings, run);
    case 'address':
      return readAddress(deps, source.id, settings.url, run);
    case 'inbox':
      return readInbox(deps, settings.inboxId, run);
    case 'macros':
      return readMacros(deps, settings.inboxId, run);
    default:
      return assertNever(settings);
  }
}

function readFileSource(
  deps: ReadSourceDeps,
  path: string | null,
  given: readonly GivenFile[] | null,
  run: Run,
): Promise<SourceReading> {
  if (given !== null)
    return readEach(
      deps,
      given.map((file) => ({ name: file.name, bytes: async () => file.bytes })),
      run,
    );
  if (path === null)
    throw new AppError('invalid_input', 'The file has to be given again', { detail: { field: 'files' } });
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return readEach(deps, [{ name, bytes: () => deps.localFiles.read({ name, path }, run.signal) }], run);
}

async function readFolder(deps: ReadSourceDeps, folder: string, run: Run): Promise<SourceReading> {
  const listing = await deps.localFiles.list(
    folder,
    { extensions: new Set([...readableExtensions, ...documentExtensions]), mostFiles },
    run.signal,
  );
  const files = listing.files.map((file) => ({
    name: file.name,
    bytes: () => deps.localFiles.read(file, run.signal),
  }));
  const reading = withUnread(await readEach(deps, files, run), listing.unread);
  if (listing.left === 0) return reading;
  const tooMany = problemOf(
    new AppError('too_many_files', `${listing.left} files of ${folder} were left out`, {
      detail: { left: listing.left, most: mostFiles },
    }),
  );
  return {
    ...reading,
    problems: [...reading.problems, { file: '', problem: tooMany }],
    coverage: { ...reading.coverage, isWhole: false, read: new Set(files.map((file) => file.name)) },
  };
}

function withUnread(reading: SourceReading, folders: FolderListing['unread']): SourceReading {
  const { coverage } = reading;
  const problems = folders.map(({ name, error }) => ({ file: name, problem: problemOf(error) }));
  const unread = new Set([...coverage.unread, ...folders.map(({ name }) => name)]);
  return { ...reading, problems: [...reading.problems, ...problems], coverage: { ...coverage, unread } };
}

type OpenedFile = { readonly name: string; readonly bytes: () => Promise<Uint8Array> };

/** What cannot be read of several is a problem among others; of one it is the error. */
async function readEach(deps: ReadSourceDeps, files: readonly OpenedFile[], run: Run): Promise<SourceReading> {
  const pieces: SourcePiece[] = [];
  const problems: ReadingProblem[] = [];
  for (const [done, file] of files.entries()) {
    run.onProgress(done, files.length);
    try {
      const { rows } = await deps.reader.read({ name: file.name, bytes: await file.bytes() }, run.signal);
      for (const piece of piecesOf(file.name, rows)) pieces.push(piece);
    } catch (error) {
      const problem = problemOf(error);
      if (run.signal.aborted || problem.code === 'cancelled' || files.length === 1) throw error;
      problems.push({ file: file.name, problem });
    }
    await deps.passTurn();
  }
  const unread = new Set(problems.map((one) => one.file));
  return { pieces, problems, state: null, coverage: { ...whole, unread } };
}

async function readSite(
  deps: ReadSourceDeps,
  sourceId: string,
  settings: Extract<SourceSettings, { kind: 'site' }>,
  { signal, onProgress }: Run,
): Promise<SourceReading> {
  const known = keptState(deps.sources.readerState(sourceId)).reader;
  const { pages, unchanged, gone, problems, state } = await deps.sites.read(settings, known, signal, onProgress);
  return {
    pieces: pages.flatMap((page) => piecesOf(page.name, page.rows, page.url)),
    problems,
    state,
    coverage: {
      isWhole: false,
      read: new Set([...pages.map((page) => page.url), ...gone]),
      same: new Set(unchanged),
      unread: nothing,
    },
  };
}

async function readAddress(deps: ReadSourceDeps, sourceId: string, url: string, run: Run): Promise<SourceReading> {
  const known = keptState(deps.sources.readerState(sourceId)).reader;
  const { name, bytes, state } = await deps.addresses.read(url, known, run.signal);
  if (bytes === null)
    return { pieces: [], problems: [], state, coverage: { ...whole, isWhole: false, same: new Set([name]) } };
  const reading = await readEach(deps, [{ name, bytes: async () => bytes }], run);
  return { ...reading, state };
}

/** Conversations do not unsay what was answered in them: nothing is gone. */
async function readInbox(deps: ReadSourceDeps, inboxId: string, { signal }: Run): Promise<SourceReading> {
  const { name } = deps.inboxes.get(inboxId);
  const rows = await pastConversationsOf(deps, inboxId, signal);
  return { pieces: piecesOf(name, rows), problems: [], state: null, coverage: { ...whole, isWhole: false } };
}

async function readMacros(deps: ReadSourceDeps, inboxId: string, { signal }: Run): Promise<SourceReading> {
  const { name } = deps.inboxes.get(inboxId);
  const { helpdesk } = await deps.connectorOf(inboxId);
  if (helpdesk === null) throw new AppError('unsupported', `${name} is no helpdesk`);
  const rows = macroRows(await helpdesk.macros(signal)).map((row) => ({
    ...row,
    key: row.macroId,
    isUnsure: !row.isShared,
  }));
  return { pieces: piecesOf(name, rows), problems: [], state: null, coverage: whole };
}
