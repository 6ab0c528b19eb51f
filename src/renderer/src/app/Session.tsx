import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type AppError, problemOf } from '#shared/errors.ts';
import type { Presence } from '#shared/model/profile.ts';
import { SignInPage } from '../features/people/SignInPage.tsx';
import { useText } from '../i18n/TextProvider.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { dismissAllToasts } from '../ui/toast-store.ts';
import { useCommand } from './commands.tsx';
import { setOwner } from './own-storage.ts';
import { PresenceContext } from './presence.ts';
import { useBackend, useRequest } from './queries.ts';
import { forgetTasks } from './tasks.ts';
import { useReport } from './use-report.ts';

/** A person is told of at most this often, ms, while they use the window. */
const touchEveryMs = 20_000;

/** Who works here. What another person saw leaves the window before the next one sees any of it. */
function useSession(isPanel: boolean): { readonly presence: Presence | null; readonly problem: AppError | null } {
  const backend = useBackend();
  const cache = useQueryClient();
  const [presence, setPresence] = useState<Presence | null>(null);
  const [problem, setProblem] = useState<AppError | null>(null);
  const shown = useRef<Presence | null>(null);

  useEffect(() => {
    let asked = 0;
    function take(now: Presence): void {
      const before = shown.current;
      shown.current = now;
      const isSame = before?.profile?.id === now.profile?.id && before?.profile?.role === now.profile?.role;
      if (before !== null && !isSame) {
        cache.clear();
        dismissAllToasts();
        forgetTasks();
      }
      if (before !== null && !isPanel && before.lastId !== now.lastId) window.location.hash = '#/inbox';
      setOwner(now.lastId);
      setProblem(null);
      setPresence(now);
    }
    async function ask(): Promise<void> {
      const turn = ++asked;
      try {
        const now = await backend.call('profile.present', {});
        if (turn === asked) take(now);
      } catch (error) {
        if (turn === asked && problemOf(error).code !== 'cancelled') setProblem(error as AppError);
      }
    }
    void ask();
    const stop = backend.on('profile.changed', () => void ask());
    return () => {
      asked = -1;
      stop();
    };
  }, [backend, cache, isPanel]);

  return { presence, problem };
}

/** While the desk locks itself: tells that somebody uses this window. */
function useTouch(isWanted: boolean): void {
  const backend = useBackend();
  useEffect(() => {
    if (!isWanted) return undefined;
    let toldAt = 0;
    function touch(): void {
      if (Date.now() - toldAt < touchEveryMs) return;
      toldAt = Date.now();
      // Where it is locked by now, the window is told so.
      backend.call('profile.touch', {}).catch(() => undefined);
    }
    const signs = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [backend, isWanted]);
}

/** The window of who works here; of nobody, the page where one signs in. */
export function Session(props: { readonly isPanel: boolean; readonly children: ReactNode }) {
  const { t } = useText();
  const report = useReport();
  const { presence, problem } = useSession(props.isPanel);
  const lock = useRequest('profile.lock');
  const profile = presence?.profile ?? null;
  useTouch(profile !== null && presence?.lockAfter != null);
  useCommand('lock', presence?.isShared && profile !== null ? () => lock.mutate({}, { onError: report }) : null);
  if (presence === null) {
    if (problem === null) return null;
    const { what, remedy } = problemText(t, problem);
    return <EmptyState title={what} text={remedy} />;
  }
  if (profile === null) return <SignInPage lastId={presence.lastId} isPanel={props.isPanel} />;
  return (
    <PresenceContext key={`${profile.id} ${profile.role}`} value={{ ...presence, profile }}>
      {props.children}
    </PresenceContext>
  );
}
