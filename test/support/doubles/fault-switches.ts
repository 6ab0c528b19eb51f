import type { Fault, FaultScope } from './inbox-double.ts';

export type FaultSwitches = {
  set(fault: Fault, scope: FaultScope): void;
  clear(): void;
  /**
   * The fault among these that meets a request of this kind, about this thread if it is about one; it is used up by one
   * where it is counted.
   */
  take(kind: 'reading' | 'sending', among: readonly Fault[], threadId: string | null): Fault | null;
};

export function faultSwitches(): FaultSwitches {
  const active = new Map<Fault, Omit<FaultScope, 'times' | 'after'> & { left: number; passes: number }>();
  return {
    set: (fault, { times = Number.POSITIVE_INFINITY, after = 0, ...scope }) =>
      void active.set(fault, { ...scope, left: times, passes: after }),
    clear: () => active.clear(),
    take(kind, among, threadId) {
      for (const [fault, state] of active) {
        if (!among.includes(fault) || (state.on !== 'all' && state.on !== kind)) continue;
        if (state.thread !== undefined && state.thread !== threadId) continue;
        if (state.passes-- > 0) continue;
        state.left -= 1;
        if (state.left <= 0) active.delete(fault);
        return fault;
      }
      return null;
    },
  };
}
