import type { HeldPlan } from '#core/sources/plan-source.ts';
import { AppError } from '#shared/errors.ts';

/** Plans that wait to be looked at and taken, in memory: one a source, the newest few. */
export type SourcePlans = {
  put(plan: HeldPlan): void;
  /** Errors: `not_found` for one that was taken, dropped or outlived. */
  get(planId: string): HeldPlan;
  /** That of a source; null where none waits. */
  ofSource(sourceId: string): HeldPlan | null;
  drop(planId: string): void;
};

const mostHeld = 8;

export function createSourcePlans(): SourcePlans {
  const held = new Map<string, HeldPlan>();
  return {
    put(plan) {
      for (const earlier of held.values()) if (earlier.sourceId === plan.sourceId) held.delete(earlier.id);
      held.set(plan.id, plan);
      const [oldest] = held.keys();
      if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
    },
    get(planId) {
      const plan = held.get(planId);
      if (plan !== undefined) return plan;
      throw new AppError('not_found', `There is no plan ${planId}`, { detail: { what: 'plan' } });
    },
    ofSource: (sourceId) => [...held.values()].find((plan) => plan.sourceId === sourceId) ?? null,
    drop: (planId) => void held.delete(planId),
  };
}
