import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import {
  type KnowledgeChange,
  type KnowledgeContent,
  type KnowledgeEntry,
  type KnowledgeOrigin,
  type KnowledgePlace,
  writtenHere,
} from '#shared/model/knowledge.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type EmbedDeps, indexKnowledge, passageVectors } from '../retrieval/index-passage.ts';
import { staleUsing } from '../drafting/stale-drafts.ts';
import { checkOverlay, checkPlace } from './overlay.ts';
import { validityTime } from '#shared/validity-time.ts';

export type KnowledgeDeps = Pick<Database, 'transaction' | 'knowledge' | 'sets' | 'passages' | 'drafts'> &
  EmbedDeps & {
    readonly clock: Clock;
    readonly ids: IdSource;
    readonly emit: EmitEvent;
    /** Who works at this desk: the author of what is written. */
    readonly person: () => string;
  };

export type SaveInput = {
  readonly storeId: string;
  /** Null adds. */
  readonly entryId: string | null;
  readonly content: KnowledgeContent;
  /** The version that the person has changed; left out: whatever is there now. */
  readonly fromVersionId?: string | undefined;
  /** Where a new entry lives; left out: the store's own. */
  readonly place?: KnowledgePlace | undefined;
  /** In the person's words; empty where they give no reason. */
  readonly why?: string | undefined;
};

/**
 * Adds an entry, or appends a version to one. Its vectors are made before it is written, so that from its commit on it is
 * found by words and meaning alike: there is no moment with the old text, nor one with none. Drafts that used it are
 * stale. Errors: `not_found`; `conflict` where somebody has changed the entry since `fromVersionId`; `invalid_input` for a
 * time zone, a day or an overlay that cannot be.
 */
export async function saveKnowledge(deps: KnowledgeDeps, input: SaveInput): Promise<KnowledgeEntry> {
  const { entryId, content } = input;
  validityTime(content.validity);
  const vectors = await passageVectors(deps, [content]);
  const change = { who: deps.person(), why: input.why ?? '' };
  const place = input.place ?? { storeId: input.storeId, setId: null };
  const entry = deps.transaction(() => {
    const written =
      entryId === null
        ? addEntry(deps, place, content, writtenHere, change)
        : appendVersion(deps, unchanged(deps, entryId, input.fromVersionId), { content, change });
    vectors.keep();
    return written;
  });
  tellChanged(deps, [entry]);
  return entry;
}

/** The entry, where it is still as the person saw it. */
function unchanged(deps: KnowledgeDeps, entryId: string, fromVersionId: string | undefined): KnowledgeEntry {
  const entry = deps.knowledge.get(entryId);
  if (fromVersionId === undefined || entry.versionId === fromVersionId) return entry;
  throw new AppError('conflict', 'The entry has been changed meanwhile.', { detail: { what: 'version' } });
}

/** Takes an entry out of use; its history stays. */
export function retireKnowledge(deps: KnowledgeDeps, entryId: string, why = ''): KnowledgeEntry {
  const change = { who: deps.person(), why };
  const entry = deps.transaction(() => appendVersion(deps, deps.knowledge.get(entryId), { state: 'retired', change }));
  tellChanged(deps, [entry]);
  return entry;
}

/** Puts a retired entry to use again. */
export async function restoreKnowledge(deps: KnowledgeDeps, entryId: string, why = ''): Promise<KnowledgeEntry> {
  const vectors = await passageVectors(deps, [deps.knowledge.get(entryId)]);
  const change = { who: deps.person(), why };
  const entry = deps.transaction(() => {
    // As it is now: somebody may have reworded it while its vectors were made.
    const written = appendVersion(deps, deps.knowledge.get(entryId), { state: 'active', change });
    vectors.keep();
    return written;
  });
  tellChanged(deps, [entry]);
  return entry;
}

/** Lets an entry say again what it said in an earlier version, as its next version. Errors: `not_found`. */
export async function revertKnowledge(
  deps: KnowledgeDeps,
  input: { readonly entryId: string; readonly versionId: string; readonly why: string },
): Promise<KnowledgeEntry> {
  const earlier = deps.knowledge.findVersion(input.versionId);
  if (earlier === null || earlier.id !== input.entryId)
    throw new AppError('not_found', `There is no version ${input.versionId}.`, { detail: { what: 'version' } });
  const vectors = await passageVectors(deps, [earlier]);
  const entry = deps.transaction(() => {
    const written = appendVersion(deps, deps.knowledge.get(earlier.id), {
      content: contentOf(earlier),
      // A person chose these words: the next reading of a source they once came from does not take them for its own.
      source: { ...earlier.source, origin: 'person' },
      state: 'active',
      change: { who: deps.person(), why: input.why },
    });
    vectors.keep();
    return written;
  });
  tellChanged(deps, [entry]);
  return entry;
}

/** Writes and indexes a new entry, inside the caller's transaction. */
export function addEntry(
  deps: KnowledgeDeps,
  place: KnowledgePlace,
  content: KnowledgeContent,
  source: KnowledgeOrigin,
  change: KnowledgeChange,
): KnowledgeEntry {
  checkPlace(deps, place);
  checkOverlay(deps, place, content);
  const entry = deps.knowledge.add(place, {
    entryId: deps.ids.newId(),
    versionId: deps.ids.newId(),
    state: 'active',
    content,
    source,
    change,
    at: deps.clock.now(),
  });
  indexKnowledge(deps.passages, entry);
  staleUsing(deps, [entry.overlaysEntryId]);
  return entry;
}

/** Appends a version and indexes it, inside the caller's transaction. */
export function appendVersion(
  deps: KnowledgeDeps,
  known: KnowledgeEntry,
  next: {
    readonly content?: KnowledgeContent;
    readonly state?: KnowledgeEntry['state'];
    /** Left out: a person's own words where the content is new, else where it came from before. */
    readonly source?: KnowledgeOrigin;
    readonly change: KnowledgeChange;
  },
): KnowledgeEntry {
  const content = next.content ?? contentOf(known);
  if (known.state === 'retired' && next.state === 'active') checkPlace(deps, known);
  checkOverlay(deps, known, content);
  const entry = deps.knowledge.append({
    entryId: known.id,
    versionId: deps.ids.newId(),
    state: next.state ?? known.state,
    content,
    source:
      next.source ?? (next.content === undefined ? known.source : { ...writtenHere, sourceId: known.source.sourceId }),
    change: next.change,
    at: deps.clock.now(),
  });
  indexKnowledge(deps.passages, entry);
  staleUsing(deps, [entry.id, known.overlaysEntryId, entry.overlaysEntryId]);
  return entry;
}

/** Above this many a change is told as a whole. */
const mostTold = 100;

/** Tells that these entries have changed. */
export function tellChanged(deps: Pick<KnowledgeDeps, 'emit'>, entries: readonly KnowledgeEntry[]): void {
  if (entries.length === 0) return;
  const stores = new Set(entries.map((entry) => entry.storeId));
  const [storeId = null] = stores;
  deps.emit('knowledge.changed', {
    storeId: stores.size === 1 ? storeId : null,
    entryIds: entries.length > mostTold ? null : entries.map((entry) => entry.id),
  });
}

/** What a person enters of an entry. */
export function contentOf(entry: KnowledgeEntry): KnowledgeContent {
  const { kind, question, answer, topic, scope, language, channels, attributes, validity, overlaysEntryId } = entry;
  return { kind, question, answer, topic, scope, language, channels, attributes, validity, overlaysEntryId };
}
