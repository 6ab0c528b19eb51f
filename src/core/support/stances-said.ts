import { blank } from '../health/folded-text.ts';

/**
 * What a clause says yes or no to, each on its own: whether something is so or can be done (`can`), has to be done
 * (`need`), and who bears its cost (`cost`: 1 the shop, −1 the customer). 0: it does not say.
 */
export type Stances = {
  readonly can: 1 | -1;
  readonly need: 1 | -1 | 0;
  readonly cost: 1 | -1 | 0;
  /** Stretches within the clause that are denied by themselves: "no citrus", "without drivers". */
  readonly denied: ReadonlyArray<readonly [start: number, end: number]>;
};

/** Negations that deny nothing. */
const idioms =
  /\bnot only\b|\bwhether or not\b|\bif not\b|\bwhy not\b|\b(?:do not|don['’]t|never) (?:hesitate|worry|forget)\b|\bno (?:problem|worries|matter|rush|hurry|doubt|need to worry)\b|\b(?:no|not) (?:more|less|later|longer|further|fewer|earlier) than\b|\bno later\b|\bnot? (?:a )?(?:problem|bad|sure)\b|\bfeel free\b|\bis also\b|没有?问题|不客气|不用(?:太|过于)?(?:担心|客气|着急)|别(?:担心|着急|客气)|不好意思|不(?:超过|少于|低于|晚于|同|仅|过|错|便)|有没有|可不可以|是不是|能不能|(?:差)?不多|申し訳(?:ござい|あり)ません|すみません|かもしれません|問題(?:ござい|あり)ません|差し支え(?:ござい|あり)ません|(?:あり|し|い)?ませんか|ではありませんか/gu;

const noNeed =
  /\bno need\b|\b(?:need not|needn['’]t)\b|\b(?:do|does|did|will|would) not (?:need|have to|require)\b|\b(?:don|doesn|didn|won|wouldn)['’]t (?:need|have to|require)\b|\bnot (?:required|necessary|needed|mandatory)\b|\bwithout (?:having|needing) to\b|\boptional\b|无需|不需要|不用(?!于)|无须|不必|不要求|不要です|不要(?=$|[、。])|(?:必要|義務)(?:は|が)?(?:ござい|あり)ません|必要(?:は)?ない|(?:要|い)りません|なくても/gu;
const need =
  /\b(?:must(?! not)|(?:is|are|be) required|requires?|necessary|needs?|has to|have to|mandatory|obligatory)\b|必须|需要|务必|(?<!无)须(?=在|要|提|先|于)|必要(?:です|があ|とな|が(?:ござい|あり)ます)|必須|必ず/gu;

const free =
  /\bfree(?! to\b| time| from (?!\p{Sc}|\d)| of (?!charge)|ly|dom|-standing)(?: of charge)?\b|\bcomplimentary\b|\b(?:no|without|any|at no|not any) (?:\w+ ){0,2}(?:fees?|charges?|costs?|surcharges?|duty|customs)\b|\bcosts? (?:you )?nothing\b|\bwithout (?:charging|paying)\b|\bnothing (?:for|to pay|extra)\b|\bon (?:us|the house)\b|\bwe (?:cover|bear|pay)(?! (?:you|in|by|back|for used)\b)\b|\bprepaid\b|免费|免邮|包邮|免(?:运|配送)费?|不(?:另外?|额外|再|会)*收(?:费|取|钱)?|不(?:用|要|花|需)(?:付|花|出|交)?(?:任何)?(?:钱|费)|(?:我们|小?店铺?|本店|卖家|商家|店家|我方)(?:这边)?(?:来|会|全部|都)*(?:承担|负担|出(?=$|[的，。！哦呢哈])|负责)|(?:您|你|买家)(?:这边)?(?:不用|无需|不需要|不必)(?:自己|再)?(?:承担|负担|出|付)|赠送|無料|無償|サービスいたし|(?:料金|費用|送料|代金|代)?(?:は|が|も)?(?:一切)?(?:かかりません|発生しません)|(?:料|円|代|費|送料|ご負担)(?:金|用)?(?:は|を|も)?(?:頂戴(?:いた)?しません|(?:いただき|頂き)ません)|(?:当店|弊社|当社)(?:が|の|で|にて)*(?:ご?負担|持ち)/gu;
const paid =
  /\bcharge(?:able|d|s)?\b(?! up)|\bat (?:your|the (?:customer|buyer)['’]?s?) (?:own )?(?:expense|cost)\b|\b(?:an?|the|additional|extra|small) (?:\w+ )?(?:fee|surcharge)\b|\bcosts? (?:you |an? |any)\b|\b(?:you|customers?|buyers?) (?:will |must |have to |need to |would )?(?:pay|pays|cover|covers|bear)\b|\byour (?:own )?expense\b|\b(?:will|do|does|would|to)(?: not|n['’]t)? (?:pay|cost)\b|\bextra cost\b|(?:我们|小?店铺?|本店|卖家|商家)(?:这边)?(?:不|没法)(?:承担|负担|出(?!售)|负责)|收费|自费|付费|自理|自付|(?:买家|顾客|客户|您|你)(?:这边)?(?:自己|自行|来|需要?|要)*(?:承担|负担|付|出(?!示))|(?:自己|自行)(?:承担|负担|付|出(?!示))|要钱|收取|(?:需要?|另外?)(?:支付|付|收)|另收|加收|补差价|有料|自己負担|お客様(?:の|に|が|ご)*負担|ご負担|(?:料金|費用|送料|代金|代|円)(?:は|が|も)?(?:別途)?かかります|頂戴|申し受け|別料金|加算/gu;

/** Money that comes back is no cost. */
const repaying = /\b(?:pay|pays|paying|paid)(?: \w+){0,3}? back\b/gu;

const priced = /\p{Sc}\s?\d|\d\s?(?:元|块|円|euros?|dollars?|pounds?|cents?|yen|ユーロ|ドル)/u;

/** Before a thing, and of this thing alone. */
const deniedThing =
  /\b(?:no(?! longer)|without(?: any| an?| the)?|free (?:of|from)|zero|avoid(?:ing)?|refrain(?:ing)? from|(?:keep|stay|steer)(?: \w+){0,3}? (?:out of|away from|clear of|off))\s+(?:the |any |an? )?(?!one\b|way\b)(?:[a-z][\w'’-]*)(?:[ -](?!(?:in|on|of|at|for|to|is|are|was|were|and|or|nor|from|with|needed|required|possible|included|whatsoever|when|while|if|as|by|it|you|we)\b)[a-z][\w'’-]*){0,2}|\bnon-?\p{L}{3,}|\p{L}+-free\b/gu;
/** What a thing is like, not what is said of it: 没有用过的商品, 使っていない商品. */
const likeness =
  /(?:没有?|未曾?|不)[^，。、\s]{1,4}的(?=\p{Script=Han})|(?:し|せ|てい|ってい)ない(?=\p{Script=Han})|\bun(?:worn|used|opened|damaged|washed)\b|未(?:拆封?|开封|使用|開封|着用)(?![^，。、]{0,3}(?:不|無))/gu;

const negator =
  /\b(?:can(?:no|['’])t|cannot|[a-z]+n['’]t|not|never|neither|nor|none|nothing|nobody|no longer|unable|hardly)\b|(?<![很太差要])不(?!断|管|论|满|足|久|良|锈|干胶)|没(?!收)|无法|别(?![人的处墅致])|(?<!未)未(?!来|拆|开|開|使用|着用|满|満)|勿|ません|(?<!か|し|少)(?:でき|出来|られ|わ|か|が|は|も|て|で|し|き|れ)ない|ずに|かねます|かねて|なし(?=$|[、。で])|不可|不使用|非対応|未対応/gu;
const refusing =
  /\bexclu(?:ded?s?|ding|sion)\b|\bprohibit\w*|\bforbidden\b|\bdeclin\w+|\brefus\w+|\bineligible\b|\bimpossible\b|\bun(?:available|suitable|safe)\b|\bexcept(?:ion|ions|ing)?\b|\bdiscontinued\b|\bclosed\b|\brather than\b|\bfails?\b|禁止|除外|除了|以外|避免|拒绝|谢绝|停止|休息|避け|控え|ご?遠慮|お断り|対象外|除[きく]|休業|定休|お?休み/gu;

/** A refusal that is itself denied. */
const allowed = new RegExp(
  `(?:\\bnot|n['’]t|\\bnever|\\bno longer|不(?:会|再)?|没有?)\\s*(?:\\w+\\s+){0,2}?(?:${refusing.source})|(?:${refusing.source})(?:され|して|し|の?対象では|では)?(?:てい|ており)?(?:ません|ない)`,
  'gu',
);

/** A text without the negations that deny nothing. */
export function withoutIdioms(folded: string): string {
  return folded.replace(idioms, (match) => blank(match.length));
}

/** Reads one clause of a folded text. */
export function stancesSaid(clause: string): Stances {
  let rest = clause;
  const takes = (pattern: RegExp): number => {
    let count = 0;
    rest = rest.replace(pattern, (match) => {
      count += 1;
      return blank(match.length);
    });
    return count;
  };
  const has = (pattern: RegExp): boolean => rest.search(pattern) >= 0;
  takes(idioms);
  takes(likeness);
  takes(repaying);
  const isFree = takes(free) > 0;
  const isNegated = has(negator);
  // What has a price is told by that.
  const isPaid = takes(paid) > 0 && !priced.test(clause);
  const isUnneeded = takes(noNeed) > 0;
  const isNeeded = takes(need) > 0;
  const denied: Array<readonly [number, number]> = [];
  rest = rest.replace(deniedThing, (match, ...more: unknown[]) => {
    const at = Number(more.find((one) => typeof one === 'number'));
    denied.push([at, at + match.length]);
    return blank(match.length);
  });
  const isRefused = takes(allowed) === 0 && has(refusing);
  const cost = isFree === isPaid ? 0 : isFree ? 1 : -1;
  const isDenied = has(negator);
  const turnsCost = cost !== 0 && isNegated;
  const can = (isDenied && !turnsCost) || isRefused ? -1 : 1;
  return {
    can,
    need: isUnneeded ? -1 : isNeeded ? (isDenied ? 0 : 1) : 0,
    cost: cost === 0 ? 0 : turnsCost ? (cost === 1 ? -1 : 1) : cost,
    denied,
  };
}
