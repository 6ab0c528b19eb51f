/** How likely an answer is right, in four words. */
export type Likelihood = 'high' | 'fair' | 'some' | 'low';

export function likelihoodOf(confidence: number): Likelihood {
  if (confidence >= 0.85) return 'high';
  if (confidence >= 0.6) return 'fair';
  return confidence >= 0.3 ? 'some' : 'low';
}
