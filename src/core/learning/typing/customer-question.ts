import { isBareDatum } from '../../conversations/bare-data.ts';
import { isAsk } from '../../conversations/asks.ts';
import { sentencesOf } from '../../conversations/sentences.ts';
import { foldedLine } from '../../knowledge/folded-line.ts';
import { type Customer, gone, withoutOwnData } from './own-data.ts';

const longestQuestion = 600;

/**
 * What a customer wanted to know, as the next one could ask it: without what belongs to them and without the words that
 * only led to it ("my order number is …"), each sentence once, whole sentences only. Empty where nothing was asked.
 */
export function customerQuestion(context: string, customer: Customer): string {
  const bare = withoutOwnData(context, customer)
    .replace(/[^\p{P}\p{S}]+/gu, (words) => words.normalize('NFKC'))
    // Before a number it ends no sentence, before a gap it would.
    .replace(/\bn[or]\.\s*(?=\ufffc)/giu, '');
  const sentences = [...new Map(sentencesOf(bare).map(({ text }) => [foldedLine(text), text])).values()];
  const asked = sentences.map(withoutGaps).filter(saysSomething);
  const told = asked.length > 0 ? asked : sentences.map(tidied).filter(saysSomething);
  return written(shortened(told));
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

const gaps = new RegExp(`${gone}(?:\\s*(?:[,，、/&+]|\\b(?:or|and)\\b|和|或|と|及び)?\\s*${gone})+`, 'giu');
const bracketed = /\s*[(（【[]([^()（）【】[\]]*\ufffc[^()（）【】[\]]*)[)）】\]]/gu;
/** Between two parts of a sentence: a mark (not the comma of a number), a joining word, or where a line without a mark ended. */
const between =
  /((?<!\d),\s*|,(?!\d)\s*|[;，；、]\s*|\s+(?:[Aa]nd|[Bb]ut|[Ss]o)\s+|(?<=\ufffc)\s+(?=\p{Lu}|(?![的是被在和のはがをにでもと])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]))/u;
const whose =
  /(?:收货|收件|寄送|配送)?地址|姓名|名字|收件人|ご?住所|お?名前|氏名|(?:お届け|送り)先|\b(?:address|name)\b/giu;
