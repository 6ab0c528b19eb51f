import type { KnowledgeEntry, KnowledgeOrigin, KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Source, SourcePlan } from '#shared/model/source.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { ReaderState, ReadingProblem } from '../ports/site-reader.ts';
import type { Database } from '../ports/repositories/index.ts';
import { contentOf } from '../knowledge/save-knowledge.ts';
import { sayingKey } from './compare-content.ts';
import { inSlices } from './in-slices.ts';
import { type Reading, standsIn } from './match-pieces.ts';
import { type Coverage, type PlannedChange, isReadAnew, planChanges } from './plan-changes.ts';
import type { SourcePiece } from './source-piece.ts';
import { type Held, keptState } from './source-state.ts';
import { foldedLine } from '../knowledge/folded-line.ts';

export type PlanDeps = Pick<Database, 'knowledge' | 'sources'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Lets other work run between slices. */
  readonly passTurn: () => Promise<void>;
};

/** Everything one reading of a source brought. */
export type SourceReading = {
  readonly pieces: readonly SourcePiece[];
  readonly coverage: Coverage;
  readonly problems: readonly ReadingProblem[];
  /** For the next reading, once all of this one is taken; null where the kind needs none. */
  readonly state: ReaderState | null;
};

/** Where the entries of a plan go, and what is written beside each. */
export type PlanFor = {
  /** Null: a file that was only given once. */
  readonly sourceId: string | null;
  readonly place: KnowledgePlace;
  readonly origin: KnowledgeOrigin['origin'];
};

/** What a reading would do, held until it is taken. */
export type Plan = PlanFor & {
  readonly id: string;
  readonly changes: readonly PlannedChange[];
  readonly problems: readonly ReadingProblem[];
  readonly state: ReaderState | null;
  readonly coverage: Coverage;
  /** Entries from elsewhere that say what a piece says, by `sayingKey`. */
  readonly elsewhere: ReadonlyMap<string, KnowledgeEntry>;
  readonly readAt: number;
};

/** A plan of a source that can be read again. */
export type HeldPlan = Plan & { readonly sourceId: string };

/** What taking a reading of this source would do. Writes nothing. */
export async function planSource(deps: PlanDeps, source: Source, reading: SourceReading): Promise<HeldPlan> {
  const { keys, homes, held } = keptState(deps.sources.readerState(source.id));
  const keyOf = new Map([...keys].map(([key, entryId]) => [entryId, key]));
  const own: Reading[] = [];
  await inSlices(deps.passTurn, deps.sources.readVersions(source.id), ({ entryId, versionId }) => {
    const read = deps.knowledge.findVersion(versionId);
    const now = deps.knowledge.find(entryId);
    if (read === null || now === null) return;
    const site = homes.get(entryId) ?? siteOf(read);
    own.push({ read, now, key: keyOf.get(entryId) ?? null, site, isOwn: true });
  });
  const { storeId, setId } = source;
  const said = [...reading.pieces, ...saidStill(deps, held, own, reading.coverage)];
  const target = { sourceId: source.id, place: { storeId, setId }, origin: 'import' } as const;
  return { ...(await planOf(deps, target, { ...reading, pieces: said }, own)), sourceId: source.id };
}

/** What files and pages that were not read again say in words kept as an entry that may stand there no more. */
function saidStill(
  deps: PlanDeps,
  held: readonly Held[],
  own: readonly Reading[],
  coverage: Coverage,
): readonly SourcePiece[] {
  const byId = new Map(own.map((reading) => [reading.now.id, reading]));
  return held.flatMap(({ site, file, place, entryId, versionId }): readonly SourcePiece[] => {
    if (isReadAnew(site, coverage)) return [];
    const reading = byId.get(entryId);
    const isLeft = versionId === null && reading?.now.state === 'active' && isReadAnew(reading.site, coverage);
    const says = versionId === null ? (isLeft ? reading.read : null) : heldElsewhere(deps, versionId, site, coverage);
    if (says === null) return [];
    const at = { file, place, key: null, excerpt: says.question, isUnsure: false, refusal: null };
    return [{ ...at, content: contentOf(says) }];
  });
}

