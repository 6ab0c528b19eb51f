import { isForeign } from '#shared/answer-language.ts';
import type { Language } from '#shared/model/basics.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { LessonChange } from '#shared/model/lesson.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { asksOrderStatus } from '../drafting/order-asks.ts';
import { asksStock } from '../drafting/product-evidence.ts';
import { answersByAsk, writtenAnswer } from './aligned-answers.ts';
import { isHoldingReply } from './holding-reply.ts';
import { keptShareOf, wordsOf } from './kept-share.ts';
import type { Glosses } from '../ports/glosses.ts';
import { isTranslation, isWholeTranslation, translatedByAsk } from './translation.ts';
import type { KnownPersonalData } from '../privacy/personal-data.ts';
import { customerQuestion } from './typing/customer-question.ts';
import { type Customer, withoutTheirName } from './typing/own-data.ts';
import { maySayWho, tellsOfTheirOwn } from './typing/person-signs.ts';
import { type TypeJudge, isHolding } from './typing/model/type-by-model.ts';
import { type TypedAnswer, type VectorOf, typedAnswer } from './typing/typed-answer.ts';

/** What an edit teaches for one ask: a fact, a policy or a procedure. `type` and its like are those of its weightiest change. */
export type Lesson = Pick<LessonChange, 'type' | 'relation' | 'scope' | 'sure'> & {
  readonly question: string;
  readonly answer: string;
  /** What the draft had said for it; empty where it was silent. */
  readonly before: string;
  /** The passage whose answer was changed; null where there was none, or the answer was replaced by another. */
  readonly changed: Evidence | null;
  /** The subjects that its ask was known to be about; left out: none. */
  readonly about?: readonly string[];
  /** The answer's, where the draft had answered in another than the customer's; left out: as it reads. */
  readonly language?: Language;
  /** All that was changed, wording and what was set aside as well. */
  readonly changes: readonly LessonChange[];
};

/** What an edit shows and does not teach: wording, a one-off, what belongs to the customer (without its text). */
export type ChangeAside = LessonChange & { readonly question: string; readonly evidence: Evidence | null };

export type ReadReply = { readonly lessons: readonly Lesson[]; readonly aside: readonly ChangeAside[] };

export type SentReply = {
  readonly text: string;
  readonly draft: Draft | null;
  /** What was asked, where there is no draft. */
  readonly asked: readonly string[];
  readonly customerName: string;
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  /** Null: translations are not known as such. */
  readonly glosses: Glosses | null;
  /** What the customer wrote in the thread: what is personal in it is kept nowhere. Left out: what was asked. */
  readonly said?: readonly string[];
  /** What the desk knows of the customer by their orders. Left out: nothing. */
  readonly known?: KnownPersonalData;
  /** Left out: words alone tell the types. */
  readonly vectorOf?: VectorOf | null;
  /** A text in the house's own words; left out: it has none. */
  readonly inHouseWords?: (text: string) => string;
  /** What tells the types, for those who fit it; left out: the fitted weights. */
  readonly judge?: TypeJudge | undefined;
};

/** With less than this kept, the agent has given another answer rather than corrected this one. */
const correctionFrom = 0.25;

/**
 * The lessons of a reply, by the difference between what was drafted and what was sent. Nothing that belongs to this
 * customer alone (order number, address, telephone, the name, how their order stands) or was granted to them alone is
 * kept; white space, punctuation, greeting, closing and other words for the same teach nothing.
 */
export function lessonsOf(reply: SentReply): readonly Lesson[] {
  return readReply(reply).lessons;
}

/** The same with what was set aside: evidence of style, one-offs. */
export function readReply(reply: SentReply): ReadReply {
  const { draft } = reply;
  if (draft === null || draft.text === '') return writtenLesson(reply);
  const sent = isWholeTranslation(draft, reply.text)
    ? translatedByAsk(draft.sentences, bodyOf(reply))
    : answersByAsk(draft.sentences, reply.text);
  // What is written into one gap may stand in the next: beside an order's none teaches anything.
  const hasFactGap = draft.asks.some((ask) => ask.evidence === null && asksForFact(ask.text));
  const read = draft.asks.map((ask, i): ReadReply => {
    const own = draft.sentences.filter((sentence) => sentence.ask === i);
    const evidence = ask.evidence === null ? null : (draft.evidence[ask.evidence] ?? null);
    const isFact = evidence?.kind === 'order' || evidence?.kind === 'product' || asksForFact(ask.text);
    if (own.length === 0 || (evidence === null && hasFactGap)) return nothing;
    const before = own
      .map((sentence, k) => (k === 0 ? '' : sentence.lead) + (sentence.part === 'gap' ? '' : sentence.text))
      .join('');
    const read = readAnswer(reply, {
      draft,
      context: ask.context,
      about: ask.about ?? [],
      evidence,
      before,
      after: sent.get(i) ?? '',
    });
    return isFact ? asTheirs(read) : read;
  });
  return { lessons: read.flatMap(({ lessons }) => lessons), aside: read.flatMap(({ aside }) => aside) };
}

