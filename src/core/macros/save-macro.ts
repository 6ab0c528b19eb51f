import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import { parseTemplate } from '#shared/macro-template.ts';
import type { Macro, MacroContent } from '#shared/model/macro.ts';
import { deskFileRules, withoutDoubles } from '#shared/model/reply-file.ts';
import { refuseFaulty, refuseMissing } from '../outbox/reply-files.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';

export type MacroDeps = Pick<Database, 'transaction' | 'macros' | 'stores' | 'files'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  /** Who works at this desk. */
  readonly person: () => string;
};

/**
 * Makes a macro (`macroId` null) or its next version. Errors: `macro_unreadable` (`detail`: problem, found, nearest, at),
 * `not_found` also for a store, `files_refused`.
 */
export function saveMacro(
  deps: MacroDeps,
  { macroId, content }: { readonly macroId: string | null; readonly content: MacroContent },
): Macro {
  refuseUnreadable(content.body);
  for (const storeId of content.storeIds) deps.stores.get(storeId);
  refuseFaulty(content.files, deskFileRules);
  refuseMissing(deps, content.files);
  const macro = deps.transaction(() => {
    const known = macroId === null ? null : deps.macros.get(macroId);
    const version = {
      versionId: deps.ids.newId(),
      state: known?.state ?? ('active' as const),
      content: {
        ...content,
        storeIds: [...new Set(content.storeIds)],
        channels: [...new Set(content.channels)],
        files: [...withoutDoubles(content.files)],
      },
      origin: known?.origin ?? null,
      who: deps.person(),
      at: deps.clock.now(),
    };
    return known === null
      ? deps.macros.add({ macroId: deps.ids.newId(), ...version })
      : deps.macros.append({ macroId: known.id, ...version });
  });
  deps.emit('macro.changed', {});
  return macro;
}

/** Out of use, or in use again. Errors: `not_found`. */
export function setMacroState(
  deps: MacroDeps,
  { macroId, state }: { readonly macroId: string; readonly state: Macro['state'] },
): Macro {
  const macro = deps.transaction(() => {
    const { content, origin } = deps.macros.get(macroId);
    const version = { versionId: deps.ids.newId(), who: deps.person(), at: deps.clock.now() };
    return deps.macros.append({ macroId, state, content, origin, ...version });
  });
  deps.emit('macro.changed', {});
  return macro;
}

function refuseUnreadable(body: string): void {
  const [problem] = parseTemplate(body).problems;
  if (problem === undefined) return;
  const { kind, found, nearest, at } = problem;
  throw new AppError('macro_unreadable', `The macro cannot be read at ${at}: ${kind}`, {
    detail: { problem: kind, found, nearest, at },
  });
}
