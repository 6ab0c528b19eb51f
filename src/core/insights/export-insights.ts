import { AppError } from '#shared/errors.ts';
import type { InsightFigures, InsightQuery, InsightReport } from '#shared/model/insight.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type ChosenDeps, type Present } from './chosen-outcomes.ts';
import { type CsvValue, csvOf } from './csv.ts';
import { exportsFor } from './figures-for.ts';
import { listOutcomes } from './list-outcomes.ts';
import { type InsightDeps, reportInsights } from './report-insights.ts';

/** What is on the screen, and the outcomes behind it. */
export type InsightTables = { readonly figures: string; readonly outcomes: string };

/**
 * Figures as CSV for somebody who may take them out of the desk; what customers and agents wrote only where it is asked
 * for, and then only for an owner. What is withheld on the screen is empty here. Errors: `figures_not_shown`, `not_found`.
 */
export async function exportInsights(
  deps: InsightDeps & ChosenDeps & Pick<Database, 'outcomes'>,
  { query, withTexts }: { readonly query: InsightQuery; readonly withTexts: boolean },
  present: Present,
): Promise<InsightTables> {
  const may = exportsFor(present);
  if (!may.figures || (withTexts && !may.texts))
    throw new AppError('figures_not_shown', 'The person at the desk may not take these figures out of it');
  const report = await reportInsights(deps, query, present);
  const outcomes = await listOutcomes(deps, { ...query, measure: null }, present);
  return { figures: figureTable(report, query), outcomes: outcomeTable(deps, outcomes, report, withTexts) };
}

const figureNames = [
  'answered',
  'accepted',
  'edited',
  'strong',
  'written',
  'discarded',
  'closed',
  'dealt',
  'dealtAccepted',
  'asks',
  'asksOffered',
  'answersKept',
  'answersChanged',
  'keptShare',
  'keptOf',
  'unsupportedReplies',
  'unsupportedFacts',
  'medianWaitMs',
  'slowWaitMs',
] as const satisfies ReadonlyArray<keyof InsightFigures>;

function figureTable(report: InsightReport, { by, unit }: InsightQuery): string {
  const values = (figures: InsightFigures | null): CsvValue[] =>
    figureNames.map((name) => (figures === null ? null : figures[name]));
  const day = (at: number): string => new Date(at).toISOString();
  const { from, to } = report;
  return csvOf(
    ['part', 'key', 'label', 'from', 'to', ...figureNames],
    [
      ['all', '', '', day(from), day(to), ...values(report.figures)],
      ['before', '', '', day(from - (to - from + 1)), day(from - 1), ...values(report.before)],
      ...report.points.map((point) => [unit, point.day, '', day(point.from), day(point.to), ...values(point.figures)]),
      ...report.rows.map((row) => [by ?? '', row.key, row.label, day(from), day(to), ...values(row.figures)]),
    ],
  );
}

function outcomeTable(
  { stores }: InsightDeps,
  outcomes: readonly Outcome[],
  { view }: InsightReport,
  withTexts: boolean,
): string {
  const storeNames = new Map(stores.list().map(({ id, settings }) => [id, settings.name]));
  const people = new Map(view.people.map(({ id, name }) => [id, name]));
  const nameOf = (profileId: string | null): string => (profileId === null ? '' : (people.get(profileId) ?? ''));
  return csvOf(
    [
      'outcome',
      'at',
      'store',
      'conversation',
      'act',
      'kept_share',
      'confidence',
      'reason',
      'waited_ms',
      'unsupported',
      ...(view.compares ? ['agent'] : []),
      ...(withTexts ? ['draft_text', 'sent_text'] : []),
    ],
    outcomes.map((outcome) => [
      outcome.id,
      new Date(outcome.createdAt).toISOString(),
      storeNames.get(outcome.storeId) ?? '',
      outcome.conversationId,
      outcome.act,
      outcome.keptShare,
      outcome.confidence,
      outcome.reason,
      outcome.waitedMs,
      outcome.unsupported?.length ?? 0,
      ...(view.compares ? [nameOf(outcome.profileId)] : []),
      ...(withTexts ? [outcome.draftText, outcome.sentText] : []),
    ]),
  );
}
