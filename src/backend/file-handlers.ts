import { attachFile, attachMacroFiles, keepFile, removeFile } from '#core/outbox/reply-files.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type FileHandlers = Pick<Handlers, Extract<keyof Handlers, `file.${string}`>>;

/** Files of replies and macros. Their bytes come in here and leave by connectors alone. */
export function fileHandlers({ deps }: Desk): FileHandlers {
  return {
    'file.ofWork': ({ conversationId }) => [...deps.files.ofWork(conversationId)],
    'file.attach': (input) => [...attachFile(deps, input)],
    'file.attachOfMacros': (input) => [...attachMacroFiles(deps, input)],
    'file.remove': (input) => [...removeFile(deps, input)],
    'file.keep': (input) => keepFile(deps, input),
  };
}
