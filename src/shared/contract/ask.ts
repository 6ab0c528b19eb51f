import { z } from 'zod';
import { Id, Instant } from '../model/basics.ts';
import { Channel } from '../model/conversation.ts';
import { Draft } from '../model/draft.ts';
import { GapReport } from '../model/gap.ts';
import { KnowledgeEntry } from '../model/knowledge.ts';
import { Reasoning } from '../model/reasoning.ts';
import { ReplayReport, SupposedChange } from '../model/replay.ts';
import { request } from './definition.ts';

const GapKey = z.string().min(1).max(500);

/** What an entry that an old draft used says now. */
const SaysNow = z.object({
  entryId: Id,
  /** The version the draft used; null where it is not kept here. */
  used: z.object({ version: z.number().int(), writtenAt: Instant, who: z.string(), why: z.string() }).nullable(),
  /** The newest version where it is another one; null where it is the same still. */
  now: KnowledgeEntry.nullable(),
});

export const askRequests = {
  /** How the desk would answer a customer, with its reasons. Nothing is written, and no shop is asked. */
  'ask.ask': request(
    z.object({
      storeId: Id,
      text: z.string().trim().min(1).max(5_000),
      channel: Channel.nullable(),
      /** What the conversation is known to be about; null: not known. */
      about: z.array(z.string().max(500)).max(500).nullable().default(null),
      /** As of when; left out: now. */
      at: Instant.optional(),
    }),
    Reasoning,
  ),
  /**
   * Which answers of the newest conversations would change. Nothing is written; `progress.changed` tells how far it is
   * (task `replay`, subject: the store's name). Errors: `cancelled`, `not_found`.
   */
  'replay.run': request(
    z.object({
      storeId: Id,
      changes: z.array(SupposedChange).min(1).max(1_000),
      conversations: z.number().int().min(1).max(2_000).default(200),
    }),
    ReplayReport,
  ),
  /** Questions without a good answer, grouped. Those that a person dismissed or knowledge answers by now are left out. */
  'gap.list': request(z.object({ storeId: Id, limit: z.number().int().min(1).max(200).default(50) }), GapReport),
  /** A person lets a group stand, also when it is asked again; the other takes that back. */
  'gap.dismiss': request(z.object({ key: GapKey }), z.object({})),
  'gap.restore': request(z.object({ key: GapKey }), z.object({})),
  /** Every draft of a conversation, newest first, with its evidence as it was, and what the entries it used say now. */
  'draft.history': request(
    z.object({ conversationId: Id }),
    z.array(z.object({ draft: Draft, saysNow: z.array(SaysNow) })),
  ),
};
