import type { ClaimKind } from '#shared/model/support.ts';
import type { Value } from '../health/fact.ts';
import type { Stretch } from '../health/folded-text.ts';
import type { Terms } from '../health/likeness.ts';
import type { Wording } from '../health/wording.ts';
import type { Turned } from './near-copy.ts';
import type { Stances } from './stances-said.ts';

/** One fact as it stands in a text. `key`: its value where that is no number, in one spelling. */
export type Claim = Stretch & {
  readonly kind: ClaimKind;
  readonly value: Value | null;
  readonly key: string;
  /** Index of the clause it stands in. */
  readonly clause: number;
};

/** What a clause says yes or no to. */
export type Polarity = Stances & {
  /** It speaks of money, delivery, returns: what a shop is held to. */
  readonly isPromise: boolean;
  /** It says again what the customer did. */
  readonly isRestating: boolean;
  /** It holds in one case alone ("only", "if"). */
  readonly isNarrow: boolean;
};

export type ReadClause = Stretch & {
  readonly sentence: number;
  /** Its sentence as it is compared by meaning. */
  readonly statement: string;
  readonly wording: Wording;
  /** Terms of the clause, and half as much of the clauses before it and of what the text is headed by. */
  readonly terms: Terms;
  /** Those of its own terms that it denies by themselves: "no citrus". */
  readonly denied: ReadonlySet<string>;
  /** Null where it asks, or states a condition. */
  readonly polarity: Polarity | null;
  readonly turned: Turned;
  /** Whether it is a bare yes or no; 0: neither. */
  readonly answer: 1 | -1 | 0;
};

/** A text with everything it claims. */
export type ReadText = {
  readonly text: string;
  readonly folded: string;
  readonly claims: readonly Claim[];
  readonly clauses: readonly ReadClause[];
  /** Its sentences as they are written. */
  readonly sentences: readonly Stretch[];
};
