import type { SupportMark, SupportSource } from '#shared/model/support.ts';
import type { Claim, ReadClause, ReadText } from './claim.ts';
import type { Nearness } from './nearness.ts';
import type { ReadSources, SourceText } from './source-text.ts';

export type Verdict = {
  readonly verdict: SupportMark['verdict'];
  readonly source: SupportSource | null;
  readonly says: string | null;
  /** What of the sources it stands on; null where that is no passage. */
  readonly owner: string | null;
  /** The clause of a source that says the same value. */
  readonly anchor: Anchor | null;
};

export type Anchor = { readonly text: SourceText; readonly clause: ReadClause };

export type Reply = { readonly read: ReadText; readonly sources: ReadSources; readonly nearness: Nearness };

export const unsupported: Verdict = { verdict: 'unsupported', source: null, says: null, owner: null, anchor: null };

export function supportedBy(
  text: SourceText,
  { start, end }: { readonly start: number; readonly end: number },
): Verdict {
  const clause = text.read.clauses.find((one) => one.start <= start && start < one.end);
  return {
    verdict: 'supported',
    source: text.sourceOf({ start, end }),
    says: null,
    owner: text.owner,
    anchor: clause === undefined || text.grants !== 'all' ? null : { text, clause },
  };
}

export function contradictedBy(
  text: SourceText,
  { start, end }: { readonly start: number; readonly end: number },
): Verdict {
  return {
    verdict: 'contradicted',
    source: text.sourceOf({ start, end }),
    says: text.read.text.slice(start, end).trim(),
    owner: text.owner,
    anchor: null,
  };
}

export function clauseAt({ clauses }: ReadText, { clause }: Claim): ReadClause | null {
  return clauses[clause] ?? null;
}
