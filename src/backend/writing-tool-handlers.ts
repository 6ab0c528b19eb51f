import { applyTool } from '#core/writing/tools/apply-tool.ts';
import { summarised } from '#core/writing/tools/summarise.ts';
import { toolsThere } from '#core/writing/tools/tools-there.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type ToolRequest = Extract<keyof Handlers, `writing.${'tools' | 'apply' | 'summary'}`>;

/** What can be done to a text and to a thread while writing. */
export function writingToolHandlers({ deps }: Desk): Pick<Handlers, ToolRequest> {
  return {
    'writing.tools': async ({ conversationId }) => [
      ...(await toolsThere(deps, deps.conversations.get(conversationId).storeId)),
    ],
    'writing.apply': (input, { signal }) => applyTool(deps, input, signal),
    'writing.summary': (input, { signal }) => summarised(deps, input, signal),
  };
}
