import type { Inbox, InboxSettings, InboxState } from '#shared/model/inbox.ts';
import type { Order } from '#shared/model/order.ts';
import type { Store, StoreSettings } from '#shared/model/store.ts';

/** How a store spoke from `savedAt` on. */
export type StoreVersion = Store & { readonly savedAt: number };

/** Shops and how they speak. Settings are versions; the newest counts. */
export type StoreRepository = {
  list(): readonly Store[];
  /** Errors: `not_found`. */
  get(storeId: string): Store;
  /** All its versions, newest first; none where there is no such store. */
  versions(storeId: string): readonly StoreVersion[];
  add(store: {
    readonly id: string;
    readonly versionId: string;
    readonly settings: StoreSettings;
    readonly at: number;
  }): Store;
  appendSettings(
    storeId: string,
    version: { readonly id: string; readonly settings: StoreSettings; readonly at: number },
  ): Store;
};

/** The inboxes of the stores, with their cursor and sealed secret. Removed ones stay for their conversations. */
export type InboxRepository = {
  /** Those that are not removed, oldest first. */
  list(storeId?: string): readonly Inbox[];
  /** Errors: `not_found`, also for a removed one. */
  get(inboxId: string): Inbox;
  add(inbox: Pick<Inbox, 'id' | 'storeId' | 'name' | 'settings' | 'createdAt'>): Inbox;
  save(inboxId: string, name: string, settings: InboxSettings): Inbox;
  remove(inboxId: string, at: number): void;
  setState(inboxId: string, state: InboxState): void;
  /** When a person stopped the fetching; null lets it go on. */
  setPausedAt(inboxId: string, at: number | null): void;
  cursor(inboxId: string): string | null;
  setCursor(inboxId: string, cursor: string | null): void;
  /** What `Host.seal` made of the secret; null where there is none. */
  sealedSecret(inboxId: string): Uint8Array | null;
  setSealedSecret(inboxId: string, sealed: Uint8Array | null): void;
};

/** Facts about orders as they were last read; those of the sample only where the store has no shop of its own. */
export type OrderRepository = {
  save(storeId: string, orders: readonly Order[]): void;
  /** Newest first; none for an empty address. */
  forCustomer(storeId: string, customerAddress: string): readonly Order[];
  /** The order of that number, however a customer writes it ("1001" for "#1001"); null where none is known. */
  byNumber(storeId: string, number: string): Order | null;
  /** When all orders of a customer were last read from the store's shop; null: never. */
  customerReadAt(storeId: string, customerAddress: string): number | null;
  setCustomerReadAt(storeId: string, customerAddress: string, at: number): void;
  /** When the store's shop last said that it has no order of that number; null: never. */
  numberReadAt(storeId: string, number: string): number | null;
  setNumberReadAt(storeId: string, number: string, at: number): void;
  /** What its source does not know any more. */
  remove(storeId: string, order: Pick<Order, 'source' | 'number'>): void;
};

/** What this desk keeps of itself, as JSON by name; never shared. */
export type DeskSettingRepository = {
  /** Undefined where it was never set. */
  get(name: string): unknown;
  set(name: string, value: unknown): void;
};
