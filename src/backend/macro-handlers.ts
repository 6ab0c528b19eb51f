import { fillMacros, offeredMacros } from '#core/macros/fill-macros.ts';
import { importMacros } from '#core/macros/import-macros.ts';
import { saveMacro, setMacroState } from '#core/macros/save-macro.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type MacroHandlers = Pick<Handlers, Extract<keyof Handlers, `macro.${string}`>>;

/** Replies kept ready, and what they say in a conversation. */
export function macroHandlers({ deps }: Desk): MacroHandlers {
  return {
    'macro.list': () => [...deps.macros.list()],
    'macro.versions': ({ macroId }) => [...deps.macros.versions(macroId)],
    'macro.save': (input) => saveMacro(deps, input),
    'macro.setState': (input) => setMacroState(deps, input),
    'macro.offer': ({ conversationId }) => [...offeredMacros(deps, conversationId)],
    'macro.fill': (input) => fillMacros(deps, input),
    'macro.import': async (input, context) => [...(await importMacros(deps, input, context.signal))],
  };
}
