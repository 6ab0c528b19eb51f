import type { Language } from '#shared/model/basics.ts';
import type { LessonChange, LessonRelation, LessonType } from '#shared/model/lesson.ts';
import { detectLanguage } from '../../conversations/detect-language.ts';
import { type Sentence, sentencesOf } from '../../conversations/sentences.ts';
import { isCourtesy } from '../../conversations/courtesy.ts';
import { foldedInPlace } from '../../health/folded-text.ts';
import { wordsOf } from '../kept-share.ts';
import { type AlignedChange, alignedChanges } from './aligned-changes.ts';
import { type Meaning, type MeaningReader, isContained, meaningReader } from './meaning.ts';
import { type Customer, namedAs, ownDataFinder, withoutVocative } from './own-data.ts';
import { type TypeJudge, type Typed, isHolding, typeByModel } from './model/type-by-model.ts';
import type { SentenceVectors, WholeReply } from './model/typing-features.ts';
import { maySayWho, tellsOfTheirOwn } from './person-signs.ts';
import { scopeOf } from './scope-of.ts';
import { type Signals, weightOf } from './signals/signals.ts';
import { signalsOf } from './signals/signals-of.ts';
import { type Around, contentType, isCourteous } from './type-of-sentence.ts';

/** What an embedder made of a text; null where nothing was made of it. */
export type VectorOf = (text: string) => Float32Array | null;

export type AnswerEdit = {
  readonly question: string;
  /** What the draft had said; empty where it had nothing, or there was none. */
  readonly before: string;
  readonly after: string;
  readonly customer: Customer;
  /** Titles of the passages it was answered from. */
  readonly about: readonly string[];
  /** It is in another language than the draft: then there is nothing to compare it with. */
  readonly isForeign: boolean;
  /** It puts the draft into another language: what it says is typed, and is wording. */
  readonly isTranslation: boolean;
  /** Vectors of the embedder that the weights were fitted with; null: words alone tell. */
  readonly vectorOf: VectorOf | null;
  /** Left out: the fitted weights. */
  readonly judge?: TypeJudge | undefined;
};

export type TypedAnswer = {
  readonly changes: readonly LessonChange[];
  /** What may be kept of the answer: without what is this customer's alone; the draft's own words stand in its place. */
  readonly kept: string;
  /** The weightiest of its changes that hold for others; null where there is none. */
  readonly lesson: LessonChange | null;
};

/** What is longer is no sentence that can be read: it is kept nowhere. */
const longestSentence = 1_000;
const longestReply = 4_000;
/** A sentence after a kindness whose type is less sure is part of it. */
const looseBelow = 0.75;

type Reader = {
  readonly edit: AnswerEdit;
  readonly language: Language;
  readonly signals: Signals;
  readonly read: MeaningReader;
  readonly question: string;
  readonly isSorry: boolean;
  readonly marksIn: ReturnType<typeof ownDataFinder>;
  readonly isTheirName: (name: string) => boolean;
  /** Lines of what is theirs and goes over several: an address as on a letter. */
  readonly lines: readonly string[];
};

/** Every meaningful change of an answer with its type, and what of the answer may be kept. */
export function typedAnswer(edit: AnswerEdit): TypedAnswer {
  const language = detectLanguage(edit.after === '' ? edit.before : edit.after);
  const signals = signalsOf(language);
  const read = meaningReader(language, signals);
  const marksIn = ownDataFinder(edit.customer);
  const reader: Reader = {
    edit,
    language,
    signals,
    read,
    isSorry: signals.apology.test(foldedInPlace(edit.after.replaceAll('’', "'"))),
    question: foldedInPlace(edit.question),
    marksIn,
    isTheirName: namedAs(edit.customer),
    lines: linesOf(edit.after, marksIn(edit.after, signals)),
  };
  const aligned = edit.isForeign
    ? sentencesOf(edit.after).map((after): AlignedChange => ({ after, before: [], isKept: false }))
    : alignedChanges(edit.before, edit.after, reader.read);
  const changes: LessonChange[] = [];
  const kept: Sentence[] = [];
  const reply: WholeReply = {
    drafted: edit.before === '' || edit.isForeign ? null : read(edit.before.slice(0, longestReply)),
    sent: read(edit.after.slice(0, longestReply)),
    changed: aligned.filter(({ isKept }) => !isKept).length,
  };
  const judgements = aligned.map((one) => judged(reader, one, reply));
  aligned.forEach((one, i) => {
    const typed = shadowed(reader, aligned, judgements, i);
    if (typed !== null) changes.push(changeOf(reader, one, typed));
    const isAside = typed?.type === 'exception' || typed?.type === 'personal';
    const { sentence } = judgements[i] ?? { sentence: null };
    if (isAside) kept.push(...one.before.flatMap((old) => keptSentence(reader, old) ?? []));
    else if (sentence !== null) kept.push(sentence);
  });
  const holding = changes.filter(({ type }) => isHolding(type));
  const first = weightiest(holding);
  const isCorrection = holding.some(({ relation }) => relation === 'corrects');
  return {
    changes,
    kept: joined(kept),
    lesson: first === null || !isCorrection ? first : { ...first, relation: 'corrects' },
  };
}

