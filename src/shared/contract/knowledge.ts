import { z } from 'zod';
import { Id, PageRequest, pageOf } from '../model/basics.ts';
import { ImportReport, KnowledgeContent, KnowledgeEntry } from '../model/knowledge.ts';
import { LearnedItem } from '../model/learned-item.ts';
import { request } from './definition.ts';

/** A file an owner brings: at most `largestImport` bytes, else `file_too_large`. */
const ImportFile = z.object({
  name: z.string().min(1).max(500),
  bytes: z.instanceof(Uint8Array),
});

export const knowledgeRequests = {
  'knowledge.list': request(
    PageRequest.extend({
      storeId: Id,
      state: z.enum(['active', 'retired']).default('active'),
      text: z.string().trim().max(200).optional(),
    }),
    pageOf(KnowledgeEntry),
  ),
  /** All versions of an entry, newest first. */
  'knowledge.history': request(z.object({ entryId: Id }), z.array(KnowledgeEntry)),
  /** `entryId` null adds; else appends a version. The next draft uses it. */
  'knowledge.save': request(
    z.object({ storeId: Id, entryId: Id.nullable(), content: KnowledgeContent }),
    KnowledgeEntry,
  ),
  'knowledge.retire': request(z.object({ entryId: Id }), KnowledgeEntry),
  'knowledge.restore': request(z.object({ entryId: Id }), KnowledgeEntry),
  /** With `isDryRun` nothing is written: the report says what would be. */
  'knowledge.import': request(z.object({ storeId: Id, file: ImportFile, isDryRun: z.boolean() }), ImportReport),
};

export const learnedRequests = {
  'learned.list': request(
    PageRequest.extend({ storeId: Id, state: z.enum(['active', 'forgotten']).default('active') }),
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
