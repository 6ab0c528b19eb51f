import { keptShareOf } from '../../kept-share.ts';
import { type Meaning, haveSamePolarity, haveSameValues, holdsValues, missingIn } from '../meaning.ts';
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
  readonly reply: WholeReply;
  /** Null: no vectors were made. */
  readonly vectors: SentenceVectors | null;
};

/** Of the sentence, what was asked, the whole answer and the drafted one (null: there was none). */
export type SentenceVectors = {
  readonly sentence: Float32Array;
  readonly question: Float32Array;
  readonly sent: Float32Array;
  readonly drafted: Float32Array | null;
};

/** The answer that a changed sentence stands in. */
export type WholeReply = {
  /** Null: it was written by hand. */
  readonly drafted: Meaning | null;
  readonly sent: Meaning;
  /** Sentences that were changed. */
  readonly changed: number;
};

/** What tells the type of a changed sentence, by name, most between 0 and 2; what is not named is 0. */
export type TypingFeatures = ReadonlyMap<string, number>;

/** Begins the names of features that signals of the language tell. */
export const signalPrefix = 'says:';
/** Begins the names of the pieces a sentence is made of. */
export const piecePrefix = '~';

export function typingFeatures(sentence: ChangedSentence, signals: Signals): TypingFeatures {
  const { meaning, before, question, hasMarks, isSorry, isWritten } = sentence;
  const { folded } = meaning;
  const features = new Map<string, number>([['one', 1]]);
  const set = (name: string, value: number): void => {
    if (value !== 0) features.set(name, value);
  };
  const says = (name: string, value: number): void => set(`${signalPrefix}${name}`, value);
  says('oneOff', Math.min(4, weightOf(signals.oneOff, folded)) / 2);
  says('ownState', Math.min(4, weightOf(signals.ownState, folded)) / 2);
  says('general', Math.min(3, weightOf(signals.general, folded)) / 1.5);
  says('policyWords', Math.min(4, weightOf(signals.policy, folded)) / 2);
  says('factWords', Math.min(4, weightOf(signals.fact, folded)) / 2);
  says('askedPolicy', Math.min(3, weightOf(signals.policy, question)) / 2);
  says('askedFact', Math.min(3, weightOf(signals.fact, question)) / 2);
  says('steps', Math.min(4, (folded.match(signals.step) ?? []).length) / 2);
  says('sequence', Math.min(4, (folded.match(signals.sequence) ?? []).length) / 2);
  says('benefit', Number(signals.benefit.test(folded)));
  says('done', Number(signals.done.test(folded)));
  says('doneForAll', Number(signals.doneForAll.test(folded)));
  says('addressed', Number(signals.addressed.test(folded)));
  set('marks', Number(hasMarks));
  set('sorry', Number(isSorry));
  set('written', Number(isWritten));
  set('length', Math.log2(1 + folded.trim().length) / 8);
  set('numbers', Math.min(3, meaning.numbers.size) / 2);
  set('values', Math.min(3, meaning.values.length) / 2);
  set('comma', Math.min(4, (folded.match(/[,，、]/gu) ?? []).length) / 3);
  for (const kind of new Set(meaning.values.map(({ fact }) => fact))) set(`value:${kind}`, 1);
  if (meaning.stance.unit !== '') set(`stance:${meaning.stance.unit}${meaning.stance.sign}`, 0.5);
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
  setReplyFeatures(sentence, set);
  for (const [name, form] of forms)
    set(`form:${name}`, Number(form.test(meaning.text)) - Number(before !== null && form.test(before.text)));
  const pieces = piecesOf(folded);
  for (const piece of pieces) features.set(`${piecePrefix}${piece}`, 1 / Math.sqrt(Math.max(4, pieces.size)));
  return features;
}

/** What a writer changes who says nothing new. */
const forms: ReadonlyArray<readonly [string, RegExp]> = [
  ['picture', /\p{Extended_Pictographic}/u],
  ['loud', /[!！～~♪]/u],
  ['smile', /[:;]-?[)D(]|\^\^|哈|嘻|笑/u],
  ['chatty', /[哦哒啦呀呢嘛哟喔咯]|[よね][。！!～♪]|\b(?:yep|nope|yeah|haha|hiya|oops|btw|np)\b/iu],
  ['formal', /敬|谨|贵|请|予以|ございます|申し上げ|くださいませ|\b(?:kindly|regards|sincerely|please|dear)\b/iu],
];

/** What the reply as a whole did to its draft: who says nothing new says the same values, in as many words, otherwise. */
function setReplyFeatures({ meaning, reply }: ChangedSentence, set: (name: string, value: number) => void): void {
  const { drafted, sent, changed } = reply;
  set('whole:changed', Math.min(4, changed) / 4);
  if (drafted === null) return;
  set('whole:kept', keptShareOf(drafted.folded, sent.folded));
  set('whole:old', keptShareOf(sent.folded, drafted.folded));
  set('whole:grown', Math.max(-1, Math.min(1, Math.log2((sent.folded.length + 20) / (drafted.folded.length + 20)))));
  set('whole:sameValues', Number(haveSameValues(drafted, sent)));
  set('whole:samePolarity', Number(haveSamePolarity(drafted, sent)));
  set('whole:new', missingIn(sent.terms, drafted.terms).length / Math.max(1, sent.terms.size));
  set('whole:lost', missingIn(drafted.terms, sent.terms).length / Math.max(1, drafted.terms.size));
  set('part:new', missingIn(meaning.terms, drafted.terms).length / Math.max(1, meaning.terms.size));
  set(
    'part:newNumber',
    Number([...meaning.numbers].some((one) => !drafted.numbers.has(one)) && !holdsValues(meaning, drafted)),
  );
  set(
    'part:oldNumber',
    Number(meaning.numbers.size > 0 && [...meaning.numbers].every((one) => drafted.numbers.has(one))),
  );
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
