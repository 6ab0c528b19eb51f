import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { SaidLine, ThreadSummary } from '#shared/model/writing-tool.ts';
import { asksOf, isAsk } from '../../conversations/asks.ts';
import { isCourtesy } from '../../conversations/courtesy.ts';
import { sentencesOf } from '../../conversations/sentences.ts';
import { withoutSignature } from '../../conversations/sign-off.ts';
import { waitingMessages } from '../../conversations/waiting-messages.ts';
import { markedNumbersIn } from '../../drafting/order-numbers.ts';
import { dateValues } from '../../health/calendar-values.ts';
import { foldedInPlace } from '../../health/folded-text.ts';
import { isPadding } from './shorten-text.ts';

/** Lines a part of a summary has at most; of more, the first and the newest. */
const mostLines = 8;
const longestLine = 400;
const mostNumbers = 10;

/** What a message says that is new in it. */
export function saidIn(message: Message): string {
  return message.question === '' ? message.text : message.question;
}

/** A line of a summary, with who said it. */
export function lineOf(message: Message, conversation: Pick<Conversation, 'customerName'>, text: string): SaidLine {
  const from = message.role === 'customer' ? 'customer' : 'shop';
  const name = message.authorName || (from === 'customer' ? conversation.customerName : '');
  return { text, from, name, at: message.sentAt };
}

/**
 * A thread in short, without a model: the sentences that ask, those of the shop that answer, and what was asked since,
 * each as it stands. What machines sent is left out.
 */
export function extractedSummary(
  conversation: Pick<Conversation, 'customerName'>,
  messages: readonly Message[],
): Omit<ThreadSummary, 'by' | 'problems'> {
  const said = messages.filter(({ automatic }) => automatic === null);
  const waiting = new Set(waitingMessages(said).map(({ id }) => id));
  const lines = (of: (message: Message) => readonly string[]): SaidLine[] =>
    few(said.flatMap((message) => of(message).map((text) => lineOf(message, conversation, cut(text)))));
  const asksOfCustomer = (message: Message): readonly string[] =>
    message.role === 'customer' ? askedIn(saidIn(message)) : [];
  return {
    asked: lines((message) => (waiting.has(message.id) ? [] : asksOfCustomer(message))),
    answered: lines((message) => (message.role === 'agent' ? tellingSentences(saidIn(message)) : [])),
    open: lines((message) => (waiting.has(message.id) ? asksOfCustomer(message) : [])),
    ...numbersOf(said),
  };
}

/** What a message asks; a question about nothing but a number counts here, too. */
function askedIn(text: string): readonly string[] {
  const asks = asksOf(text).map((ask) => ask.text);
  if (asks.length > 0) return asks;
  return sentencesOf(text).flatMap((sentence) =>
    isAsk(sentence.text) && !isCourtesy(sentence.text) ? [sentence.text] : [],
  );
}

/** The order numbers and dates that a thread names, as they are written, each once. */
export function numbersOf(messages: readonly Message[]): Pick<ThreadSummary, 'orderNumbers' | 'dates'> {
  const orderNumbers = new Set<string>();
  const dates = new Set<string>();
  for (const message of messages) {
    const text = saidIn(message);
    for (const number of markedNumbersIn(text)) orderNumbers.add(number);
    for (const { start, end } of dateValues(foldedInPlace(text)).values)
      dates.add(text.slice(start, end).trim().replace(/\.$/, ''));
  }
  return { orderNumbers: [...orderNumbers].slice(0, mostNumbers), dates: [...dates].slice(0, mostNumbers) };
}

/** The sentences of a reply that say something: no greeting, no courtesy, no signature, no padding. */
function tellingSentences(text: string): readonly string[] {
  const sentences = sentencesOf(text).map((sentence) => sentence.text);
  return withoutSignature(sentences, isAsk).filter(
    (sentence, i) => !isCourtesy(sentence) && !isGreeting(sentence, i) && !isPadding(sentence),
  );
}

function isGreeting(sentence: string, i: number): boolean {
  return i === 0 && /^(?:hi|hello|hey|dear)\b.{0,40},$|您好[，,！!]?$|様$/iu.test(sentence);
}

function cut(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length > longestLine ? `${characters.slice(0, longestLine).join('')}…` : characters.join('');
}

/** The first line tells what it began with, the newest where it stands. */
export function few(lines: readonly SaidLine[]): SaidLine[] {
  return lines.length <= mostLines ? [...lines] : [...lines.slice(0, 1), ...lines.slice(1 - mostLines)];
}
