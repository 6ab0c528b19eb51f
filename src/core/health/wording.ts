import { isEmptyTerm, termsOf } from '../retrieval/terms.ts';
import { withoutStretch } from './folded-text.ts';
import { places, qualifierGroups } from './qualifiers.ts';
import { subjects } from './subjects.ts';

/** What a stretch of text is about: its telling words, the matters it names in order, and what narrows it. */
export type Wording = {
  /** Term → how much it tells before rarity is known, 0…1. A matter stands as "#refund". */
  readonly terms: ReadonlyMap<string, number>;
  /** Acts in the order in which they are named. */
  readonly acts: readonly string[];
  /** Values of the qualifier groups that it names, "speed:express". */
  readonly qualifiers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly places: ReadonlySet<string>;
  /** Names and model numbers: of two texts that name different ones each speaks of something else. */
  readonly names: ReadonlySet<string>;
};

/** When a period begins is not what it is about: "14 days after delivery" is no time of delivery. */
const beginnings: readonly RegExp[] = [
  /\b(?:of|on)\s+(?:the |your |our |its |date of |us )*(?:delivery|receipt|receiving|purchase|arrival|dispatch|shipment|order date|ordering|payment|return)\b(?: (?:date|of|your|the|it|them|an?|goods|items?|orders?|parcel|package|products?)\b)*/gu,
  /\b(?:after|from|since|upon|following)\s+(?:\w+\s+){0,2}?(?:delivery|receipt|receiv\w+|purchase|purchasing|buying|arrival|arriving|dispatch|shipment|order(?:ing| date| confirmation)?|return(?:ed)?|approval|payment|inspection)\b(?: (?:date|of|your|the|it|them|an?|goods|items?|orders?|parcel|package|returns?|products?|returned)\b)*/gu,
  /\b(?:once|when|after|as soon as)\s+(?:we|it|you|they|your|the|our)\b[^,.;]{0,40}?\b(?:receiv\w+|arriv\w+|delivered|dispatched|shipped|inspected|approved|accepted|processed|returned|get (?:it|them|your \w+))\b(?: (?:it|them|your|the|returned?|items?|parcel|package|goods|order|quote|proof)\b)*/gu,
  /(?:签收|收到(?:退货|退回|货物?|商品|产品|包裹|您?寄回)?(?:的?(?:商品|货物|包裹|退货))?|到货|购买|下单|付款|支付|发货|出库|退货|审核(?:通过)?|验收|确认)(?:成功)?(?:完成)?(?:之?日起|当[天日]起|之?后的?|以后|起)(?:计算)?/gu,
  /(?:商品|お?荷物|返品(?:商品|された商品)?|製品|ご?返送品?)?の?(?:ご?到着|お?届け|お?受け?取り|受領|ご?購入|ご?注文|発送|出荷|ご?確認|ご?入金|お?支払い?|ご?返送|検品)(?:日|確認|完了)?(?:後|から(?!の送料)|より|の翌日から|以降|から起算して)/gu,
  /(?:退货|返品|退回)(?:商品)?[の的](?=\p{L})/gu,
  // What comes with it, and why something is so.
  /\b(?:including|includes|excluding|incl\.?|excl\.?) (?:\w+ ){0,1}\w+\b|(?:含|包含|不含)(?:运费|邮费)|送料(?:込み?|別)/gu,
  /\b(?:for|due to|because of) (?:\w+ ){1,2}(?:reasons?|grounds)\b|\b(?:for )?(?:hygiene|safety|security|legal|health) reasons\b|(?:出于|因|由于)[^，。,]{1,10}(?:原因|考虑|规定)|(?:衛生|安全|防犯|品質)(?:管理)?上の?(?:理由|観点|都合)?(?:から|により|で)?/gu,
];

const emptyEnglish = new Set(
  (
    'how long much many what whats when where which who why does work way get got give need want know tell let make take takes taken ' +
    'policy policies information info detail details time times period window available offer offers provide usually normally typically ' +
    'generally currently any some all every each no not non within after before up only can cannot cant will wont dont doesnt didnt isnt arent must should ' +
    'day days hour week month year business working calendar day yes sure course sorry unfortunately please thank happy help ' +
    'their they them us one two use using used go going see question faq first long per at least most more less than ' +
    'allow allowed accept accepted possible able option options have keep would like even still own other same into out ' +
    'customer customers team always never simply easily full free paid into while once until during between without over under again because whether both such via etc too ' +
    'closed close unable prohibited forbidden excluded denied declined refused onsite anywhere everywhere somewhere building property place site location last lasts life start starts begin begins end ends find come comes happen happens apply applies receive received place placed ' +
    'ask asked choose chosen click run runs around about approximately roughly latest soon quickly quick fast early late currently moment ' +
    'people person someone anyone everyone everything anything following given see show shown say says keep kept look looking must right sort expense ordered stop stops reason reasons welcome unfortunately possible impossible'
  )
    .split(' ')
    .flatMap((word) => termsOf(word)),
);
const emptyHan =
  /什么|怎么样?|如何|多久|多长时间?|多少|几天|可以|是否|能否|我们|你们|您的|您|请问|需要|吗|呢|吧|的话|一般|通常|目前|支持|接受|提供|哪些|哪里|为什么|时间|期限|规则|政策|说明|大概|大约|左右|以内|之内|内|后|前|起|天|日|个|在|会|由|将|请|有|没|不|能|要|和|与|或|及|是|的|了|我|你|也|都|就|为|对|到|从|于|把|被|让|进行|相关|情况|问题|一个|这个|那个|工作|最|麻烦|一下|想|如果|若|无法|暂不|无需|必须|禁止|严禁|谢绝|不得|(?:周|星期|礼拜)[一二三四五六日天]|可|约|已|均|一经|售出|收取|收费|费用|免费|费|需|承担|自理|买家|卖家|谁|负责|出|元|收/gu;
