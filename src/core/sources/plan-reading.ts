import { problemOf } from '#shared/errors.ts';
import { type HeldPlan, type PlanDeps, planSource, writes } from './plan-source.ts';
import { type GivenFile, type ReadSourceDeps, readSource } from './read-source.ts';
import { settledState } from './settle-reading.ts';
import { keptState, storedState } from './source-state.ts';
import type { ReadingProgress } from '../ports/site-reader.ts';

export type PlanReadingDeps = ReadSourceDeps & PlanDeps;

/**
 * Reads a source and plans what that would change; of the knowledge nothing is written. What keeps it from being read
 * stays with the source. Errors: those of `readSource`.
 */
export async function planReading(
  deps: PlanReadingDeps,
  sourceId: string,
  given: readonly GivenFile[] | null,
  run: { readonly signal: AbortSignal; readonly onProgress: ReadingProgress },
): Promise<HeldPlan> {
  const source = deps.sources.get(sourceId);
  try {
    const plan = await planSource(deps, source, await readSource(deps, source, given, run));
    run.signal.throwIfAborted();
    const [trouble] = plan.problems;
    if (trouble !== undefined && plan.changes.length === 0) deps.sources.setProblem(sourceId, trouble.problem);
    else deps.sources.setRead(sourceId, plan.readAt);
    // Nothing waits to be taken: the next reading may build on this one.
    if (!plan.changes.some(writes)) {
      const known = keptState(deps.sources.readerState(sourceId));
      deps.sources.setReaderState(sourceId, storedState(settledState(known, plan, new Map(), true)));
    }
    return plan;
  } catch (error) {
    if (!run.signal.aborted) deps.sources.setProblem(sourceId, problemOf(error));
    throw error;
  }
}
