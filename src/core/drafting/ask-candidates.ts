import type { Ask } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Retrieved } from '../retrieval/retrieve-evidence.ts';
import type { StoreModel } from '../retrieval/store-model.ts';

const candidatesShown = 3;

/** What a person may pick for an ask, whatever the desk makes of it: the nearest passages, best first. */
export function candidatesOf(found: Retrieved | undefined): readonly Evidence[] {
  // A shop's fact is of its moment: it is read again, not picked.
  const passages = found?.evidence.filter(({ kind }) => kind === 'knowledge' || kind === 'learned') ?? [];
  // The one that would be offered leads, for a correction stands before what it corrects; behind it counts the number.
  const [first, ...others] = passages;
  if (first === undefined) return [];
  return [first, ...others.toSorted((a, b) => b.confidence - a.confidence)].slice(0, candidatesShown);
}

/** The same found, silent where it is less sure than the store's lead asks for. */
export function asSureAsAsked(found: Retrieved, model: StoreModel): Retrieved {
  const first = found.evidence[0];
  if (found.silence !== null || first === undefined) return found;
  return found.confidence < model.offeredFrom(first.topic) ? { ...found, silence: 'weak_evidence' } : found;
}

/** From which confidence on an ask would have got its answer; null: from none on, undefined: where that is not why it got none. */
export function askedConfidence(found: Retrieved | undefined, model: StoreModel): Ask['offeredFrom'] {
  const first = found?.evidence[0];
  if (first === undefined || (found?.silence !== 'weak_evidence' && found?.silence !== 'ambiguous')) return undefined;
  const from = model.offeredFrom(first.topic);
  return from > 1 ? null : from;
}
