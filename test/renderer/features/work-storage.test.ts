import { beforeEach, expect, it, vi } from 'vitest';
import { plainSettings } from '#shared/model/store.ts';
import { dropOldWork, keepWork, loadWork } from '../../../src/renderer/src/features/composer/work-storage.ts';
import { preferencesFrom } from '../../../src/renderer/src/app/preferences-from.ts';
import { fakeDraft } from '../support/fake-drafts.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { newId } from '../support/sample.ts';

let storage = new MemoryStorage();
beforeEach(() => {
  storage = new MemoryStorage();
  vi.stubGlobal('localStorage', storage);
});

const draft = fakeDraft({
  conversationId: newId(),
  messageId: newId(),
  language: 'en',
  customerName: 'Ada',
  settings: { ...plainSettings, name: 'Shop' },
  asks: [],
  evidence: [],
  silence: null,
});

it('gives back after a restart what was typed, with the draft it started from', () => {
  keepWork('c', { base: draft, text: 'typed' });
  expect(loadWork('c')).toMatchObject({ base: { id: draft.id }, text: 'typed' });
  keepWork('c', null);
  expect(loadWork('c')).toBeNull();
});

it('keeps the words even where the stored draft no longer fits the contract', () => {
  storage.setItem('deskside.work.c', JSON.stringify({ base: { id: 'old shape' }, text: 'typed', savedAt: 1 }));
  expect(loadWork('c')).toMatchObject({ base: null, text: 'typed' });
});

it('survives anything that may stand in the storage', () => {
  for (const raw of ['', '{', 'null', '7', '[]', '{"text":3}']) {
    storage.setItem('deskside.work.c', raw);
    expect(loadWork('c')).toBeNull();
    expect(preferencesFrom(raw).theme).toBe('system');
  }
});

it('lets go of what nobody came back to, and of nothing that is not its own', () => {
  keepWork('c', { base: null, text: 'typed' });
  storage.setItem('deskside.work.broken', '{');
  storage.setItem('deskside.preferences', '{}');
  dropOldWork(Date.now());
  expect([...storage.kept.keys()]).toEqual(['deskside.work.c', 'deskside.preferences']);
  dropOldWork(Date.now() + 31 * 86_400_000);
  expect([...storage.kept.keys()]).toEqual(['deskside.preferences']);
});
