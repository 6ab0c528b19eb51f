import { CorpusKind, type CorpusPreview, Standing } from '#shared/model/portable.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type CorpusGroup, type Seen, corpusGroups } from './corpus-groups.ts';
import { isKnownKey } from './known-keys.ts';
import { type OpenReferences, type Stand, expectReferences, noteReferences, standOf } from './stand-of.ts';
import { expectCarried, refuseUncarried } from './carried-files.ts';
import { type VerifiedCorpus, type VerifyDeps, verifyCorpus } from './verify-corpus.ts';

export type InspectDeps = VerifyDeps & Pick<Database, 'corpus' | 'settings' | 'stores' | 'files'>;

/** Groups compared between two looks at whether to go on. */
const slice = 200;
/** Entries that changed on both sides and are named one by one. */
const mostNamed = 50;

type Tally = {
  readonly counts: CorpusPreview['counts'];
  versions: number;
  readonly stores: Array<CorpusPreview['stores'][number]>;
  readonly diverged: Array<CorpusPreview['diverged'][number]>;
};

/**
 * Verifies an export and says what taking it would do; writes nothing. Errors: `corpus_refused` with the name of the
 * file at fault, `file_unreadable`, `cancelled`.
 */
export async function inspectCorpus(
  deps: InspectDeps,
  folder: string,
  signal?: AbortSignal,
  onProgress?: (rows: number) => void,
): Promise<CorpusPreview> {
  const verified = await verifyCorpus(deps, folder, signal);
  const seen: Seen = { owners: new Map(), versions: new Map(), carried: new Set() };
  const open: OpenReferences = new Map();
  const names = new Map(deps.stores.list().map((store) => [store.settings.name, store.id]));
  const tally: Tally = { counts: noCounts(), versions: 0, stores: [], diverged: [] };
  let groups = 0;
  for (const group of corpusGroups(verified, seen)) {
    noteReferences(open, group, seen);
    expectCarried(deps.files, verified, group);
    count(tally, group, standOf(deps.corpus, group), names);
    if (++groups % slice !== 0) continue;
    signal?.throwIfAborted();
    onProgress?.(seen.owners.size + seen.versions.size);
    await deps.passTurn();
  }
  expectReferences(deps.corpus, open, seen);
  refuseUncarried(verified, seen);
  return { folder, digest: verified.digest, signer: signerOf(deps, verified), bytes: verified.bytes, ...tally };
}

function count(tally: Tally, group: CorpusGroup, stand: Stand, names: ReadonlyMap<string, string>): void {
  const { owner } = group;
  tally.counts[owner.type][stand.standing]++;
  tally.versions += stand.fresh.length;
  if (owner.type === 'store') {
    const newest = group.versions.at(-1);
    const name = newest?.type === 'storeVersion' ? newest.settings.name : '';
    const isNamesake = stand.standing === 'added' && names.has(name);
    tally.stores.push({ id: owner.id, name, standing: stand.standing, isNamesake });
  }
  if (stand.standing !== 'diverged' || tally.diverged.length >= mostNamed) return;
  tally.diverged.push({ kind: owner.type, id: owner.id, title: titleOf(group), wins: stand.wins });
}

function noCounts(): CorpusPreview['counts'] {
  const none = (): Record<Standing, number> =>
    Object.fromEntries(Standing.options.map((standing) => [standing, 0])) as Record<Standing, number>;
  return Object.fromEntries(CorpusKind.options.map((kind) => [kind, none()])) as CorpusPreview['counts'];
}

function titleOf({ versions }: CorpusGroup): string {
  const newest = versions.at(-1);
  switch (newest?.type) {
    case 'entryVersion':
    case 'learnedVersion':
      return (newest.question === '' ? newest.answer : newest.question).slice(0, 200);
    case 'storeVersion':
      return newest.settings.name;
    case 'setVersion':
      return newest.name;
    case 'macroVersion':
      return newest.content.name;
    default:
      return '';
  }
}

function signerOf(deps: InspectDeps, { fingerprint }: VerifiedCorpus): CorpusPreview['signer'] {
  if (deps.signer.own().includes(fingerprint)) return { fingerprint, standing: 'own' };
  return { fingerprint, standing: isKnownKey(deps.settings, fingerprint) ? 'known' : 'unknown' };
}
