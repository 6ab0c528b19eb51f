import { ownKey } from '../../app/own-storage.ts';
import type { KnowledgeContent, KnowledgeEntry, KnowledgePlace } from '#shared/model/knowledge.ts';

/** What was changed in the editor and not saved yet. */
export type Unsaved = {
  readonly content: KnowledgeContent;
  readonly place: KnowledgePlace;
  readonly why: string;
  /** The version it was begun from; null for a new entry. */
  readonly shown: KnowledgeEntry | null;
};

/** Kept while the window is open: to look at another entry in between costs nothing. */
const kept = new Map<string, Unsaved>();

export function keepUnsaved(key: string, unsaved: Unsaved | null): void {
  if (unsaved === null) kept.delete(ownKey(key));
  else kept.set(ownKey(key), unsaved);
}

export function unsavedOf(key: string): Unsaved | null {
  return kept.get(ownKey(key)) ?? null;
}
