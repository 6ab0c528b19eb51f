import type { ReplyLanguage } from '#shared/model/basics.ts';
import { speakableName } from '#shared/reply-style.ts';
import { isCourtesy, isSignOff } from '../conversations/courtesy.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { type Sentence, sentencesOf } from '../conversations/sentences.ts';

/** How one reply begins, ends and is written. */
export type ReplyStyle = {
  /** With `{name}` where the customer is named; null: it begins with its matter. */
  readonly greeting: string | null;
  /** As `FormOfAddress` has it; null where nobody is addressed. */
  readonly address: string | null;
  /** Without who signs; null: it ends with its matter. */
  readonly closing: string | null;
  /** What stands between them, without white space around. */
  readonly body: string;
  readonly emojis: readonly string[];
};

/** Sentences that a greeting and a closing may have, and characters of each. */
const most = { opening: 3, closing: 3, signature: 3 };
const longest = 90;

const opening: Record<ReplyLanguage, RegExp> = {
  en: /^(?:hi|hey|hello|dear|good (?:morning|afternoon|evening|day)|greetings|thanks?|thank you|many thanks|(?:i )?hope)\b/i,
  zh: /^(?:尊敬的|亲爱的)?(?:\{name\})?.{0,4}(?:您好|你好|亲|嗨|哈[喽啰]|早上好|下午好|晚上好|感谢|谢谢)/u,
  ja: /^(?:\{name\}|こんにちは|こんばんは|おはよう|お世話|いつも|この度|(?:お|ご)(?:問い?合わせ|連絡|質問|購入|注文)|ありがとう)/u,
};
/** A greeting that leads the first sentence in: "Hi Marta, yes, it does". */
const leading: Record<ReplyLanguage, RegExp> = {
  en: /^((?:hi|hey|hello|dear|good (?:morning|afternoon|evening))(?: (?:there|\{name\}))?[,!]+)\s+(?=\S)/i,
  zh: /^((?:尊敬的|亲爱的)?(?:\{name\})?.{0,3}(?:您好|你好|亲|嗨|哈[喽啰])[，,！!~～。]+)\s*(?=\S)/u,
  ja: /^(\{name\}\s*(?:様|さま|さん)[、，,。]?)\s*(?=\S)/u,
};
const ending: Record<ReplyLanguage, RegExp> = {
  en: /^(?:(?:please )?(?:let (?:me|us) know|feel free|do(?:n['’]t| not) hesitate)|if (?:you have|there(?:['’]s| is)) any(?:thing)?\b|(?:have a|enjoy|happy|take care|thanks?(?! to)|thank you|all the best|looking forward|we look forward|hope)\b)/i,
  zh: /^(?:(?:如(?:果|有)?|若|还有|有).{0,12}(?:问题|疑问|需要|不清楚).{0,24}|祝.{0,20}|(?:感谢|谢谢).{0,24}|此致|敬礼|期待.{0,20}|欢迎.{0,16}|.{0,6}随时.{0,16})$/u,
  ja: /(?:よろしくお願い.{0,8}|お待ち(?:して)?(?:お|い)ります.?|ありがとうございま(?:す|した).?|(?:ご不明|何か(?:ござい|あり)|お気軽に|ご質問).{0,40})[。！!]?$/u,
};

/** An emoji with what belongs to it: its colour, its parts. A digit, © or ™ is none. */
export const emoji = /(?=\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)\p{RGI_Emoji}/gv;

/** Reads how a reply is written. What belongs to its matter is never taken for its frame: at least one sentence stays. */
export function readStyle(reply: {
  readonly text: string;
  readonly language: ReplyLanguage;
  readonly customerName: string;
}): ReplyStyle {
  const { language } = reply;
  const text = newTextOf(reply.text).trim();
  const emojis = text.match(emoji) ?? [];
  const names = namesOf(reply.customerName);
  const all = sentencesOf(withNameMarked(text, names));
  const [start, greeting] = openingOf(all, language);
  const [end, closing] = closingOf(all, start, language);
  const body = joined(all.slice(start, end));
  const lead = start === 0 ? leading[language].exec(body)?.[1] : undefined;
  const said = lead ?? greeting;
  return {
    greeting: said,
    address: addressOf(`${said ?? ''}\n${language === 'zh' ? text : ''}`, language, text, names),
    closing,
    body: (lead === undefined ? body : body.slice(lead.length)).trim(),
    emojis,
  };
}