/** It is known to be said there still; of what could not be read, nothing new comes. */
function heldElsewhere(deps: PlanDeps, versionId: string, site: string, { same }: Coverage): KnowledgeEntry | null {
  return same.has(site) ? deps.knowledge.findVersion(versionId) : null;
}

/** The same over the entries that are known to have come from it; those of a file of the same name are found here. */
export async function planOf(
  deps: PlanDeps,
  target: PlanFor,
  { pieces, coverage, problems, state }: SourceReading,
  own: readonly Reading[],
): Promise<Plan> {
  const ownIds = new Set(own.map(({ now }) => now.id));
  const files = new Set(pieces.map((piece) => standsIn(piece.file, piece.place.url)));
  const elsewhere = new Map<string, KnowledgeEntry>();
  const readings = [...own];
  const questions = new Map(
    pieces.flatMap(({ content }) => (content ? [[foldedLine(content.question), content]] : [])),
  );
  await inSlices(deps.passTurn, [...questions.values()], ({ question }) => {
    for (const entry of deps.knowledge.findByQuestion(target.place.storeId, question)) {
      if (ownIds.has(entry.id)) continue;
      if (isEarlierFile(entry, target, files))
        readings.push({ read: entry, now: entry, key: null, site: siteOf(entry), isOwn: false });
      else if (answersFor(entry, target.place)) elsewhere.set(sayingKey(entry), entry);
    }
  });
  return {
    ...target,
    id: deps.ids.newId(),
    changes: await planChanges({ pieces: withOwnNames(pieces), readings, elsewhere, coverage }, deps.passTurn),
    problems,
    state,
    coverage,
    elsewhere,
    readAt: deps.clock.now(),
  };
}

const siteOf = ({ source }: KnowledgeEntry): string => standsIn(source.file, source.url);

/** Whether an entry was read from one of these files, but not as part of a source. */
function isEarlierFile(entry: KnowledgeEntry, { place, sourceId }: PlanFor, files: ReadonlySet<string>): boolean {
  const { source } = entry;
  const isPlacedSo = entry.storeId === place.storeId && entry.setId === place.setId;
  const isReadSo = source.origin !== 'person' && (sourceId === null || source.sourceId === null);
  return isPlacedSo && isReadSo && files.has(siteOf(entry));
}

/** Whether an entry answers wherever one of this place would. */
function answersFor(entry: KnowledgeEntry, place: KnowledgePlace): boolean {
  const isBase = entry.storeId === null && entry.setId === null;
  return isBase || (entry.storeId === place.storeId && entry.setId === place.setId);
}

/** What names several pieces names none. */
function withOwnNames(pieces: readonly SourcePiece[]): readonly SourcePiece[] {
  const counts = new Map<string, number>();
  for (const { key } of pieces) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pieces.map((piece) => ((counts.get(piece.key ?? '') ?? 0) > 1 ? { ...piece, key: null } : piece));
}

/** Whether taking a change writes something. */
export function writes(change: PlannedChange): boolean {
  return change.change === 'added' || change.change === 'changed' || change.change === 'gone';
}

/** A plan in numbers, as the window is told of it. */
export function summaryOf(plan: Plan, sourceId: string): SourcePlan {
  const counts = { added: 0, changed: 0, gone: 0, unchanged: 0, merged: 0, refused: 0 };
  for (const { change } of plan.changes) counts[change]++;
  const unsure = { added: 0, changed: 0, gone: 0 };
  for (const { change, isUnsure } of plan.changes) if (isUnsure && change in unsure) unsure[change as 'gone']++;
  const { id, problems, readAt } = plan;
  return { id, sourceId, counts, unsure, problems: problems.map((one) => ({ ...one })), readAt };
}
