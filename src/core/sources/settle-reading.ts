import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { sayingKey } from './compare-content.ts';
import { standsIn } from './match-pieces.ts';
import { type PlannedChange, isReadAnew } from './plan-changes.ts';
import type { Plan } from './plan-source.ts';
import type { SourcePiece } from './source-piece.ts';
import type { Held, SourceState } from './source-state.ts';

/** What was written of a plan, by its change. */
export type Written = ReadonlyMap<PlannedChange, KnowledgeEntry>;

/**
 * What is kept of a reading for the next one. `isWhole`: nothing of the plan was left; else the next reading has to
 * bring it again.
 */
export function settledState(known: SourceState, plan: Plan, written: Written, isWhole: boolean): SourceState {
  const keys = new Map(known.keys);
  const homes = new Map(known.homes);
  /** Where each entry that a piece says stands now. */
  const homeOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  for (const change of plan.changes) {
    const { piece } = change;
    const entry = written.get(change) ?? change.known;
    if (piece === null || piece.content === null || entry === null) continue;
    if (piece.key !== null) keys.set(piece.key, entry.id);
    idOf.set(sayingKey(piece.content), entry.id);
    // Left as it was: it stands where it stood.
    if (change.change !== 'unchanged' && !written.has(change)) continue;
    const site = standsIn(piece.file, piece.place.url);
    homeOf.set(entry.id, site);
    if (standsIn(entry.source.file, entry.source.url) === site) homes.delete(entry.id);
    else homes.set(entry.id, site);
  }
  const held = new Map<string, Held>();
  const stays = known.held.filter(({ site }) => !isReadAnew(site, plan.coverage));
  for (const one of [...stays, ...heldNow(plan, idOf)])
    if (homeOf.get(one.entryId) !== one.site) held.set(`${one.site}\n${one.entryId}\n${one.versionId ?? ''}`, one);
  return { reader: isWhole ? plan.state : known.reader, keys, homes, held: [...held.values()] };
}

function heldNow(plan: Plan, idOf: ReadonlyMap<string, string>): readonly Held[] {
  return plan.changes.flatMap(({ change, piece, known: entry }): readonly Held[] => {
    if (piece === null || piece.content === null || entry !== null) return [];
    const key = sayingKey(piece.content);
    const elsewhere = plan.elsewhere.get(key);
    const ownId = change === 'merged' ? idOf.get(key) : undefined;
    if (ownId !== undefined) return [{ ...standing(piece), entryId: ownId, versionId: null }];
    if (elsewhere === undefined || (change !== 'merged' && change !== 'unchanged')) return [];
    return [{ ...standing(piece), entryId: elsewhere.id, versionId: elsewhere.versionId }];
  });
}

const standing = ({ file, place }: SourcePiece): Pick<Held, 'site' | 'file' | 'place'> => ({
  site: standsIn(file, place.url),
  file,
  place,
});
