import type { WriteDraftDeps, Written } from '#core/writing/write-draft.ts';
import { AppError } from '#shared/errors.ts';
import type { Draft } from '#shared/model/draft.ts';
import { createWaker } from '../waker.ts';
import type { Writings } from '../writings.ts';

export type WordingLoop = {
  /** The desk has made this draft: where its store wants that, a model words it before anybody looks. */
  add(conversationId: string, draftId: string): void;
  /** Models or what they may do are others: what rests is tried at once. */
  wake(): void;
  /** Resolves when nothing waits but what rests after a failure. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

const firstRestMs = 5_000;
const longestRestMs = 600_000;
const longestSleepMs = 3_600_000;
/** Drafts that may wait; who waits longest is forgotten first: their agent is probably there already. */
const mostWaiting = 500;

/** The model answered, if not well: another draft may fare better, and this one would fare no better again. */
const aboutThisDraft: ReadonlySet<string> = new Set([
  'answer_unsupported',
  'answer_refused',
  'answer_malformed',
  'prompt_too_long',
]);

/**
 * Words new drafts one at a time behind the desk's own, each message's once. A draft that is no longer the open one is
 * forgotten; where no model answers at all the work rests, 5 s doubling to 10 min.
 */
export function startWordingLoop(
  deps: WriteDraftDeps,
  writings: Writings,
  onError: (error: unknown) => void,
  firstRest = firstRestMs,
): WordingLoop {
  const waker = createWaker();
  const controller = new AbortController();
  const { signal } = controller;
  /** Conversation → the draft that is to be worded, in the order in which they came. */
  const queue = new Map<string, string>();
  /** Conversation → the message whose draft a model was asked to word, whatever came of it. */
  const asked = new Map<string, string>();
  let failures = 0;
  let waiting: Array<() => void> = [];

  /** The next draft that is still to be worded; null where none is. */
  function next(): { readonly conversationId: string; readonly messageId: string } | null {
    for (const [conversationId, draftId] of queue) {
      const draft = deps.drafts.current(conversationId);
      const isOpen = draft?.id === draftId && draft.state === 'open' && draft.text !== '' && draft.writer == null;
      if (isOpen && asked.get(conversationId) !== draft.messageId && isWanted(conversationId) && !wasWorded(draft)) {
        return { conversationId, messageId: draft.messageId };
      }
      queue.delete(conversationId);
    }
    return null;
  }

  /** Somebody who had it drafted anew wants the desk's own words. */
  function wasWorded({ conversationId, messageId }: Draft): boolean {
    const before = deps.drafts.ofConversation(conversationId);
    return before.some((draft) => draft.messageId === messageId && draft.writer != null);
  }

  function isWanted(conversationId: string): boolean {
    const writing = deps.storeWriting.get(deps.conversations.get(conversationId).storeId);
    return writing.isAhead && writing.chains.draft.length > 0;
  }

  /** Whether a model answered; false: none could be asked. */
  async function word(conversationId: string): Promise<boolean> {
    try {
      const written = await writings.writeAhead(conversationId, signal);
      return written === null || written.isWorded || hasAnswered(written);
    } catch (error) {
      if (signal.aborted) return true;
      // An agent's own word, or a newer draft, came first.
      const isOver = error instanceof AppError && over.has(error.code);
      if (!isOver) onError(error);
      return isOver;
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const due = next();
        if (due === null) {
          for (const resolve of waiting.splice(0)) resolve();
          await waker.sleep(longestSleepMs, signal);
          continue;
        }
        if (await word(due.conversationId)) {
          failures = 0;
          asked.delete(due.conversationId);
          asked.set(due.conversationId, due.messageId);
          for (const oldest of [...asked.keys()].slice(0, Math.max(0, asked.size - 10 * mostWaiting)))
            asked.delete(oldest);
          queue.delete(due.conversationId);
          continue;
        }
        for (const resolve of waiting.splice(0)) resolve();
        await waker.sleep(Math.min(firstRest * 2 ** failures++, longestRestMs), signal);
      } catch (error) {
        onError(error);
        await waker.sleep(firstRest, signal);
      }
    }
  }

  const done = run();
  return {
    add(conversationId, draftId) {
      queue.delete(conversationId);
      queue.set(conversationId, draftId);
      for (const oldest of [...queue.keys()].slice(0, Math.max(0, queue.size - mostWaiting))) queue.delete(oldest);
      if (failures === 0) waker.wake();
    },
    wake() {
      failures = 0;
      waker.wake();
    },
    settled: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (failures === 0) waker.wake();
      }),
    async stop() {
      controller.abort();
      waker.wake();
      await done;
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

const over: ReadonlySet<string> = new Set(['conflict', 'not_found', 'nothing_to_word', 'cancelled']);

function hasAnswered({ problems }: Written): boolean {
  const ofLine = problems.filter(({ problem }) => problem.code !== 'local_only');
  return ofLine.length === 0 || ofLine.some(({ problem }) => aboutThisDraft.has(problem.code));
}
