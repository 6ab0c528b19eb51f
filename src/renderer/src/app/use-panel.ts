import { useCallback, useEffect, useState } from 'react';
import type { TakenCopy } from '#shared/contract/panel.ts';
import { type Problem, problemOf } from '#shared/errors.ts';
import {
  type PanelMemory,
  broughtTo,
  keepMemory,
  keepsOn,
  loadMemory,
  switchedTo,
} from '../features/panel/panel-memory.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { useLatest } from '../ui/use-latest.ts';
import { useBackend } from './queries.ts';

/** What there is to say about the text that was brought last: it is no new message, or it could not be taken. */
export type PanelNote = { readonly what: 'known' | 'own' } | { readonly what: 'problem'; readonly problem: Problem };

/** Which conversation the side panel shows, and how copied texts come into it. */
export function usePanel(storeId: string, onTaken: () => void) {
  const { t } = useText();
  const backend = useBackend();
  const [memory, setMemory] = useState(loadMemory);
  const [note, setNote] = useState<PanelNote | null>(null);
  const latest = useLatest({ memory, onTaken });
  const inboxName = t('panel.inboxName');

  const remember = useCallback(
    (change: Partial<PanelMemory>): void => {
      const next = { ...latest.current.memory, ...change, usedAt: Date.now() };
      keepMemory(next);
      setMemory(next);
    },
    [latest],
  );

  const take = useCallback(
    async (from: 'summons' | 'clipboard', insists = false): Promise<void> => {
      const { memory: before } = latest.current;
      const now = Date.now();
      let taken: TakenCopy | null;
      try {
        taken = await backend.call('panel.take', {
          storeId,
          conversationId: keepsOn(before, now) ? before.conversationId : null,
          inAnyLanguage: before.isSure,
          from,
          insists,
          inboxName,
        });
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code !== 'cancelled') setNote({ what: 'problem', problem });
        return;
      }
      if (taken === null) return;
      remember(broughtTo(before, taken.conversationId, now));
      setNote(taken.what === 'taken' ? null : { what: taken.what });
      latest.current.onTaken();
    },
    [backend, storeId, inboxName, latest, remember],
  );

  // Asked for at once too: the panel may have been called before this page or the desk behind it was there.
  useEffect(() => {
    void Promise.resolve().then(() => take('summons'));
    return backend.on('panel.summoned', () => void take('summons'));
  }, [backend, take]);

  return {
    conversationId: memory.conversationId,
    keeps: memory.keeps,
    note,
    take,
    dismissNote: () => setNote(null),
    setKeeps: (keeps: boolean) => remember({ keeps, isSure: keeps }),
    choose(conversationId: string) {
      setNote(null);
      remember(switchedTo(conversationId));
    },
    /** The panel was used: what goes on goes on. */
    touch: () => remember({}),
  };
}
