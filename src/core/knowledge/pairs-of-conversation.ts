import type { AutomaticKind } from '#shared/model/conversation.ts';
import { type AskedPart, asksOf } from '../conversations/asks.ts';
import { bareSubjectOf, isReplySubject } from '../conversations/fold-messages.ts';
import { isCourtesy } from '../conversations/courtesy.ts';
import { leansOnEarlier } from '../conversations/leaning.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { asksOrderStatus } from '../drafting/order-asks.ts';
import { asksStock } from '../drafting/product-evidence.ts';
import { isHoldingReply } from '../learning/holding-reply.ts';
import { personalMarks, withoutPersonalMarks } from '../learning/personal-marks.ts';
import { askedTerms, termsOf } from '../retrieval/terms.ts';
import { isAskingBack, isCustomersMatter, namesAddress, withoutAddresses } from './customer-matter.ts';
import { letterBody } from './letter-body.ts';

/** One message of a past conversation, whoever kept it. */
export type PastMessage = {
  readonly role: 'customer' | 'agent';
  /** Everything there is to read, quotes and signature included. */
  readonly text: string;
  readonly automatic: AutomaticKind | null;
  /** ms UTC. */
  readonly sentAt: number;
};

export type PastConversation = {
  /** What names it within its source: the conversation's id, or the first mail's Message-ID. */
  readonly key: string;
  /** 1-based, as it stands in its source. */
  readonly row: number;
  readonly subject: string;
  readonly customerName: string;
  /** In any order. */
  readonly messages: readonly PastMessage[];
};

/** What a store says in every letter: greetings (`{name}` in them stands for the customer's) and closings. */
export type LetterPhrases = { readonly greetings: readonly string[]; readonly closings: readonly string[] };

/** A question and what an agent answered, made fit for everybody; or why it is not. */
export type PastPair = {
  /** The conversation's key, with a number where it holds several. */
  readonly key: string;
  readonly row: number;
  readonly question: string;
  /** Empty where it was refused. */
  readonly answer: string;
  /** When it was answered, ms UTC. */
  readonly at: number;
  readonly refusal: 'no_answer' | 'personal' | 'too_long' | null;
  /** Something was left out, or several questions share the answer. */
  readonly isUnsure: boolean;
};

const mostMessages = 200;
const longestMessage = 20_000;
const longestQuestion = 600;
/** A longer answer is a document that was sent. */
const longestAnswer = 6_000;

/**
 * The questions of a conversation that an agent answered. What only promises, asks back, or is one customer's matter
 * answers nobody else: those sentences are left out, and a pair that would lose its answer with them is refused.
 * `endings`: lines that stand under most of the store's letters.
 */
export function pairsOfConversation(
  conversation: PastConversation,
  phrases: LetterPhrases,
  endings?: ReadonlySet<string>,
): readonly PastPair[] {
  const named = {
    ...phrases,
    greetings: phrases.greetings.map((one) => one.replaceAll('{name}', () => conversation.customerName)),
  };
  const exchanges = exchangesOf(conversation).flatMap((exchange) => {
    const body = exchange.replies
      .map(({ text }) => letterBody(text.slice(0, longestMessage), named, endings))
      .filter((one) => one !== '')
      .join('\n\n');
    return pairsOfExchange(exchange, body, conversation.customerName);
  });
  return exchanges.map((pair, index) => ({
    ...pair,
    key: index === 0 ? conversation.key : `${conversation.key}#${index + 1}`,
    row: conversation.row,
  }));
}

type Exchange = {
  readonly asks: readonly AskedPart[];
  readonly replies: readonly PastMessage[];
};

