import type { Message } from '#shared/model/conversation.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';

/** How a reply on its way is shown: its state, or what a person should know of it more than that. */
export type OutboxLook = OutboxItem['state'] | 'waitingForLine' | 'held';

const lineCodes: ReadonlySet<string> = new Set(['unreachable', 'timed_out']);

export function lookOf({ state, problem }: OutboxItem): OutboxLook {
  if (state === 'waiting' && problem !== null && lineCodes.has(problem.code)) return 'waitingForLine';
  if (state === 'failed' && problem?.code === 'thread_moved_on') return 'held';
  return state;
}

/**
 * What people wrote into a thread after a reply was accepted. Ids sort by the time they were made: a message dated
 * before the reply but read after it counts, as it does where the reply is held.
 */
export function messagesSince(messages: readonly Message[], item: OutboxItem): readonly Message[] {
  return messages.filter((message) => message.automatic === null && message.id > item.id);
}
