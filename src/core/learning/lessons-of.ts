import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { orderNumbersIn } from '../drafting/order-evidence.ts';
import { answersByAsk, writtenAnswer } from './aligned-answers.ts';
import { keptShareOf, wordsOf } from './kept-share.ts';

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
 * customer alone (order number, address, telephone, the name) is kept; white space, punctuation, greeting and closing
 * teach nothing.
 */
export function lessonsOf(reply: SentReply): readonly Lesson[] {
  const { draft } = reply;
  if (draft === null || draft.text === '') return writtenLesson(reply);
  const sent = answersByAsk(draft.sentences, reply.text);
  const lessons: Lesson[] = [];
  draft.asks.forEach((ask, i) => {
    const own = draft.sentences.filter((sentence) => sentence.ask === i);
    const evidence = ask.evidence === null ? null : (draft.evidence[ask.evidence] ?? null);
    if (own.length === 0 || evidence?.kind === 'order') return;
    const before = own
      .map((sentence, k) => (k === 0 ? '' : sentence.lead) + (sentence.part === 'gap' ? '' : sentence.text))
      .join('');
    const answer = withoutPersonalSentences(sent.get(i) ?? '', reply.customerName);
    if (answer === '' || isSameWording(before, answer)) return;
    const isCorrection = evidence !== null && keptShareOf(before, answer) >= correctionFrom;
    lessons.push({
      question: rememberedQuestion(ask.context, reply.customerName),
      answer,
      before,
      changed: isCorrection ? evidence : null,
    });
  });
  return lessons;
}

function writtenLesson(reply: SentReply): readonly Lesson[] {
  const asked = reply.draft === null ? reply.asked : reply.draft.asks.map((ask) => ask.context);
  const question = rememberedQuestion([...new Set(asked)].join(' '), reply.customerName);
  const answer = withoutPersonalSentences(
    writtenAnswer(reply.text, reply.greetings, reply.closings),
    reply.customerName,
  );
  return question === '' || answer === '' ? [] : [{ question, answer, before: '', changed: null }];
}

const longestQuestion = 600;

/** What was asked, with what tells what it is about, and without what tells who asked it. */
function rememberedQuestion(context: string, customerName: string): string {
  const names = customerName.split(/\s+/).filter((part) => [...part].length >= 2);
  let question = context.replace(new RegExp(contact, 'gu'), ' ');
  for (const number of orderNumbersIn(question)) if (isOrderNumber(number)) question = question.replaceAll(number, ' ');
  for (const name of names) question = question.replaceAll(name, ' ');
  return [...question.replace(/\s+/g, ' ').trim()].slice(0, longestQuestion).join('').trim();
}

/** "HL-10423" names one customer's order; "2024" or "500" may be a year or a weight. */
function isOrderNumber(number: string): boolean {
  return /\d{4,}/.test(number) && /\D/.test(number);
}

function isSameWording(before: string, after: string): boolean {
  return wordsOf(before).join(' ') === wordsOf(after).join(' ');
}

const contact = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+|(?:\+|\b00)\d[\d\s().-]{6,}\d|\b\d{3,4}[-\s]\d{3,4}[-\s]\d{3,4}\b/u;

/** The answer without sentences that speak of this customer alone. */
function withoutPersonalSentences(answer: string, customerName: string): string {
  const names = customerName.split(/\s+/).filter((part) => [...part].length >= 2);
  return sentencesOf(answer)
    .filter(({ text }) => !contact.test(text))
    .filter(({ text }) => !orderNumbersIn(text).some(isOrderNumber))
    .filter(({ text }) => !names.some((name) => text.toLowerCase().includes(name.toLowerCase())))
    .map((sentence, i) => (i === 0 ? '' : sentence.lead) + sentence.text)
    .join('')
    .trim();
}
