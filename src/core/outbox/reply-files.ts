import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import type { MacroPart } from '#shared/model/macro.ts';
import {
  type FileRules,
  type ReplyFile,
  deskFileRules,
  fileFaultOf,
  mostFileBytes,
  safeContentType,
  safeFileName,
  withoutDoubles,
} from '#shared/model/reply-file.ts';
import type { Clock } from '../ports/clock.ts';
import type { InboxTraits, OutgoingFile } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';

export type FileDeps = Pick<Database, 'transaction' | 'files' | 'macros' | 'conversations'> & {
  readonly clock: Clock;
  readonly emit: EmitEvent;
  /** What a conversation's inbox can take; null where it was removed. */
  readonly inboxFor: (inboxId: string) => InboxTraits | null;
};

/** A file as a window gives it: all of it untrusted. */
export type GivenFile = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** Keeps a file that something is about to refer to. Errors: `files_refused` for one that is empty or too large. */
export function keepFile({ files, clock }: Pick<FileDeps, 'files' | 'clock'>, given: GivenFile): ReplyFile {
  const name = safeFileName(given.name);
  const size = given.bytes.byteLength;
  if (size === 0) throw new AppError('files_refused', 'The file is empty', { detail: { reason: 'empty', file: name } });
  if (size > mostFileBytes) throw tooLarge(name, mostFileBytes);
  const sha256 = files.keep(given.bytes, clock.now());
  return { sha256, name, contentType: safeContentType(given.contentType), size };
}

/**
 * Attaches a file to the reply that is being written; one that is attached already is not taken twice. Returns all of
 * its files. Errors: `files_refused` (`detail`: reason, file, max), `not_found`.
 */
export function attachFile(
  deps: FileDeps,
  { conversationId, ...given }: GivenFile & { readonly conversationId: string },
): readonly ReplyFile[] {
  return deps.transaction(() => addToWork(deps, conversationId, [keepFile(deps, given)]));
}

/** Attaches what macros carry, as they stood when they were put in. Returns all files of the reply. Errors: as above. */
export function attachMacroFiles(
  deps: FileDeps,
  { conversationId, macros }: { readonly conversationId: string; readonly macros: readonly Omit<MacroPart, 'text'>[] },
): readonly ReplyFile[] {
  const carried = macros.flatMap(({ macroId, versionId }) => {
    const version = deps.macros.versions(macroId).find((each) => each.versionId === versionId);
    return version?.content.files ?? [];
  });
  return deps.transaction(() => addToWork(deps, conversationId, carried));
}

function addToWork(deps: FileDeps, conversationId: string, added: readonly ReplyFile[]): readonly ReplyFile[] {
  const all = withoutDoubles([...deps.files.ofWork(conversationId), ...added]);
  refuseFaulty(all, rulesOf(deps, conversationId));
  refuseMissing(deps, added);
  deps.files.addToWork(conversationId, added, deps.clock.now());
  deps.emit('files.changed', { conversationId });
  return all;
}

/** Takes a file off the reply that is being written, and lets go of it where nothing else refers to it. */
export function removeFile(
  deps: FileDeps,
  { conversationId, sha256 }: { readonly conversationId: string; readonly sha256: string },
): readonly ReplyFile[] {
  deps.transaction(() => {
    deps.files.removeFromWork(conversationId, [sha256]);
    deps.files.dropUnused({ ...unusedSince(deps.clock), only: sha256 });
  });
  deps.emit('files.changed', { conversationId });
  return deps.files.ofWork(conversationId);
}

function rulesOf(deps: FileDeps, conversationId: string): FileRules {
  const { inboxId, channel } = deps.conversations.get(conversationId);
  return deps.inboxFor(inboxId)?.replyRules(channel).files ?? deskFileRules;
}

/** Errors: `files_refused` for one that is not kept (any more). */
export function refuseMissing({ files }: Pick<FileDeps, 'files'>, list: readonly ReplyFile[]): void {
  for (const file of list) if (!files.has(file.sha256)) throw gone(file);
}

/** Errors: `files_refused` with what stands in the way. */
export function refuseFaulty(files: readonly ReplyFile[], rules: FileRules): void {
  const fault = fileFaultOf(files, rules);
  switch (fault?.fault) {
    case undefined:
      return;
    case 'too_large':
      throw tooLarge(fault.file.name, fault.maxBytes);
    case 'too_large_together':
      throw refused('The files are too large together', { reason: fault.fault, max: fault.maxBytes });
    case 'too_many':
      throw refused('There are too many files', { reason: fault.fault, max: fault.maxFiles });
    default:
      throw refused('No files can go there', { reason: `not_taken_${fault?.why}` });
  }
}

/**
 * Takes the files out of the work and gives them to the reply that leaves with them. Belongs into the caller's
 * transaction. Errors: `files_refused` for one that is not attached any more.
 */
export function takeFromWork(
  deps: Pick<FileDeps, 'files'>,
  conversationId: string,
  hashes: readonly string[],
): readonly ReplyFile[] {
  const attached = deps.files.ofWork(conversationId);
  const taken = attached.filter(({ sha256 }) => hashes.includes(sha256));
  if (taken.length !== new Set(hashes).size) throw refused('A file is not attached any more', { reason: 'detached' });
  deps.files.removeFromWork(conversationId, hashes);
  return taken;
}

/** The files of a reply with what is in them. Errors: `files_refused` for one that is not kept any more. */
export function outgoingFiles({ files }: Pick<FileDeps, 'files'>, list: readonly ReplyFile[]): readonly OutgoingFile[] {
  return list.map((file) => {
    const bytes = files.bytes(file.sha256);
    if (bytes === null) throw gone(file);
    return { name: file.name, contentType: file.contentType, bytes };
  });
}

const dayMs = 24 * 3_600_000;
/** As long as the window keeps the text they belong to. */
const workFor = 30 * dayMs;
/** A reply that comes back undelivered can be sent again so long. */
const sentFor = 30 * dayMs;
/** A window may hold a file that it has brought and not yet named, as a macro that is being written. */
const broughtFor = dayMs;

/** Lets go of files that nothing refers to any more. Returns how many went. */
export function dropUnusedFiles({ files, clock }: Pick<FileDeps, 'files' | 'clock'>): number {
  return files.dropUnused(unusedSince(clock));
}

function unusedSince(clock: Clock) {
  const now = clock.now();
  return { workSince: now - workFor, sentSince: now - sentFor, broughtBefore: now - broughtFor };
}

function tooLarge(file: string, max: number): AppError {
  return refused(`${file} is too large`, { reason: 'too_large', file, max });
}

function gone({ name }: ReplyFile): AppError {
  return refused(`${name} is not kept any more`, { reason: 'gone', file: name });
}

function refused(message: string, detail: Readonly<Record<string, string | number>>): AppError {
  return new AppError('files_refused', message, { detail });
}
