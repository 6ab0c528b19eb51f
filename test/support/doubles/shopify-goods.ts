/* Orders and products as Shopify's Admin GraphQL API writes them. */

export type RawFulfillment = {
  createdAt: string;
  status: string;
  displayStatus: string | null;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
  trackingInfo: Array<{ company: string | null; number: string | null; url: string | null }>;
};

export type RawOrder = {
  name: string;
  email: string | null;
  createdAt: string;
  cancelledAt: string | null;
  displayFinancialStatus: string;
  displayFulfillmentStatus: string;
  totalPriceSet: { shopMoney: { amount: string; currencyCode: string } };
  lineItems: { nodes: Array<{ title: string; quantity: number; sku: string | null; requiresShipping: boolean }> };
  fulfillments: RawFulfillment[];
};

export type RawVariant = {
  title: string;
  sku: string | null;
  price: string;
  inventoryQuantity: number | null;
  availableForSale: boolean;
};

export type RawProduct = {
  id: string;
  title: string;
  tracksInventory: boolean;
  onlineStoreUrl: string | null;
  variants: { nodes: RawVariant[] };
};

export type RawCustomer = {
  displayName: string;
  defaultEmailAddress: { emailAddress: string };
  numberOfOrders: string;
  amountSpent: { amount: string; currencyCode: string };
  createdAt: string;
  tags: string[];
  note: string | null;
};

export function rawCustomer(over: Partial<RawCustomer> = {}): RawCustomer {
  return {
    displayName: 'Marta Lindqvist',
    defaultEmailAddress: { emailAddress: 'Marta@Example.com' },
    numberOfOrders: '12',
    amountSpent: { amount: '540.5', currencyCode: 'EUR' },
    createdAt: '2023-05-01T10:00:00Z',
    tags: ['VIP'],
    note: null,
    ...over,
  };
}

export function rawFulfillment(over: Partial<RawFulfillment> = {}): RawFulfillment {
  return {
    createdAt: '2026-03-09T10:00:00Z',
    status: 'SUCCESS',
    displayStatus: 'IN_TRANSIT',
    deliveredAt: null,
    estimatedDeliveryAt: '2026-03-12T12:00:00Z',
    trackingInfo: [{ company: 'PostNord', number: 'PN42', url: 'https://tracking.example/PN42' }],
    ...over,
  };
}

/** A shipped order of Marta's. */
export function rawOrder(number: number, over: Partial<RawOrder> = {}): RawOrder {
  return {
    name: `#${number}`,
    email: 'Marta@Example.com',
    createdAt: '2026-03-08T09:30:00Z',
    cancelledAt: null,
    displayFinancialStatus: 'PAID',
    displayFulfillmentStatus: 'FULFILLED',
    totalPriceSet: { shopMoney: { amount: '49.90', currencyCode: 'EUR' } },
    lineItems: { nodes: [{ title: 'Copper kettle', quantity: 1, sku: 'CK-1', requiresShipping: true }] },
    fulfillments: [rawFulfillment()],
    ...over,
  };
}

export function rawProduct(number: number, over: Partial<RawProduct> = {}): RawProduct {
  return {
    id: `gid://shopify/Product/${number}`,
    title: 'Copper Kettle',
    tracksInventory: true,
    onlineStoreUrl: 'https://kettles.example/products/copper-kettle',
    variants: {
      nodes: [{ title: 'Default Title', sku: 'CK-1', price: '49.90', inventoryQuantity: 7, availableForSale: true }],
    },
    ...over,
  };
}
