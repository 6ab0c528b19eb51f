import type { SeededRandom } from '#test/support/seeded-random.ts';
import type { DeathPoint } from './step-counter.ts';

/** How a child ends: killed from outside so long after so many replies were taken, or by itself at a step. */
export type Kill =
  | { readonly kind: 'outside'; readonly accepted: number; readonly delayMs: number }
  | { readonly kind: 'inside'; readonly death: DeathPoint };

const moments = ['before', 'within', 'after'] as const;
/** Statements of a first start (migrations, knowledge, first pull), and of a few replies later on. */
const stepsOfFirstStart = 2_500;
const stepsOfReplies = 150;

/** Kills of every kind in turn; the random numbers say where. */
export function killPlan(random: SeededRandom, count: number): readonly Kill[] {
  return Array.from({ length: count }, (_, i): Kill => {
    if (i === 0) return { kind: 'inside', death: { kind: 'step', at: random.whole(1, stepsOfFirstStart) } };
    switch (i % 4) {
      case 1:
        return { kind: 'inside', death: { kind: 'step', at: random.whole(1, stepsOfReplies) } };
      case 3: {
        const moment = moments[Math.floor(i / 4) % moments.length] ?? 'within';
        return { kind: 'inside', death: { kind: 'reply', at: random.whole(1, 3), moment } };
      }
      default: {
        const accepted = random.whole(0, 5);
        // Without a reply to count from, the time runs from the start of the process.
        return { kind: 'outside', accepted, delayMs: accepted === 0 ? random.whole(50, 900) : random.whole(0, 12) };
      }
    }
  });
}
