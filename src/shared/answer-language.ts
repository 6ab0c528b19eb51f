import type { Language, ReplyLanguage } from './model/basics.ts';
import type { Draft } from './model/draft.ts';
import type { Evidence } from './model/evidence.ts';

type Answered = {
  /** The customer's. */
  readonly language: ReplyLanguage;
  readonly asks: ReadonlyArray<Pick<Draft['asks'][number], 'evidence'>>;
  readonly evidence: ReadonlyArray<Pick<Evidence, 'language'>>;
};

/** Whether a passage has to be translated for who reads `language`. */
export function isForeign({ language }: Pick<Evidence, 'language'>, read: Language): boolean {
  return language !== read && language !== 'und';
}

/** The language of an answer in a draft that the customer did not write; null where all answers are in the customer's. */
export function otherLanguageOf({ language, asks, evidence }: Answered): ReplyLanguage | null {
  const foreign = answersOf(asks, evidence).find((one) => isForeign(one, language))?.language;
  return foreign === undefined || foreign === 'und' ? null : foreign;
}

/**
 * The language that a draft is written in: that of its answers where all are in one, else the customer's. Whoever
 * translates a reply translates it whole: a greeting in one language over a body in another helps nobody.
 */
export function spokenLanguage(draft: Answered): ReplyLanguage {
  const other = otherLanguageOf(draft);
  const isOnlyOther = answersOf(draft.asks, draft.evidence).every((one) => one.language === other);
  return other !== null && isOnlyOther ? other : draft.language;
}

function answersOf(asks: Answered['asks'], evidence: Answered['evidence']): Answered['evidence'] {
  return asks.flatMap((ask) => (ask.evidence === null ? [] : (evidence[ask.evidence] ?? [])));
}
