import { z } from 'zod';
import { Id, Instant } from '../model/basics.ts';
import { Insights } from '../model/insight.ts';
import { Outcome } from '../model/outcome.ts';
import { request } from './definition.ts';

const Span = z.object({ storeId: Id, from: Instant, to: Instant });

export const insightRequests = {
  'insight.summary': request(
    Span.extend({ /** Minutes east of UTC, for the days. */ utcOffset: z.number().int().min(-840).max(840) }),
    Insights,
  ),
  /** The outcomes behind a number, newest first, at most 500. */
  'insight.outcomes': request(Span.extend({ act: Outcome.shape.act.optional() }), z.array(Outcome)),
};
