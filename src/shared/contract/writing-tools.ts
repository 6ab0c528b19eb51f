import { z } from 'zod';
import { Id, ReplyLanguage } from '../model/basics.ts';
import { TextTool, ThreadSummary, ToolResult, ToolThere } from '../model/writing-tool.ts';
import { request } from './definition.ts';

const Place = z.number().int().nonnegative();

export const writingToolRequests = {
  /** What can be done here now, and by whom; what nobody can do is not listed. */
  'writing.tools': request(z.object({ conversationId: Id }), z.array(ToolThere)),
  /**
   * Changes nothing that is kept: the text comes back. `selection` in UTF-16 units; null: all of it. `language`: to
   * translate into. Errors: `unsupported`, `invalid_input` (`detail.reason` `no_language`, `too_long`), `cancelled`.
   */
  'writing.apply': request(
    z.object({
      conversationId: Id,
      tool: TextTool,
      text: z.string().max(100_000),
      selection: z
        .object({ start: Place, end: Place })
        .refine(({ start, end }) => start <= end)
        .nullable(),
      language: ReplyLanguage.nullable(),
    }),
    ToolResult,
  ),
  /** `language`: what a model words it in; the desk's own summary is in the words of the thread. */
  'writing.summary': request(z.object({ conversationId: Id, language: ReplyLanguage }), ThreadSummary),
};
