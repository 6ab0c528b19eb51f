/** How far to trust a draft, in three words. */
export type Trust = 'sure' | 'likely' | 'check';

/** The bands of the calibrated probability: from 0.85 nine in ten hold; under 0.6 a person has to look. */
export function trustOf(confidence: number): Trust {
  if (confidence >= 0.85) return 'sure';
  return confidence >= 0.6 ? 'likely' : 'check';
}
