import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { asksOrderStatus } from '../drafting/order-asks.ts';
import { asksStock } from '../drafting/product-evidence.ts';
import { answersByAsk, writtenAnswer } from './aligned-answers.ts';
import { isHoldingReply } from './holding-reply.ts';
import { keptShareOf, wordsOf } from './kept-share.ts';
import { personalMarks, withoutPersonalMarks } from './personal-marks.ts';

/** What an edit teaches for one ask. */
export type Lesson = {
  readonly question: string;
  readonly answer: string;
  /** What the draft had said for it; empty where it was silent. */
  readonly before: string;
  /** The passage whose answer was changed; null where there was none, or the answer was replaced by another. */
  readonly changed: Evidence | null;
};

export type SentReply = {
  readonly text: string;
  readonly draft: Draft | null;
  /** What was asked, where there is no draft. */
  readonly asked: readonly string[];
  readonly customerName: string;
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
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
  const sent = answersByAsk(draft.sentences, reply.text);
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
    // What was told of an entry in part is one of many things it says: another wording of it is no other entry.
    const isCorrection =
      evidence !== null && evidence.isExcerpt !== true && keptShareOf(before, answer) >= correctionFrom;
    lessons.push({
      question: rememberedQuestion(ask.context, reply.customerName),
      answer,
      before,
      changed: isCorrection ? evidence : null,
    });
  });
  return lessons.filter(isTeachable);
}

function writtenLesson(reply: SentReply): readonly Lesson[] {
  const asked = reply.draft === null ? reply.asked : reply.draft.asks.map((ask) => ask.context);
  if (asked.some((context) => sentencesOf(context).some(({ text }) => asksForFact(text)))) return [];
  const question = rememberedQuestion([...new Set(asked)].join(' '), reply.customerName);
  const answer = withoutPersonalSentences(
    writtenAnswer(
      reply.text,
      reply.greetings.map((greeting) => greeting.replaceAll('{name}', () => reply.customerName)),
      reply.closings,
    ),
    reply.customerName,
    '',
  );
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
