import type { FactSource, Order, OrderStatus } from '#shared/model/order.ts';
import type { ShopifyFulfillment, ShopifyOrder } from './shopify-shapes.ts';

type OrderShop = { readonly source: FactSource; readonly timeZone: string | null };

/** An order of Shopify as typed facts. `readAt`: when it was asked for, ms UTC. */
export function orderOf(order: ShopifyOrder, { source, timeZone }: OrderShop, readAt: number): Order {
  const sent = (order.fulfillments ?? [])
    .filter(({ status }) => !/^(?:CANCELLED|ERROR|FAILURE)$/.test(status ?? ''))
    .toSorted((a, b) => (timeOf(b.createdAt) ?? 0) - (timeOf(a.createdAt) ?? 0));
  const newest = sent[0];
  const tracking = newest?.trackingInfo?.[0];
  const { amount: value, currencyCode: currency } = order.totalPriceSet.shopMoney;
  return {
    number: order.name,
    customerAddress: (order.email ?? '').trim().toLowerCase(),
    status: statusOf(order, sent),
    placedAt: timeOf(order.createdAt) ?? readAt,
    amount: { value, currency },
    items: order.lineItems.nodes
      .filter(({ quantity }) => quantity > 0)
      .map(({ title, quantity, sku }) => ({ title: lineOf(title) ?? '', quantity, sku: lineOf(sku) ?? '' })),
    parcels: sent.reduce((sum, fulfillment) => sum + parcelsOf(fulfillment), 0),
    carrier: carrierOf(sent),
    trackingNumber: lineOf(tracking?.number),
    trackingUrl: linkOf(tracking?.url),
    promisedAt: timeOf(newest?.estimatedDeliveryAt),
    ...(timeZone === null ? {} : { timeZone }),
    source,
    readAt,
  };
}

/** A fulfillment is one parcel, or as many as it has tracking numbers. */
function parcelsOf({ trackingInfo }: ShopifyFulfillment): number {
  return Math.max(1, new Set(trackingInfo?.map(({ number }) => lineOf(number) ?? '')).size);
}

/** The carrier of all that was sent; null where they differ, or one is not named ("Other" is what Shopify offers then). */
function carrierOf(sent: readonly ShopifyFulfillment[]): string | null {
  const names = sent.flatMap(({ trackingInfo }) =>
    trackingInfo?.length ? trackingInfo.map(({ company }) => lineOf(company)) : [null],
  );
  const [only = null, ...others] = new Set(names);
  return others.length > 0 || only === null || /^other$/i.test(only) ? null : only;
}

/** A time zone that this machine knows; null for any other. */
export function timeZoneOf(name: string | null | undefined): string | null {
  try {
    return name ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone : null;
  } catch {
    return null;
  }
}

/** Nothing certain follows for what is still to be sent. */
const unpaid = /^(?:PENDING|EXPIRED|VOIDED|PARTIALLY_PAID)$/;

/**
 * How an order stands, from what the shop and its carrier say. What has no plain words (on hold, unpaid, a delivery that
 * failed, nothing to ship, a state that is new) is `held`: the desk words no sentence about it.
 */
function statusOf(order: ShopifyOrder, sent: readonly ShopifyFulfillment[]): OrderStatus {
  if (order.cancelledAt) return 'cancelled';
  const payment = order.displayFinancialStatus ?? '';
  if (payment === 'REFUNDED') return 'refunded';
  if (order.lineItems.nodes.every(({ requiresShipping }) => requiresShipping === false)) return 'held';
  switch (order.displayFulfillmentStatus) {
    case 'FULFILLED':
      return sentStatus(sent);
    case 'PARTIALLY_FULFILLED':
    case 'UNFULFILLED':
    case 'OPEN':
    case 'IN_PROGRESS':
    case 'PENDING_FULFILLMENT':
      return unpaid.test(payment) ? 'held' : partStatus(order, sent);
    default:
      return 'held';
  }
}

function partStatus(order: ShopifyOrder, sent: readonly ShopifyFulfillment[]): OrderStatus {
  const isPart = order.displayFulfillmentStatus === 'PARTIALLY_FULFILLED';
  if (sent.length === 0) return isPart ? 'held' : 'processing';
  // What was not sent may be what was paid back.
  return sent.some(needsLook) || order.displayFinancialStatus === 'PARTIALLY_REFUNDED' ? 'held' : 'part_shipped';
}

function sentStatus(sent: readonly ShopifyFulfillment[]): OrderStatus {
  if (sent.length === 0 || sent.some(needsLook)) return 'held';
  return sent.every(isDelivered) ? 'delivered' : 'shipped';
}

function isDelivered({ displayStatus, deliveredAt }: ShopifyFulfillment): boolean {
  return displayStatus === 'DELIVERED' || displayStatus === 'PICKED_UP' || timeOf(deliveredAt) !== null;
}

/** States of a parcel that a carrier has. A label (`LABEL_PRINTED`, `CONFIRMED`, `SUBMITTED`) is no parcel yet. */
const underWay = /^(?:IN_TRANSIT|OUT_FOR_DELIVERY|CARRIER_PICKED_UP|FULFILLED|MARKED_AS_FULFILLED)?$/;

function needsLook(fulfillment: ShopifyFulfillment): boolean {
  return !isDelivered(fulfillment) && !underWay.test(fulfillment.displayStatus ?? '');
}

export function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) || time < 0 ? null : time;
}

/** A text as one line that is safe to show; null where nothing is in it. */
export function lineOf(text: string | null | undefined): string | null {
  const line = (text ?? '').replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim();
  return line === '' ? null : line.slice(0, 300);
}

/** A link a browser may be given; null for any other. */
export function linkOf(text: string | null | undefined): string | null {
  const url = URL.parse((text ?? '').trim());
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
