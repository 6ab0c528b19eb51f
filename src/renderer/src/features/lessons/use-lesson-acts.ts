import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/index.ts';
import { problemOf } from '#shared/errors.ts';
import type { LessonDecision } from '#shared/model/lesson-review.ts';
import { useBackend } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { dismissToast, showToast } from '../../ui/toast-store.ts';

/** So many decisions can be taken back from their messages: more of them would lie over what is read next. */
const mostToasts = 2;
/** How long a decision can be taken back by one key, ms; under History it always can. */
export const undoMs = 12_000;

type ActName = {
  [N in RequestName]: N extends `lesson.${string}` ? (RequestOutput<N> extends LessonDecision ? N : never) : never;
}[RequestName];

export type Act = <N extends Exclude<ActName, 'lesson.undo'>>(
  name: N,
  input: RequestInput<N>,
  about: {
    /** These leave the list at once. */
    readonly leaving: readonly string[];
    readonly told: (decision: LessonDecision) => string;
    readonly more: string;
  },
) => void;

type Queue = RequestOutput<'lesson.queue'>;

/** The kept queue without those that are decided: whoever comes back to it at once does not meet them again. */
function queueWithout(data: InfiniteData<Queue> | undefined, ids: readonly string[]): InfiniteData<Queue> | undefined {
  if (data === undefined) return data;
  const gone = data.pages.flatMap(({ items }) => items).filter(({ item }) => ids.includes(item.id)).length;
  const pages = data.pages.map(({ items, total }) => ({
    items: items.filter(({ item }) => !ids.includes(item.id)),
    total: Math.max(0, total - gone),
  }));
  return { ...data, pages };
}

/**
 * Decides about lessons. What is decided leaves the list before the backend has answered, and comes back where it refuses;
 * a decision can be taken back for a while from its message.
 */
export function useLessonActs(onBack: (itemId: string) => void) {
  const { t } = useText();
  const backend = useBackend();
  const cache = useQueryClient();
  const report = useReport();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  /** What is on its way: the same key pressed twice decides once. */
  const busy = useRef(new Set<string>());

  const toasts = useRef<number[]>([]);

  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);

  const refresh = useCallback(
    () => cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('lesson.') }),
    [cache],
  );

  const shown = (ids: readonly string[]): void =>
    setLeft((before) => new Set([...before].filter((id) => !ids.includes(id))));
  function comeBack(ids: readonly string[]): void {
    shown(ids);
    const [first] = ids;
    // Whoever went elsewhere meanwhile is not fetched back.
    if (first !== undefined && isShown.current) onBack(first);
  }

  function onRefused(error: unknown, ids: readonly string[]): void {
    comeBack(ids);
    const { code, detail } = problemOf(error);
    if (code !== 'conflict') return report(error);
    showToast({
      tone: 'bad',
      text: t(detail['what'] === 'entry' ? 'lessons.conflictEntry' : 'lessons.conflict'),
      lasts: 12_000,
    });
    void refresh();
  }

  /** `isRedone`: it is an undoing that is taken back. */
  function undo(decisionId: string, ids: readonly string[], isRedone = false): void {
    backend
      .call('lesson.undo', { decisionId })
      // Shown before it is read anew, what is begun on it would be lost with its former version.
      .then(refresh)
      .then(() => {
        comeBack(ids);
        showToast({ text: t(isRedone ? 'lessons.did.redo' : 'lessons.did.undo') });
      })
      .catch((error: unknown) => onRefused(error, []));
  }

  const act: Act = (name, input, { leaving, told, more }) => {
    const key = `${name} ${JSON.stringify(input)}`;
    if (busy.current.has(key)) return;
    busy.current.add(key);
    setLeft((before) => new Set([...before, ...leaving]));
    (backend.call(name, input) as Promise<LessonDecision>)
      .then((decision) => {
        const toast = showToast({
          tone: 'good',
          text: told(decision),
          more,
          lasts: undoMs,
          hasCountdown: true,
          actions: [{ label: t('action.undo'), shortcut: 'Z', run: () => undo(decision.id, leaving) }],
        });
        toasts.current = [...toasts.current, toast];
        for (const old of toasts.current.splice(0, Math.max(0, toasts.current.length - mostToasts))) dismissToast(old);
        cache.setQueriesData<InfiniteData<Queue>>({ queryKey: ['lesson.queue'] }, (data) =>
          queueWithout(data, leaving),
        );
        // Read anew, the list is without them by itself.
        return refresh().then(() => shown(leaving));
      })
      .catch((error: unknown) => onRefused(error, leaving))
      .finally(() => busy.current.delete(key));
  };

  return { act, undo, left };
}
