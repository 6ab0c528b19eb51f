import { expect, it } from 'vitest';
import { type Route, pathOf, routeOf } from '../../../src/renderer/src/app/routes.ts';
import { tasksAfter } from '../../../src/renderer/src/app/tasks.ts';

it('leads from every place to its path and back', () => {
  const id = '0195c0de-0000-7000-8000-000000000001';
  const routes: Route[] = [
    { place: 'inbox', status: 'unanswered', id: null },
    { place: 'inbox', status: 'unanswered', id },
    { place: 'inbox', status: 'answered', id },
    { place: 'inbox', status: 'closed', id: null },
    { place: 'knowledge', section: 'entries', id },
    { place: 'knowledge', section: 'health', id: null },
    { place: 'knowledge', section: 'missing', id },
    { place: 'knowledge', section: 'sets', id },
    { place: 'knowledge', section: 'sets', id, entryId: id },
    { place: 'learned', section: 'waiting', id: null },
    { place: 'learned', section: 'waiting', id },
    { place: 'learned', section: 'shared', id },
    { place: 'learned', section: 'history', id: null },
    { place: 'insights' },
    { place: 'settings', section: 'inboxes' },
  ];
  for (const route of routes) expect(routeOf(pathOf(route))).toEqual(route);
});

it('shows the inbox for a path nobody knows', () => {
  expect(routeOf('/nowhere/at/all')).toEqual({ place: 'inbox', status: 'unanswered', id: null });
  expect(routeOf('')).toEqual({ place: 'inbox', status: 'unanswered', id: null });
});

it('lets go of a finished task, so that the progress line does not stand for ever', () => {
  const running = { task: 'import' as const, subject: 'faq.csv', done: 1, total: 2, isFinished: false };
  const tasks = tasksAfter(tasksAfter([], running), { ...running, done: 2 });
  expect(tasks).toEqual([{ ...running, done: 2 }]);
  expect(tasksAfter(tasks, { ...running, isFinished: true })).toEqual([]);
});
