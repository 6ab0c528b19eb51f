/** What a number, an address or a link is. */
const data =
  /https?:\/\/\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}|[#№]?\+?(?=[\p{Script=Latin}\d_/.():-]{0,12}\d)[\p{Script=Latin}\d][\p{Script=Latin}\d_/.():+-]*/gu;
/** Chinese and Japanese places, the larger first, down to the number of a house. */
const place =
  /(?:\p{Script=Han}{1,5}(?:省|自治区|市|区|县|镇|乡|路|街|巷|都|道|府|県|郡|町|村)){1,4}\p{Script=Han}{0,4}\d[\d-]*(?:(?:号室?|弄|楼|层|栋|幢|单元|室|丁目|番地?|の|-)[\d-]*)*/gu;
/** Dates and times as both write them. */
const moment = /\d{1,4}(?:年|月|日|号|時|时|点|分)(?=[\d\P{L}]|$|半|です|を|は|の|到|至|から|まで|前|后|後)/gu;
/** A question without its mark begins with its verb. */
const inverted =
  /^(?:is|are|was|were|has|have|did|does|do|can|could|will)\s+(?:my|the|our|it|this|that|order|i|you)\b/i;
const labels =
  /(?:\b(?:my|the|our|is|are|was|it['’]?s|its|it|here|this|that|and|or|for|at|on|of|a|an|number|numbers|no|nr|num|order|orders|phone|mobile|cell|tel|telephone|contact|e-?mail|mail|id|address|name|user ?name|code|ref|reference|invoice|date|am|pm|o['’]clock|today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|yes|ok|okay|sure|please|hi|hello|thanks|thank you)\b|(?:订单|快递|运单|物流|追踪|取件|会员)(?:编?号码?|码|ID)?|[单單]号|手机号?码?|电话号?码?|邮箱|邮编|编号|号码|我的|是|为|在|(?:ご?注文|お?電話|会員|追跡|お問い合わせ|伝票|予約|携帯)(?:番号|ID)?|(?:ご?住所)|日時|日付|メール(?:アドレス)?|番号|郵便番号|です|は|が|の|私|こちら|明天|今天|上午|下午|点|明日|今日|午前|午後|時|でお願いします|になります|となります|で)\s*/giu;
/** Names and places of a form are data whatever they hold, as long as it asks nothing. */
const labelled =
  /^(?:(?:full |first |last |your |user)?name|(?:postal |street |shipping |delivery )?address|city|country|姓名|名字|收件人|地址|お?名前|氏名|ご?住所)\s*[:：]\s*\S/iu;
const asking =
  /[吗呢嗎]|什么|什麼|怎么|怎麼|多久|多少|请问|請問|能不能|是否|退款|退货|取消|いつ|どこ|どう|ますか|ですか|ください|下さい|したい|お願い|返品|キャンセル|\b(?:when|where|how|why|can|could|would|refund|cancel|return|change)\b/iu;
/** What names a number or an address of mail in a form. */
const numbered =
  /^(?:e-?mail(?: address)?|phone(?: number)?|tel(?:ephone)?|mobile|post ?code|zip(?: code)?|order (?:number|no|id|#)|电话|手机号?|邮箱|订单号|電話(?:番号)?|メール(?:アドレス)?|ご?注文番号)\s*[:：]\s*(?=\S)/iu;
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
  if ((labelled.test(bare) && !asking.test(bare)) || chineseName.test(bare)) return true;
  if (introduction.test(bare)) return true;
  if (inverted.test(bare)) return false;
  const value = bare.replace(numbered, '');
  // "Phone: none".
  if (value !== bare && !/\d/.test(value) && !asking.test(value) && value.split(/\s+/).length <= 2) return true;
  const rest = value.replace(place, ' ').replace(moment, ' ').replace(data, ' ').trim();
  return rest !== value && !/[\p{L}]/u.test(rest.replace(labels, ' '));
}
