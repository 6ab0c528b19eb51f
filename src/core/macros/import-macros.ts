import { AppError } from '#shared/errors.ts';
import { type Macro, type MacroImportRow, MacroContent } from '#shared/model/macro.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import type { Macro as HelpdeskMacro } from '../ports/helpdesk.ts';
import type { InboxConnector } from '../ports/inbox-connector.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type MacroDialect, readInOurs } from './foreign-placeholders.ts';
import type { MacroDeps } from './save-macro.ts';

export type ImportMacrosDeps = MacroDeps &
  Pick<Database, 'inboxes'> & { readonly connectorOf: (inboxId: string) => Promise<InboxConnector> };

export type ImportMacrosInput = {
  readonly inboxId: string;
  /** Also those that one agent keeps for themselves. */
  readonly withPrivate: boolean;
  /** Only tells what would become of each. */
  readonly isDryRun: boolean;
};

/**
 * Takes the replies that a helpdesk's agents keep ready, for the inbox's store. What was imported before is brought up to
 * date, unless a person has changed or retired it here. Errors: `unsupported` where the inbox is no helpdesk, and those
 * of its connector.
 */
export async function importMacros(
  deps: ImportMacrosDeps,
  input: ImportMacrosInput,
  signal: AbortSignal,
): Promise<readonly MacroImportRow[]> {
  const inbox = deps.inboxes.get(input.inboxId);
  const { helpdesk } = await deps.connectorOf(input.inboxId);
  const dialect = dialectOf(inbox.settings.kind);
  if (helpdesk === null || dialect === null) throw new AppError('unsupported', `${inbox.name} is no helpdesk`);
  const listed = await helpdesk.macros(signal);
  const rows = deps.transaction(() => {
    const known = new Map(
      deps.macros
        .list()
        .flatMap((macro) => (macro.origin?.inboxId === inbox.id ? [[macro.origin.remoteId, macro] as const] : [])),
    );
    return listed.map((macro) => {
      const change = changeOf(macro, known.get(macro.id), { ...input, dialect, storeId: inbox.storeId });
      if (change.content !== null && !input.isDryRun) take(deps, change.content, change.known, macro, inbox.id);
      return change.row;
    });
  });
  if (!input.isDryRun) deps.emit('macro.changed', {});
  return rows;
}

function dialectOf(kind: string): MacroDialect | null {
  return dialects.find((dialect) => dialect === kind) ?? null;
}
const dialects: readonly MacroDialect[] = ['zendesk', 'gorgias', 'freshdesk', 'chatwoot', 'libredesk'];

type Change = {
  readonly row: MacroImportRow;
  /** What is to be written; null: nothing. */
  readonly content: MacroContent | null;
  readonly known: Macro | undefined;
};

type Place = { readonly withPrivate: boolean; readonly dialect: MacroDialect; readonly storeId: string };

function changeOf(macro: HelpdeskMacro, known: Macro | undefined, place: Place): Change {
  const row = { title: macro.title, reason: null, mapped: [], asked: [], filesLeftOut: [...macro.files] };
  const refused = (reason: MacroImportRow['reason']): Change => ({
    row: { ...row, result: 'refused', reason },
    content: null,
    known,
  });
  if (!macro.isShared && !place.withPrivate) return refused('private');
  const read = contentOf(macro, place);
  if ('reason' in read) return refused(read.reason);
  const told = { ...row, mapped: [...read.mapped], asked: [...read.asked] };
  if (known === undefined) return { row: { ...told, result: 'added' }, content: read.content, known };
  if (known.origin?.title === macro.title && known.origin.body === macro.body) {
    return { row: { ...told, result: 'unchanged' }, content: null, known };
  }
  const before = contentOf({ ...macro, title: known.origin?.title ?? '', body: known.origin?.body ?? '' }, place);
  const isOurs =
    known.state === 'retired' ||
    'reason' in before ||
    before.content.body !== known.content.body ||
    before.content.name !== known.content.name;
  if (isOurs) return { row: { ...told, result: 'kept' }, content: null, known };
  // Where it is offered was the owner's to say since.
  const content = { ...known.content, name: read.content.name, body: read.content.body };
  return { row: { ...told, result: 'updated' }, content, known };
}

type ReadContent = Pick<MacroImportRow, 'mapped' | 'asked'> & { readonly content: MacroContent };

function contentOf(
  { title, body }: Pick<HelpdeskMacro, 'title' | 'body'>,
  { dialect, storeId }: Place,
): ReadContent | { readonly reason: MacroImportRow['reason'] } {
  if (/\uFFFD/u.test(title + body) || !(title + body).isWellFormed()) return { reason: 'unreadable_characters' };
  const text = body.replace(/\r\n?/g, '\n').trim();
  if (text === '') return { reason: 'empty' };
  const read = readInOurs(text, dialect);
  if ('refusal' in read) return { reason: read.refusal };
  const content = MacroContent.safeParse({
    name: [...(title.trim() || (text.split('\n', 1)[0] ?? ''))].slice(0, longestName).join(''),
    shortcut: '',
    body: read.body,
    storeIds: [storeId],
    team: '',
    channels: [],
    language: detectLanguage(text),
    files: [],
  });
  return content.success ? { ...read, content: content.data } : { reason: 'too_long' };
}

const longestName = 100;

function take(
  deps: ImportMacrosDeps,
  content: MacroContent,
  known: Macro | undefined,
  { id: remoteId, title, body }: HelpdeskMacro,
  inboxId: string,
): void {
  const version = {
    versionId: deps.ids.newId(),
    state: 'active' as const,
    content,
    origin: { inboxId, remoteId, title, body },
    who: deps.person(),
    at: deps.clock.now(),
  };
  if (known === undefined) deps.macros.add({ macroId: deps.ids.newId(), ...version });
  else deps.macros.append({ macroId: known.id, ...version });
}