const introduction =
  /^(?:(?:hi|hello|hey|and)[\s,]+)*(?:my (?:full )?name(?: is|['’]s)|name is|this is|i am|i['’]m|it['’]?s|it is|call me|(?:please )?(?:reach|contact|call|e-?mail|ring) me (?:at|on|by|via)|我叫|我是|本人|我姓|这里是|您好我是|你好我是|(?:私|わたくし)は)?\s*\ufffc\s*(?:here|speaking|と申します|と言います|といいます|です|でございます)?(?:が|けど|けれど)?\s*[.。!！]*$/iu;

/** "Another mail: …". */
const formLine = /^[^:：\ufffc]{1,40}[:：]\s*\ufffc[\s.。]*$/u;

/** A sentence without its gaps: a part that only gave what is gone goes with it, the rest closes up. */
function withoutGaps(sentence: string): string {
  if (!sentence.includes(gone)) return sentence.replace(/\s+/g, ' ').trim();
  const one = sentence
    .replace(/\s+/g, ' ')
    .replace(gaps, gone)
    .replace(bracketed, (whole, inner: string) => (isOnlyGiven(inner) ? '' : whole));
  const pieces = one.split(between);
  const end = /[.。!！?？…]+$/u.exec(one)?.[0] ?? '';
  let kept = '';
  for (let i = 0; i < pieces.length; i += 2) {
    const part = pieces[i] ?? '';
    if (isOnlyGiven(part)) continue;
    kept += (kept === '' ? '' : (pieces[i - 1] ?? '')) + part;
  }
  const closed = tidied(withoutCarriers(kept));
  if (closed === '' || /[.。!！?？…]$/u.test(closed)) return capital(closed);
  return capital(closed.replace(/[,，、;；:：]$/u, '') + end);
}

/** Whether a part of a sentence says nothing but what is gone, and what that was. */
function isOnlyGiven(part: string): boolean {
  if (!part.includes(gone)) return false;
  const bare = part.trim();
  return (
    introduction.test(bare) ||
    formLine.test(bare) ||
    isBareDatum(bare.replace(whose, ' ').replaceAll(gone, ' 0000000 ').replace(/\s+/g, ' ').trim())
  );
}

const orderOf =
  /\b(?:(my|the|our|this|that|your|an?|last|first|new|previous|other)\s+)?(orders?|parcels?|packages?|shipments?|invoices?|tracking|bookings?|reservations?|tickets?|subscriptions?)\b(?:\s*(?:numbers?|no\.?|nr\.?|id|code|ref(?:erence)?)(?![\p{L}]))*\s*[#№:]*\s*\ufffc/giu;
/** What stands before a gap only because of what was in it, and what takes its place. */
const carriers: ReadonlyArray<readonly [RegExp, string]> = [
  [/(订单|訂單|快递|运单|物流|包裹)(?:编?[号號][码碼]?|单[号號]|ID)?\s*[:：是为]*\s*\ufffc/giu, '$1'],
  [/(ご?注文|ご?予約)(?:番号|No\.?|ID)?\s*[:：]*\s*\ufffc/giu, '$1'],
  [/(\b(?:where|how|when|what|who|why)\s+(?:is|are|was|will|has|did|does))\s+\ufffc/giu, '$1 it'],
  [/[#№]\s*\ufffc/gu, gone],
  [/\b(?:numbers?|no\.|nr\.?|id|code|ref(?:erence)?)\s*[:#]*\s*\ufffc/giu, gone],
  [/\s+(?:to|for|at|by|from|with|on|of|in|under|via|as|called|named|near|is|are)\s+\ufffc/giu, ' '],
];

/** "Cancel order no. …" asks for "my order". */
function withoutCarriers(text: string): string {
  const called = text.replace(orderOf, (_, determiner: string | undefined, noun: string) => {
    const whoseIt = determiner ?? (/^\p{Lu}/u.test(noun) ? 'My' : 'my');
    return `${whoseIt} ${noun.toLowerCase()}`;
  });
  return carriers.reduce((rest, [pattern, by]) => rest.replace(pattern, by), called);
}

const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}，。、？！：；]';
const openGap = new RegExp(`(?<=${wide})\\s*${gone}\\s*|\\s*${gone}\\s*(?=${wide})`, 'gu');

/** White space and marks as they stand where nothing is missing. */
function tidied(text: string): string {
  return text
    .replace(openGap, '')
    .replaceAll(gone, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[(（【[]\s*[)）】\]]|["“「『]\s*["”」』]/gu, '')
    .replace(/\s+(?=[,.;:!?，。、；：！？)）])/gu, '')
    .replace(/(?<=[(（])\s+/gu, '')
    .replace(/([,;:，、；：])(?:\s*[,;:，、；：])+/gu, '$1')
    .replace(/[,;:，、；：]\s*(?=[.!?。！？]+$)/gu, '')
    .replace(/^[\s,.;:!，。、；：！)）\-–—]+/u, '')
    .trim();
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What was only told goes before what was asked, the earliest first; then the last question. */
function shortened(sentences: readonly string[]): readonly string[] {
  const kept = [...sentences];
  const length = (): number => kept.reduce((sum, { length: own }) => sum + own + 1, 0);
  while (kept.length > 1 && length() > longestQuestion) {
    const told = kept.findIndex((sentence) => !isAsk(sentence));
    kept.splice(told < 0 ? kept.length - 1 : told, 1);
  }
  return kept.map(cut);
}

/** A sentence that is too long for itself ends with a whole word. */
function cut(sentence: string): string {
  if (sentence.length <= longestQuestion) return sentence;
  const short = [...sentence].slice(0, longestQuestion).join('');
  return short.replace(/(?:\s+\S{0,60}|[,，、;；][^,，、;；]{0,60})$/u, '').trim();
}

/** A subject: at most two words, or names and numbers alone, or a short line without a mark. */
const heading =
  /^(?:\S+(?:\s\S+)?[\p{L}\p{N}]\.?|[\p{Lu}\p{N}]\S*(?:\s[\p{Lu}\p{N}]\S*){0,4}|\S+(?:\s\S+){0,4}[\p{L}\p{N}])$/u;

/** A heading ends in a colon, another line without a mark in a stop; no space where the writing knows none. */
function written(sentences: readonly string[]): string {
  return sentences.reduce((text, sentence, i) => {
    const isLast = i === sentences.length - 1;
    const isWide = new RegExp(`${wide}$`, 'u').test(sentence.replace(/[.!?]$/u, ''));
    const isHeading = i === 0 && !isLast && !isWide && heading.test(sentence);
    const marked = isHeading
      ? `${sentence.replace(/\.$/u, '')}:`
      : isLast || /[.!?。！？…:：][)"”」』]?$/u.test(sentence)
        ? sentence
        : `${sentence}${isWide ? '。' : '.'}`;
    return text + marked + (isLast || isWide ? '' : ' ');
  }, '');
}
