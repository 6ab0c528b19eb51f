import type { Fault, FaultScope } from './inbox-double.ts';

export type FaultSwitches = {
  set(fault: Fault, scope: FaultScope): void;
  clear(): void;
  /** The fault among these that meets a request of this kind; it is used up by one where it is counted. */
  take(kind: 'reading' | 'sending', among: readonly Fault[]): Fault | null;
};

export function faultSwitches(): FaultSwitches {
  const active = new Map<Fault, { readonly on: FaultScope['on']; left: number }>();
  return {
    set: (fault, { on, times }) => void active.set(fault, { on, left: times ?? Number.POSITIVE_INFINITY }),
    clear: () => active.clear(),
    take(kind, among) {
      for (const [fault, state] of active) {
        if (!among.includes(fault) || (state.on !== 'all' && state.on !== kind)) continue;
        state.left -= 1;
        if (state.left <= 0) active.delete(fault);
        return fault;
      }
      return null;
    },
  };
}
