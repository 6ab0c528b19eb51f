import type { ReplyLanguage } from '#shared/model/basics.ts';
import { isCourtesy, isSignOff } from '../../conversations/courtesy.ts';
import { type Sentence, sentencesOf } from '../../conversations/sentences.ts';
import { isEmptyTerm, termsOf } from '../../retrieval/terms.ts';
import { factsOf, hasFacts } from './facts-of.ts';
import { marksIn, markedText, unmarkedText } from './kept-pieces.ts';
import { negationsIn } from './negations.ts';

/** Sentences that a reply is padded with; the greeting above it and the closing below it are no padding. */
const padding =
  /^(?:(?:please )?(?:do not|don['’]t|feel free to) ?(?:hesitate to )?(?:contact|reach out|get in touch|ask|let us know|write)\b|(?:if you have|should you have) any (?:other |further |more )?(?:questions?|concerns?|queries)\b|(?:please )?(?:let us know|contact us|reach out|get in touch) if (?:you (?:have|need)|there is|there['’]s) any(?:thing)? (?:other |further |else|more )?(?:questions?|concerns?|we can)?|we (?:really |truly |greatly |very much )*(?:appreciate|value|thank you for) (?:your|you) (?:business|patience|understanding|interest|feedback|loyalty|message|trust|time)?|thank(?:s| you)(?: so much| very much)? for (?:reaching out|contacting|your (?:message|email|e-mail|patience|understanding|interest|enquiry|inquiry|mail|question|time|trust|business)|getting in touch|writing|shopping|choosing|bearing with)\b|i hope (?:this|that) (?:message|email|e-mail|mail|helps|finds|answers|clarifies)\b|i hope you are (?:doing )?well|we (?:are|['’]re) (?:always )?(?:here|happy|glad) to help\b|we (?:look forward|are looking forward) to\b|have a (?:nice|great|lovely|wonderful|good)\b|i understand (?:how )?(?:frustrating|your (?:concern|frustration)))/iu;
const paddingHan =
  /^(?:非常|十分|再次|衷心)?(?:感谢|谢谢)您的(?:来信|来电|耐心|理解|支持|咨询|信任|反馈|关注|惠顾|留言|联系)|^如(?:果)?(?:您)?(?:还)?(?:有|需)(?:任何|其他|其它|更多)?.{0,8}(?:问题|疑问|帮助|需要).{0,6}(?:请|欢迎|可以|敬请|随时)|^(?:请|欢迎)随时(?:联系|咨询|与我们)|^(?:我们)?(?:很|非常|十分)?(?:高兴|荣幸|乐意)(?:能)?(?:为您|帮助您)|^希望(?:以上|这些|我的).{0,8}(?:帮助|帮到|有用)|^(?:ご(?:不明|質問)|ご不明な点|その他|他に).{0,16}(?:ございましたら|ありましたら).{0,24}(?:ください|下さい|くださいませ)|^(?:いつも|日頃より|平素は|この度は|このたびは)[^。]{0,40}(?:ありがとうございます|御礼申し上げます|感謝申し上げます)|^引き続き.{0,12}よろしくお願い|^何卒.{0,16}よろしくお願い|^お気軽に(?:お問い合わせ|ご連絡)/u;
/** What is longer is no sentence, and stays. */
const longestRead = 1_000;
/** A bare yes or no is the answer, and an apology is no padding. */
const answers =
  /^(?:yes|no|yep|nope|sure|of course|certainly|absolutely|indeed|correct|sorry|(?:i|we)(?:['’]m| am|['’]re| are)? (?:so |very |really )?(?:sorry|apologi[sz]e)|my apologies|apologies|是|对|可以|能|好的?|不|没|抱歉|很抱歉|非常抱歉|对不起|不好意思|はい|いいえ|ええ|承知|かしこまり|了解|申し訳|すみません|失礼)/iu;
/** Longer ones say something after all. */
const longestPadding = 140;

const wordy: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bin order to\b/giu, 'to'],
  [/\bdue to the fact that\b/giu, 'because'],
  [/\bat this point in time\b/giu, 'now'],
  [/\bin the event that\b/giu, 'if'],
  [/\bwith regards? to\b/giu, 'about'],
  [/\bplease be advised that (\p{L})/giu, '$1'],
  [/\b(?:i|we) (?:just )?(?:wanted|would like|want) to (?:let you know|inform you) that (\p{L})/giu, '$1'],
  [/\bplease note that (\p{L})/giu, '$1'],
];

/**
 * A text without what only pads or repeats it, by rules alone. What says a fact, a yes or a no stays, and so do greeting
 * and closing; lines and paragraphs keep their order.
 */
export function shortenedText(text: string, language: ReplyLanguage): string {
  const { text: marked, pieces } = markedText(text);
  const sentences = sentencesOf(marked);
  const [from, to] = body(sentences);
  const said = new Set<string>();
  const seen: Array<ReadonlySet<string>> = [];
  const kept = sentences.map((sentence, i): Sentence | null => {
    if (i < from || i >= to || sentence.text.length > longestRead || marksIn(sentence.text).length > 0) return sentence;
    if (said.has(sentence.text)) return null;
    said.add(sentence.text);
    if (saysFact(sentence.text, language)) return { ...sentence, text: tightened(sentence.text) };
    const telling = new Set(termsOf(sentence.text).filter((term) => !isEmptyTerm(term)));
    if (isPadding(sentence.text) || seen.some((other) => areAlike(telling, other))) return null;
    if (seen.length < mostCompared) seen.push(telling);
    return { ...sentence, text: tightened(sentence.text) };
  });
  return unmarkedText(joined(sentences, kept), pieces) + (/\s*$/u.exec(text)?.[0] ?? '');
}

/** Sentences that others are compared with: more no reply has. */
const mostCompared = 100;

function saysFact(sentence: string, language: ReplyLanguage): boolean {
  return hasFacts(factsOf(sentence, language)) || negationsIn(sentence) > 0;
}

/** Where the reply itself begins and ends: between the greeting and the closing. */
function body(sentences: readonly Sentence[]): readonly [from: number, to: number] {
  const firstLine = sentences.findIndex(({ text }) => !opens.test(text));
  const from = firstLine < 0 ? sentences.length : firstLine;
  const closing = sentences.findLastIndex(
    ({ lead, text }, i) =>
      i >= from && i > 0 && /\n[^\S\n]*\n/.test(lead) && sentences.length - i <= 4 && isClosing(text),
  );
  return [from, closing < 0 ? sentences.length : closing];
}

/** Lines above a reply; in Japanese the thanks for asking are one of them. */
const opens =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?]{0,60}[.!]?$|^[^，。！？]{0,20}[您你]好[，,！!。]?$|^(?:尊敬|亲爱)|(?:様|さま)$|^(?:こんにちは|はじめまして|お世話になっ)|^(?:この度は|このたびは)?お問い合わせ[^。]{0,12}ありがとうございます。?$/iu;

