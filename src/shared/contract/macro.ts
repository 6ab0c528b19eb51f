import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { FilledMacros, Macro, MacroContent, MacroImportRow, mostStacked } from '../model/macro.ts';
import { request } from './definition.ts';

export const macroRequests = {
  /** All, also those out of use, oldest first. */
  'macro.list': request(z.object({}), z.array(Macro)),
  /** All that it ever was, newest first. */
  'macro.versions': request(z.object({ macroId: Id }), z.array(Macro)),
  /** `macroId` null makes one. Error: `macro_unreadable`. */
  'macro.save': request(z.object({ macroId: Id.nullable(), content: MacroContent }), Macro),
  /** Out of use, or in use again. */
  'macro.setState': request(z.object({ macroId: Id, state: Macro.shape.state }), Macro),
  /** Those that can be used in a conversation: by its store, channel and language. */
  'macro.offer': request(z.object({ conversationId: Id }), z.array(Macro)),
  /**
   * What macros say in a conversation, one after the other, between the text before and behind the caret. Asks the shop
   * for the customer's orders where they tell of one. Error: `conflict` for one that is out of use.
   */
  'macro.fill': request(
    z.object({
      conversationId: Id,
      macroIds: z.array(Id).min(1).max(mostStacked),
      orderNumber: z.string().nullable(),
      /** By the label of the prompt; dates as `YYYY-MM-DD`. */
      answers: z.record(z.string(), z.string().max(2_000)),
      /** False: facts of orders as they are known, for a look that follows another. */
      asksShop: z.boolean().default(true),
      before: z.string().max(100_000),
      after: z.string().max(100_000),
    }),
    FilledMacros,
  ),
  /**
   * The replies that a helpdesk's agents keep ready. `isDryRun`: only told. Errors: `unsupported` where the inbox is no
   * helpdesk, and those of its connector.
   */
  'macro.import': request(
    z.object({ inboxId: Id, withPrivate: z.boolean(), isDryRun: z.boolean() }),
    z.array(MacroImportRow),
  ),
};