/** What answers for one customer's order, or for one moment's stock, is theirs, however it is worded. */
function asTheirs({ lessons, aside }: ReadReply): ReadReply {
  const [first] = [
    ...aside,
    ...lessons.flatMap(({ question, changes }) => changes.map((one) => ({ ...one, question }))),
  ];
  if (first === undefined) return nothing;
  const scope = { subjects: [], channels: [], languages: [], groups: [] };
  const texts = { question: '', before: '', after: '', evidence: null, scope };
  return { lessons: [], aside: [{ ...first, ...texts, type: 'personal', relation: 'adds', sure: 1 }] };
}

type AskedAnswer = {
  readonly draft: Draft | null;
  readonly context: string;
  readonly about: readonly string[];
  readonly evidence: Evidence | null;
  readonly before: string;
  readonly after: string;
};

function readAnswer(reply: SentReply, { draft, context, about, evidence, before, after }: AskedAnswer): ReadReply {
  if (after.length > longestAnswer) return nothing;
  const customer = customerOf(reply);
  const question = customerQuestion(context, customer);
  const foreign = draft === null || evidence === null ? null : languageOfAnswer(draft, evidence, after);
  const isTranslated = foreign !== null && foreign !== evidence?.language;
  const typed = typedAnswer({
    question: context,
    before,
    after,
    customer,
    about: evidence === null ? [question] : [question, evidence.question],
    isForeign: isTranslated,
    isTranslation: isTranslated && isTranslation(reply.glosses, before, after),
    vectorOf: reply.vectorOf ?? null,
    judge: reply.judge,
  });
  const answer = typed.kept;
  const aside = typed.changes.flatMap((change) =>
    isHolding(change.type) ? [] : [{ ...change, question: askedOf(change, question, evidence), evidence }],
  );
  const housed = reply.inHouseWords ?? ((text: string): string => text);
  // A word that the house says otherwise is replaced in every draft, and corrects no entry.
  if (typed.lesson === null || isSameWording(housed(before), housed(answer))) return { lessons: [], aside };
  const saysTheSame = isTranslated
    ? isTranslation(reply.glosses, before, answer)
    : keptShareOf(before, answer) >= correctionFrom;
  // What was told of an entry in part is one of many things it says: another wording of it is no other entry.
  const isCorrection = evidence !== null && evidence.isExcerpt !== true && saysTheSame;
  const lesson: Lesson = {
    question,
    answer,
    before: tellsOfTheirOwn(before) ? '' : withoutTheirName(before, customer),
    changed: isCorrection ? evidence : null,
    ...(about.length === 0 ? {} : { about }),
    ...(foreign === null ? {} : { language: foreign }),
    ...typeOf(typed.lesson),
    changes: typed.changes,
  };
  return { lessons: [lesson].filter(isTeachable), aside };
}

/** What a kindness was asked for, where that does not say by whom; what belongs to the customer was asked by them alone. */
function askedOf({ type }: LessonChange, question: string, evidence: Evidence | null): string {
  if (type === 'personal') return '';
  if (type !== 'exception' || !maySayWho(question, '')) return question;
  return evidence?.question ?? '';
}

const nothing: ReadReply = { lessons: [], aside: [] };

function typeOf({
  type,
  relation,
  scope,
  sure,
}: NonNullable<TypedAnswer['lesson']>): Pick<Lesson, 'type' | 'relation' | 'scope' | 'sure'> {
  return { type, relation, scope, sure };
}

function customerOf({ customerName, said, asked, draft, known }: SentReply): Customer {
  return {
    ...(known === undefined ? {} : { known }),
    name: customerName,
    said: said ?? [...asked, ...(draft?.asks ?? []).map(({ context }) => context)],
  };
}

/** Null where the draft had answered in the customer's language. */
function languageOfAnswer(draft: Draft, evidence: Evidence, answer: string): Language | null {
  if (!isForeign(evidence, draft.language)) return null;
  return detectLanguage(answer) === evidence.language ? evidence.language : draft.language;
}

/** What a reply says beside what the store says in every letter. */
function bodyOf({ text, customerName, greetings, closings }: SentReply): string {
  const openings = greetings.map((greeting) => greeting.replaceAll('{name}', () => customerName));
  return writtenAnswer(text, openings, closings);
}

function writtenLesson(reply: SentReply): ReadReply {
  const asked = reply.draft === null ? reply.asked : reply.draft.asks.map((ask) => ask.context);
  if (asked.some((context) => sentencesOf(context).some(({ text }) => asksForFact(text)))) return nothing;
  const context = [...new Set(asked)].join(' ');
  const about = [...new Set((reply.draft?.asks ?? []).flatMap((ask) => ask.about ?? []))];
  return readAnswer(reply, { draft: null, context, about, evidence: null, before: '', after: bodyOf(reply) });
}

/** Whether the answer is a fact of one customer's order, or of one moment's stock. */
function asksForFact(text: string): boolean {
  return asksOrderStatus(text) || asksStock(text);
}

function isTeachable({ question, answer }: Lesson): boolean {
  const saysSomething = /[\p{L}\p{N}]/u.test(question) && /[\p{L}\p{N}]/u.test(answer);
  return saysSomething && answer.length <= longestAnswer && !isHoldingReply(answer);
}

/** What a learned item can hold. */
const longestAnswer = 20_000;

function isSameWording(before: string, after: string): boolean {
  return wordsOf(before).join(' ') === wordsOf(after).join(' ');
}
