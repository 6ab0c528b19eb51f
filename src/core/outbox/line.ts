import type { EmitEvent } from '#shared/contract/events.ts';
import type { ErrorCode } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { uncertainProblem, uncertainSends, withUncertainSends } from './uncertain-sends.ts';

type LineDeps = Pick<Database, 'outbox'> & { readonly clock: Clock; readonly emit: EmitEvent };

/** With these an inbox cannot be reached now, whichever reply one tries. */
const lineCodes: ReadonlySet<ErrorCode> = new Set(['unreachable', 'timed_out', 'rate_limited']);
/** A failing server may fail at this one reply alone: after so many tries it holds up no other. */
const mostServerFaults = 3;

/** Whether a reply waits because its inbox cannot be reached, and the others of that inbox with it. */
export function waitsForLine({ state, problem, attempts }: OutboxItem): boolean {
  if (state !== 'waiting' || problem === null) return false;
  return lineCodes.has(problem.code) || (problem.code === 'remote_failed' && attempts <= mostServerFaults);
}

/**
 * The reply to try next, or null where none is due. Replies of one inbox leave in the order they were accepted: where
 * one waits for the line, it is tried before any that came after it. One that the server asked to wait is not tried
 * early: what came after it waits as long. `busy`: inboxes that are delivering; theirs are not looked at.
 */
export function nextToDeliver(deps: LineDeps, busy: ReadonlySet<string> = new Set()): OutboxItem | null {
  for (;;) {
    const now = deps.clock.now();
    const open = openItems(deps, busy);
    const due = open.find((item) => (item.nextTryAt ?? 0) <= now);
    if (due === undefined || !goesByLine(due)) return due ?? null;
    const first = open.find((item) => item.inboxId === due.inboxId && (item.id === due.id || waitsForLine(item)));
    const isAskedToWait = first?.problem?.code === 'rate_limited' && (first.nextTryAt ?? 0) > now;
    if (first === undefined || !isAskedToWait) return first ?? due;
    holdForLine(deps, first);
  }
}

/** When the next reply will be due, ms UTC; infinite where none waits for its time. */
export function nextDueAt(deps: LineDeps, busy: ReadonlySet<string>): number {
  return Math.min(...openItems(deps, busy).flatMap((item) => item.nextTryAt ?? []));
}

function openItems(deps: LineDeps, busy: ReadonlySet<string>): readonly OutboxItem[] {
  return deps.outbox.pending().filter((item) => item.state !== 'failed' && !busy.has(item.inboxId));
}

/** Whether a reply stands in the row of its inbox; not where it has a trouble of its own. */
function goesByLine(item: OutboxItem): boolean {
  return item.state === 'waiting' && (item.problem === null || waitsForLine(item));
}

/** The line is down: what else would leave by it waits as long as the reply that found out. */
export function holdForLine(deps: LineDeps, tried: OutboxItem): void {
  const { problem, nextTryAt } = tried;
  if (nextTryAt === null) return;
  for (const item of waitingOf(deps, tried.inboxId)) {
    if (item.id === tried.id || (item.nextTryAt ?? 0) >= nextTryAt) continue;
    if (!goesByLine(item)) continue;
    const own = problem === null ? null : withUncertainSends(problem, uncertainSends(item));
    saved(deps, { ...item, problem: own, nextTryAt });
  }
}

/** The line is back: what waited for it is due. */
export function releaseForLine(deps: LineDeps, inboxId: string): void {
  for (const item of waitingOf(deps, inboxId)) {
    if (!waitsForLine(item)) continue;
    saved(deps, { ...item, problem: uncertainProblem(uncertainSends(item)), attempts: 0, nextTryAt: null });
  }
}

function waitingOf(deps: LineDeps, inboxId: string): readonly OutboxItem[] {
  return deps.outbox.pending().filter((item) => item.inboxId === inboxId && item.state === 'waiting');
}

function saved(deps: LineDeps, item: OutboxItem): void {
  deps.outbox.save(item);
  deps.emit('outbox.changed', { conversationId: item.conversationId });
}
