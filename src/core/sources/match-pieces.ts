import type { KnowledgeContent, KnowledgeEntry } from '#shared/model/knowledge.ts';
import { sayingKey } from './compare-content.ts';
import { type PassTurn, inSlices } from './in-slices.ts';
import { createLikeness } from './likeness.ts';
import type { SourcePiece } from './source-piece.ts';
import { foldedLine } from '../knowledge/folded-line.ts';

/** An entry that came from a source: as it was last read there, and as it is now. */
export type Reading = {
  readonly read: KnowledgeEntry;
  readonly now: KnowledgeEntry;
  /** What named it when it was read; null where there was no such thing. */
  readonly key: string | null;
  /** The file or page it stood in at the last reading, as `standsIn` names it. */
  readonly site: string;
  /** False: of the same file, but read without its source; it is never gone. */
  readonly isOwn: boolean;
};

/** A piece that says something. */
export type Saying = SourcePiece & { readonly content: KnowledgeContent };

/** The file or page something stands in, as one name. */
export function standsIn(file: string | null, url: string | null): string {
  return url ?? file ?? '';
}

const siteOfReading = ({ site }: Reading): string => site;
const siteOfPiece = (piece: SourcePiece): string => standsIn(piece.file, piece.place.url);

/** What more readings than this have in common tells none of them apart. */
const mostAlike = 60;

/** Answers shorter than this are said of many things ("Yes."): they do not tell which entry it was. */
const tellingLength = 20;

/**
 * Which earlier reading each piece is the new wording of, as far as one is: by what names it, by the same words, then
 * within the same file by the same question, the same answer, or likeness; at last the same across files that are gone. An
 * entry is the earlier one of one piece only.
 */
export async function matchedReadings(
  pieces: readonly Saying[],
  readings: readonly Reading[],
  passTurn: PassTurn,
): Promise<ReadonlyMap<Saying, Reading>> {
  const matched = new Map<Saying, Reading>();
  const free = new Set(readings);

  /** Matches every piece that has none yet with the nearest of those it is offered. */
  async function match(offered: (piece: Saying) => readonly Reading[]): Promise<void> {
    const open = pieces.filter((piece) => !matched.has(piece));
    await inSlices(passTurn, open, (piece) => {
      const found = nearest(
        piece,
        offered(piece).filter((reading) => free.has(reading)),
      );
      if (found === undefined) return;
      matched.set(piece, found);
      free.delete(found);
    });
  }

  const byKey = Map.groupBy(readings, ({ key }) => key);
  await match(({ key }) => (key === null ? [] : (byKey.get(key) ?? [])));
  const bySaying = Map.groupBy(readings, ({ read }) => sayingKey(read));
  await match(({ content }) => (bySaying.get(sayingKey(content)) ?? []).slice(0, mostAlike));

  const present = new Set(pieces.map(siteOfPiece));
  const acrossFiles = (reading: Reading): string | null => (present.has(siteOfReading(reading)) ? null : '');
  for (const [siteOf, isAt] of [
    [siteOfReading, siteOfPiece],
    [acrossFiles, () => ''],
  ] as const) {
    const named = (reading: Reading, text: string | null): string | null => {
      const site = siteOf(reading);
      return site === null || text === null ? null : `${site}\n${text}`;
    };
    const byQuestion = Map.groupBy(free, (reading) => named(reading, foldedLine(reading.read.question)));
    await match((piece) => alike(piece, byQuestion.get(`${isAt(piece)}\n${foldedLine(piece.content.question)}`)));
    const byAnswer = Map.groupBy(free, (reading) => named(reading, tellingAnswer(reading.read)));
    await match((piece) => alike(piece, byAnswer.get(`${isAt(piece)}\n${foldedLine(piece.content.answer)}`)));
    if (pieces.length === matched.size || free.size === 0) break;
    const likeness = await createLikeness(
      [...free].filter((reading) => siteOf(reading) !== null),
      ({ read }) => read,
      passTurn,
    );
    await match((piece) => {
      const isSameSite = (reading: Reading): boolean => free.has(reading) && siteOf(reading) === isAt(piece);
      const found = likeness.mostLike(piece.content, (reading) => isSameSite(reading) && areNamesOpen(piece, reading));
      return found === null ? [] : [found];
    });
  }
  return matched;
}

/** What has a name of its own is not taken for another that has one. */
const areNamesOpen = (piece: Saying, reading: Reading): boolean => piece.key === null || reading.key === null;

function alike(piece: Saying, readings: readonly Reading[] | undefined): readonly Reading[] {
  if (readings === undefined || readings.length > mostAlike) return [];
  return readings.filter((reading) => areNamesOpen(piece, reading));
}

function tellingAnswer({ answer }: KnowledgeContent): string | null {
  const text = foldedLine(answer);
  return text.length < tellingLength ? null : text;
}

/** The first of the nearest. */
function nearest(piece: Saying, readings: readonly Reading[]): Reading | undefined {
  if (readings.length < 2) return readings[0];
  return readings.toSorted((a, b) => nearness(piece, b) - nearness(piece, a))[0];
}

/** Larger is nearer: in use, of the same file, about the same, in the same row. */
function nearness(piece: Saying, reading: Reading): number {
  const { now, read } = reading;
  const isAboutSame = JSON.stringify(read.scope.toSorted()) === JSON.stringify(piece.content.scope.toSorted());
  return (
    (now.state === 'active' ? 8 : 0) +
    (siteOfReading(reading) === siteOfPiece(piece) ? 4 : 0) +
    (isAboutSame ? 2 : 0) +
    (read.source.row === piece.place.row ? 1 : 0)
  );
}
