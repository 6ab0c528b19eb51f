import { isForeign } from '#shared/answer-language.ts';
import type { Language } from '#shared/model/basics.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { asksOrderStatus } from '../drafting/order-asks.ts';
import { asksStock } from '../drafting/product-evidence.ts';
import { answersByAsk, writtenAnswer } from './aligned-answers.ts';
import { isHoldingReply } from './holding-reply.ts';
import { keptShareOf, wordsOf } from './kept-share.ts';
import type { Glosses } from '../ports/glosses.ts';
import { personalMarks, withoutPersonalMarks } from './personal-marks.ts';
import { isTranslation, isWholeTranslation, translatedByAsk } from './translation.ts';

/** What an edit teaches for one ask. */
export type Lesson = {
  readonly question: string;
  readonly answer: string;
  /** What the draft had said for it; empty where it was silent. */
  readonly before: string;
  /** The passage whose answer was changed; null where there was none, or the answer was replaced by another. */
  readonly changed: Evidence | null;
  /** The answer's, where the draft had answered in another than the customer's; left out: as it reads. */
  readonly language?: Language;
};

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
};

/** With less than this kept, the agent has given another answer rather than corrected this one. */
const correctionFrom = 0.25;

/**
 * The lessons of a reply, by the difference between what was drafted and what was sent. Nothing that belongs to this
 * customer alone (order number, address, telephone, the name, how their order stands) is kept; white space, punctuation, greeting and closing
 * teach nothing.
 */
export function lessonsOf(reply: SentReply): readonly Lesson[] {
  const { draft } = reply;
  if (draft === null || draft.text === '') return writtenLesson(reply);
  const sent = isWholeTranslation(draft, reply.text)
    ? translatedByAsk(draft.sentences, bodyOf(reply))
    : answersByAsk(draft.sentences, reply.text);
  const lessons: Lesson[] = [];
  // What is written into one gap may stand in the next: beside an order's none teaches anything.
  const hasFactGap = draft.asks.some((ask) => ask.evidence === null && asksForFact(ask.text));
  draft.asks.forEach((ask, i) => {
    const own = draft.sentences.filter((sentence) => sentence.ask === i);
    const evidence = ask.evidence === null ? null : (draft.evidence[ask.evidence] ?? null);
    const isFact = evidence?.kind === 'order' || evidence?.kind === 'product' || asksForFact(ask.text);
    if (own.length === 0 || isFact || (evidence === null && hasFactGap)) return;
    const before = own
      .map((sentence, k) => (k === 0 ? '' : sentence.lead) + (sentence.part === 'gap' ? '' : sentence.text))
      .join('');
    const answer = withoutPersonalSentences(sent.get(i) ?? '', reply.customerName, before);
    if (isSameWording(before, answer)) return;
    const language = evidence === null ? null : languageOfAnswer(draft, evidence, answer);
    const isTranslated = language !== null && language !== evidence?.language;
    const saysTheSame = isTranslated
      ? isTranslation(reply.glosses, before, answer)
      : keptShareOf(before, answer) >= correctionFrom;
    // What was told of an entry in part is one of many things it says: another wording of it is no other entry.
    const isCorrection = evidence !== null && evidence.isExcerpt !== true && saysTheSame;
    lessons.push({
      question: rememberedQuestion(ask.context, reply.customerName),
      answer,
      before,
      changed: isCorrection ? evidence : null,
      ...(language === null ? {} : { language }),
    });
  });
  return lessons.filter(isTeachable);
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

function writtenLesson(reply: SentReply): readonly Lesson[] {
  const asked = reply.draft === null ? reply.asked : reply.draft.asks.map((ask) => ask.context);
  if (asked.some((context) => sentencesOf(context).some(({ text }) => asksForFact(text)))) return [];
  const question = rememberedQuestion([...new Set(asked)].join(' '), reply.customerName);
  const answer = withoutPersonalSentences(bodyOf(reply), reply.customerName, '');
  return [{ question, answer, before: '', changed: null }].filter(isTeachable);
}

/** Whether the answer is a fact of one customer's order, or of one moment's stock. */
function asksForFact(text: string): boolean {
  return asksOrderStatus(text) || asksStock(text);
}

function isTeachable({ question, answer }: Lesson): boolean {
  const saysSomething = /[\p{L}\p{N}]/u.test(question) && /[\p{L}\p{N}]/u.test(answer);
  return saysSomething && answer.length <= longestAnswer && !isHoldingReply(answer);
}

const longestQuestion = 600;
/** What a learned item can hold. */
const longestAnswer = 20_000;

/** What was asked, with what tells what it is about, and without what tells who asked it. */
function rememberedQuestion(context: string, customerName: string): string {
  const question = withoutPersonalMarks(context, customerName).replace(/\s+/g, ' ').trim();
  return [...question].slice(0, longestQuestion).join('').trim();
}

function isSameWording(before: string, after: string): boolean {
  return wordsOf(before).join(' ') === wordsOf(after).join(' ');
}

/** The answer without sentences that speak of this customer alone. What the draft had said already is for everybody. */
function withoutPersonalSentences(answer: string, customerName: string, before: string): string {
  return sentencesOf(answer)
    .filter(({ text }) => personalMarks(text, customerName).every((mark) => before.includes(mark)))
    .map((sentence, i) => (i === 0 ? '' : sentence.lead) + sentence.text)
    .join('')
    .trim();
}
