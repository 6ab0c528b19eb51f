import { AppError, assertNever } from '#shared/errors.ts';
import {
  type KnowledgeContent,
  type KnowledgeEntry,
  type KnowledgeOrigin,
  type KnowledgePlace,
  writtenHere,
} from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { SupposedChange } from '#shared/model/replay.ts';
import { checkOverlay } from '../knowledge/overlay.ts';
import { contentOf } from '../knowledge/save-knowledge.ts';
import { validityTime } from '#shared/validity-time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { stableId } from './stable-id.ts';
import { foldedLine } from '../knowledge/folded-line.ts';

/** The knowledge as it would be: the entries that would be others, and the sets that would be on for the store. */
export type Supposition = {
  readonly storeId: string;
  readonly entries: ReadonlyMap<string, KnowledgeEntry>;
  /** Lessons that would be others. */
  readonly items: ReadonlyMap<string, LearnedItem>;
  readonly setsOn: readonly string[];
  /** Those that are on now. */
  readonly setsBefore: readonly string[];
};

/** One of the changes, as one entry or set sees it. `source`: where the words come from, if not from a person. */
export type SupposedEdit =
  | (Extract<SupposedChange, { kind: 'save' }> & { readonly source?: KnowledgeOrigin | undefined })
  | Exclude<SupposedChange, { kind: 'save' | 'plan' }>;

type SupposeDeps = Pick<Database, 'knowledge' | 'sets'> & { readonly clock: Clock };

/** Works the changes out one after the other, as if they were published so. Errors: `not_found`, `invalid_input`. */
export function supposed(deps: SupposeDeps, storeId: string, changes: readonly SupposedEdit[]): Supposition {
  const entries = new Map<string, KnowledgeEntry>();
  const setsBefore = deps.sets
    .list()
    .flatMap((set) => (set.state === 'active' && set.storeIds.includes(storeId) ? [set.id] : []));
  const setsOn = new Set(setsBefore);
  const now = deps.clock.now();
  const knowledge = knowledgeWith(deps.knowledge, entries);
  changes.forEach((change, ordinal) => {
    const keep = (entry: KnowledgeEntry): void =>
      void entries.set(entry.id, { ...named(entry, ordinal), updatedAt: now + ordinal });
    switch (change.kind) {
      case 'save':
        return keep(savedEntry({ knowledge }, storeId, change, ordinal));
      case 'retire':
        return keep(nextVersion(knowledge.get(change.entryId), { state: 'retired' }));
      case 'restore':
        return keep(nextVersion(knowledge.get(change.entryId), { state: 'active' }));
      case 'switchSet': {
        const { id } = deps.sets.get(change.setId);
        if (change.isOn) setsOn.add(id);
        else setsOn.delete(id);
        return;
      }
      default:
        assertNever(change);
    }
  });
  return { storeId, entries, items: new Map(), setsOn: [...setsOn].toSorted(), setsBefore };
}

type Saved = Extract<SupposedEdit, { kind: 'save' }>;

function savedEntry(
  deps: Pick<Database, 'knowledge'>,
  storeId: string,
  change: Saved,
  ordinal: number,
): KnowledgeEntry {
  const { entryId, content } = change;
  const known = entryId === null ? null : deps.knowledge.get(entryId);
  const place = known ?? change.place ?? { storeId, setId: null };
  if (place.storeId !== null && place.setId !== null)
    throw new AppError('invalid_input', 'An entry lives in a store or in a set.', { detail: { field: 'place' } });
  validityTime(content.validity);
  checkOverlay(deps, place, content);
  const source = change.source ?? writtenHere;
  if (known !== null) return nextVersion(known, { content, source });
  return newEntry(stableId(ordinal, JSON.stringify([place, content])), place, content, source);
}

function newEntry(
  id: string,
  { storeId, setId }: KnowledgePlace,
  content: KnowledgeContent,
  source: KnowledgeOrigin,
): KnowledgeEntry {
  return {
    ...content,
    storeId,
    setId,
    id,
    versionId: id,
    version: 1,
    state: 'active',
    source,
    change: { who: '', why: '' },
    createdAt: 0,
    updatedAt: 0,
  };
}

function nextVersion(
  known: KnowledgeEntry,
  next: {
    readonly content?: KnowledgeContent;
    readonly source?: KnowledgeOrigin;
    readonly state?: KnowledgeEntry['state'];
  },
): KnowledgeEntry {
  return {
    ...known,
    ...next.content,
    source: next.source === undefined ? known.source : { ...next.source, sourceId: known.source.sourceId },
    state: next.state ?? known.state,
    version: known.version + 1,
  };
}

/** What was read of a version once is remembered by its name: other words must not bear the same. */
function named(entry: KnowledgeEntry, ordinal: number): KnowledgeEntry {
  return { ...entry, versionId: stableId(ordinal, JSON.stringify([entry.id, contentOf(entry), entry.source])) };
}

/** The entries of the desk with some in other words. */
export function knowledgeWith(
  knowledge: Database['knowledge'],
  entries: ReadonlyMap<string, KnowledgeEntry>,
): Database['knowledge'] {
  const ofVersion = (versionId: string): KnowledgeEntry | undefined =>
    [...entries.values()].find((entry) => entry.versionId === versionId);
  return {
    ...knowledge,
    get: (entryId) => entries.get(entryId) ?? knowledge.get(entryId),
    find: (entryId) => entries.get(entryId) ?? knowledge.find(entryId),
    findVersion: (versionId) => ofVersion(versionId) ?? knowledge.findVersion(versionId),
    findByQuestion: (storeId, question) => {
      const asked = foldedLine(question);
      const isHere = (entry: KnowledgeEntry): boolean =>
        entry.state === 'active' &&
        (entry.storeId === null || entry.storeId === storeId) &&
        foldedLine(entry.question) === asked;
      return [
        ...knowledge.findByQuestion(storeId, question).filter(({ id }) => !entries.has(id)),
        ...[...entries.values()].filter(isHere),
      ];
    },
  };
}
