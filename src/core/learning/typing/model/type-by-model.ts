import { LessonType } from '#shared/model/lesson.ts';
import type { Meaning } from '../meaning.ts';
import type { Signals } from '../signals/signals.ts';
import { type TypingWeights, typeShares } from './type-shares.ts';
import { type ChangedSentence, typingFeatures } from './typing-features.ts';
import { typingWeights } from './typing-weights.ts';
import { wordWeights } from './word-weights.ts';

export type Typed = { readonly type: LessonType; readonly sure: number };

/** What a changed sentence is. */
export type TypeJudge = (sentence: ChangedSentence, signals: Signals) => Typed;

/** The embedder whose vectors are weighed; those of others say nothing here. */
export const typingEmbedderId = typingWeights.vectors?.embedderId ?? '';

/** From such a share on, what might hold for all is taken for a kindness: the one must never become the other. */
const exceptionFrom = { vectors: 0.25, words: 0.2 };
/** The same of what may be theirs: it is kept nowhere. */
const personalFrom = { vectors: 0.3, words: 0.4 };
/** From here on it is too unsure for any rule to share it: a lead looks. */
const doubtfulFrom = 0.12;
const unsure = 0.45;

export const typeByModel: TypeJudge = (sentence, signals) =>
  typeByWeights(sentence.vectors === null ? wordWeights : typingWeights)(sentence, signals);

/** The same by other weights. */
export function typeByWeights(weights: TypingWeights): TypeJudge {
  return (sentence, signals) => {
    const shares = typeShares(typingFeatures(sentence, signals), sentence.vectors, weights);
    const sureOf = (type: LessonType): number => shares[LessonType.options.indexOf(type)] ?? 0;
    const isForAll = !sentence.hasMarks && holdsForAll(sentence.meaning, signals);
    const possible = LessonType.options.filter((one) => !isForAll || (one !== 'exception' && one !== 'personal'));
    const [type = 'fact'] = possible.toSorted((a, b) => sureOf(b) - sureOf(a));
    if (isForAll) return { type, sure: Math.min(unsure, sureOf(type)) };
    const exception = sureOf('exception');
    const by = sentence.vectors === null ? 'words' : 'vectors';
    if (type === 'exception') return { type, sure: exception };
    // What names something of theirs is never kept.
    if (sentence.hasMarks) return { type: 'personal', sure: sureOf('personal') };
    if (isHolding(type) && sureOf('personal') >= personalFrom[by])
      return { type: 'personal', sure: sureOf('personal') };
    if (isHolding(type) && exception >= exceptionFrom[by]) return { type: 'exception', sure: exception };
    return { type, sure: exception < doubtfulFrom ? sureOf(type) : Math.min(unsure, sureOf(type)) };
  };
}

/** What is done for everybody is no kindness to one, and no news of their order; nor is how the shop is reached. */
function holdsForAll({ folded, values }: Meaning, signals: Signals): boolean {
  const isOurContact =
    values.some(({ fact }) => fact === 'contact') && signals.ours.test(folded) && !signals.theirs.test(folded);
  return isOurContact || signals.doneForAll.test(folded);
}

export function isHolding(type: LessonType): boolean {
  return type === 'fact' || type === 'policy' || type === 'procedure';
}