function isClosing(text: string): boolean {
  return isCourtesy(text) || /^(?:祝|此致|敬礼)|よろしくお願い/u.test(text);
}

/** Whether a sentence pads: it thanks, offers help, wishes well, and says no more. */
export function isPadding(sentence: string): boolean {
  if (sentence.length > longestPadding || /[?？]/.test(sentence)) return false;
  if (answers.test(sentence) || isSignOff(sentence)) return false;
  return padding.test(sentence) || paddingHan.test(sentence) || isCourtesy(sentence);
}

/** Nearly the same words. */
function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size < 3 || b.size < 3) return false;
  const common = [...a].filter((term) => b.has(term)).length;
  return (2 * common) / (a.size + b.size) >= 0.9;
}

function tightened(sentence: string): string {
  let text = sentence;
  for (const [pattern, short] of wordy) text = text.replace(pattern, short);
  if (text === sentence) return text;
  return /^\p{Lu}/u.test(sentence) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** What is left, with the widest of the white spaces around what went. */
function joined(sentences: readonly Sentence[], kept: ReadonlyArray<Sentence | null>): string {
  let text = '';
  let lead = '';
  sentences.forEach((sentence, i) => {
    lead = widerOf(lead, sentence.lead);
    const left = kept[i] ?? null;
    if (left === null) return;
    text += (text === '' ? sentences[0]?.lead : lead) + left.text;
    lead = '';
  });
  return text;
}

function widerOf(a: string, b: string): string {
  const lines = (lead: string): number => lead.split('\n').length;
  return lines(a) > lines(b) ? a : b;
}
