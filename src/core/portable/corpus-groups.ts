import { AppError } from '#shared/errors.ts';
import { type ReplyFile, withoutDoubles } from '#shared/model/reply-file.ts';
import { validityTime } from '#shared/validity-time.ts';
import { bareRecord } from './bare-address.ts';
import { refusedFile } from './manifest.ts';
import { belongs, partOf } from './parts.ts';
import {
  type CorpusRecord,
  type OwnerRecord,
  type VersionRecord,
  ownerIdOf,
  recordOf,
  versionTypeOf,
} from './records.ts';
import { isShowable } from './showable.ts';
import type { VerifiedCorpus } from './verify-corpus.ts';

/** An owner with the versions an export brings of it, and where it stands there. */
export type CorpusGroup = {
  readonly owner: OwnerRecord;
  readonly versions: readonly VersionRecord[];
  readonly file: string;
  readonly line: number;
};

/** What the groups so far have brought: owners by id, with what they are, versions with whose they are, and hashes of files they carry. */
export type Seen = {
  readonly owners: Map<string, OwnerRecord['type']>;
  readonly versions: Map<string, string>;
  readonly carried: Set<string>;
};

/**
 * Every owner of an export, file by file, each with its versions; one at a time, so that a large export needs no more
 * memory than its ids. Errors: `corpus_refused` with file and line for a row that no export would hold there.
 */
export function* corpusGroups(corpus: VerifiedCorpus, seen: Seen): Generator<CorpusGroup> {
  for (const file of corpus.files) yield* groupsOf(corpus, file.path, seen);
}

function* groupsOf(corpus: VerifiedCorpus, path: string, seen: Seen): Generator<CorpusGroup> {
  const part = partOf(path);
  const file = corpus.files.find((each) => each.path === path);
  if (file === undefined) return;
  let owner: OwnerRecord | null = null;
  let versions: VersionRecord[] = [];
  let startedAt = 0;
  let line = 0;
  const ended = (): CorpusGroup[] => {
    if (owner === null) return [];
    if (versionTypeOf[owner.type] !== null && versions.length === 0) throw refusedFile(path, 'content', startedAt);
    return [{ owner, versions, file: path, line: startedAt }];
  };
  for (const text of corpus.reader.lines(file)) {
    line++;
    const record = recordAt(text, path, line);
    if (isVersion(record)) {
      const last = versions.at(-1);
      const isNext =
        last === undefined || last.number < record.number || (last.number === record.number && last.id < record.id);
      const isOwned = owner !== null && versionTypeOf[owner.type] === record.type && ownerIdOf(record) === owner.id;
      if (!isOwned || !isNext || seen.versions.has(record.id)) throw refusedFile(path, 'content', line);
      seen.versions.set(record.id, ownerIdOf(record));
      versions.push(record);
      for (const { sha256 } of carriedBy({ versions: [record] })) seen.carried.add(sha256);
      continue;
    }
    yield* ended();
    const isNext = owner === null || owner.id < record.id;
    if (!isNext || !belongs(record, part) || seen.owners.has(record.id)) throw refusedFile(path, 'content', line);
    seen.owners.set(record.id, record.type);
    owner = record;
    versions = [];
    startedAt = line;
  }
  yield* ended();
}

function recordAt(text: string, path: string, line: number): CorpusRecord {
  try {
    const record = recordOf(text);
    // A place or a day that this machine does not know would stop the search later.
    if (record.type === 'entryVersion') validityTime(record.validity);
    if (!isShowable(record)) throw new AppError('invalid_input', 'No desk can show the row');
    // A path of somebody else's would be read on this machine.
    return bareRecord(record);
  } catch (error) {
    throw refusedFile(path, 'content', line, error);
  }
}

function isVersion(record: CorpusRecord): record is VersionRecord {
  return record.type.endsWith('Version');
}

/** The ids an owner and its versions point at, with what they must be. */
export function referencesOf({ owner, versions }: CorpusGroup): ReadonlyArray<readonly [OwnerRecord['type'], string]> {
  const own: ReadonlyArray<readonly [OwnerRecord['type'], string | null]> =
    owner.type === 'entry' || owner.type === 'source'
      ? [
          ['store', owner.storeId],
          ['set', owner.setId],
        ]
      : owner.type === 'learned'
        ? [
            ['store', owner.storeId],
            ['entry', owner.correctsEntryId],
            ['learned', owner.supersedesId ?? null],
          ]
        : ownOfLessons(owner);
  const ofMacros = versions.flatMap((version): ReadonlyArray<readonly [OwnerRecord['type'], string]> =>
    version.type === 'macroVersion' ? version.content.storeIds.map((storeId) => ['store', storeId] as const) : [],
  );
  const ofVersions = versions.flatMap((version): ReadonlyArray<readonly [OwnerRecord['type'], string | null]> =>
    version.type === 'entryVersion'
      ? [
          ['source', version.source.sourceId],
          ['entry', version.overlaysEntryId],
        ]
      : [],
  );
  return [...own, ...ofVersions, ...ofMacros].flatMap(([type, id]) => (id === null ? [] : [[type, id] as const]));
}

function ownOfLessons(owner: OwnerRecord): ReadonlyArray<readonly [OwnerRecord['type'], string | null]> {
  switch (owner.type) {
    case 'confirmation':
      return [['learned', owner.itemId]];
    case 'rules':
      return [['store', owner.storeId]];
    case 'decision':
      return [
        ['store', owner.storeId],
        ['decision', owner.undoesId],
        ...owner.items.map(({ itemId }) => ['learned', itemId] as const),
        ...owner.entries.map(({ entryId }) => ['entry', entryId] as const),
        ...owner.confirmationIds.map((id) => ['confirmation', id] as const),
      ];
    default:
      return [];
  }
}

type VersionReference = readonly [VersionRecord['type'], versionId: string | null, ownerId: string];

/** The versions that what stands around lessons names, with the owner each must be of. */
export function versionsNamed({ owner }: CorpusGroup): ReadonlyArray<VersionReference> {
  if (owner.type === 'confirmation') return [['learnedVersion', owner.versionId, owner.itemId]];
  if (owner.type !== 'decision') return [];
  return [
    ...owner.items.flatMap(({ itemId, versionBefore, versionAfter }): readonly VersionReference[] => [
      ['learnedVersion', versionBefore, itemId],
      ['learnedVersion', versionAfter, itemId],
    ]),
    ...owner.entries.flatMap(({ entryId, versionBefore, versionAfter }): readonly VersionReference[] => [
      ['entryVersion', versionBefore, entryId],
      ['entryVersion', versionAfter, entryId],
    ]),
  ];
}

/** The files that a macro's versions carry, each once. */
export function carriedBy({ versions }: Pick<CorpusGroup, 'versions'>): readonly ReplyFile[] {
  return withoutDoubles(versions.flatMap((version) => (version.type === 'macroVersion' ? version.content.files : [])));
}
