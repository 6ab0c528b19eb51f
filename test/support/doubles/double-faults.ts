import { type FaultSwitches, faultSwitches } from './fault-switches.ts';
import type { Fault, FaultScope, TestTime } from './inbox-double.ts';

/** Faults every helpdesk can show in what it holds and tells, rather than in how it answers. */
const contentFaults = [
  'duplicate_delivery',
  'out_of_order',
  'html_only',
  'clock_ahead',
  'clock_behind',
  'other_scripts',
  'missing_attachment',
  'customer_writes_meanwhile',
] as const satisfies readonly Fault[];

const skews: Partial<Record<Fault, number>> = { clock_ahead: 5 * 60_000, clock_behind: -5 * 60_000 };

export type DoubleFaults = {
  /** Those that meet requests. */
  readonly switches: FaultSwitches;
  /** Those that show in content now. */
  readonly content: Set<Fault>;
  /** Those that can show in content. */
  readonly inContent: readonly Fault[];
  /** The double's clock, ms UTC, bent as the faults say. */
  serverNow(): number;
  set(fault: Fault, scope: FaultScope): void;
  clear(): void;
};

/** The faults of one double; `own`: what else shows in this system's content. */
export function doubleFaults(time: TestTime, own: readonly Fault[] = []): DoubleFaults {
  const switches = faultSwitches();
  const content = new Set<Fault>();
  const inContent = [...contentFaults, ...own];
  return {
    switches,
    content,
    inContent,
    serverNow: () => time.now + [...content].reduce((sum, fault) => sum + (skews[fault] ?? 0), 0),
    set(fault, scope) {
      if (inContent.includes(fault)) content.add(fault);
      else switches.set(fault, scope);
    },
    clear() {
      switches.clear();
      content.clear();
    },
  };
}
