import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { KnowledgeChange } from '../model/knowledge.ts';
import { ToleratedRate } from '../model/coverage.ts';
import { OtherLanguage, Store, StoreSettings } from '../model/store.ts';
import { request } from './definition.ts';

export const storeRequests = {
  'store.list': request(z.object({}), z.array(Store)),
  'store.create': request(z.object({ settings: StoreSettings }), Store),
  /** Appends a version of the settings; open drafts take the new greeting and closing. What is drafted stays. */
  'store.saveSettings': request(z.object({ storeId: Id, settings: StoreSettings }), Store),
  /**
   * Sets how many of the offered answers may be wrong, in a store or (`topic`) in one topic of it; null: as usual, or as
   * in the store. Open drafts are made again.
   */
  'store.setTolerance': request(
    z.object({
      storeId: Id,
      topic: z.string().nullable(),
      rate: ToleratedRate.nullable(),
      why: KnowledgeChange.shape.why.optional(),
    }),
    Store,
  ),
  /** Says what becomes of answers in another language than the customer's. Open drafts are made again. */
  'store.setOtherLanguage': request(z.object({ storeId: Id, otherLanguage: OtherLanguage }), Store),
};
