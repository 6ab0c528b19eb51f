/**
 * What customers of shops ask about, in three languages: words of one line mean the same matter. `act`: something that
 * is done, which tells one period or price from another (a return is no refund). The rest only says that two words mean
 * the same. Over folded text; the first that fits takes the words.
 */
export type Subject = {
  readonly name: string;
  readonly kind: 'act' | 'thing';
  readonly words: RegExp;
  /** An act that is meant as well: machine washing is washing. */
  readonly implied?: string;
};

const act = (name: string, words: RegExp): Subject => ({ name, kind: 'act', words });
const thing = (name: string, words: RegExp): Subject => ({ name, kind: 'thing', words });

export const subjects: readonly Subject[] = [
  act('check in', /\bcheck(?:s|ed|ing)?[- ]?in\b|入住|チェックイン/gu),
  act(
    'check out',
    /\bcheck(?:s|ed|ing)?[- ]?out(?= (?:time|is|from|by|before|until|at \d)|s?\b times?)|\bcheck(?:ing)? out(?= of|\?|$)|退房|チェックアウト/gu,
  ),
  act('restock', /\bre-?stock(?:s|ed|ing)?\b(?! fee| charge)|\bback in stock\b|补货|到货通知|再入荷|再販/gu),
  thing('restocking', /\bre-?stocking (?:fee|charge)s?\b|手续费|手数料/gu),
  thing('insurance', /\b(?:shipping|delivery|return) insurance\b|[运邮]费险|配送保険/gu),
  thing('return label', /\breturn (?:shipping )?labels?\b|退货(?:标签|单)|返品ラベル|返送ラベル/gu),
  {
    ...act(
      'return cost',
      /\breturn (?:shipping|postage|delivery)\b(?! address)|\b(?:cost|costs|postage|shipping) (?:of|for|on) (?:the |your |any |a )?returns?\b|退货(?:的)?(?:运费|邮费|快递费|费用)|退回(?:的)?(?:运费|邮费)|寄回(?:的)?(?:运费|邮费|费用)|返品(?:時)?の?送料|返送料|返送(?:時)?の?(?:送料|費用)/gu,
    ),
    implied: 'return',
  },
  act(
    'combine',
    /\bcombin(?:e|es|ed|ing|able)\b|\bstack(?:ed|ing|able)?\b|\b(?:together|at the same time|in one order)\b|叠加|一起用|同时使用|并用|併用|組み合わせ|複数の/gu,
  ),
  { ...thing('machine wash', /\bmachine[- ]wash\w*\b|\bwashing machine\b|机洗|洗衣机洗|洗濯機/gu), implied: 'wash' },
  { ...thing('hand wash', /\bhand[- ]wash\w*\b|\bwash(?:ed)? (?:\w+ )?by hand\b|手洗い?/gu), implied: 'wash' },
  { ...thing('dishwasher', /\bdish-?washer(?:[- ]safe)?\b|洗碗机|食洗機|食器洗い?機/gu), implied: 'wash' },
  { ...thing('dry clean', /\bdry[- ]clean\w*\b|干洗|ドライクリーニング/gu), implied: 'wash' },
  thing('takeaway', /\btake[- ]?(?:out|away)s?\b|外卖|外带|テイクアウト|持ち帰り/gu),
  thing('deadline', /\bdeadlines?\b|\bcut-?off\b|截止|结束|到期|締め?切り?|期日/gu),
  thing('campaign', /\bcampaigns?\b|(?:优惠|促销)?活动|大促|キャンペーン/gu),
  act(
    'gift wrap',
    /\b(?:gift|present)s?[- ]?(?:wrap(?:ping|ped)?|box(?:es|ing)?|packag\w+|bags?)\b|\bwrap(?:ping)?(?: \w+)? (?:gift|present)s?\b|\bwrapp(?:ing|ed)\b|礼品?包装|礼盒|ラッピング|ギフト包装/gu,
  ),
  act(
    'gift card',
    /\b(?:gift|store) ?(?:cards?|vouchers?|certificates?|credits?)\b|礼品卡|购物卡|储值卡|ギフトカード|ギフト券|商品券/gu,
  ),
  act('warranty', /\bwarrant(?:y|ies|ied)\b|\bguarantee[sd]?\b(?! delivery| next)|\bguaranty\b|质保|保修|三包|保証/gu),
  act('exchange', /\bexchang(?:e|es|ed|ing|eable)\b|\bswap(?:s|ped|ping)?\b|换货|调换|更换|换成|换码|換貨|交換/gu),
  act('quote', /\bquot(?:e|es|ed|ation|ations)\b|\bestimates?\b|报价|估价|見積(?:もり|書|り)?/gu),
  act(
    'refund',
    /\bmoney (?:is|will be|goes|comes)\b|\brefund(?:s|ed|ing|able)?\b|\bmoney back\b|\breimburs\w+\b|\bget (?:my|your) money\b|退款|退还|退回款|退钱|退费|返钱|返金|払い戻し|払戻し?/gu,
  ),
  act(
    'return',
    /\breturn(?:s|ed|ing|able)?\b|\bsen[dt](?:ing)? (?:\w+ ){0,3}back\b|\bbring(?:ing)? (?:\w+ ){0,3}back\b|\b(?:give|take) (?:\w+ ){0,3}back\b|\bmoney-back\b|退货|退换货?|退回|寄回|无理由|退掉|想退|返品|返送|返却/gu,
  ),
  act(
    'cancel',
    /\bcancel(?:s|led|ed|ling|ing|lation|lations|ation|ations|able)?\b|\bcall off\b|取消|撤销|キャンセル|取り?消し?|解約/gu,
  ),
  act(
    'change order',
    /\b(?:chang|amend|modif|edit|alter|updat)(?:e|es|ed|ing|y|ies|ied)?(?: \w+){0,3} (?:order|address|orders)\b|修改(?:订单|地址|收货地址)|改(?:订单|地址)|地址[^，。]{0,5}改|(?:(?:ご?注文|お?届け先|配送先)の?)?(?:内容|住所|お?届け先|配送先|注文)(?:の|を)?変更/gu,
  ),
  act(
    'dispatch',
    /\bdispatch(?:es|ed|ing)?\b|\bhandling time\b|\bprocessing time\b|\b(?:orders?|parcels?|items?) (?:are |is )?(?:processed|leave|leaves|packed)\b|\bship(?:s|ped)? out\b|\bships? (?:with)?in\b(?! (?:the|a|our|your)\b)|\bships? (?:the )?same day\b|\b(?:is|are|be|get|gets) (?:sent|shipped)(?: out)?(?= within| in [^a-z]| the same| on the)|\b(?:how soon|when) (?:do|does|will|is|are) (?:\w+ ){1,3}(?:be )?(?:ship|shipped|sent)\b(?! to)|\b(?:leaves?|left) (?:our|the) warehouse\b|发货|发出|寄出|出货|出库|発送|出荷/gu,
  ),
  act(
    'hold',
    /\bh[oe]ld(?:s|ing)? (?:\w+ )?(?:time|period|orders?|items?|it|them)\b|\b(?:kept|held) (?:in|at|for)\b|保留(?:\d|多久|时间)|留货|取り?置き?/gu,
  ),
  act(
    'collect',
    /\b(?:pick(?:ed|ing)?[- ]?(?:it |them )?up|click (?:and|&) collect|in-store (?:pickup|collection)|collect(?:ed|ion)? (?:in|from|at)|collection point)\b|\bcollect(?:ion|ed|ing)?\b|自提|到店取|店头取货|店舗受(?:け)?取り?|店頭受(?:け)?取り?/gu,
  ),
  act(
    'deliver',
    /\bdeliver(?:y|ies|s|ed|ing)?\b|\bship(?:s|ped|ping|ment|ments)?\b|\bpostage\b|\bpost(?:ed|ing)? (?:it|them|to|out)\b|\barriv(?:e|es|ed|al|ing)\b|\bsen[dt] (?:\w+ ){0,3}to\b|\bsend abroad\b|\bget (?:to me|here|to you)\b|配送料?|送货|物流|快递|运输|送达|到货|寄到|寄送|包邮|运费|邮费|邮寄|寄往|お届け|届[きくけい]\p{L}?|配達|送料|輸送|発送先/gu,
  ),
  act(
    'track',
    /\btrack(?:s|ed|ing)?\b|\bwhere(?: is|'s) my (?:order|parcel|package)\b|查(?:询)?(?:物流|快递|订单)|追跡|追踪|配送状況|配達状況|发货状态|物流(?:信息|进度|状态)|查看物流|荷物の?状況/gu,
  ),
  act('invoice', /\binvoic(?:e|es|ed|ing)\b|\bvat receipt\b|\btax receipt\b|发票|開発票|請求書|領収書|インボイス/gu),
  thing('earning', /\bearn(?:s|ed|ing)?\b|获得积分|积分获得|怎么获得|积(?=\s?[\d一]+\s?分)|貯ま\p{L}/gu),
  thing('redeeming', /\bredeem\w*\b|\bworth\b|抵扣?|抵用|兑换|還元|引き換え/gu),
  act('points', /\b(?:loyalty |reward )?points?\b(?! of)|\brewards?\b|积分|ポイント/gu),
  act(
    'coupon',
    /\bcoupons?\b|\bpromo(?:tion(?:al)?)?(?: codes?)?\b|\bdiscount codes?\b|\bvoucher(?:s| codes?)?\b|优惠券|优惠码|红包|折扣码|クーポン|割引コード/gu,
  ),
  act('price match', /\bprice[- ](?:match|adjust|protect|guarantee)\w*\b|价保|保价|补差价|差价|価格保証|最低価格/gu),
  act(
    'instalments',
    /\binstal?lments?\b|\bpay(?:ing)? (?:over time|later|monthly)\b|\bklarna\b|\bafterpay\b|分期|分割払い|分割/gu,
  ),
  act(
    'cash on delivery',
    /\bcash[- ]on[- ]delivery\b|\bc\.?o\.?d\b|\bpay (?:on|upon|at) delivery\b|货到付款|代金引換|代引き?|着払い/gu,
  ),
  act('preorder', /\bpre-?orders?\b|预售|预购|预定|予約(?:商品|販売|注文)/gu),
  act(
    'subscription',
    /\bsubscri(?:be|bes|bed|bing|ption|ptions|ber|bers)\b|\bauto-?renew\w*\b|订阅|续费|连续包月|定期(?:便|購入|購読|コース)?|サブスク\p{L}*/gu,
  ),
  act('member', /\bmember(?:s|ship|ships)?\b|\bvip\b|会员|会員/gu),
  act('trial', /\btrial(?:s)?\b|试用|体验装|お?試し|トライアル/gu),
  act('sample', /\bsamples?\b|\bswatch(?:es)?\b|小样|样品|サンプル/gu),
  act('repair', /\brepair(?:s|ed|ing)?\b|\bmend(?:s|ed|ing)?\b|\bservicing\b|维修|修理|返修/gu),
  act(
    'install',
    /\binstall(?:s|ed|ing|ation)?\b|\bassembl(?:e|y|ed|ing)\b|\bset(?:ting)?[- ]?up\b|安装|组装|設置|取り?付け|組み?立て/gu,
  ),
  act(
    'reply',
    /\b(?:repl(?:y|ies|ied)|respon(?:d|se|ds|ded)|get back to|answer(?:s|ed)?(?= (?:all )?(?:emails?|messages?|within)))\b|回复|答复|回覆|返信|回答|ご返答/gu,
  ),
  act(
    'open',
    /\b(?:open(?:ing)?(?: hours| times)?|business hours|office hours|opening|hours of operation|working hours|service hours|lines are open|available (?=from|between|\d))\b|营业(?:时间)?|几点上班|上班(?:时间)?|(?:几点)?(?:关门|开门|打烊)|几点下班|下班(?:时间)?|工作时间|服务时间|客服时间|在线时间|営業(?:時間)?(?!日)|受付時間|対応時間|開店|閉店/gu,
  ),
  act(
    'charge up',
    /\b(?:re)?charg(?:e|es|ing|ed) (?:time|fully|the battery|it|via|cable|port)\b|\bfull(?:y)? charge[d]?\b|充电|充電/gu,
  ),
  act('battery', /\bbatter(?:y|ies)\b(?: life| lasts?)?|续航|电池|バッテリー|電池|連続(?:使用|再生)/gu),
  act('wash', /\bwash(?:able|ed|ing|es)?\b|\bclean(?:ed|ing)?\b|清洗|水洗|洗涤|洗濯|洗え\p{L}?|洗う|お手入れ/gu),
  act(
    'shelf life',
    /\bshelf[- ]life\b|\bexpir(?:y|es|ation|ed|e|ing)\b|\b(?:runs?|ran|running) out\b|\blapse[sd]?\b|\bstays? valid\b|\bcan be spent\b|\bbest before\b|\bkeeps? (?:for|fresh)\b|\bvalid(?:ity)?\b(?! student| id\b)|保质期|有效期|过期|失效|赏味期限?|賞味期限|消費期限|有効期限|使用期限/gu,
  ),
  act('password', /\bpasswords?\b|\breset link\b|密码|パスワード/gu),
  act(
    'delete account',
    /\b(?:delet|clos|deactivat)(?:e|es|ed|ing|ion)(?: \w+){0,2} accounts?\b|注销|退会|アカウントの?削除/gu,
  ),
  act('deposit', /\bdeposits?\b|\bdown ?payments?\b|定金|订金|押金|内金|手付金|保証金/gu),
  act(
    'limit',
    /\b(?:purchase|order|quantity) limits?\b|\blimit(?:ed)? (?:to|of|per)\b|\bper (?:customer|person|household)\b|\bmaximum (?:number|quantity)\b|限购|限購|購入制限|購入数|お一人様|個数制限/gu,
  ),
  act(
    'minimum',
    /\bminimum (?:order|spend|purchase|quantity)\w*\b|\bmoq\b|起订|起送|最低消费|最小订|最低注文|最小注文/gu,
  ),
  act('pay', /\bpa(?:y|ys|id|ying|yment|yments|yable)\b|支付|付款|付费|支払い?|決済|お支払い?/gu),
  act(
    'customs',
    /\bcustoms\b|\bduties\b|\bimport (?:tax|duty|vat|charges?)\b|\bimport taxes\b|关税|清关|税费|関税|輸入税/gu,
  ),
  act(
    'engrave',
    /\bengrav(?:e|ed|ing|ings)\b|\bpersonali[sz](?:e|ed|ing|ation)\b|\bmonogram\w*\b|刻字|定制|名入れ|刻印/gu,
  ),
  thing('unopened', /\bunopened\b|\bsealed\b|\bnot (?:been )?opened\b|未拆封?|未开封|未開封/gu),
  thing('opened', /\bopened\b|\bunsealed\b|已?拆封|拆开|开封(?!后\d)|開封(?:済み?|後|品)?/gu),
  thing('unused', /\bunused\b|\bunworn\b|\bnot (?:been )?(?:used|worn)\b|未使用|未穿|未用过|未着用/gu),
  thing('used', /\bused\b(?! to| for| by| with| in| as)|\bworn\b|使用过|用过|穿过|使用済み?/gu),
  thing(
    'damaged',
    /\bdamag(?:e|ed|es)\b|\bbroken\b|\bdefect(?:s|ive)?\b|\bfault(?:y|s)?\b|破损|损坏|质量问题|瑕疵|坏了|次品|破損|不良(?:品)?|故障|壊れ\p{L}?|初期不良/gu,
  ),
  thing(
    'sale',
    /\bsale (?:items?|products?|goods?)\b|\bon sale\b|\b(?:discounted|clearance|final[- ]sale|outlet|reduced) (?:items?|products?|goods?|pieces?)?|\bclearance\b|特价商?品?|打折商品|促销商品|清仓|セール(?:品|商品)?|アウトレット/gu,
  ),
  thing('receipt', /\breceipts?\b|\bproof of purchase\b|小票|购物凭证|购买凭证|レシート|購入証明/gu),
  thing('packaging', /\b(?:original )?(?:packag(?:ing|e)|box)\b|包装|外箱|梱包|パッケージ/gu),
  thing('colour', /\bcolou?rs?\b|颜色|色号|カラー|色/gu),
  thing('size', /\bsiz(?:e|es|ing)\b|尺码|尺寸|サイズ|寸法/gu),
  act(
    'load',
    /\b(?:max(?:imum)? )?(?:load|weight capacity)\b|\bcarr(?:y|ies)\b|\bhow much weight\b|\bweight limit\b|承重|载重|放多重|耐荷重|載せ\p{L}*/gu,
  ),
  act('weight', /\bweigh(?:s|t|ts|ing)?\b|\bheav(?:y|ier)\b|重量|多重|重さ/gu),
  act(
    'capacity',
    /\bcapacit(?:y|ies)\b|\bvolume\b|\bhow (?:much|many)\b.{0,40}\bholds?\b|容量|能装|可装|装多少|入りますか?/gu,
  ),
  act('height', /\bheights?\b|\btall\b|\bhigh\b|高度|身高|高さ|身長/gu),
  act('width', /\bwidths?\b|\bwide\b|宽度|宽|幅/gu),
  thing('length', /\blengths?\b|长度|長さ|(?<!大)丈/gu),
  act('depth', /\bdepths?\b|\bdeep\b|深度|奥行き?|深さ/gu),
  thing('material', /\bmaterials?\b|\bmade (?:of|from|with)\b|\bfabrics?\b|材质|面料|成分|素材|材料|生地/gu),
  thing('water', /\bwater-?(?:proof|resistant)\b|防水/gu),
  thing('email', /\be-?mails?\b|邮箱|邮件|电子邮件|メール/gu),
  thing('phone', /\b(?:tele)?phones?\b|\bcall(?:s|ing)?\b|\bhotline\b|电话|热线|電話|コールセンター/gu),
  thing('chat', /\blive chat\b|\bchat\b|在线客服|チャット/gu),
  thing(
    'support',
    /\bcustomer (?:service|care|support)\b|\bsupport team\b|客服|カスタマー(?:サポート|サービス)?|サポート|お?問い?合わせ/gu,
  ),
  thing(
    'price',
    /\bprices?\b|\bcosts?\b|\bfees?\b|\bcharges?\b|\bhow much(?= (?:is|are|do|does|did|will|would|for|to|can|must)\b|\?|$)|\bsurcharges?\b|价格|多少钱|费用|收费|几元|价钱|料金|費用|値段|価格|いくら/gu,
  ),
  thing('discount', /\bdiscounts?\b|(?<!\p{L} )off|\b(?:percent|money) off\b|优惠|折扣|打折|減免|割引|値引き?|オフ/gu),
  thing('student', /\bstudents?\b|学生|学割/gu),
  thing('bulk', /\b(?:bulk|wholesale|large orders?)\b|批发|团购|大量|まとめ買い|卸|大口/gu),
  thing('first order', /\bfirst (?:order|purchase)\b|首单|首次(?:下单|购买)|新人|新用户|新客|初回|はじめての/gu),
  thing('order', /\borders?\b|\bpurchas(?:e|es|ed|ing)\b|订单|下单|购买|注文|購入/gu),
  thing('po box', /\bp\.?o\.? box(?:es)?\b|私書箱|邮政信箱/gu),
  thing('parcel', /\b(?:parcels?|packages?|box(?:es)?)\b|包裹|荷物|小包/gu),
  thing(
    'goods',
    /\b(?:items?|products?|goods|articles?|things?|something|stuff)\b|商品|产品|货物|东西|宝贝|製品|アイテム|物/gu,
  ),
  thing('shop', /\b(?:stores?|shops?|showrooms?|boutiques?)\b|门店|实体店|店铺|店面|店舗|実店舗|ショップ|お店/gu),
  thing('free', /\bfree\b(?! time| to | from )|\bno (?:charge|fee|cost)\b|\bcomplimentary\b|免费|免运费|無料/gu),
  thing('gift', /\b(?:gifts?|presents?)\b|礼物|礼品|赠品|ギフト|プレゼント|贈り物/gu),
  thing(
    'child',
    /\b(?:child(?:ren)?|kids?|bab(?:y|ies)|infants?|toddlers?)\b|儿童|小孩|宝宝|孩子|子供|お子様|赤ちゃん|乳幼児/gu,
  ),
  act('pet', /\b(?:pets?|dogs?|cats?)\b|宠物|ペット|犬|猫/gu),
  thing('parking', /\bpark(?:ing)?\b(?! street)|\bcar park\b|停车|駐車/gu),
  thing('credit card', /\b(?:(?:credit|debit|bank) )?cards?\b|信用卡|クレジットカード/gu),
  thing('holiday', /\b(?:public |bank |national )?holidays?\b|节假日|法定假日|祝日|祭日/gu),
  thing('weekend', /\bweekends?\b|周末|双休日|土日|週末/gu),
  thing(
    'age',
    /\bage[ds]?\b|\b(?:how|years?) old\b|\bolder than\b|\bor older\b|\bminors?\b|年龄|周岁|年齢|歳|未成年/gu,
  ),
  act('power', /\bwattage\b|\bpower (?:consumption|rating)\b|功率|消費電力/gu),
  thing(
    'report',
    /\breport(?:s|ed|ing)?\b|\blet us know\b|\btell us\b|\bnotify us\b|\bcontact us\b|联系(?:我们|客服)|告知|反馈|ご?連絡|お?知らせ/gu,
  ),
  act('tax', /\bvat\b|\b(?:sales )?tax(?:es)?\b|含税|税费|消費税|税込み?|税金|税/gu),
];