type Judged = { readonly sentence: Sentence | null; readonly typed: Typed | null };

/** The sentence as it may be kept, and its type; null where it says nothing new. */
function judged(reader: Reader, { after, before, isKept }: AlignedChange, reply: WholeReply): Judged {
  const { edit, signals, read } = reader;
  const old = before.map(({ text }) => text).join(' ');
  if (after === null)
    return {
      sentence: null,
      typed: isPolite(reader, old) ? styled(0.9) : contentOf(reader, old.slice(0, longestSentence), ''),
    };
  if (isKept) return { sentence: keptSentence(reader, after), typed: null };
  if (after.text.length > longestSentence) return { sentence: null, typed: { type: 'exception', sure: 0 } };
  const text = withoutVocative(after.text, marks(reader, after.text));
  const sentence = { ...after, text };
  const hasMarks = marks(reader, text).length > 0 || tellsOfTheirOwn(text);
  if (isPolite(reader, text)) return { sentence: hasMarks ? null : sentence, typed: styled(0.9) };
  // What translates an answer is for everybody, as that is.
  if (edit.isTranslation && !hasMarks) return { sentence, typed: contentOf(reader, text, old) };
  if (old !== '' && wordsOf(old).join(' ') === wordsOf(text).join(' ')) return { sentence, typed: styled(1) };
  const added = addedTo(old, text);
  const typed = (edit.judge ?? typeByModel)(
    {
      meaning: read(added),
      before: old === '' ? null : read(old),
      question: reader.question,
      hasMarks,
      isSorry: reader.isSorry,
      isWritten: edit.before === '',
      reply,
      vectors: vectorsOf(edit, added),
    },
    signals,
  );
  const isAside = typed.type === 'exception' || typed.type === 'personal';
  // New words that tell nothing are small talk.
  const isNew = old === '' && edit.before !== '';
  if (
    isExclamation(text) &&
    weightOf(signals.policy, read(text).folded) + weightOf(signals.fact, read(text).folded) === 0
  )
    return { sentence: null, typed: isNew ? null : { type: 'personal', sure: 0.5 } };
  return { sentence: isAside || (isNew && typed.type === 'style') ? null : sentence, typed };
}

/** "Aww, a puppy!" */
function isExclamation(text: string): boolean {
  return /[!！][\s\p{Extended_Pictographic}]*$/u.test(text) && wordsOf(text).length <= 5 && !/\p{N}/u.test(text);
}

/** A drafted sentence as it may be kept: who is called by name in it stays out. */
function keptSentence(reader: Reader, sentence: Sentence): Sentence | null {
  const text = withoutVocative(sentence.text, marks(reader, sentence.text));
  return marks(reader, text).length > 0 || tellsOfTheirOwn(text) || !/[\p{L}\p{N}]/u.test(text)
    ? null
    : { ...sentence, text };
}

function vectorsOf({ vectorOf, question, before, after, isForeign }: AnswerEdit, text: string): SentenceVectors | null {
  if (vectorOf === null) return null;
  // All are asked for, so that who makes them ready learns of all.
  const [one, asked, sent] = [vectorOf(text), vectorOf(question), vectorOf(after)];
  const hasDraft = before !== '' && !isForeign;
  const drafted = hasDraft ? vectorOf(before) : null;
  if (one === null || asked === null || sent === null || (hasDraft && drafted === null)) return null;
  return { sentence: one, question: asked, sent, drafted };
}

/** Of a sentence that goes on after what was drafted, what is new. */
function addedTo(old: string, text: string): string {
  const bare = old.replace(/[\s.。!！?？,，、;；]+$/u, '');
  return bare !== '' && text.startsWith(bare) && text.length > bare.length + 3 ? text.slice(bare.length) : text;
}

