import { markedNumbersIn } from './order-numbers.ts';

/*
 * Whether a customer asks how an order of their own stands. "Where are your kettles made?" and "配送到北京要几天？" hold the
 * same words: what tells them apart is a thing of the customer's with a state that is asked for, or a state that only
 * something under way can have. What is in doubt is no such question.
 */

type Patterns = {
  /** What is the customer's, or under way. */
  readonly thing: RegExp;
  /** What is asked of such a thing. */
  readonly state: RegExp;
  /** What nobody asks of anything else. */
  readonly alone: readonly RegExp[];
  /** What makes it a question for the rules of the shop. */
  readonly rule: RegExp;
};

const english: Patterns = {
  thing:
    /\b(?:(?:my|our|mine|this|the|any)\s+(?:[\w'-]+\s+){0,3}?(?:orders?|parcels?|packages?|shipments?|purchases?)|(?:my|our)\s+(?:[\w'-]+\s+){0,3}?(?:deliver(?:y|ies)|tracking|box|items?|goods|things?|stuff)|(?:i|we)(?:'ve| have)?(?: just| already)? (?:ordered|bought|purchased|placed an order))\b(?!\s+(?:form|history|date|deadline|value|minimum|process|page|limit|cut-?off|size|weight|costs?|fees?|charges?|options?|policy|label|slip|include\w*|contain\w*))/,
  state:
    /\b(?:where|status|news|updates?|happen\w*|going on|arriv\w*|come(?! (?:with|in)\b)|coming|came(?! (?:with|in)\b)|shipped|sent|send|dispatched|way|got|get(?:s|ting)? (?:here|to me)|reach\w*|receiv\w*|turn(?:ed)? up|show(?:ed|n|s)? up|delivered|waiting|late|overdue|due|delay\w*|hold up|held up|lost|stuck|moved?|moving|track|tracked|eta|when|gone|astray|says|so long|processing|heard nothing|picked up)\b/,
  alone: [
    /\b(?:has|have|had|hasn't|haven't|did|didn't|is|are|was|were|isn't|wasn't)\s+(?:it|they|my|our|the|this|anything)\b[^.?!]{0,40}\b(?:shipped|dispatched|sent|left (?!with)|left$|gone (?:out|astray)|arrived|delivered|on (?:its|the|their) way)\b/,
    /\bwhere(?:'s|\s+(?:is|are|has|have|can|could|might|did))?\s+(?:it|they)(?:\s+(?:be|got to|gone|now|right now|at|and|please)\b|\s*[?!.,]|\s*$)/,
    /\bwhen (?:will|does|should|can|might) (?:(?:it|they)\b[^.?!]{0,20}\b(?:arrive|come|get here|reach me|be (?:here|delivered|shipped))|(?:i|we)\b[^.?!]{0,12}\b(?:receive|get|expect|have) (?:it|them|my|our))\b(?! (?:back|in)\b)/,
    /\b(?:when|has|will|is) (?:will |is |are )?(?:my|our) (?:[\w'-]+ ){1,3}(?:will be here|be here|be with me|arrive|due|get here|going to arrive)\b/,
    /\b(?:not|never|\w+n't|nothing(?: has)?|still no|yet to)\b[^.?!]{0,20}\b(?:arrived?|received?|come(?! (?:with|up|in|off|from)\b)|turned up|been (?:shipped|sent|dispatched|delivered)|shipped)\b/,
    /\bstill (?:waiting (?:for|on) (?:my|our|the|it)|on (?:its|the) way)\b|\bchase (?:it|this|that|my|the)\b|\bsays? (?:it(?:'s| is| was) )?(?:delivered|shipped|dispatched|in transit|processing|pending)\b/,
    /^\W*(?:tracking|eta|order status)(?: (?:number|info\w*|link))?(?: please| pls)?\W*$|\btracking (?:(?:number|link|page)\b[^.?!]{0,30}\b(?:my|work\w*|nothing|moved?)\b|(?:\w+ )?(?:shows?|says?|stopped|is stuck)\b)/,
    /\b(?:my|our) (?:[\w'-]+ ){1,3}(?:was|were|is|are) (?:supposed|meant|due) (?:to (?:be here|be with me|come|arrive)|yesterday|on|by|last)\b|\bgoing on with (?:my|our)\b|\bwhen (?:am i|are we|do i|do we) (?:getting|get|receiving|receive) (?:my|our|it)\b|\bnothing in the (?:post|mail)\b/,
  ],
  rule: /\bdo you (?:ever |also |still |only )?(?:ship|deliver|send|sell|offer|have(?! (?:an?|any) (?:update|news|idea|eta|tracking))|use|accept|take|charge|provide|post)\b|\b(?:can|could|may) (?:i|we) (?:have|choose|add|put|collect|pick)\b|\b(?:will|would|can|could) you (?:ever )?(?:ship|deliver)\b|\b(?:usually|normally|typically|generally|on average|newsletter|if (?:i|we|you)|before (?:i|we) (?:order|buy)|once (?:i|we) order|would (?:it|they)|(?:want|like) to order|can i order)\b|\bwhen (?:it|they|(?:the|my|a) \w+) (?:arrives?|comes?|ships?|is delivered)\b|\b(?:received?|got?|get) (?:an?|the|any|my|your) (?:\w+ ){0,2}(?:e-?mail|reply|answer|response|codes?|newsletter)\b/,
};

const chinese: Patterns = {
  thing:
    /(?:我|俺|咱)[^,，。？！?!]{0,14}(?:[订訂][单單]|[单單]子?|快[递遞]|包裹|[货貨]|件|[东東]西|物流|[买買订訂拍]的)|[这這那][^,，。？！?!]{0,2}(?:[订訂]?[单單]|包裹|快[递遞])|(?:已[经經]|上周|上[个個]月|昨天|前天)[^,，。？！?!]{0,6}(?:[买買订訂拍]|下[单單])|(?<!海外|[国國][际際]|[预預]售|多少)[订訂][单單](?!满|金)/u,
  state:
    /(?:到哪|在哪|(?:什[么麼][时時]候|啥[时時]候|何[时時]|[几幾][时時])[^,，。？！?!]{0,6}(?:[发發]|到|收|寄|送)|[还還][没沒未不]|[没沒](?:有)?(?:收到|到|[发發]|[动動]|更新|物流)|未(?:收到|[发發][货貨]|到|送[达達])|怎[么麼][还還]|(?:[发發][货貨出]|寄出|[发發]出[来來]?|送到|到|[签簽]收)(?:了[吗嗎没沒么嘛]|[没沒](?:有)?[?？]?$)|[状狀][态態]|[进進]度|怎[么麼][样樣]了|查(?:一?下|[询詢]|看)|催|更新|[还還]要多久|[还還]在)/u,
  alone: [
    /到哪(?:里|裡|[儿兒]|一步)?了|[还還](?:[没沒]有?|未)(?:到(?![货貨])|收到|[发發]|送|[签簽]收|出[库庫]|寄)|(?:一直|都)?[没沒](?:有)?收到(?:[货貨]|快[递遞]|包裹|[东東]西|[订訂][单單])|怎[么麼][还還](?:[没沒]|不)/u,
    /(?<!到)(?:[发發][货貨]|寄出|[发發]出[来來]?|送到|[签簽]收)(?:了[吗嗎没沒么嘛]|[没沒](?:有)?[?？]?$)/u,
    /物流[^,，。？！?!]{0,8}(?:更新|[动動]|停[在了滞]|不|[没沒])|[显顯]示[^,，。？！?!]{0,4}(?:[签簽]收|[发發][货貨])|(?:查|看)(?:一?下|[询詢])[^,，。？！?!]{0,8}(?:物流|快[递遞]|[订訂][单單]|[单單][号號]|包裹)|催(?:一?下|[单單])/u,
    /(?:我|俺)(?:的|那|[买買]的)?(?:[货貨]|快[递遞]|包裹|[订訂][单單]|[单單]子?|[东東]西)呢|[还還]在路上|(?:快[递遞]|物流)[单單][号號][^,，。？！?!]{0,4}(?:[发發]|[给給]|多少)|(?:寄|弄|送|是不是|包裹|快[递遞])[丢丟]了?|[还還]要多久才?能?(?:收到|到|送)|[没沒](?:有)?[动動][静靜]|(?:快[递遞]|物流|包裹)[^,，。？！?!]{0,8}(?:[没沒][动動]|不[动動]|停[在了滞])|(?:[单單][号號]|物流|快[递遞])[^,，。？！?!]{0,4}查不到|[没沒](?:有)?拿到|(?:[东東]西|[货貨]|快[递遞]|包裹)(?:呢|(?:什[么麼]|啥)[时時]候[^,，。？！?!]{0,4}(?:到(?![货貨])|送|寄|[发發]))/u,
    /^[\s,，]*(?:[请請][问問])?[\s,，]*(?:大概|大[约約])?(?:什[么麼][时時]候|啥[时時]候|[几幾][时時]|何[时時])(?:才|能|可以|[会會]|大概)*(?:到|送到|收到|送[达達])(?![货貨])[了呢啊呀]?[\s?？。!！]*$/u,
  ],
  rule: /一般|通常|正常|平[时時]|如果|要是|万一|默[认認]|[预預]售|怎[么麼]查|如何查|[验驗][证證][码碼]|[优優]惠券|[会會][员員]|[邮郵]件|(?:[现現]在|今天|今晚|明天|[马馬]上)(?:下[单單]|拍|[买買]|[订訂])|(?:下[单單]|拍下|付款)(?:之)?[后後]|想[买買订訂]|你[们們](?:能|可以|[会會]|都)?(?:[发發]|送|配送|寄)(?:[货貨])?(?:到|往|去|[吗嗎])/u,
};

const japanese: Patterns = {
  thing:
    /私の|[僕俺]の|先日|先週|先月|昨日|一昨日|おととい|(?:注文|購入|買|頼|オーダー)(?:し|っ|ん|いたし|致し)(?:た|て|だ|まし)|荷物|ご?注文(?:番号|品|の?状況)/u,
  state:
    /どうな|いつ(?:頃|ごろ|ぐらい|くらい)?(?:に)?(?:届|着|到着|発送|出荷)|まだ|届(?:い|か)|(?:発送|出荷)(?:は|が)?(?:され|し|済)|状況|状態|ステータス|進捗|到着予定|お?届け予定|未着|着いて|遅(?:い|れ|く)|来(?:ない|ません|てい?(?:ない|ません))/u,
  alone: [
    /届(?:いて?(?:い|おり)?(?:ません|ない|なく|ませ)|きません|かな[いく])|まだ[^。?？!]{0,12}(?:発送|出荷|届|来(?:て|ま[すせ]|な)|着)|届く(?:予定|はず)[^。?？!]{0,12}(?:過ぎ|でした|来て)|経っても[^。?？!]{0,8}(?:来|届|着)|(?:発送|出荷|到着)(?:は|が)?まだ|受け?取って(?:い)?(?:ない|ません|おりません)|未着|届くの[がは]遅|(?:配達|配送|発送|出荷)され(?:てい?)?(?:ません|ない|ておりません)/u,
    /(?:もう|すでに|既に)[^。?？!]{0,10}(?:発送|出荷)|(?:発送|出荷)(?:は|が)?(?:され|し|いただけ)(?:まし|ていただけまし)たか|(?:発送|出荷)済み(?:です|でしょう)か|発送の?ご?(?:連絡|通知|メール)[^。?？!]{0,10}(?:まだ|来て|届|ない|ありません)/u,
    /(?:注文|配送|発送|出荷|配達|荷物|お届け)[^。?？!]{0,6}(?:状況|状態|ステータス|進捗|どうなって|どうなり)|(?:荷物|注文(?:した|品)|小包)[^。?？!]{0,8}(?:どこ|どの[あ辺])|(?:現在|今)の状況|(?:追跡|送り状|伝票)番号(?:を|が|は)|追跡でき(?:ません|ない)|(?:荷物|追跡|配送|配達)[^。?？!]{0,14}(?:動い(?:てい)?ません|動かない|見当たり|見つかり|遅れて)/u,
    /^[\s、]*(?:あの|すみません|だいたい|大体)?[\s、]*いつ(?:頃|ごろ|ぐらい|くらい)?(?:に)?(?:届|着|到着)[^。?？!]{0,12}[\s。?？!]*$|^(?:お届け|配達)(?:予定日?)?は?いつ|(?:到着|お?届け)予定日?(?:を|は|が)|注文したのに[^。?？!]{0,8}(?:連絡|届|来|何)/u,
  ],
  rule: /(?:注文|購入|買っ|決済|支払)(?:し|い|っ)?たら|すると|すれば|場合|通常|普段|平均|指定|への(?:配送|発送|配達|お届け)|(?:海外|離島|国外)|何日(?:で|くらい|ほど|かか)|可能(?:です|でしょう)か|選べ|メルマガ|クーポン|コード|認証|返信|返事|会員|再入荷/u,
};

/** Words of a question about an order that is named, or about orders at large. */
const anyOrder =
  /\b(?:where\w*|track\w*|status|arriv\w*|deliver\w*|ship(?:ped|ping|s)?|dispatch\w*|parcel|package|on its way|eta|astray|got to|turned up|gone out|left yet|update|news|happen\w*)\b|(?:到哪|在哪|物流|快递|发货|發貨|配送|签收|到了|什么时候|几天到|还没|怎么还|查一?下|催|多久|没收到|没有收到|状态|進度|进度)|(?:届|配送|発送|出荷|追跡|荷物|到着|状況|どうな)/iu;
/** Words that make it another question, though an order is named. */
const otherAsk =
  /\b(?:cancel|change|return|refund|exchange|broken|damaged|crack\w*|leak\w*|wrong|missing|invoice|gift|address|discount|code|warranty|customs|duty|vat)\b|(?:取消|退|换|改|破|裂|漏|坏|发票|地址|优惠|保修|少|身份证|清关|关税)|(?:キャンセル|返品|返金|交換|変更|破損|割れ|漏れ|違|領収|住所|割引|保証|不足|関税|のし)/iu;

/** Whether a sentence asks how an order of the customer's stands rather than for something to be done with it. */
export function asksOrderStatus(text: string): boolean {
  const folded = text.normalize('NFKC').replace(/[‘’]/g, "'");
  if (otherAsk.test(folded)) return false;
  if (anyOrder.test(folded) && markedNumbersIn(folded).length > 0) return true;
  const lower = folded.toLowerCase();
  return [english, chinese, japanese].some(
    ({ thing, state, alone, rule }) =>
      !rule.test(lower) && (alone.some((one) => one.test(lower)) || (thing.test(lower) && state.test(lower))),
  );
}