/** What was asked, and everything said to it: a customer who only says thanks, or answers a question back, still waits for the same. */
function exchangesOf({ subject, messages }: PastConversation): readonly Exchange[] {
  const spoken = messages
    .filter(({ automatic }) => automatic === null)
    .toSorted((left, right) => left.sentAt - right.sentAt)
    .slice(0, mostMessages);
  const exchanges: Exchange[] = [];
  let asks: AskedPart[] = [];
  let replies: PastMessage[] = [];
  const close = (): void => {
    if (asks.length > 0 && replies.length > 0) exchanges.push({ asks, replies });
    asks = [];
    replies = [];
  };
  for (const message of spoken) {
    if (message.role === 'agent') {
      replies.push(message);
      continue;
    }
    const text = newTextOf(message.text.slice(0, longestMessage));
    const isFollowing = replies.length > 0;
    if (isFollowing && replies.every(isOnlyHolding)) replies = [];
    else if (isFollowing && isThanks(text)) continue;
    else if (isFollowing) close();
    const opening = exchanges.length === 0 && asks.length === 0 ? subjectFor(subject) : '';
    asks.push(...asksOf(text).map((ask, i) => (i === 0 ? withSubject(ask, opening) : ask)));
  }
  close();
  return exchanges;
}

function isOnlyHolding({ text }: PastMessage): boolean {
  const body = letterBody(text.slice(0, longestMessage), { greetings: [], closings: [] });
  const isIdle = (one: string): boolean =>
    isAskingBack(one) || isHoldingReply(one) || isApology(one) || isCourtesy(one);
  return isHoldingReply(body) || sentencesOf(body).every((one) => isIdle(one.text));
}

function isThanks(text: string): boolean {
  return sentencesOf(text).every((sentence) => isCourtesy(sentence.text));
}

/** "Copper kettle" above "How heavy is it?": what the question leans on, unless it says so itself. */
function withSubject(ask: AskedPart, subject: string): AskedPart {
  const said = new Set(termsOf(ask.withContext));
  const isTelling = subject !== '' && askedTerms(subject).some((term) => !said.has(term));
  return isTelling && leansOnEarlier(ask.text) ? { ...ask, withContext: `${subject} ${ask.withContext}` } : ask;
}

/** A subject that says more than that it is a question; without what replying puts before it. */
function subjectFor(subject: string): string {
  const bare = subject.trim();
  const isEmpty =
    bare === '' ||
    /^(?:(?:a |my |your )?(?:question|enquiry|inquiry|help|hello|hi|order|contact(?: form)?|message|support|no subject|customer message)\b.{0,12}|(?:咨询|问题|你好|您好|求助)|(?:お問い?合わせ|質問|ご質問).{0,8}|\(.*\))$/iu.test(
      bare,
    );
  if (isEmpty || isReplySubject(bare) || bareSubjectOf(bare).length > 150) return '';
  return /[.?!。？！]$/u.test(bare) ? bare : `${bare}.`;
}

type Answered = Omit<PastPair, 'key' | 'row'>;

function pairsOfExchange({ asks, replies }: Exchange, body: string, customerName: string): readonly Answered[] {
  const at = replies.at(-1)?.sentAt ?? 0;
  const unique = [...new Map(asks.map((ask) => [ask.text, ask])).values()];
  const parts = alignedParts(unique, body);
  return parts.map(({ asked, answer, isSure }) => {
    const question = questionOf(asked, customerName);
    const refused = (refusal: NonNullable<PastPair['refusal']>): Answered => ({
      question,
      answer: '',
      at,
      refusal,
      isUnsure: false,
    });
    const asking = asked.flatMap((ask) => sentencesOf(`${ask.text}\n${ask.withContext}`));
    if (asking.some(({ text }) => asksOrderStatus(text) || asksStock(text))) return refused('personal');
    if (answer.length > longestAnswer) return refused('too_long');
    const kept = generalSentences(answer, customerName);
    if (kept.text === '') return refused(kept.isPersonal ? 'personal' : 'no_answer');
    if (!/[\p{L}\p{N}]/u.test(question)) return refused('no_answer');
    // What is left of an answer that was mostly something else leans on what was taken away.
    if (kept.share < 0.5) return refused(kept.isPersonal ? 'personal' : 'no_answer');
    return { question, answer: kept.text, at, refusal: null, isUnsure: !isSure || kept.share < 1 };
  });
}

type Kept = { readonly text: string; readonly isPersonal: boolean; readonly share: number };

