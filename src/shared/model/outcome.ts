import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { Share } from './evidence.ts';
import { SentUnsupported } from './support.ts';

/** What a person did with a conversation. Appended, never changed. */
export const Outcome = z.object({
  id: Id,
  storeId: Id,
  /** Who did it; null: not known. */
  profileId: Id.nullable(),
  conversationId: Id,
  draftId: Id.nullable(),
  /** `accepted`: sent as drafted. `edited`: changed, or an answer picked by hand, and sent. `written`: by hand, no draft. `discarded`: draft refused. `closed`: no reply owed. `withdrawn`: the reply sent last in this conversation was taken back before it left. */
  act: z.enum(['accepted', 'edited', 'written', 'discarded', 'closed', 'withdrawn']),
  draftText: z.string(),
  sentText: z.string(),
  /** Share of the draft's words that were sent; null where there was no draft, an answer was picked or nothing was sent. */
  keptShare: Share.nullable(),
  /** The draft's confidence; null where there was none. */
  confidence: Share.nullable(),
  /** Why a draft was discarded, in one word. */
  reason: z.enum(['wrong', 'incomplete', 'tone', 'not_needed', 'other']).nullable(),
  /** From the customer's message to the act, ms. */
  waitedMs: z.number().int().nonnegative(),
  /** Facts that were sent although no source stands behind them, or one says otherwise; each was confirmed. */
  unsupported: z.array(SentUnsupported).nullish(),
  createdAt: Instant,
});
export type Outcome = z.infer<typeof Outcome>;
