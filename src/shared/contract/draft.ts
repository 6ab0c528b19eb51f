import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { ConversationStatus } from '../model/conversation.ts';
import { Draft } from '../model/draft.ts';
import { LearnedItem } from '../model/learned-item.ts';
import { MacroPart } from '../model/macro.ts';
import { OutboxItem } from '../model/outbox.ts';
import { Outcome } from '../model/outcome.ts';
import { FileHash, mostFiles } from '../model/reply-file.ts';
import { ConfirmedMark, SupportMark } from '../model/support.ts';
import { request } from './definition.ts';

export const draftRequests = {
  /** Drafts anew from what is known now. */
  'draft.make': request(z.object({ conversationId: Id }), Draft),
  /** Drafts the first open ask (or the given one) from a passage the agent picked. */
  'draft.useEvidence': request(
    z.object({ conversationId: Id, ask: z.number().int().nonnegative(), evidenceId: z.string() }),
    Draft,
  ),
  /**
   * What stands behind each fact that a text claims, in text order; its places are those of `text`. `inserted`: entries
   * and learned items that the agent wrote into it.
   */
  'draft.check': request(
    z.object({
      conversationId: Id,
      draftId: Id.nullable(),
      text: z.string().max(100_000),
      inserted: z.array(Id).max(100).default([]),
      macros: z.array(MacroPart).max(50).optional(),
    }),
    z.array(SupportMark),
  ),
  /**
   * Sends the text and learns from it. Errors: `reply_incomplete` (a gap is left), `thread_moved_on`
   * (the customer wrote after `lastMessageId`; send again with the new id to insist), `reply_untranslated`
   * (it still says what the draft said in a language the customer did not write; `isLanguageMeant` insists),
   * `reply_unsupported` (a fact that costs money or trust has no source and is not among `confirmed`), `files_refused` (`detail`: reason, file, max).
   */
  'draft.accept': request(
    z.object({
      conversationId: Id,
      draftId: Id.nullable(),
      lastMessageId: Id,
      text: z.string().trim().min(1).max(100_000),
      isLanguageMeant: z.boolean().optional(),
      /** Macros that were put into it, as they stood then. */
      macros: z.array(MacroPart).max(50).optional(),
      /** Attached files that leave with it: see `file.ofWork`. */
      files: z.array(FileHash).max(mostFiles).default([]),
      inserted: z.array(Id).max(100).default([]),
      /** Marks that a person has seen and sends all the same. */
      confirmed: z.array(ConfirmedMark).max(1_000).default([]),
    }),
    z.object({ outbox: OutboxItem, outcome: Outcome, learned: z.array(LearnedItem) }),
  ),
  'draft.discard': request(
    z.object({ draftId: Id, reason: z.enum(['wrong', 'incomplete', 'tone', 'not_needed', 'other']) }),
    z.object({}),
  ),
};

export const outboxRequests = {
  /** What has not left yet, with whom it is for and where their conversation stands. */
  'outbox.list': request(
    z.object({}),
    z.array(OutboxItem.extend({ customer: z.string(), status: ConversationStatus })),
  ),
  'outbox.retry': request(z.object({ outboxId: Id }), OutboxItem),
  /** Word of whether a reply has left is not waited for any longer: a person decides. Error: `conflict`. */
  'outbox.stopLooking': request(z.object({ outboxId: Id }), OutboxItem),
  /** Only what has not begun to leave can be taken back. Error: `conflict`. */
  'outbox.cancel': request(z.object({ outboxId: Id }), OutboxItem),
};
