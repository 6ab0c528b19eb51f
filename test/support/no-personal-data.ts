import type { KnownPersonalData } from '#core/privacy/personal-data.ts';

/** Nothing is known of the customer. */
export const noPersonalData: KnownPersonalData = {
  names: [],
  addresses: [],
  phones: [],
  emails: [],
  orderNumbers: [],
  trackingNumbers: [],
};
