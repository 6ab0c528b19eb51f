import type { EmitEvent } from '#shared/contract/events.ts';
import type { KnowledgeContent, KnowledgeEntry, KnowledgeSource } from '#shared/model/knowledge.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';
import { indexKnowledge } from '../retrieval/index-passage.ts';

export type KnowledgeDeps = Pick<Database, 'transaction' | 'knowledge' | 'passages' | 'drafts'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
};

const byPerson: KnowledgeSource = { origin: 'person', file: null, row: null };

/** Adds an entry, or appends a version to one. From its commit on no search finds the old text; drafts that used it are stale. */
export function saveKnowledge(
  deps: KnowledgeDeps,
  input: { readonly storeId: string; readonly entryId: string | null; readonly content: KnowledgeContent },
): KnowledgeEntry {
  const { entryId } = input;
  if (entryId !== null) return nextVersion(deps, entryId, { content: input.content });
  const entry = deps.transaction(() => addEntry(deps, input.storeId, input.content, byPerson));
  deps.emit('knowledge.changed', { storeId: entry.storeId });
  return entry;
}

/** Takes an entry out of use; its history stays. */
export function retireKnowledge(deps: KnowledgeDeps, entryId: string): KnowledgeEntry {
  return nextVersion(deps, entryId, { state: 'retired' });
}

/** Puts a retired entry to use again. */
export function restoreKnowledge(deps: KnowledgeDeps, entryId: string): KnowledgeEntry {
  return nextVersion(deps, entryId, { state: 'active' });
}

/** Writes and indexes a new entry, inside the caller's transaction. */
export function addEntry(
  deps: KnowledgeDeps,
  storeId: string | null,
  content: KnowledgeContent,
  source: KnowledgeSource,
): KnowledgeEntry {
  const entry = deps.knowledge.add(storeId, {
    entryId: deps.ids.newId(),
    versionId: deps.ids.newId(),
    state: 'active',
    content,
    source,
    at: deps.clock.now(),
  });
  indexKnowledge(deps.passages, entry);
  return entry;
}

/** Appends a version and indexes it, inside the caller's transaction. */
export function appendVersion(
  deps: KnowledgeDeps,
  known: KnowledgeEntry,
  change: {
    readonly content?: KnowledgeContent;
    readonly state?: KnowledgeEntry['state'];
    readonly source?: KnowledgeSource;
  },
): KnowledgeEntry {
  const { kind, question, answer, topic, scope, language } = known;
  const entry = deps.knowledge.append({
    entryId: known.id,
    versionId: deps.ids.newId(),
    state: change.state ?? known.state,
    content: change.content ?? { kind, question, answer, topic, scope, language },
    source: change.source ?? (change.content === undefined ? known.source : byPerson),
    at: deps.clock.now(),
  });
  indexKnowledge(deps.passages, entry);
  for (const draft of deps.drafts.openNaming([entry.id])) deps.drafts.setState(draft.id, 'stale');
  return entry;
}

function nextVersion(
  deps: KnowledgeDeps,
  entryId: string,
  change: { readonly content?: KnowledgeContent; readonly state?: KnowledgeEntry['state'] },
): KnowledgeEntry {
  const entry = deps.transaction(() => appendVersion(deps, deps.knowledge.get(entryId), change));
  deps.emit('knowledge.changed', { storeId: entry.storeId });
  return entry;
}
