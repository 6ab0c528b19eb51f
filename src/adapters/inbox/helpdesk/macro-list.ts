import { placeholdersIn } from '#core/knowledge/macro-placeholders.ts';
import type { Macro } from '#core/ports/helpdesk.ts';
import { safeFileName } from '#shared/model/reply-file.ts';
import { AppError } from '#shared/errors.ts';
import { oneLine } from '../one-line.ts';

/** A ready-made reply as one helpdesk tells of it. */
export type ToldMacro = Omit<Macro, 'id' | 'placeholders' | 'updatedAt' | 'files'> & {
  /** Names; none where its list tells nothing of files. */
  readonly files?: readonly (string | null | undefined)[] | undefined;
  readonly id: number;
  /** RFC 3339, or ms UTC. */
  readonly updatedAt: string | number | null | undefined;
};

/** More pages than any account has macros for: a list that does not end. */
const mostPages = 500;

/** Macros by id, each once, without those that say nothing. */
export function macrosOf(told: readonly ToldMacro[]): readonly Macro[] {
  const byId = new Map(told.map((macro) => [macro.id, macro]));
  return [...byId.values()]
    .map(({ id, title, body, folders, isShared, updatedAt, files }) => ({
      id,
      title,
      body: body.trim(),
      folders,
      isShared,
      updatedAt,
      files,
    }))
    .filter(({ body }) => body !== '')
    .sort((a, b) => a.id - b.id)
    .map(({ id, title, body, folders, isShared, updatedAt, files }) => ({
      id: String(id),
      title: oneLine(title),
      body,
      folders: folders.map(oneLine).filter((folder) => folder !== ''),
      isShared,
      updatedAt: instantOf(updatedAt),
      placeholders: placeholdersIn(body),
      files: (files ?? []).map((name) => safeFileName(name ?? '')),
    }));
}

function instantOf(time: string | number | null | undefined): number | null {
  const at = typeof time === 'number' ? time : Date.parse(time ?? '');
  return Number.isNaN(at) ? null : at;
}

/** All items of a list whose pages say where the next one is; null at the end. Errors: those of `readPage`. */
export async function allPages<Item, Place>(
  first: Place,
  readPage: (place: Place) => Promise<{ readonly items: readonly Item[]; readonly next: Place | null }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let place: Place | null = first;
  for (let pages = 0; place !== null; pages++) {
    if (pages >= mostPages) throw new AppError('remote_failed', 'A list of the helpdesk does not end');
    const page: { readonly items: readonly Item[]; readonly next: Place | null } = await readPage(place);
    all.push(...page.items);
    place = page.next;
  }
  return all;
}

/** What a key may do is what its owner's role allows: the window words this reason. */
export async function orMissingRole<T>(
  look: () => Promise<T>,
  detail: Readonly<Record<string, string>> = {},
): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused_permission') throw error;
    const reason = { ...error.detail, reason: 'role', ...detail };
    throw new AppError(error.code, error.message, { detail: reason, cause: error });
  }
}
