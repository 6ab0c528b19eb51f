import type { Evidence } from '#shared/model/evidence.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { keptShareOf } from '../learning/kept-share.ts';

/** The share of an answer's words that a reply says where it gives that answer. */
export const saidFrom = 0.6;

/** Whether a reply gives an answer in the answer's own words. */
export function keepsWords({ sentText }: Pick<Outcome, 'sentText'>, { answer }: Pick<Evidence, 'answer'>): boolean {
  return keptShareOf(answer, sentText) >= saidFrom;
}
