import type { Conversation } from '#shared/model/conversation.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { KnownPersonalData } from './personal-data.ts';

/** What the desk knows of who writes in a conversation: the customer, and their orders and parcels. */
export function knownPersonOf(deps: Pick<Database, 'orders'>, conversation: Conversation): KnownPersonalData {
  const { storeId, customerName, customerAddress } = conversation;
  const orders = deps.orders.forCustomer(storeId, customerAddress);
  const isMail = customerAddress.includes('@');
  return {
    names: customerName === '' ? [] : [customerName],
    addresses: [],
    emails: isMail ? [customerAddress] : [],
    // In other channels the address is an account or a telephone.
    phones: isMail || !/\d{5}/.test(customerAddress) ? [] : [customerAddress],
    orderNumbers: orders.map(({ number }) => number),
    trackingNumbers: orders.flatMap(({ trackingNumber }) => trackingNumber ?? []),
  };
}
