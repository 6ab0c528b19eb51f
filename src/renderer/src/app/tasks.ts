import { useSyncExternalStore } from 'react';
import type { EventPayload } from '#shared/contract/index.ts';
import type { RpcClient } from '#shared/rpc/client.ts';

export type Task = EventPayload<'progress.changed'>;

let tasks: readonly Task[] = [];
const listeners = new Set<() => void>();

/** The running tasks after one more report; a finished one leaves. */
export function tasksAfter(before: readonly Task[], report: Task): readonly Task[] {
  const isSame = (task: Task): boolean => task.task === report.task && task.subject === report.subject;
  if (report.isFinished) return before.filter((task) => !isSame(task));
  return before.some(isSame) ? before.map((task) => (isSame(task) ? report : task)) : [...before, report];
}

/** Follows what the backend reports. Returns a function that stops it. */
export function followTasks(backend: RpcClient): () => void {
  // What an earlier backend was doing, it does no more.
  tasks = [];
  return backend.on('progress.changed', (report) => {
    tasks = tasksAfter(tasks, report);
    for (const listener of listeners) listener();
  });
}

/** What runs is told anew: somebody else works here. */
export function forgetTasks(): void {
  tasks = [];
  for (const listener of listeners) listener();
}

/** Every task that is running now. */
export function useTasks(): readonly Task[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => tasks,
  );
}
