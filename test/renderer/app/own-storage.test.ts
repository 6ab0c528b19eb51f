import { beforeEach, expect, test, vi } from 'vitest';
import { MemoryStorage } from '../support/memory-storage.ts';

type Modules = {
  readonly own: typeof import('../../../src/renderer/src/app/own-storage.ts');
  readonly notes: typeof import('../../../src/renderer/src/features/helpdesk/note-storage.ts');
};

let storage = new MemoryStorage();
beforeEach(() => {
  storage = new MemoryStorage();
  vi.stubGlobal('localStorage', storage);
});

/** A window that has just been opened. */
async function opened(): Promise<Modules> {
  vi.resetModules();
  const own = await import('../../../src/renderer/src/app/own-storage.ts');
  return { own, notes: await import('../../../src/renderer/src/features/helpdesk/note-storage.ts') };
}

test('bug: what one person began is shown to the next, or is gone when they come back', async () => {
  const { own, notes } = await opened();
  // Written before there were profiles.
  notes.keepNote('one', 'Of the owner');
  own.setOwner('owner');
  expect(notes.loadNote('one')).toBe('Of the owner');
  own.setOwner('agent');
  expect(notes.loadNote('one')).toBe('');
  notes.keepNote('one', 'Of the agent');
  own.setOwner('owner');
  expect(notes.loadNote('one')).toBe('Of the owner');
  const later = await opened();
  expect(later.notes.loadNote('one')).toBe('Of the owner');
  later.own.setOwner('agent');
  expect(later.notes.loadNote('one')).toBe('Of the agent');
  // It is let go of after its time, whoever is there.
  later.notes.dropOldNotes(Date.now() + 400 * 86_400_000);
  expect([...storage.kept.keys()].filter((key) => key.includes('note'))).toEqual([]);
});

test('bug: the page where one signs in does not know that it is another’s turn', async () => {
  const { own } = await opened();
  const told: string[] = [];
  own.onOwnerChange(() => told.push(own.ownKey('deskside.preferences')));
  for (const id of ['owner', 'agent', 'agent', 'owner']) own.setOwner(id);
  expect(told).toEqual(['deskside.preferences', 'deskside.preferences@agent', 'deskside.preferences']);
});
