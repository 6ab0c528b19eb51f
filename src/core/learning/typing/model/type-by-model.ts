import { LessonType } from '#shared/model/lesson.ts';
import { type Signals, weightOf } from '../signals/signals.ts';
import type { Typed } from '../type-of-sentence.ts';
import { typeShares } from './fitted-typing.ts';
import { type ChangedSentence, typingFeatures } from './typing-features.ts';
import { typingWeights } from './typing-weights.ts';

/** What a changed sentence is, where rules alone would take it for `ruled`. */
export type TypeJudge = (sentence: ChangedSentence, signals: Signals, ruled: Typed) => Typed;

/** From such a share on, what might be a rule is taken for a kindness: the one must never become the other. */
const exceptionFrom = 0.25;

const doubtfulFrom = 0.12;
const unsure = 0.45;
const agreedFrom = 0.8;
/** The same where the rules see no sign of one; what lies between is kept for its author and too unsure to be shared by rules. */
const unsignedFrom = 0.5;
/** A lesson taken for wording is lost, one kept for nothing costs a lead a look. */
const wordingFrom = 0.6;
/** What rules take for one customer's own holds for all only where so little speaks for that. */
const ownBelow = 0.1;

export const typeByModel: TypeJudge = (sentence, signals, ruled) => {
  const shares = typeShares(typingFeatures(sentence, signals), typingWeights);
  const sureOf = (type: LessonType): number => shares[LessonType.options.indexOf(type)] ?? 0;
  const [likeliest] = LessonType.options.toSorted((a, b) => sureOf(b) - sureOf(a));
  const isUnsigned = weightOf(signals.oneOff, sentence.meaning.folded) === 0;
  const isLikely = likeliest !== 'exception' || !isUnsigned || sureOf('exception') >= unsignedFrom;
  const type = isLikely ? (likeliest ?? ruled.type) : ruled.type;
  // What names something of theirs is never kept.
  if (sentence.hasMarks && ruled.type === 'personal' && type !== 'exception') return ruled;
  const isRuledOwn = ruled.type === 'personal' || ruled.type === 'exception';
  const isOwn = type === 'personal' || type === 'exception';
  if (isRuledOwn && !isOwn && sureOf('personal') + sureOf('exception') >= ownBelow) return ruled;
  const isRuledStyle = ruled.type === 'style';
  if (type === 'style' && !isRuledOwn && !isRuledStyle && sureOf('style') < wordingFrom) return ruled;
  // What is done for everybody is no kindness to one, be there ever so much regret in it.
  if (!isRuledOwn && isOwn && signals.doneForAll.test(sentence.meaning.folded)) return ruled;
  // Both take it for the same, and the rules surely: what doubt there is keeps it from being shared unseen.
  const from = isUnsigned ? unsignedFrom : exceptionFrom;
  const isAgreed = type === ruled.type && ruled.sure >= agreedFrom;
  const holds = !isAgreed && (type === 'fact' || type === 'policy' || type === 'procedure');
  if (holds && sureOf('exception') >= from) return { type: 'exception', sure: sureOf('exception') };
  // What may be a kindness all the same stays too unsure for any rule to share it: a lead looks.
  return { type, sure: sureOf('exception') < doubtfulFrom ? sureOf(type) : Math.min(unsure, sureOf(type)) };
};