/** The sentences that answer anybody. */
function generalSentences(answer: string, customerName: string): Kept {
  const sentences = sentencesOf(answer);
  const telling = sentences.filter(({ text }) => !isCourtesy(text) && !isApology(text));
  const isPersonal = (text: string): boolean =>
    personalMarks(text, customerName).length > 0 || isCustomersMatter(text) || namesAddress(text);
  const isIdle = (text: string): boolean => isHoldingReply(text) || isAskingBack(text);
  const kept = sentences.filter(({ text }) => !isPersonal(text) && !isIdle(text) && !isApology(text));
  const said = kept.filter(({ text }) => !isCourtesy(text));
  const all = said.reduce((sum, { text }) => sum + text.length, 0);
  const whole = telling.reduce((sum, { text }) => sum + text.length, 0);
  const text =
    said.length === 0
      ? ''
      : kept
          .map(({ lead, text: one }, i) => (i === 0 ? '' : lead) + one)
          .join('')
          .trim();
  return { text, isPersonal: telling.some((one) => isPersonal(one.text)), share: whole === 0 ? 0 : all / whole };
}

/** "I'm sorry to hear that." answers nothing, and is said in every letter. */
function isApology(sentence: string): boolean {
  return /^(?:(?:i(?:'m| am)|we(?:'re| are))?\s?(?:so |very |really |terribly )?sorry\b|(?:my |our |please accept (?:my |our )?)?(?:sincere )?apolog)[^,;]{0,90}[.!]$|^(?:非常|很|十分)?(?:抱歉|对不起|不好意思)[^，。]{0,24}[。！!]?$|^[^。]{0,30}(?:申し訳(?:ございません|ありません)|お詫び(?:申し上げ|いた)[^。]{0,6})(?:でした)?[。]?$/iu.test(
    sentence.normalize('NFKC').replace(/[‘’]/gu, "'").trim(),
  );
}

type Part = { readonly asked: readonly AskedPart[]; readonly answer: string; readonly isSure: boolean };

/** Several questions in one letter: where the answer has as many paragraphs and each is nearest to its question, they are pairs. */
function alignedParts(asks: readonly AskedPart[], body: string): readonly Part[] {
  const paragraphs = body.split(/\n\s*\n/u).filter((one) => one.trim() !== '');
  if (asks.length < 2 || paragraphs.length !== asks.length)
    return [{ asked: asks, answer: body, isSure: asks.length < 2 }];
  const shared = (ask: AskedPart, paragraph: string): number => {
    const said = new Set(termsOf(paragraph));
    return askedTerms(ask.text).filter((term) => said.has(term)).length;
  };
  const isInOrder = asks.every((ask, i) => {
    const own = shared(ask, paragraphs[i] ?? '');
    return own > 0 && paragraphs.every((paragraph, k) => k === i || shared(ask, paragraph) < own);
  });
  if (!isInOrder) return [{ asked: asks, answer: body, isSure: false }];
  return asks.map((ask, i) => ({ asked: [ask], answer: paragraphs[i] ?? '', isSure: true }));
}

/** The asks with what they lean on, each sentence once, without what tells who asked. */
function questionOf(asks: readonly AskedPart[], customerName: string): string {
  const texts = asks.map(({ text, withContext }) => {
    const alone = text.replace(/^(?:and|also|but|plus|so)[\s,]+(?=\S)/iu, '');
    return asks.length === 1 && text !== withContext && !leansOnEarlier(alone) && askedTerms(alone).length > 2
      ? contextBeside(alone, text, withContext)
      : withContext;
  });
  const sentences = new Set(texts.flatMap((text) => sentencesOf(text).map((sentence) => sentence.text)));
  const joined = withoutAddresses([...sentences].join(' '))
    .replace(/\s+/gu, ' ')
    .trim();
  const isNamed = personalMarks(joined, customerName).length > 0;
  const question = isNamed ? withoutPersonalMarks(joined, customerName).replace(/\s+/gu, ' ').trim() : joined;
  return [...question].slice(0, longestQuestion).join('').trim();
}

/** A question that stands by itself, with the statements around it but no other question. */
function contextBeside(alone: string, text: string, withContext: string): string {
  return sentencesOf(withContext)
    .map((sentence) => sentence.text)
    .flatMap((sentence) => (text.startsWith(sentence) ? [alone] : /[?？]\s*$/u.test(sentence) ? [] : [sentence]))
    .join(' ');
}
