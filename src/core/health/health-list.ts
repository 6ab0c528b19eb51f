import type { Finding, FindingKind } from '#shared/model/finding.ts';
import type { SoloRules } from '../ports/repositories/findings.ts';
import type { Database } from '../ports/repositories/index.ts';

const dayMs = 86_400_000;
/** Long enough for a question that comes once a season's half. */
const unusedDays = 60;
const expiringDays = 14;
/** Fewer replies say nothing about what is never used. */
const fewestReplies = 30;
const fewestCorrections = 2;

/** From what on an entry is a finding by itself, as of now. */
export function soloRules(now: number): SoloRules {
  return {
    now,
    expiringBefore: now + expiringDays * dayMs,
    unusedSince: now - unusedDays * dayMs,
    fewestReplies,
    fewestCorrections,
  };
}

/** A page of the health list, with its entries as they are now. */
export function listFindings(
  { findings, knowledge }: Pick<Database, 'findings' | 'knowledge'>,
  query: {
    readonly storeId: string;
    readonly kind: FindingKind | null;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly items: readonly Finding[]; readonly total: number } {
  const { items, total } = findings.list(query);
  return {
    items: items.map(({ entryIds, ...row }) => ({ ...row, entries: entryIds.map((id) => knowledge.get(id)) })),
    total,
  };
}

type DismissDeps = Pick<Database, 'findings' | 'dismissals'> & { readonly person: () => string };

/** Lets a finding stand until one of its entries changes. Errors: `not_found`. */
export function dismissFinding({ findings, dismissals, person }: DismissDeps, findingId: number): void {
  const { kind, key } = findings.get(findingId);
  dismissals.add(kind, key, person());
}

/** Takes the dismissal of a finding back. Errors: `not_found`. */
export function undismissFinding({ findings, dismissals }: DismissDeps, findingId: number): void {
  const { kind, key } = findings.get(findingId);
  dismissals.remove(kind, key);
}
