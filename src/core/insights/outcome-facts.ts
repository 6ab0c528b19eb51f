import type { Database } from '../ports/repositories/index.ts';
import { type OutcomeFact, factOf } from './outcome-fact.ts';

/**
 * The outcomes as they are counted, read once and kept: they are append-only, so only what is new is read again. It is a
 * memory of the database, not a second book; with the process it goes.
 */
export type OutcomeFacts = {
  /**
   * Those that stand, oldest first: without what was taken back, at whatever time that was, and without replies that have
   * not left and wait for a person.
   */
  standing(storeId: string | null): Promise<readonly OutcomeFact[]>;
};

type FactDeps = Pick<Database, 'outcomeFacts' | 'outbox'> & { readonly passTurn: () => Promise<void> };

/** So many are read at a time; others run in between. */
const slice = 200;

export function createOutcomeFacts({ outcomeFacts, outbox, passTurn }: FactDeps): OutcomeFacts {
  const facts: OutcomeFact[] = [];
  const byConversation = new Map<string, OutcomeFact[]>();
  const takenBack = new Set<string>();
  let last = 0;
  let reading: Promise<void> | null = null;

  function take(fact: OutcomeFact): void {
    const known = byConversation.get(fact.conversationId);
    if (fact.act !== 'withdrawn') {
      facts.push(fact);
      if (known === undefined) byConversation.set(fact.conversationId, [fact]);
      else known.push(fact);
      return;
    }
    const taken = known?.findLast(({ id, replyKey }) => replyKey === fact.replyKey && !takenBack.has(id));
    if (taken !== undefined) takenBack.add(taken.id);
  }

  async function read(): Promise<void> {
    for (;;) {
      const rows = outcomeFacts.after(last, slice);
      for (const row of rows) take(factOf(row));
      last = rows.at(-1)?.row ?? last;
      if (rows.length < slice) return;
      await passTurn();
    }
  }

  return {
    async standing(storeId) {
      // Two who ask at once read once.
      reading ??= read().finally(() => (reading = null));
      await reading;
      const stuck = new Set(outbox.pending().flatMap(({ id, state }) => (state === 'failed' ? [id] : [])));
      const standing = facts.filter(
        (fact) => (storeId === null || fact.storeId === storeId) && !takenBack.has(fact.id) && !stuck.has(fact.id),
      );
      return isOrdered(standing) ? standing : standing.toSorted((a, b) => a.createdAt - b.createdAt);
    },
  };
}

function isOrdered(facts: readonly OutcomeFact[]): boolean {
  return facts.every((fact, i) => i === 0 || (facts[i - 1]?.createdAt ?? 0) <= fact.createdAt);
}
