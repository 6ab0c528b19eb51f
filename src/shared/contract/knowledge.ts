import { z } from 'zod';
import { Id, PageRequest, pageOf } from '../model/basics.ts';
import { EntryLayers } from '../model/entry-layers.ts';
import { KnowledgeChange, KnowledgeContent, KnowledgeEntry, KnowledgePlace } from '../model/knowledge.ts';
import { LearnedItem } from '../model/learned-item.ts';
import { request } from './definition.ts';

const Why = KnowledgeChange.shape.why;

export const knowledgeRequests = {
  'knowledge.list': request(
    PageRequest.extend({
      storeId: Id,
      state: z.enum(['active', 'retired']).default('active'),
      text: z.string().trim().max(200).optional(),
      /** Of this set alone, also where it is off; null: of no set. */
      setId: Id.nullable().optional(),
      /** Of the base alone, or of the store's own alone. */
      layer: z.enum(['base', 'store']).optional(),
      /** Those whose time is now, or those whose time is not; only of active ones. */
      holds: z.boolean().optional(),
      sourceId: Id.optional(),
    }),
    pageOf(KnowledgeEntry),
  ),
  /** All versions of an entry, newest first. */
  'knowledge.history': request(z.object({ entryId: Id }), z.array(KnowledgeEntry)),
  /** What stands in the place of an entry, or of one that is being written (`id` null), and in whose place it stands. */
  'knowledge.layers': request(
    KnowledgePlace.extend({
      id: Id.nullable(),
      ...KnowledgeContent.pick({ kind: true, question: true, language: true, scope: true, overlaysEntryId: true })
        .shape,
    }),
    EntryLayers,
  ),
  /**
   * `entryId` null adds, where `place` says (left out: the store's own); else appends a version. The next draft uses it.
   * Errors: `invalid_input` for a time that cannot be, or an overlay over what is not below.
   */
  'knowledge.save': request(
    z.object({
      storeId: Id,
      entryId: Id.nullable(),
      content: KnowledgeContent,
      /** The version that was changed; `conflict` where it is not the newest any more. */
      fromVersionId: Id.optional(),
      place: KnowledgePlace.optional(),
      why: Why.optional(),
    }),
    KnowledgeEntry,
  ),
  'knowledge.retire': request(z.object({ entryId: Id, why: Why.optional() }), KnowledgeEntry),
  'knowledge.restore': request(z.object({ entryId: Id, why: Why.optional() }), KnowledgeEntry),
  /** Appends what an earlier version said as the newest one. */
  'knowledge.revert': request(z.object({ entryId: Id, versionId: Id, why: Why.optional() }), KnowledgeEntry),
};

export const learnedRequests = {
  'learned.list': request(
    PageRequest.extend({
      storeId: Id,
      state: z.enum(['active', 'forgotten']).default('active'),
      /** Only what reaches this person: everybody's and their own; null: all of them. */
      reaching: Id.nullable().default(null),
    }),
    pageOf(LearnedItem),
  ),
  'learned.save': request(
    z.object({
      itemId: Id,
      question: LearnedItem.shape.question,
      answer: LearnedItem.shape.answer,
    }),
    LearnedItem,
  ),
  'learned.forget': request(z.object({ itemId: Id }), LearnedItem),
};
