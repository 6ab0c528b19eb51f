import { z } from 'zod';
import { Id, PageRequest, pageOf } from '../model/basics.ts';
import { Finding, FindingKind, HealthScan } from '../model/finding.ts';
import { request } from './definition.ts';

export const healthRequests = {
  /** What is wrong with the knowledge a store answers from, the worst first; `kind` null: of every kind. */
  'health.list': request(
    PageRequest.extend({ storeId: Id, kind: FindingKind.nullable().default(null) }),
    pageOf(Finding),
  ),
  'health.counts': request(z.object({ storeId: Id }), z.record(FindingKind, z.number().int().nonnegative())),
  /** Lets a finding stand until one of its entries changes. Errors: `not_found`. */
  'health.dismiss': request(z.object({ findingId: z.number().int() }), z.object({})),
  /** Takes a dismissal back. */
  'health.undismiss': request(z.object({ findingId: z.number().int() }), z.object({})),
  'health.scanState': request(z.object({}), HealthScan),
};
