import { beforeEach, expect, it, vi } from 'vitest';
import type { HelpdeskView } from '#shared/contract/helpdesk.ts';
import { dropOldNotes, keepNote, loadNote } from '../../../src/renderer/src/features/helpdesk/note-storage.ts';
import { shownThread, stillWanted, withoutWanted } from '../../../src/renderer/src/features/helpdesk/wanted.ts';
import { MemoryStorage } from '../support/memory-storage.ts';

const ada = { id: '7', name: 'Ada' };
const bao = { id: '8', name: 'Bao' };
const view: HelpdeskView = {
  thread: { status: 'open', assignee: ada, tags: ['vip'], customer: null },
  assignees: [bao],
};

beforeEach(() => vi.stubGlobal('localStorage', new MemoryStorage()));

it('bug: what is chosen jumps back until the helpdesk answers', () => {
  expect(shownThread(view, { assigneeId: '8' }).assignee).toEqual(bao);
  expect(shownThread(view, { assigneeId: null }).assignee).toBeNull();
  expect(shownThread(view, { tags: ['vip', 'asap'] })).toMatchObject({ tags: ['vip', 'asap'], assignee: ada });
  expect(shownThread(view, {})).toEqual(view.thread);
});

it('bug: every letter of a name is told to the helpdesk, or an older choice is told last', () => {
  expect(stillWanted({ assigneeId: '8' }, { assigneeId: '7' })).toBe(false);
  expect(stillWanted({ assigneeId: '8', status: 'solved' }, { assigneeId: '8' })).toBe(true);
  expect(stillWanted({}, { assigneeId: null })).toBe(false);
});

it('bug: an answer takes away what was chosen since', () => {
  const tags = ['vip'];
  expect(withoutWanted({ tags: ['vip', 'asap'] }, { tags })).toEqual({ tags: ['vip', 'asap'] });
  expect(withoutWanted({ tags, assigneeId: null }, { tags })).toEqual({ assigneeId: null });
});

it('bug: a half-written note is lost, or comes up beside another customer', () => {
  keepNote('one', 'Asked twice');
  expect(loadNote('one')).toBe('Asked twice');
  expect(loadNote('two')).toBe('');
  keepNote('one', '');
  expect(loadNote('one')).toBe('');
});

it('bug: notes pile up for ever, or what is broken stops the start', () => {
  keepNote('one', 'Asked twice');
  localStorage.setItem('deskside.note.two', '{');
  dropOldNotes(Date.now());
  expect(loadNote('one')).toBe('Asked twice');
  expect(localStorage.getItem('deskside.note.two')).toBeNull();
  dropOldNotes(Date.now() + 31 * 86_400_000);
  expect(loadNote('one')).toBe('');
});
