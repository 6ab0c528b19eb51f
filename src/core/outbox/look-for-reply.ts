import { type Problem, problemOf } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { askedPauseOf } from '../inbox/asked-pause.ts';
import type { InboxConnector } from '../ports/inbox-connector.ts';
import { type ProgressDeps, kept, outgoing, pauseAfter, sent } from './reply-progress.ts';
import { mostUncertainSends, uncertainProblem, uncertainSends, withUncertainSends } from './uncertain-sends.ts';

/** How often an uncertain reply is looked for before a person is asked. */
const looksForUncertain = 4;

/**
 * Looks for a reply that was leaving when the line broke or the program ended. Found, it is `sent`; proved not to have
 * left, it is `waiting`, longer each time. A person decides where the inbox can prove nothing, where each send ends in
 * doubt, and where the thread is gone.
 */
export async function lookForReply(
  deps: ProgressDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<OutboxItem> {
  const doubted = inDoubt(item);
  const looks = doubted.attempts + 1;
  const current = kept(deps, { ...doubted, attempts: looks });
  const sends = uncertainSends(current);
  const found = await looked(deps, connector, current, signal);
  const latest = deps.outbox.get(item.id);
  if (latest.state === 'sent' || latest.state === 'cancelled') return latest;
  if (typeof found === 'string') return sent(deps, current, found);
  // A person has given up meanwhile.
  if (latest.state !== 'uncertain') return latest;
  if (found !== null) {
    const problem = withUncertainSends(found, sends);
    if (isThreadGone(found)) return kept(deps, { ...current, state: 'failed', problem, nextTryAt: null });
    // Not a look: it is not counted. A line that stays broken is not dialled in a storm.
    const pause = Math.max(pauseAfter(item.problem?.code === found.code ? 3 : 1), askedPauseOf(found));
    return kept(deps, { ...current, problem, attempts: looks - 1, nextTryAt: deps.clock.now() + pause });
  }
  const { provesUnsent } = connector.capabilities;
  const problem = uncertainProblem(sends);
  if (provesUnsent ? sends >= mostUncertainSends : looks >= looksForUncertain)
    return kept(deps, { ...current, state: 'failed', problem, nextTryAt: null });
  if (!provesUnsent) return kept(deps, { ...current, problem, nextTryAt: deps.clock.now() + pauseAfter(looks) });
  const nextTryAt = deps.clock.now() + pauseAfter(sends + 1);
  return kept(deps, { ...current, state: 'waiting', attempts: 0, problem, nextTryAt });
}

/** The reply as one of which nobody knows whether it has left, with the send that ended so counted. */
export function inDoubt(item: OutboxItem): OutboxItem {
  if (item.state === 'sending')
    return { ...item, state: 'uncertain', attempts: 0, problem: uncertainProblem(uncertainSends(item) + 1) };
  const sends = Math.max(1, uncertainSends(item));
  const problem = item.problem === null ? uncertainProblem(sends) : withUncertainSends(item.problem, sends);
  return { ...item, state: 'uncertain', problem };
}

/** The remote id of the reply where the inbox knows it as sent, or why it could not say. */
export async function looked(
  deps: ProgressDeps,
  connector: InboxConnector,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<string | Problem | null> {
  try {
    return await connector.findSent(outgoing(deps, item), signal);
  } catch (error) {
    return problemOf(error);
  }
}

/** Whether a look will never find anything; not where a web page answered instead of the inbox. */
export function isThreadGone({ code, detail }: Problem): boolean {
  return code === 'not_found' && detail['reason'] !== 'host';
}
