import type { FactSource, Order, OrderStatus } from '#shared/model/order.ts';
import type { ShopifyFulfillment, ShopifyOrder } from './shopify-shapes.ts';

/** An order of Shopify as typed facts. `readAt`: when it was asked for, ms UTC. */
export function orderOf(order: ShopifyOrder, source: FactSource, readAt: number): Order {
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
    parcels: sent.length,
    carrier: lineOf(tracking?.company),
    trackingNumber: lineOf(tracking?.number),
    trackingUrl: linkOf(tracking?.url),
    promisedAt: timeOf(newest?.estimatedDeliveryAt),
    source,
    readAt,
  };
}

/**
 * How an order stands, from what the shop and its carrier say. What has no plain words (on hold, unpaid, a delivery that
 * failed, a state that is new) is `held`: the desk words no sentence about it.
 */
function statusOf(order: ShopifyOrder, sent: readonly ShopifyFulfillment[]): OrderStatus {
  if (order.cancelledAt) return 'cancelled';
  const payment = order.displayFinancialStatus;
  if (payment === 'REFUNDED') return 'refunded';
  switch (order.displayFulfillmentStatus) {
    case 'FULFILLED':
      return sentStatus(sent);
    case 'PARTIALLY_FULFILLED':
      return sent.some(needsLook) ? 'held' : 'part_shipped';
    case 'UNFULFILLED':
    case 'OPEN':
    case 'IN_PROGRESS':
    case 'PENDING_FULFILLMENT':
      return payment === 'PENDING' || payment === 'EXPIRED' || payment === 'VOIDED' ? 'held' : 'processing';
    default:
      return 'held';
  }
}

function sentStatus(sent: readonly ShopifyFulfillment[]): OrderStatus {
  if (sent.length === 0 || sent.some(needsLook)) return 'held';
  return sent.every(isDelivered) ? 'delivered' : 'shipped';
}

function isDelivered({ displayStatus, deliveredAt }: ShopifyFulfillment): boolean {
  return displayStatus === 'DELIVERED' || displayStatus === 'PICKED_UP' || timeOf(deliveredAt) !== null;
}

function needsLook(fulfillment: ShopifyFulfillment): boolean {
  const { displayStatus } = fulfillment;
  return (
    !isDelivered(fulfillment) &&
    /^(?:ATTEMPTED_DELIVERY|NOT_DELIVERED|FAILURE|CANCELED|LABEL_VOIDED|READY_FOR_PICKUP|DELAYED)$/.test(
      displayStatus ?? '',
    )
  );
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
