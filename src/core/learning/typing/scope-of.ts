import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { LessonScope, LessonType } from '#shared/model/lesson.ts';
import { foldedInPlace } from '../../health/folded-text.ts';

type Channel = LessonScope['channels'][number];
type Group = LessonScope['groups'][number];

const channels: ReadonlyArray<readonly [Channel, RegExp]> = [
  ['email', /\b(?:by|via|per|over) e-?mail only\b|\bonly (?:by|via) e-?mail\b|仅(?:限)?邮件|メールのみ/u],
  [
    'chat',
    /\b(?:in|via|through|over) (?:the |this |our |live )?(?:live )?chat\b|在线(?:聊天|客服)(?:里|中|专享)|チャット(?:で|限定|のみ)/u,
  ],
  ['whatsapp', /\bwhats ?app\b/u],
  ['instagram', /\binstagram\b/u],
  ['facebook', /\bfacebook\b|\bmessenger\b/u],
  ['tiktok', /\btik ?tok\b|抖音/u],
  ['line', /\bline (?:official|account|app|friends?)\b|line(?:公式|の友だち|で)/u],
  ['telegram', /\btelegram\b/u],
  ['phone', /\b(?:orders? (?:placed )?by (?:tele)?phone|phone orders?)\b|电话(?:下单|订购)|電話(?:注文|でのご注文)/u],
];

const groups: ReadonlyArray<readonly [Group, RegExp]> = [
  ['non_member', /\bnon-?members?\b|\bguests?\b|非会员|非会員/u],
  [
    'member',
    /(?<!non-|non )\b(?:members?|vips?|subscribers?|club (?:customers|card))\b|(?<!非)会员|(?<!非)会員(?!番号)|贵宾/u,
  ],
  [
    'new',
    /\b(?:new|first[- ]time) (?:customers?|buyers?|users?)\b|\b(?:your |a |the )?first order\b|新(?:用户|客|人|会员)|首单|初めてのお客様|新規のお客様|初回(?:限定|のみ|の方)/u,
  ],
  ['student', /\bstudents?\b|学生|大学生/u],
  [
    'wholesale',
    /\b(?:wholesale|trade|business|corporate|b2b) (?:customers?|accounts?|clients?|orders?|buyers?)\b|批发|企业(?:客户|用户)|法人|卸(?:売|の)|業者/u,
  ],
  ['senior', /\b(?:seniors?|pensioners?)\b|老年人|老人|シニア|高齢の方/u],
  [
    'abroad',
    /\b(?:customers?|orders?|deliver\w*|ship\w*|send)\b[^.]{0,24}\b(?:abroad|overseas|international|outside (?:of )?\w+)\b|海外(?:客户|订单|用户)|海外(?:への|から|発送)/u,
  ],
];

/** Words with a capital inside an English sentence, and Latin or quoted names within Chinese and Japanese. */
const englishName =
  /(?<=[\p{Ll}\d,]\s(?:the |our |a )?)\p{Lu}[\p{L}\p{N}'’-]*(?: (?:No\. ?\d{1,4}|\p{Lu}[\p{L}\p{N}'’-]*|\d{1,4}(?![\d%])))*/gu;
const foreignName = /[A-Z][A-Za-z]*[A-Za-z0-9-]*(?: [A-Z0-9][A-Za-z0-9-]*)*|(?<=[「『《])[^」』》]{2,24}(?=[」』》])/gu;
const noName =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|fri|january|february|march|april|may|june|july|august|september|october|november|december|no|yes|oh|hi|hello|hey|dear|thanks?|please|i|i'm|i'll|i've|i'd|pdf|app|ok|id|usb|wi-?fi|wifi|sms|vip|pc|faq|uk|us|usa|eu|gb|ml|cm|kg|mm|am|pm|my|account|orders?|subscriptions?|prescriptions?|workshop|settings|menu|checkout|bluetooth|zoom|email|mr|ms|mrs)$/i;

/** What a change seems to be limited to, by its own words and the names that its thread and evidence bear. */
export function scopeOf(input: {
  readonly type: LessonType;
  readonly text: string;
  /** What was asked, and the title of the passage it was answered from. */
  readonly about: readonly string[];
  readonly language: ReplyLanguage | null;
  readonly isOwn: (name: string) => boolean;
}): LessonScope {
  const folded = foldedInPlace(input.text);
  const names = [input.text, ...input.about].flatMap((text) => namesIn(text));
  return {
    subjects: [...new Set(names)].filter((name) => !noName.test(name) && !input.isOwn(name)).slice(0, 8),
    channels: channels.flatMap(([channel, words]) => (words.test(folded) ? [channel] : [])),
    languages: input.type === 'style' && input.language !== null ? [input.language] : [],
    groups: groups.flatMap(([group, words]) => (words.test(folded) ? [group] : [])),
  };
}

function namesIn(text: string): readonly string[] {
  const isCjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  return text.match(isCjk ? foreignName : englishName) ?? [];
}
