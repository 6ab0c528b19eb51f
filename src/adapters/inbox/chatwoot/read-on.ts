import { type ChatwootApi, fullPage, fullWindow } from './chatwoot-api.ts';
import type { ChatwootMessage } from './chatwoot-shapes.ts';

export type ReadOn = {
  readonly messages: readonly ChatwootMessage[];
  /** Everything up to this id is read; null where there is nothing more. */
  readonly after: number | null;
  readonly serverTime: number | null;
};

/**
 * The next messages of a thread. Chatwoot continues by id but cuts its pages by time: where the two orders differ (what
 * was imported or written down late), a page alone would leave a gap, and the ids it spans are asked for as such.
 */
export async function readOn(
  api: ChatwootApi,
  threadId: number | string,
  after: number,
  signal: AbortSignal,
): Promise<ReadOn> {
  const { body: page, serverTime } = await api.messagesAfter(threadId, after, signal);
  const ids = page.map((message) => message.id).sort((a, b) => a - b);
  const last = ids.at(-1) ?? after;
  if (page.length < fullPage || last <= after) return { messages: page, after: null, serverTime };
  if (page.every((message, i) => message.id === ids[i])) return { messages: page, after: last, serverTime };
  // A few strays with high ids are likely: the span that leaves them out is short.
  for (let place = Math.floor(ids.length * 0.9); ; place = Math.floor(place / 2)) {
    const upTo = ids[place] ?? last;
    const span = await api.messagesBetween(threadId, after + 1, upTo + 1, signal);
    if (span.length < fullWindow || place === 0) return { messages: [...page, ...span], after: upTo, serverTime };
  }
}
