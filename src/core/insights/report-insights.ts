import type { InsightPoint, InsightQuery, InsightReport } from '#shared/model/insight.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type Chosen, type ChosenDeps, type Present, chosenOutcomes, whoOf } from './chosen-outcomes.ts';
import { countFigures, tally } from './count-figures.ts';
import { estimateTimeSaved } from './estimate-time-saved.ts';
import { exportsFor } from './figures-for.ts';
import { rowsBy } from './figure-rows.ts';
import type { OutcomeFact } from './outcome-fact.ts';
import { withheldParts } from './withheld.ts';

export type InsightDeps = ChosenDeps & Pick<Database, 'drafts' | 'learned' | 'knowledge' | 'profiles'>;

const dayMs = 86_400_000;
/** Replies of so long before are compared to tell what drafts save. */
const comparedMs = 182 * dayMs;
const rowsShown = 100;

/**
 * What people did with what the desk drafted, straight from the outcomes, for somebody who may see it. Errors:
 * `figures_not_shown`, `not_found`.
 */
export async function reportInsights(deps: InsightDeps, query: InsightQuery, present: Present): Promise<InsightReport> {
  const chosen = await chosenOutcomes(deps, query, present, query.by === 'agent');
  const { from, to } = query;
  const { figures, silences, discards } = countFigures(chosen.facts, chosen.meant);
  const before = chosen.within(from - (to - from + 1), from - 1);
  const compared = chosen.within(to - comparedMs, to);
  const rows = query.by === null ? [] : rowsBy(deps, query.by, chosen, present.id);
  return {
    from,
    to,
    profileId: chosen.shown.profileId,
    figures: chosen.isWithheld ? null : figures,
    before: before.isWithheld ? null : countFigures(before.facts, chosen.meant).figures,
    ...course(chosen, query, present.id),
    rows: rows.slice(0, rowsShown),
    rowsLeft: Math.max(0, rows.length - rowsShown),
    timeSaved: estimateTimeSaved(chosen.facts, compared.facts),
    silences: [...silences].map(([reason, count]) => ({ reason, count })),
    discards: [...discards].map(([reason, count]) => ({ reason, count })),
    ...presentState(deps, query.storeId),
    view: viewOf(deps, chosen, present),
  };
}

function viewOf({ profiles }: InsightDeps, { shown }: Chosen, present: Present): InsightReport['view'] {
  const { figures, texts } = exportsFor(present);
  const people = shown.comparesPeople ? profiles.list() : [];
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    seesAll: present.role !== 'agent',
    compares: shown.comparesPeople,
    mayChoose: present.role === 'owner',
    mayExport: figures,
    mayExportTexts: texts,
  };
}

function presentState(
  { drafts, learned, knowledge, stores }: InsightDeps,
  storeId: string | null,
): Pick<InsightReport, 'openDrafts' | 'openSilences' | 'learnedItems' | 'knowledgeEntries'> {
  const storeIds = storeId === null ? stores.list().map(({ id }) => id) : [storeId];
  const open = storeIds.flatMap((id) => drafts.openAsks(id));
  const silences = open.flatMap(({ asks }) => asks.flatMap(({ silence }) => silence ?? []));
  const sum = (of: (id: string) => number): number => storeIds.reduce((total, id) => total + of(id), 0);
  return {
    openDrafts: open.filter(({ asks }) => asks.some(({ evidence }) => evidence !== null)).length,
    openSilences: [...tally(silences)].map(([reason, count]) => ({ reason, count })),
    learnedItems: sum((id) => learned.list({ storeId: id, state: 'active', offset: 0, limit: 1 }).total),
    knowledgeEntries: sum((id) => knowledge.countActive(id)),
  };
}

/** By the unit that was asked for; by weeks where some days are few people's. */
function course(chosen: Chosen, query: InsightQuery, viewer: string): Pick<InsightReport, 'points' | 'unit'> {
  const points = pointsOf(chosen, query, viewer);
  const isWhole = chosen.isWithheld || points.every(({ figures }) => figures !== null);
  return query.unit === 'week' || isWhole
    ? { points, unit: query.unit }
    : { points: pointsOf(chosen, { ...query, unit: 'week' }, viewer), unit: 'week' };
}

/** Every day or week of the span, also those on which nothing happened; a week begins with its Monday. */
function pointsOf(chosen: Chosen, { from, to, unit, utcOffset }: InsightQuery, viewer: string): InsightPoint[] {
  const local = (at: number): number => at + utcOffset * 60_000;
  const dayOf = (at: number): number => Math.floor(local(at) / dayMs);
  // Day 0 of the epoch was a Thursday.
  const firstDayOf = (at: number): number => (unit === 'day' ? dayOf(at) : dayOf(at) - ((dayOf(at) + 3) % 7));
  const startOf = (day: number): number => day * dayMs - utcOffset * 60_000;
  const days = unit === 'day' ? 1 : 7;
  const byDay = new Map<number, OutcomeFact[]>();
  // A span up to midnight ends with the day before.
  for (let day = firstDayOf(from); day <= firstDayOf(Math.max(from, to - 1)); day += days) byDay.set(day, []);
  for (const fact of chosen.facts) {
    const day = firstDayOf(fact.createdAt);
    const ofDay = byDay.get(day);
    if (ofDay === undefined) byDay.set(day, [fact]);
    else ofDay.push(fact);
  }
  const parts = [...byDay];
  const withheld = chosen.shown.withholdsFew
    ? withheldParts(
        parts.map(([, facts]) => ({ people: whoOf(facts) })),
        viewer,
      )
    : new Set<number>();
  return parts.map(([day, facts], i) => ({
    from: Math.max(from, startOf(day)),
    to: Math.min(to, startOf(day + days) - 1),
    day: new Date(day * dayMs).toISOString().slice(0, 10),
    figures: chosen.isWithheld || withheld.has(i) ? null : countFigures(facts, chosen.meant).figures,
  }));
}