/** What stands beside a kindness, and holds for nobody in general, tells how to get it. */
function shadowed(
  reader: Reader,
  aligned: readonly AlignedChange[],
  judgements: readonly Judged[],
  place: number,
): Typed | null {
  const typed = judgements[place]?.typed ?? null;
  const after = aligned[place]?.after ?? null;
  const isBeside = [place - 1, place + 1].some((i) => judgements[i]?.typed?.type === 'exception');
  if (!isBeside || typed === null || after === null || typed.sure >= looseBelow) return typed;
  if (!isHolding(typed.type)) return typed;
  const isGeneral = weightOf(reader.signals.general, reader.read(after.text).folded) >= 0.75;
  return isGeneral ? typed : { type: 'exception', sure: 0.5 };
}

/** What of the customer's stands in a sentence and not already in the draft, which is for everybody. */
function marks({ edit, signals, marksIn, lines, isTheirName }: Reader, text: string): ReturnType<Reader['marksIn']> {
  const own = marksIn(text, signals);
  const whole = lines.flatMap((line) => {
    const start = text.indexOf(line);
    const isNew = start >= 0 && own.every((one) => one.end <= start || one.start >= start + line.length);
    return isNew ? [{ start, end: start + line.length, kind: 'address' as const }] : [];
  });
  return [...own, ...whole]
    .filter(({ start, end, kind }) => {
      const value = text.slice(start, end);
      return !edit.before.includes(value) || (kind === 'name' && isTheirName(value));
    })
    .toSorted((a, b) => a.start - b.start);
}

function linesOf(text: string, spans: ReturnType<Reader['marksIn']>): readonly string[] {
  const pieces = spans.flatMap(({ start, end }) => text.slice(start, end).split('\n'));
  return pieces.length === spans.length ? [] : pieces.map((line) => line.trim()).filter((line) => line.length >= 3);
}

function contentOf({ read, signals, question }: Reader, text: string, old: string): Typed {
  const around: Around = { question, before: foldedInPlace(old) };
  return contentType(read(text), around, signals);
}

function isPolite({ signals }: Reader, text: string): boolean {
  return isCourtesy(text) || isCourteous(foldedInPlace(text.replaceAll('’', "'")), signals);
}

function styled(sure: number): Typed {
  return { type: 'style', sure: Math.min(1, sure) };
}

function changeOf(reader: Reader, { after, before }: AlignedChange, { type, sure }: Typed): LessonChange {
  const { edit, language, signals } = reader;
  const old = before.map(({ text }) => text).join(' ');
  const sent = after?.text ?? '';
  const isPersonal =
    type === 'personal' || (type === 'exception' ? maySayWho(sent, edit.before) : tellsOfTheirOwn(sent));
  const text = isPersonal ? '' : withoutMarks(reader, sent);
  const scope = scopeOf({
    type,
    text: isPersonal ? '' : text === '' ? old : text,
    about: isPersonal ? [] : edit.about.map((about) => withoutMarks(reader, about)),
    language: language === 'und' ? null : language,
    isOwn: (name) => reader.marksIn(name, signals).length > 0,
  });
  return {
    type,
    relation: relationOf(reader, type, old, sent),
    before: isPersonal || tellsOfTheirOwn(old) ? '' : withoutMarks(reader, old),
    after: text,
    // A kindness answers nobody: what names stand around it is nobody's to read.
    scope: type === 'exception' ? { ...scope, subjects: [] } : scope,
    sure: Math.round(sure * 100) / 100,
  };
}

function withoutMarks(reader: Reader, text: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of marks(reader, text)) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return (rest + text.slice(at)).trim();
}

function relationOf({ edit, read }: Reader, type: LessonType, old: string, text: string): LessonRelation {
  if (type === 'style' || edit.isTranslation) return 'wording';
  if (old === '') return 'adds';
  if (text === '') return 'corrects';
  const before: Meaning = read(old);
  return isContained(before, read(text)) ? 'adds' : 'corrects';
}

const weights: Partial<Record<LessonType, number>> = { policy: 1.2, procedure: 1.1, fact: 1 };

/** By how much it says, and how sure it is. */
function weightiest(changes: readonly LessonChange[]): LessonChange | null {
  const weigh = ({ type, after, before, sure }: LessonChange): number =>
    (weights[type] ?? 0) * sure * Math.sqrt(wordsOf(after === '' ? before : after).length);
  return changes.toSorted((a, b) => weigh(b) - weigh(a))[0] ?? null;
}

function joined(sentences: readonly Sentence[]): string {
  return sentences
    .map(
      ({ lead, text }, i) =>
        (i === 0 ? '' : lead === '' && !/[。！？]$/u.test(sentences[i - 1]?.text ?? '') ? ' ' : lead) + text,
    )
    .join('')
    .trim();
}
