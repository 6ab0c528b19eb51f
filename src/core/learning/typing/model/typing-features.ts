import type { LessonType } from '#shared/model/lesson.ts';
import { type Meaning, haveSamePolarity, haveSameValues, missingIn } from '../meaning.ts';
import { type Signals, weightOf } from '../signals/signals.ts';

/** One changed sentence and what stands around it. All are read in the language of the reply. */
export type ChangedSentence = {
  readonly meaning: Meaning;
  /** What the draft had said in its place; null: it was added. */
  readonly before: Meaning | null;
  /** Folded. */
  readonly question: string;
  readonly hasMarks: boolean;
  readonly isSorry: boolean;
  /** The reply was written by hand. */
  readonly isWritten: boolean;
  /** What the rules alone take it for. */
  readonly ruled: LessonType;
};

/** What tells the type of a changed sentence, by name, most between 0 and 2; what is not named is 0. */
export type TypingFeatures = ReadonlyMap<string, number>;

/** Features that rules tell; the others are of the sentence's form. */
export const ruledPrefix = 'rule:';

export function typingFeatures(sentence: ChangedSentence, signals: Signals): TypingFeatures {
  const { meaning, before, question, hasMarks, isSorry, isWritten, ruled } = sentence;
  const { folded } = meaning;
  const features = new Map<string, number>([['one', 1]]);
  const set = (name: string, value: number): void => {
    if (value !== 0) features.set(name, value);
  };
  const rule = (name: string, value: number): void => set(`${ruledPrefix}${name}`, value);
  rule(ruled, 1);
  rule('oneOff', Math.min(4, weightOf(signals.oneOff, folded)) / 2);
  rule('ownState', Math.min(4, weightOf(signals.ownState, folded)) / 2);
  rule('general', Math.min(3, weightOf(signals.general, folded)) / 1.5);
  rule('policyWords', Math.min(4, weightOf(signals.policy, folded)) / 2);
  rule('factWords', Math.min(4, weightOf(signals.fact, folded)) / 2);
  rule('askedPolicy', Math.min(3, weightOf(signals.policy, question)) / 2);
  rule('askedFact', Math.min(3, weightOf(signals.fact, question)) / 2);
  rule('steps', Math.min(4, (folded.match(signals.step) ?? []).length) / 2);
  rule('sequence', Math.min(4, (folded.match(signals.sequence) ?? []).length) / 2);
  rule('benefit', Number(signals.benefit.test(folded)));
  rule('done', Number(signals.done.test(folded)));
  rule('doneForAll', Number(signals.doneForAll.test(folded)));
  rule('addressed', Number(signals.addressed.test(folded)));
  set('marks', Number(hasMarks));
  set('sorry', Number(isSorry));
  set('written', Number(isWritten));
  set('length', Math.log2(1 + folded.trim().length) / 8);
  set('numbers', Math.min(3, meaning.numbers.size) / 2);
  set('values', Math.min(3, meaning.values.length) / 2);
  set('comma', Math.min(4, (folded.match(/[,，、]/gu) ?? []).length) / 3);
  for (const kind of new Set(meaning.values.map(({ fact }) => fact))) set(`value:${kind}`, 1);
  if (meaning.stance.unit !== '') set(`says:${meaning.stance.unit}${meaning.stance.sign}`, 0.5);
  if (before === null) set('added', 1);
  else {
    set('policyBefore', Math.min(3, weightOf(signals.policy, before.folded)) / 2);
    set('factBefore', Math.min(3, weightOf(signals.fact, before.folded)) / 2);
    set('stepsBefore', Math.min(3, (before.folded.match(signals.step) ?? []).length) / 2);
    set('otherValues', Number(!haveSameValues(before, meaning)));
    set('otherPolarity', Number(!haveSamePolarity(before, meaning)));
    set('new', missingIn(meaning.terms, before.terms).length / Math.max(1, meaning.terms.size));
    set('lost', missingIn(before.terms, meaning.terms).length / Math.max(1, before.terms.size));
  }
  const pieces = piecesOf(folded);
  for (const piece of pieces) features.set(`~${piece}`, 1 / Math.sqrt(Math.max(4, pieces.size)));
  return features;
}

/** The pieces that a sentence's grammar is made of: words and pairs of words, or runs of one to three letters. */
function piecesOf(folded: string): ReadonlySet<string> {
  const text = folded.replace(/\p{N}+(?:[.,:]\p{N}+)*/gu, '0');
  const pieces = new Set<string>();
  const words = text.match(/[\p{Script=Latin}']+|0|[!?.,]/gu) ?? [];
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    const whole = ['^', ...words.filter((word) => !/^[.,]$/u.test(word))];
    whole.forEach((word, i) => {
      if (i > 0) pieces.add(word);
      if (i > 0) pieces.add(`${whole[i - 1]} ${word}`);
    });
    return pieces;
  }
  for (const clause of text.split(/[。.!！?？,，、;；\s～~♪]+/u)) {
    const letters = [...clause];
    for (let size = 1; size <= 3; size++)
      for (let i = 0; i + size <= letters.length; i++) pieces.add(letters.slice(i, i + size).join(''));
    if (letters.length >= 2) pieces.add(`${letters.slice(-2).join('')}$`);
  }
  return pieces;
}
