import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { StyleSheet } from '../model/house-style.ts';
import { HouseStyle, Store } from '../model/store.ts';
import { StyleRemarks } from '../model/style-remark.ts';
import { request } from './definition.ts';

export const styleRequests = {
  /** What the replies of a store have in common, by language and place. */
  'style.sheet': request(z.object({ storeId: Id }), StyleSheet),
  /** What the house style says of a reply as it is being written; its places are those of `text`. Errors: `not_found`. */
  'style.check': request(z.object({ conversationId: Id, text: z.string().max(100_000) }), StyleRemarks),
  /** From now on the store speaks so. Errors: `not_found`. */
  'style.use': request(z.object({ storeId: Id, key: z.string().max(1_000) }), Store),
  /** It is not shown again. */
  'style.dismiss': request(z.object({ storeId: Id, key: z.string().max(1_000) }), Store),
  /** What the owner says of wordings, lengths, emoji and phrases. Errors: `invalid_input`. */
  'style.save': request(z.object({ storeId: Id, house: HouseStyle }), Store),
};