/** How a customer may be called: the full name, then its parts. */
export function namesOf(customerName: string): readonly string[] {
  const name = speakableName(customerName).replace(/\s*(?:様|さま|さん|殿)$/u, '');
  const parts = name.split(/[\s　]+/);
  // One character is a given name too ("高橋 蓮"), but stands in too many other words.
  return name === '' ? [] : [name, ...(parts.length > 1 ? parts.filter((part) => [...part].length > 1) : [])];
}

function withNameMarked(text: string, names: readonly string[]): string {
  // Only where somebody is spoken to: in its first lines.
  const until = Math.min(text.length, 3 * longest);
  let head = text.slice(0, until);
  for (const name of names) {
    const at = head.toLowerCase().indexOf(name.toLowerCase());
    if (at < 0) continue;
    head = `${head.slice(0, at)}{name}${head.slice(at + name.length)}`;
    break;
  }
  return head + text.slice(until);
}

function openingOf(all: readonly Sentence[], language: ReplyLanguage): readonly [number, string | null] {
  let start = 0;
  while (start < Math.min(most.opening, all.length - 1) && isOpening(all[start]?.text ?? '', language)) start++;
  return [start, start === 0 ? null : joined(all.slice(0, start))];
}

function isOpening(sentence: string, language: ReplyLanguage): boolean {
  if (sentence.length > longest || /[?？]/.test(sentence)) return false;
  const bare = sentence.replace('{name}', language === 'en' ? 'Marta' : '');
  if (sentence.includes('{name}') && !/[\p{L}\p{N}]/u.test(bare.replace(/Marta|様|さま|さん|殿|先生|女士|小姐/gu, '')))
    return true;
  return opening[language].test(sentence) && (isCourtesy(bare) || isThanksForWriting(bare, language));
}

function isThanksForWriting(sentence: string, language: ReplyLanguage): boolean {
  if (language === 'en')
    return /^(?:many )?thank(?:s| you)(?: so much| very much)? for (?:reaching out|(?:your )?(?:message|e-?mail|mail|question|patience|order|getting in touch|contacting us|writing))/i.test(
      sentence,
    );
  if (language === 'zh') return /(?:感谢|谢谢).{0,6}(?:来信|咨询|联系|留言|支持|惠顾)/u.test(sentence);
  return /(?:問い?合わせ|連絡|質問|購入|注文).{0,12}ありがとうございま/u.test(sentence);
}

function closingOf(all: readonly Sentence[], start: number, language: ReplyLanguage): readonly [number, string | null] {
  const last = all.findLastIndex(
    ({ text }, i) => i > start && i >= all.length - most.signature - 1 && isEnding(text, language),
  );
  if (last < 0) return [all.length, null];
  let first = last;
  while (first - 1 > start && last - first + 1 < most.closing && isEnding(all[first - 1]?.text ?? '', language))
    first--;
  return [first, joined(all.slice(first, last + 1))];
}

function isEnding(sentence: string, language: ReplyLanguage): boolean {
  if (sentence.length > longest || /\d/.test(sentence)) return false;
  return isSignOff(sentence) || ending[language].test(sentence);
}

function addressOf(greeting: string, language: ReplyLanguage, text: string, names: readonly string[]): string | null {
  if (language === 'zh') {
    const polite = greeting.match(/您/gu)?.length ?? 0;
    const plain = greeting.match(/你(?!们)/gu)?.length ?? 0;
    return polite === plain ? null : polite > plain ? 'nin' : 'ni';
  }
  if (names.length === 0) return null;
  if (language === 'ja') {
    if (!greeting.includes('{name}')) return null;
    return /\{name\}\s*さん/u.test(greeting) ? 'san' : /\{name\}\s*(?:様|さま)/u.test(greeting) ? 'sama' : null;
  }
  if (!greeting.includes('{name}')) return greeting.trim() === '' ? null : 'none';
  const [full = ''] = names;
  if (names.length === 1) return null;
  return text
    .slice(0, 3 * longest)
    .toLowerCase()
    .includes(full.toLowerCase())
    ? 'full'
    : 'first';
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ lead, text }, i) => (i === 0 ? '' : lead) + text).join('');
}
