import type { EmitEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import type { CorpusTaken } from '#shared/model/portable.ts';
import type { Database } from '../ports/repositories/index.ts';
import { staleDrafts, staleUsing } from '../drafting/stale-drafts.ts';
import type { Clock } from '../ports/clock.ts';
import { indexKnowledge, indexLearned } from '../retrieval/index-passage.ts';
import { type CorpusGroup, type Seen, corpusGroups } from './corpus-groups.ts';
import { expectCarried, keepCarried, refuseUncarried } from './carried-files.ts';
import { indexTaken, noteToIndex } from './index-taken.ts';
import type { InspectDeps } from './inspect-corpus.ts';
import { noteKey } from './known-keys.ts';
import { type OpenReferences, expectReferences, noteReferences, standOf } from './stand-of.ts';
import { type VerifiedCorpus, verifyCorpus } from './verify-corpus.ts';

export type TakeCorpusDeps = InspectDeps &
  Pick<Database, 'transaction' | 'knowledge' | 'learned' | 'passages' | 'drafts'> & {
    readonly clock: Clock;
    readonly emit: EmitEvent;
    readonly profileId: () => string | null;
  };

type Taken = {
  owners: number;
  versions: number;
  /** Entries and learned items that were here and have newer versions now. */
  readonly entries: string[];
  readonly lessons: string[];
  /** Stores with other settings, and with other learned items. */
  readonly stores: Set<string>;
  readonly taught: Set<string>;
  hasMacros: boolean;
  /** Of what stands around lessons. */
  hasLessonWork: boolean;
};

/**
 * Takes an export that was inspected: all of it or nothing, in one transaction. Rows keep their ids, times, versions
 * and origins; what is here already is left alone. Then passages are indexed, vectors follow in the background, and
 * drafts are made again. `digest` is that of the preview. Errors: `conflict` where the folder is another by now, and
 * those of `inspectCorpus`.
 */
export async function takeCorpus(
  deps: TakeCorpusDeps,
  input: { readonly folder: string; readonly digest: string },
  signal?: AbortSignal,
): Promise<CorpusTaken> {
  const verified = await verifyCorpus(deps, input.folder, signal);
  if (verified.digest !== input.digest)
    throw new AppError('conflict', 'The export is another than the one that was looked at');
  const taken = deps.transaction(() => takenGroups(deps, verified));
  await indexTaken(deps, signal);
  tell(deps, taken);
  return { owners: taken.owners, versions: taken.versions };
}

function takenGroups(deps: TakeCorpusDeps, verified: VerifiedCorpus): Taken {
  const seen: Seen = { owners: new Map(), versions: new Map(), carried: new Set() };
  const open: OpenReferences = new Map();
  const taken: Taken = {
    owners: 0,
    versions: 0,
    entries: [],
    lessons: [],
    stores: new Set(),
    taught: new Set(),
    hasMacros: false,
    hasLessonWork: false,
  };
  const isOwn = deps.signer.own().includes(verified.fingerprint);
  deps.corpus.deferReferences();
  for (const group of corpusGroups(verified, seen)) {
    noteReferences(open, group, seen);
    expectCarried(deps.files, verified, group);
    keepCarried(deps.files, verified, group, deps.clock.now());
    takeGroup(deps, group, taken, isOwn);
  }
  expectReferences(deps.corpus, open, seen);
  refuseUncarried(verified, seen);
  // What was here and has a newer version must not answer with the old one for a moment; what is new can wait.
  for (const id of taken.entries) indexKnowledge(deps.passages, deps.knowledge.get(id));
  for (const id of taken.lessons) indexLearned(deps.passages, deps.learned.get(id));
  noteToIndex(deps);
  staleUsing(deps, [...taken.entries, ...taken.lessons]);
  // What came may be another time, or a set that is on or off elsewhere.
  const storeIds = deps.stores.list().map((store) => store.id);
  staleDrafts(deps, storeIds);
  if (!isOwn) noteKey(deps.settings, verified.fingerprint);
  return taken;
}

function takeGroup(deps: TakeCorpusDeps, group: CorpusGroup, taken: Taken, isOwn: boolean): void {
  const { owner } = group;
  const { standing, fresh } = standOf(deps.corpus, group);
  if (standing === 'added') {
    deps.corpus.addOwner(owner, group.versions, isOwn);
    taken.owners++;
  } else for (const version of fresh) deps.corpus.addVersion(version);
  taken.versions += fresh.length;
  if (standing !== 'added' && fresh.length === 0) return;
  if (owner.type === 'store') taken.stores.add(owner.id);
  if (owner.type === 'learned') taken.taught.add(owner.storeId);
  if (owner.type === 'confirmation' || owner.type === 'decision' || owner.type === 'rules') taken.hasLessonWork = true;
  if (owner.type === 'macro') taken.hasMacros = true;
  if (standing === 'added') return;
  if (owner.type === 'entry') taken.entries.push(owner.id);
  if (owner.type === 'learned') taken.lessons.push(owner.id);
}

function tell({ emit, stores }: TakeCorpusDeps, taken: Taken): void {
  for (const storeId of taken.stores) emit('store.changed', { storeId });
  if (taken.owners + taken.versions > 0) emit('set.changed', {});
  if (taken.hasMacros) emit('macro.changed', {});
  if (taken.hasLessonWork) for (const { id: storeId } of stores.list()) emit('lesson.changed', { storeId });
  // No ids: drafts of every store are made again anyway, as sets and validity may let any entry answer anywhere.
  for (const storeId of taken.taught) emit('learned.changed', { storeId, itemIds: [] });
  if (taken.owners + taken.versions > 0) emit('knowledge.changed', { storeId: null, entryIds: null });
}
