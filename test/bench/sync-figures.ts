import { syncInbox } from '#core/inbox/sync-inbox.ts';
import type { BenchDesk } from './bench-desk.ts';
import { type Figure, figureOf } from './measure.ts';

const runs = 5;

/** A whole inbox for the first time, each run into an inbox of its own. */
export async function syncFigures(bench: BenchDesk, messages: number): Promise<Figure[]> {
  const { deps, pool } = bench.desk;
  const { signal } = new AbortController();
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) {
    const inbox = deps.inboxes.add({
      id: deps.ids.newId(),
      storeId: bench.inbox.storeId,
      name: `Sync ${run + 1}`,
      settings: { kind: 'sample' },
      createdAt: deps.clock.now(),
    });
    const connector = await pool.get(inbox.id);
    const from = performance.now();
    const added = await syncInbox(deps, inbox, connector, signal);
    samples.push(performance.now() - from);
    if (added !== Math.min(messages, bench.entryIds.length)) throw new Error(`${added} messages came in`);
  }
  return [figureOf(`sync of ${messages} messages`, samples)];
}
