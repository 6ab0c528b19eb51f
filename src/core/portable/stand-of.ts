import type { Standing } from '#shared/model/portable.ts';
import type { CorpusRepository } from '../ports/repositories/corpus.ts';
import { type CorpusGroup, type Seen, referencesOf, versionsNamed } from './corpus-groups.ts';
import { refusedFile } from './manifest.ts';
import { type CorpusRecord, type VersionRecord, lineOf, ownerIdOf, versionTypeOf } from './records.ts';

/** How an owner of an export stands to what is here. */
export type Stand = {
  readonly standing: Standing;
  /** Of its versions those that are not here. */
  readonly fresh: readonly VersionRecord[];
  /** Whose newest version is the newest of all. */
  readonly wins: 'theirs' | 'ours';
};

/**
 * Compares an owner and its versions with what is here, by their ids. Versions are never changed, so the same id must
 * say the same: anything else is refused as `conflict`. Sources and dismissals have no versions: what is here stays.
 */
export function standOf(corpus: CorpusRepository, group: CorpusGroup): Stand {
  const { owner, versions } = group;
  const known = corpus.find(owner.type, owner.id);
  const fresh = versions.filter((version, i) => {
    const same = corpus.find(version.type, version.id);
    if (same !== null && (known === null || !isSame(same, version)))
      throw refusedFile(group.file, 'conflict', group.line + 1 + i);
    return same === null;
  });
  if (known === null) {
    const isKnown = owner.type === 'dismissal' && corpus.isDismissed(owner);
    return { standing: isKnown ? 'same' : 'added', fresh, wins: 'theirs' };
  }
  if (versionTypeOf[owner.type] === null)
    return { standing: isSame(known, owner) ? 'same' : 'newerHere', fresh, wins: 'ours' };
  if (!isSame(taughtBySomebody(known), taughtBySomebody(owner))) throw refusedFile(group.file, 'conflict', group.line);
  const ids = new Set(versions.map((version) => version.id));
  const here = corpus.versionIds(owner.type, owner.id);
  const isLacking = here.some((id) => !ids.has(id));
  const standing = fresh.length > 0 ? (isLacking ? 'diverged' : 'changed') : isLacking ? 'newerHere' : 'same';
  return { standing, fresh, wins: winner(corpus, fresh, here.at(-1)) };
}

/** By number and, where two desks gave the same, by id: what the triggers of the tables do. */
function winner(
  corpus: CorpusRepository,
  fresh: readonly VersionRecord[],
  newestHere: string | undefined,
): Stand['wins'] {
  const theirs = fresh.at(-1);
  if (theirs === undefined) return 'ours';
  const ours = newestHere === undefined ? null : (corpus.find(theirs.type, newestHere) as VersionRecord | null);
  if (ours === null || theirs.number > ours.number) return 'theirs';
  return theirs.number === ours.number && theirs.id > ours.id ? 'theirs' : 'ours';
}

function isSame(a: CorpusRecord, b: CorpusRecord): boolean {
  return lineOf(a) === lineOf(b);
}

/** A lesson may be handed on to whoever has sent the same, where the reply that taught it was taken back. */
function taughtBySomebody(record: CorpusRecord): CorpusRecord {
  return record.type === 'learned' ? { ...record, authorId: null, outcomeId: '', conversationId: '' } : record;
}

/** References that nothing before has brought, by where they stand. */
export type OpenReferences = Map<string, CorpusGroup>;

/** Notes what a group points at and has not come yet. */
export function noteReferences(open: OpenReferences, group: CorpusGroup, seen: Seen): void {
  for (const [type, id] of referencesOf(group))
    if (seen.owners.get(id) !== type && !open.has(`${type} ${id}`)) open.set(`${type} ${id}`, group);
  for (const [type, id, ownerId] of versionsNamed(group))
    if (id !== null && seen.versions.get(id) !== ownerId && !open.has(`${type} ${id} ${ownerId}`))
      open.set(`${type} ${id} ${ownerId}`, group);
}

/** Refuses what points at something that neither the export brings nor the desk has. */
export function expectReferences(corpus: CorpusRepository, open: OpenReferences, seen: Seen): void {
  for (const [key, group] of open) {
    const [type, id = '', ownerId] = key.split(' ') as [CorpusRecord['type'], string, string | undefined];
    const isBrought = ownerId === undefined ? seen.owners.get(id) === type : seen.versions.get(id) === ownerId;
    const isKnown = (): boolean => {
      const here = isBrought ? null : corpus.find(type, id);
      return here !== null && (ownerId === undefined || ownerIdOf(here as VersionRecord) === ownerId);
    };
    if (!isBrought && !isKnown()) throw refusedFile(group.file, 'reference', group.line);
  }
}
