import { messageToAnswer } from '#core/conversations/waiting-messages.ts';
import type { Database } from '#core/ports/repositories/index.ts';

/** A conversation whose draft is to be made. */
export type DueDraft = {
  readonly conversationId: string;
  /** It has no draft, or a stale one; else an open one is made again. */
  readonly isFresh: boolean;
  readonly asksShop: boolean;
};

/** What has changed in a store, and whose drafts that may alter is not known yet. */
export type StoreChange = { readonly storeId: string; readonly ownerIds: readonly string[] };

export type DraftQueue = {
  /** All open drafts of a store are to be made again. */
  addStore(storeId: string, asksShop: boolean): void;
  addChange(change: StoreChange): void;
  /** The changes of one store, all together; null where there are none. */
  takeChange(): StoreChange | null;
  /** Conversations whose open drafts are to be made again before all others, the nearest first. */
  addTouched(conversationIds: readonly string[]): void;
  /** What is to be made next; null where nothing is. Errors: those of the database. */
  next(): DueDraft | null;
  /** It is being made: what comes up meanwhile is due again. */
  begin(due: DueDraft): void;
  done(due: DueDraft): void;
  /** It could not be made, or not well: it is due again after a rest, some times over. */
  rest(due: DueDraft): void;
  /** What has rested long enough is due; `isWoken`: what has no draft is due at once. */
  release(isWoken: boolean): void;
  /** How long what rests has to rest still, ms, 0 where something is due; Infinity: nothing rests. */
  restsFor(): number;
};

const batch = 20;
/** Rests of 1, 3, 9, 27 and 81 seconds. */
const mostTries = 5;
const restMs = 1_000;

/** Whose draft is made when: who has none, then what a change is near to, then what is made again. */
export function createDraftQueue({ drafts, conversations }: Pick<Database, 'drafts' | 'conversations'>): DraftQueue {
  const stores = new Map<string, boolean>();
  /** Whether the shop is to be asked, by conversation. */
  const again = new Map<string, boolean>();
  let touched: Set<string> = new Set();
  const changes = new Map<string, Set<string>>();
  const tries = new Map<string, number>();
  const resting = new Map<string, { readonly due: DueDraft; readonly until: number }>();

  function addAgain(conversationId: string, asksShop: boolean): void {
    again.set(conversationId, asksShop || again.get(conversationId) === true);
  }

  /** A stale draft keeps the shop's facts: what has changed is something else, unless the customer wrote again. */
  function isThreadNew(conversationId: string): boolean {
    const last = messageToAnswer(conversations.messages(conversationId));
    return drafts.current(conversationId)?.messageId !== last?.id;
  }

  function fresh(): DueDraft | null {
    const found = drafts.conversationsToDraft(batch + resting.size).find((id) => resting.get(id)?.due.isFresh !== true);
    if (found === undefined) return null;
    return { conversationId: found, isFresh: true, asksShop: again.get(found) === true || isThreadNew(found) };
  }

  return {
    addStore(storeId, asksShop) {
      stores.set(storeId, asksShop || stores.get(storeId) === true);
    },
    addChange({ storeId, ownerIds }) {
      const known = changes.get(storeId) ?? new Set();
      for (const id of ownerIds) known.add(id);
      changes.set(storeId, known);
    },
    takeChange() {
      const [first] = changes;
      if (first === undefined) return null;
      const [storeId, ownerIds] = first;
      changes.delete(storeId);
      return { storeId, ownerIds: [...ownerIds] };
    },
    addTouched(conversationIds) {
      touched = new Set([...conversationIds, ...touched]);
    },
    next() {
      const first = fresh();
      if (first !== null) return first;
      for (const [storeId, asksShop] of stores) {
        for (const { conversationId } of drafts.openAsks(storeId)) addAgain(conversationId, asksShop);
        stores.delete(storeId);
      }
      const [near] = touched;
      const [stored] = again.keys();
      const conversationId = near ?? stored;
      if (conversationId === undefined) return null;
      return { conversationId, isFresh: false, asksShop: again.get(conversationId) ?? false };
    },
    begin({ conversationId }) {
      again.delete(conversationId);
      touched.delete(conversationId);
    },
    done({ conversationId }) {
      tries.delete(conversationId);
      resting.delete(conversationId);
    },
    rest(due) {
      const { conversationId } = due;
      const tried = (tries.get(conversationId) ?? 0) + 1;
      tries.set(conversationId, tried);
      const isLast = tried > mostTries;
      if (isLast && !due.isFresh) tries.delete(conversationId);
      else {
        const until = isLast ? Number.POSITIVE_INFINITY : performance.now() + restMs * 3 ** (tried - 1);
        resting.set(conversationId, { due, until });
      }
    },
    release(isWoken) {
      const now = performance.now();
      for (const [conversationId, { due, until }] of resting) {
        if (until > now && !(isWoken && due.isFresh)) continue;
        resting.delete(conversationId);
        if (!due.isFresh) addAgain(conversationId, due.asksShop);
      }
    },
    restsFor: () => Math.max(0, Math.min(...[...resting.values()].map(({ until }) => until)) - performance.now()),
  };
}
