import { useMemo, useRef, useState } from 'react';
import type { Draft } from '#shared/model/draft.ts';
import type { MacroPart } from '#shared/model/macro.ts';
import { type Mark, marksOf } from './marks.ts';
import { keepWork, loadWork } from './work-storage.ts';
import { type Work, isEdited, openDraft, workWith } from './work.ts';

export type WorkHandle = {
  readonly work: Work;
  readonly isEdited: boolean;
  readonly marks: readonly Mark[];
  /** A draft that came while the agent was writing. */
  readonly newer: Draft | null;
  readonly setText: (text: string) => void;
  /** What comes into the text next is of these macros. */
  readonly noteMacros: (macros: readonly MacroPart[]) => void;
  readonly setWork: (work: Work) => void;
  /** Remembers whose words are about to be written into the text. */
  readonly noteInserted: (entryId: string) => void;
  /** Drops the edits: the current draft is shown as it is. */
  readonly reset: () => void;
};

/**
 * The editor's text of one conversation; survives leaving it and restarting. Key the component by the conversation.
 * `said`: what the customer wrote, in which a variable is no gap.
 */
export function useWork(conversationId: string, draft: Draft | null, said: readonly string[]): WorkHandle {
  const [kept, setKept] = useState(() => loadWork(conversationId));
  const { work, newer } = workWith(kept, openDraft(draft));
  const marks = useMemo(() => marksOf(work.text, work.base?.sentences ?? [], said), [work.text, work.base, said]);
  const noted = useRef<readonly MacroPart[]>([]);
  const inserted = useRef<readonly string[]>([]);

  function setWork(given: Work): void {
    const next = { ...given, inserted: [...new Set([...(given.inserted ?? []), ...inserted.current])] };
    setKept(next);
    keepWork(conversationId, isEdited(next) ? next : null);
  }

  return {
    work,
    newer,
    marks,
    isEdited: isEdited(work),
    setText: (text) => {
      setWork({
        ...work,
        text,
        ...(noted.current.length > 0 ? { macros: [...(work.macros ?? []), ...noted.current] } : {}),
      });
      noted.current = [];
    },
    noteMacros: (macros) => {
      noted.current = macros;
    },
    noteInserted: (entryId) => {
      inserted.current = [...inserted.current, entryId];
    },
    setWork,
    reset: () => {
      setKept(null);
      keepWork(conversationId, null);
    },
  };
}
