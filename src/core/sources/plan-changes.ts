import type { ImportRow, KnowledgeContent, KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { ChangeReason, SourceChange } from '#shared/model/source.ts';
import { contentOf } from '../knowledge/save-knowledge.ts';
import { holdsSame, isAsRead, sayingKey, withEditsKept } from './compare-content.ts';
import { type PassTurn, inSlices } from './in-slices.ts';
import { type Reading, type Saying, matchedReadings } from './match-pieces.ts';
import type { SourcePiece } from './source-piece.ts';

/** One line of a plan, with what is needed to take it. */
export type PlannedChange = {
  readonly change: SourceChange['change'];
  /** What the source says; null where it says nothing of the entry any more. */
  readonly piece: SourcePiece | null;
  /** The entry it is about, as it was when it was planned; also one out of use that would come back. Null: a new one. */
  readonly known: KnowledgeEntry | null;
  /** What the entry would say; null where nothing would be written of it. */
  readonly after: KnowledgeContent | null;
  readonly reason: ChangeReason | null;
  readonly isUnsure: boolean;
};

/** How much of a source a reading tells of. Files and pages are named by `standsIn`. */
export type Coverage = {
  /** Everything the source holds was read: what is not said any more is gone, but for `unread`. */
  readonly isWhole: boolean;
  /** Read, or known to be there no more. */
  readonly read: ReadonlySet<string>;
  /** They say what they said at the reading before. */
  readonly same: ReadonlySet<string>;
  /** They could not be read; with `/` at the end: nor anything below. */
  readonly unread: ReadonlySet<string>;
};

/** Whether a file or page was read again, so that what it does not say any more is gone from there. */
export function isReadAnew(site: string, { isWhole, read, same, unread }: Coverage): boolean {
  return !same.has(site) && !isUnread(site, unread) && (isWhole || read.has(site));
}

function isUnread(site: string, unread: ReadonlySet<string>): boolean {
  if (unread.has(site)) return true;
  for (let end = site.indexOf('/'); end !== -1; end = site.indexOf('/', end + 1))
    if (unread.has(site.slice(0, end + 1))) return true;
  return false;
}

export type PlanInput = {
  /** In the order of the source. */
  readonly pieces: readonly SourcePiece[];
  /** Entries that came from this source, in use or not. */
  readonly readings: readonly Reading[];
  /** Entries from elsewhere that answer wherever this source's would, by `sayingKey`. */
  readonly elsewhere: ReadonlyMap<string, KnowledgeEntry>;
  readonly coverage: Coverage;
};

/**
 * What a reading would do to the knowledge: a line for each piece, then one for each entry that is no longer said. Looks
 * at nothing but its input; a large source takes seconds, in which other work goes on.
 */
export async function planChanges(input: PlanInput, passTurn: PassTurn): Promise<readonly PlannedChange[]> {
  const first = await firstSayings(input.pieces, passTurn);
  const ownKeys = new Set<string>();
  await inSlices(passTurn, input.readings, ({ read, now }) => {
    if (now.state === 'active') ownKeys.add(sayingKey(read));
  });
  const isElsewhere = (saying: Saying): boolean => {
    const key = sayingKey(saying.content);
    return input.elsewhere.has(key) && !ownKeys.has(key);
  };
  const own = [...first.values()].filter((saying) => !isElsewhere(saying));
  const matched = await matchedReadings(own, input.readings, passTurn);
  const changes: PlannedChange[] = [];
  await inSlices(passTurn, input.pieces, (piece) => {
    if (!isSaying(piece)) changes.push(withoutEffect('refused', piece, piece.refusal));
    else if (first.get(sayingKey(piece.content)) !== piece)
      changes.push(withoutEffect('merged', piece, 'same_in_file'));
    else if (isElsewhere(piece)) changes.push(withoutEffect('unchanged', piece, 'same_in_knowledge'));
    else {
      const reading = matched.get(piece);
      changes.push(reading === undefined ? addition(piece, null, null) : ofEarlier(piece, reading));
    }
  });
  const said = new Set(matched.values());
  const inUse = input.readings.filter(({ isOwn, now }) => isOwn && now.state === 'active');
  const left: PlannedChange[] = [];
  await inSlices(passTurn, inUse, (reading) => {
    const change = said.has(reading) ? null : leftOver(reading, input.coverage);
    if (change !== null) left.push(change);
  });
  return [...changes, ...lookedAtIfMany(left, inUse.length)];
}

/** Of fewer entries than this it says nothing that most of them are gone. */
const fewEntries = 10;

/** A drive that is not there or a page of maintenance says nothing as well: where most of a source is gone, a person looks. */
function lookedAtIfMany(left: readonly PlannedChange[], inUse: number): readonly PlannedChange[] {
  const gone = left.filter(({ change }) => change === 'gone').length;
  if (inUse < fewEntries || gone * 2 <= inUse) return left;
  return left.map((one) =>
    one.change === 'gone' ? { ...one, reason: one.reason ?? 'mostly_gone', isUnsure: true } : one,
  );
}

const isSaying = (piece: SourcePiece): piece is Saying => piece.content !== null;

/** Of what is said more than once, the first. */
async function firstSayings(pieces: readonly SourcePiece[], passTurn: PassTurn): Promise<ReadonlyMap<string, Saying>> {
  const first = new Map<string, Saying>();
  await inSlices(passTurn, pieces, (piece) => {
    if (!isSaying(piece)) return;
    const key = sayingKey(piece.content);
    if (!first.has(key)) first.set(key, piece);
  });
  return first;
}

function withoutEffect(
  change: 'refused' | 'merged' | 'unchanged',
  piece: SourcePiece,
  reason: ImportRow['reason'],
): PlannedChange {
  return { change, piece, known: null, after: null, reason, isUnsure: false };
}

function addition(piece: Saying, known: KnowledgeEntry | null, reason: 'retired_here' | null): PlannedChange {
  const why = reason ?? (piece.isUnsure ? 'to_look_at' : null);
  return { change: 'added', piece, known, after: piece.content, reason: why, isUnsure: why !== null };
}

/** An entry that a reading took out of use has no row: it stands nowhere in its source. */
const isGone = (entry: KnowledgeEntry): boolean => entry.source.row === null;

function isEdited({ read, now }: Reading): boolean {
  return !isAsRead(read, now) || (now.state === 'active' && isGone(now));
}

function ofEarlier(piece: Saying, reading: Reading): PlannedChange {
  const { read, now } = reading;
  const unchanged = { change: 'unchanged', piece, known: now, after: null, isUnsure: false } as const;
  if (now.state === 'retired') {
    if (isGone(now)) return addition(piece, now, null);
    return holdsSame(read, piece.content)
      ? { ...unchanged, reason: 'retired_here' }
      : addition(piece, now, 'retired_here');
  }
  const after = withEditsKept(read, now, piece.content);
  const editedHere = isEdited(reading) ? 'edited_here' : null;
  const isSaidHere = editedHere !== null && sayingKey(piece.content) === sayingKey(now);
  if (isSaidHere || holdsSame(after, now)) return { ...unchanged, reason: editedHere };
  const reason = editedHere ?? (piece.isUnsure ? 'to_look_at' : null);
  return { change: 'changed', piece, known: now, after, reason, isUnsure: reason !== null };
}

/** What becomes of an entry that no piece says; null where the reading does not tell. */
function leftOver(reading: Reading, coverage: Coverage): PlannedChange | null {
  const of = { piece: null, known: reading.now, after: null, reason: null, isUnsure: false };
  if (coverage.same.has(reading.site)) return { ...of, change: 'unchanged' };
  if (!isReadAnew(reading.site, coverage)) return null;
  return isEdited(reading)
    ? { ...of, change: 'gone', reason: 'edited_here', isUnsure: true }
    : { ...of, change: 'gone' };
}

/** A line as the window is told of it; `contentOf` what is there now. */
export function changeOf(planned: PlannedChange, id: number): SourceChange {
  const { piece, known } = planned;
  const source = known?.source;
  return {
    id,
    change: planned.change,
    place: piece?.place ?? {
      row: source?.row ?? null,
      page: source?.page ?? null,
      headings: source?.headings ?? [],
      url: source?.url ?? null,
    },
    file: piece?.file ?? source?.file ?? '',
    entryId: known?.id ?? null,
    before: known === null ? null : contentOf(known),
    after: planned.after,
    reason: planned.reason,
    excerpt: piece?.excerpt ?? known?.question ?? '',
    isUnsure: planned.isUnsure,
  };
}
