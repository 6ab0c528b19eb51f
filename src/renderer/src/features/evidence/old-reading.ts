import type { FactReading } from '#shared/model/evidence.ts';
import { factFreshMs } from '#shared/model/order.ts';

/** Whether a fact is due to be read again, also in a window left open; the sample store's have nowhere to be read. */
export function isOldReading({ isOld, readAt, source }: FactReading, now: number): boolean {
  return isOld || (source.kind !== 'sample' && now - readAt > factFreshMs);
}
