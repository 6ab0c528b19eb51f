import { problemOf } from '#shared/errors.ts';
import type { ProbeCheck, ProbeReport } from '#shared/model/inbox.ts';

/** One thing to look at; resolves to a note for the person, or null. What it throws is what is wrong. */
export type ProbeStep = readonly [name: ProbeCheck['name'], look: () => Promise<string | null>];

/**
 * Takes the steps of a connection test in their order and stops at the first that fails: without it the next cannot
 * work, and the first reason is the clear one. Throws nothing.
 */
export async function probeSteps(steps: readonly ProbeStep[]): Promise<ProbeReport> {
  const checks: ProbeCheck[] = [];
  for (const [name, look] of steps) {
    const check = await checked(name, look);
    checks.push(checks.length === 0 ? withHostInDoubt(check) : check);
    if (!check.isOk) break;
  }
  return { isOk: checks.every((check) => check.isOk), checks };
}

/** Where the very first thing is not there, what answers is no such helpdesk. */
function withHostInDoubt(check: ProbeCheck): ProbeCheck {
  const { problem } = check;
  if (problem?.code !== 'not_found') return check;
  return { ...check, problem: { ...problem, detail: { ...problem.detail, reason: 'host' } } };
}

async function checked(name: ProbeCheck['name'], look: () => Promise<string | null>): Promise<ProbeCheck> {
  try {
    return { name, isOk: true, problem: null, note: await look() };
  } catch (error) {
    return { name, isOk: false, problem: problemOf(error), note: null };
  }
}
