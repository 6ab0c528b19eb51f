import { v7 } from 'uuid';
import type { Clock } from '#core/ports/clock.ts';
import type { IdSource } from '#core/ports/id-source.ts';

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** Ids that sort by the time they were made (RFC 9562, version 7). */
export const uuidSource: IdSource = { newId: () => v7() };

/** Lets waiting input and timers run before going on. */
export function passTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