const emptyJapanese =
  /どのくらい|どれくらい|どの|どう|いつ|なに|何日|何|いくら|教えて|ください|下さい|場合|可能|不可|対応|利用|使用|必要|方法|期間|期限|時間|営業|以内|以上|まで|当店|弊社|お客様|お客さま|通常|原則|現在|こちら|ため|場所|ご了承|申し訳|恐れ入り|基本的|について|あり|できる|前|後|日|月|年|間|内|等|際|詳細|一部|全て|すべて|負担|頂戴|承り|有料|無料|円/gu;

const genericThings = new Set([
  'goods',
  'order',
  'parcel',
  'price',
  'shop',
  'discount',
  'support',
  'report',
  'used',
  'packaging',
  'opened',
  'unopened',
  'unused',
]);

/** The wording of a folded text; `values` are stretches whose numbers say nothing about the subject. */
export function wordingOf(
  folded: string,
  original: string,
  values: ReadonlyArray<{ start: number; end: number }> = [],
): Wording {
  let rest = folded;
  for (const { start, end } of values) rest = withoutStretch(rest, start, end);
  for (const pattern of beginnings) rest = rest.replace(pattern, (match) => '\u0001'.repeat(match.length));
  const found = qualifiersIn(rest, folded);
  const terms = new Map<string, number>();
  const named: Array<readonly [number, string]> = [];
  for (const { name, kind, words, implied } of subjects) {
    let hasFirst = false;
    for (const match of rest.matchAll(words)) {
      if (!hasFirst && kind === 'act') named.push([match.index, name]);
      hasFirst = true;
      terms.set(`#${name}`, kind === 'act' ? 1 : genericThings.has(name) ? 0.35 : 0.8);
      rest = withoutStretch(rest, match.index, match.index + match[0].length);
      if (implied !== undefined) {
        if (kind === 'thing') named.push([match.index, implied]);
        if (!terms.has(`#${implied}`)) terms.set(`#${implied}`, kind === 'thing' ? 1 : 0.5);
      }
    }
  }
  for (const [place, words] of places) {
    const match = words.exec(rest);
    if (match === null) continue;
    terms.set(`@${place}`, 0.8);
    rest = withoutStretch(rest, match.index, match.index + match[0].length);
  }
  const names = namesIn(rest, original);
  const words = rest
    .replace(emptyHan, '\u0001')
    .replace(emptyJapanese, '\u0001')
    .replace(/\p{Script=Hiragana}+/gu, '\u0001')
    .replaceAll('\u0001', ' ');
  for (const [piece] of words.matchAll(pieces)) {
    if (/^[ァ-ヺー]/u.test(piece)) {
      if (piece.length > 1) terms.set(piece, 0.7);
      continue;
    }
    for (const term of termsOf(piece)) {
      if (emptyEnglish.has(term) || isEmptyTerm(term) || /^(?:\d+|[a-z])$/.test(term)) continue;
      terms.set(term, names.has(term) ? 1 : /^\p{Script=Han}+$/u.test(term) ? (term.length > 1 ? 0.5 : 0.35) : 0.7);
    }
    // A compound is often written shorter elsewhere: its signs count as well.
    if (/^\p{Script=Han}{2}/u.test(piece)) for (const sign of piece) if (!terms.has(sign)) terms.set(sign, 0.3);
  }
  const inOrder = [...new Set(named.toSorted((a, b) => a[0] - b[0]).map(([, name]) => name))];
  // What is named first is what it is about; the rest is said of it.
  for (const name of inOrder.slice(1)) terms.set(`#${name}`, 0.5);
  return {
    terms,
    acts: inOrder,
    ...found,
    names,
  };
}

/** Runs of katakana, which are one word, of Han characters, and all others between white space. */
const pieces = /[ァ-ヺー]+|[\p{Script=Han}々〆]+|[^\sァ-ヺー\p{Script=Han}々〆]+/gu;

function qualifiersIn(text: string, whole: string): Pick<Wording, 'qualifiers' | 'places'> {
  const qualifiers = new Map<string, ReadonlySet<string>>();
  for (const { name, values } of qualifierGroups) {
    const named = values.filter(([, words]) => words.test(name === 'phase' ? whole : text)).map(([value]) => value);
    if (named.length > 0) qualifiers.set(name, new Set(named));
  }
  return { qualifiers, places: new Set(places.filter(([, words]) => words.test(text)).map(([place]) => place)) };
}

const calendarWord =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter)$/iu;
const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Words with a capital inside a sentence, with digits in them, or in Latin letters within Chinese and Japanese. */
function namesIn(rest: string, original: string): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (text: string): void => {
    for (const term of termsOf(text)) if (!emptyEnglish.has(term) && !isEmptyTerm(term)) names.add(term);
  };
  for (const match of original.matchAll(word)) {
    const at = match.index;
    // What a subject or a value has taken is no name.
    if (rest.charAt(at) === '\u0001') continue;
    const written = match[0];
    if (/\d/.test(written) && /[A-Za-z]/.test(written)) add(written);
    else if (/^[A-Z][\p{L}'’-]+$/u.test(written) && !calendarWord.test(written) && !startsSentence(original, at))
      add(written);
  }
  for (const match of original.matchAll(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^A-Za-z]{0,2})[A-Za-z][A-Za-z0-9-]{1,}/gu,
  )) {
    if (rest.charAt(match.index) !== '\u0001') add(match[0]);
  }
  return names;
}

function startsSentence(text: string, at: number): boolean {
  return /(?:^\s*|[.!?:;›\n"“(]\s*)$/u.test(text.slice(Math.max(0, at - 4), at));
}
