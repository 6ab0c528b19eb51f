import { z } from 'zod';
import { Id, Instant } from '../model/basics.ts';
import { CoverageReport } from '../model/coverage.ts';
import { Insights } from '../model/insight.ts';
import { Outcome } from '../model/outcome.ts';
import { request } from './definition.ts';

const Span = z.object({
  storeId: Id,
  from: Instant,
  to: Instant,
  /** Of what this person did alone; null: of everybody. */
  profileId: Id.nullable().default(null),
});

export const insightRequests = {
  'insight.summary': request(
    Span.extend({ /** Minutes east of UTC, for the days. */ utcOffset: z.number().int().min(-840).max(840) }),
    Insights,
  ),
  /** What tolerating wrong answers costs and brings, in a store or in one topic of it. */
  'insight.coverage': request(z.object({ storeId: Id, topic: z.string().nullable() }), CoverageReport),
  /** The outcomes behind a number, newest first, at most 500. */
  'insight.outcomes': request(Span.extend({ act: Outcome.shape.act.optional() }), z.array(Outcome)),
};
