/** What a number, an address or a link is, with the words that name it. */
const data =
  /https?:\/\/\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}|[#№]?\+?(?=[\p{L}\d_/.():-]{0,12}\d)[\p{L}\d][\p{L}\d_/.():+-]*/gu;
const labels =
  /\b(?:(?:my|the|our|is|are|was|it['’]?s|its|it|here|this|that|and|or|for|at|on|of|a|an|number|numbers|no|nr|num|order|orders|phone|mobile|cell|tel|telephone|contact|e-?mail|mail|id|address|name|user ?name|code|ref|reference|invoice|date|am|pm|o['’]clock|today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|yes|ok|okay|sure|please|hi|hello)\b|订单编?号?|[单單]号|手机号?码?|电话号?码?|邮箱|邮编|编号|号码|我的|是|为|注文番号|電話番号|メール(?:アドレス)?|番号|郵便番号|です|は|の|私|こちら|明天|今天|上午|下午|点|明日|今日|午前|午後|時)\s*/giu;
/** Names and addresses of a form are data whatever they hold. */
const labelled =
  /^(?:(?:full |first |last |your |user)?name|e-?mail(?: address)?|phone(?: number)?|tel(?:ephone)?|mobile|(?:postal |street |shipping |delivery )?address|city|country|post ?code|zip(?: code)?|order (?:number|no|id|#)|姓名|名字|收件人|电话|手机|手机号|邮箱|地址|订单号|お?名前|氏名|電話(?:番号)?|メール(?:アドレス)?|ご?住所|ご?注文番号)\s*[:：]\s*\S/iu;
const introduction =
  /^(?:[Mm]y name is|[Mm]y name['’]s|[Nn]ame is|[Tt]his is|[Ii] am|[Ii]['’]m|[Cc]all me) (?:(?:[Mm]rs?|[Mm]s|[Dd]r)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}$/u;
const chineseName = /^(?:我叫|我是|本人)\p{Script=Han}{2,4}$/u;
const longestDatum = 160;

/**
 * Whether a sentence only gives a number, an address, a link, a time or a name: it belongs to a question and is none.
 */
export function isBareDatum(sentence: string): boolean {
  if (sentence.length > longestDatum) return false;
  const bare = sentence
    .normalize('NFKC')
    .trim()
    .replace(/[\s.,;!?。！？、，]+$/u, '');
  if (bare === '' || /[?？]/.test(sentence)) return false;
  if (labelled.test(bare) || chineseName.test(bare)) return true;
  if (introduction.test(bare)) return true;
  const rest = bare.replace(data, ' ').trim();
  return rest !== bare && !/[\p{L}]/u.test(rest.replace(labels, ' '));
}
