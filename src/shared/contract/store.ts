import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { Store, StoreSettings } from '../model/store.ts';
import { request } from './definition.ts';

export const storeRequests = {
  'store.list': request(z.object({}), z.array(Store)),
  'store.create': request(z.object({ settings: StoreSettings }), Store),
  /** Appends a version of the settings; open drafts take the new greeting and closing. */
  'store.saveSettings': request(z.object({ storeId: Id, settings: StoreSettings }), Store),
};
