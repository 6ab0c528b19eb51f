import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { CoverageReport } from '../model/coverage.ts';
import { SilenceReason } from '../model/draft.ts';
import { DriftAlarm, InsightFilter, InsightMeasure, InsightQuery, InsightReport } from '../model/insight.ts';
import { Outcome } from '../model/outcome.ts';
import { request } from './definition.ts';

const AlarmKey = z.object({ key: z.string().max(1_000) });

/**
 * Agents see their own figures: where they ask for everybody's, they get theirs. Of a named person only where the owner
 * lets people be compared. Errors of what asks for more: `figures_not_shown`.
 */
export const insightRequests = {
  'insight.report': request(InsightQuery, InsightReport),
  /** What tolerating wrong answers costs and brings, in a store or in one topic of it. */
  'insight.coverage': request(z.object({ storeId: Id, topic: z.string().nullable() }), CoverageReport),
  /** The outcomes behind a number, newest first, at most 500. */
  'insight.outcomes': request(
    InsightFilter.extend({
      measure: InsightMeasure.nullable().default(null),
      /** Those in which something asked was met with this silence. */
      silence: SilenceReason.nullish(),
      /** Those refused for this reason. */
      reason: Outcome.shape.reason.optional(),
      /** These alone. */
      ids: z.array(Id).max(500).nullish(),
    }),
    z.array(Outcome),
  ),
  /** What people change more than they did. Of an agent none. */
  'insight.drift': request(z.object({ storeId: Id }), z.array(DriftAlarm)),
  /** A lead lets an alarm stand, or takes that back. */
  'insight.dismissDrift': request(AlarmKey, z.object({})),
  'insight.restoreDrift': request(AlarmKey, z.object({})),
  /** Whether the people of a store may be compared: the owner's choice. */
  'insight.setComparison': request(z.object({ storeId: Id, comparesPeople: z.boolean() }), z.object({})),
  /**
   * Writes what is on the screen, and the outcomes behind it, into two CSV files in a folder the person names; null where
   * they named none. With what customers and agents wrote only for an owner. Errors: `figures_not_shown`, `file_unwritable`.
   */
  'insight.export': request(
    z.object({ query: InsightQuery, withTexts: z.boolean() }),
    z.object({ files: z.array(z.string()) }).nullable(),
  ),
};
