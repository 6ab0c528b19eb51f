import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';
import { AppError } from '#shared/errors.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { writingProblemText } from '../i18n/writing-problem.ts';
import { useMayAsk } from './may-ask.ts';
import { keyOf, useBackend } from './queries.ts';
import { useSteer } from './use-steer.ts';
import { writeWithModel } from './write-with-model.ts';

export type WritingHandle = {
  /** Null while nothing is written; else what there is of it so far. */
  readonly text: string | null;
  /** Why the last try brought nothing. */
  readonly problem: string | null;
  /** What the agent wants said. */
  readonly steer: string;
  readonly onSteer: (steer: string) => void;
  readonly write: () => void;
  readonly stop: () => void;
};

/**
 * Has a language model word the draft of an open conversation; null where no model may. The worded draft becomes the
 * conversation's: it takes the place of an untouched one, and is offered beside an edited one.
 */
export function useWriting(thread: Thread): WritingHandle | null {
  const { t } = useText();
  const backend = useBackend();
  const cache = useQueryClient();
  const { id: conversationId, storeId } = thread.conversation;
  const isAllowed = useMayAsk(storeId, 'draft');
  const running = useRef<AbortController | null>(null);
  const wordedId = useRef<string | null>(null);
  const [steer, onSteer] = useSteer(thread);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  // Whoever leaves the conversation waits for it no longer, and what another draft takes the place of is worded in vain.
  const openId = thread.draft?.state === 'open' ? thread.draft.id : null;
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (wordedId.current !== openId) running.current?.abort();
  }, [openId]);

  async function write(): Promise<void> {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    wordedId.current = openId;
    const isMine = (): boolean => running.current === controller;
    setProblem(null);
    setText('');
    try {
      const input = { conversationId, steer, signal: controller.signal };
      const { draft, isWorded, problems } = await writeWithModel(backend, input, (soFar) => isMine() && setText(soFar));
      if (isWorded) {
        cache.setQueryData(keyOf('conversation.get', { conversationId }), (before: Thread | undefined) =>
          before === undefined ? before : { ...before, draft },
        );
      } else if (isMine()) setProblem(writingProblemText(t, problems));
    } catch (error) {
      const isStopped = error instanceof AppError && error.code === 'cancelled';
      if (isMine() && !isStopped && error instanceof AppError) setProblem(problemText(t, error).what);
    } finally {
      if (isMine()) {
        running.current = null;
        setText(null);
      }
    }
  }

  if (!isAllowed && text === null) return null;
  return {
    text,
    problem,
    steer,
    onSteer,
    write: () => void write(),
    stop: () => running.current?.abort(),
  };
}
