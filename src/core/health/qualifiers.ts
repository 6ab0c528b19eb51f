/**
 * What narrows a statement: "express", "to Norway", "for members". Statements narrowed differently are about different
 * things. `usual`: the value meant where none is named; `*`: any.
 */
export type QualifierGroup = {
  readonly name: string;
  readonly usual: string | null;
  readonly values: ReadonlyArray<readonly [value: string, words: RegExp]>;
};

const group = (name: string, usual: string | null, values: QualifierGroup['values']): QualifierGroup => ({
  name,
  usual,
  values,
});

export const qualifierGroups: readonly QualifierGroup[] = [
  group('speed', 'standard', [
    [
      'next day',
      /\bnext[- ](?:business |working )?day (?:delivery|shipping|service|courier)\b|\bovernight\b|次日达|隔日达|翌日(?:配送|配達|便|お届け)/u,
    ],
    [
      'same day',
      /\bsame[- ]day (?:delivery|shipping|service|courier)\b|当日达|当天达|即日(?:配送|配達|便)|当日(?:配送|配達|便)/u,
    ],
    [
      'express',
      /(?<!american )\bexpress\b|\bexpedited\b|\bpriority\b|\brush\b|\bfast(?:er)? (?:delivery|shipping)\b|加急|特快|顺丰|急送|お?急ぎ便|速達|特急/u,
    ],
    ['economy', /\beconomy\b|\bsaver\b|经济(?:快递|配送|件)|エコノミー/u],
    ['standard', /\bstandard\b|\bregular\b|\bnormal\b|标准(?:快递|配送)?|普通(?:快递|配送|便)?|通常(?:配送|便)|標準/u],
  ]),
  group('state', 'unopened', [
    ['unopened', /\bunopened\b|\bsealed\b|未拆|未开封|未開封/u],
    ['opened', /\bopened\b|\bunsealed\b|已拆|(?<!未)拆封|(?<![未])开封|(?<!未)開封/u],
  ]),
  group('wear', 'unused', [
    ['unused', /\bunused\b|\bunworn\b|未使用|未穿|未着用/u],
    ['used', /\b(?:used|worn) (?:items?|goods?|products?|clothes|clothing|shoes)\b|使用过|穿过|使用済/u],
  ]),
  group('fault', 'sound', [
    [
      'faulty',
      /\bfaulty\b|\bdefect\w*\b|\bdamaged\b|\bbroken\b|质量问题|破损|损坏|瑕疵|坏了|不良|破損|故障|初期|壊れ|不具合/u,
    ],
    ['sound', /\bchange(?:d)? (?:of|your) mind\b|\bnot defective\b|无理由|非质量问题|お客様都合|自己都合/u],
  ]),
  group('price', 'full', [
    [
      'sale',
      /\bsale (?:items?|products?|goods)\b|\bdiscounted\b|\bclearance\b|\boutlet\b|\bfinal sale\b|特价|打折商品|清仓|促销商品|セール|アウトレット/u,
    ],
    ['full', /\bfull[- ]price\w*\b|\bregular[- ]price\w*\b|正价|原价|定価|通常価格/u],
  ]),
  group('who', null, [
    ['members', /(?<!non-|non )\b(?:members?|vip|subscribers?|prime)\b|会员|会員/u],
    ['others', /\bnon-?members?\b|\bguests?\b|非会员|非会員|ゲスト/u],
    ['new', /\b(?:new|first[- ]time) customers?\b|\bfirst order\b|新用户|新客|新人|首单|初回|はじめて|新規/u],
    ['students', /\bstudents?\b|学生/u],
    ['wholesale', /\bwholesale\b|\bbulk\b|\bbusiness customers?\b|\btrade\b|批发|企业|卸|法人/u],
  ]),
  group('where', '*', [
    ['online', /\bonline\b|网上|线上|网店|オンライン|通販|ネット/u],
    [
      'in store',
      /\bin[- ]?stores?\b|\bin (?:the|our|a) (?:shop|store)s?\b|\bphysical stores?\b|门店|实体店|到店|店内|店舗|店頭/u,
    ],
  ]),
  group('time', 'weekday', [
    ['weekday', /\bweekdays?\b|\bworking days? only\b|工作日(?!内)|平日/u],
    ['monday', /\bmon(?:day)?s?\b|周一|星期一|月曜/u],
    ['tuesday', /\btue(?:sday)?s?\b|周二|星期二|火曜/u],
    ['wednesday', /\bwed(?:nesday)?s?\b|周三|星期三|水曜/u],
    ['thursday', /\bthu(?:rsday)?s?\b|周四|星期四|木曜/u],
    ['friday', /\bfri(?:day)?s?\b|周五|星期五|金曜/u],
    ['saturday', /\bsat(?:urdays?)?\b|周六|星期六|土曜/u],
    ['sunday', /\bsun(?:days?)?\b|周日|星期[日天]|日曜/u],
    ['weekend', /\bweekends?\b|周末|土日|週末/u],
    ['holiday', /\bholidays?\b|\bchristmas\b|节假日|春节|国庆|祝日|年末年始/u],
  ]),
  // Before or after the goods have left: of what can be done, not of how long it takes.
  group('phase', 'before', [
    [
      'before',
      /\b(?:before|until|unless|prior to)\b[^.;]{0,40}?(?:dispatch|ship|left|leav|sent)|\bnot (?:yet )?(?:been )?(?:dispatched|shipped|sent)\b|发货前|未发货|出库前|発送前|出荷前|未発送/u,
    ],
    [
      'after',
      /\b(?:after|once|already)\b[^.;]{0,40}?(?:dispatch|ship|left|leav|sent)|发货后|已发货|已经发货|発送後|発送済|出荷後/u,
    ],
  ]),
  group('condition', 'new', [
    ['refurbished', /\brefurbished\b|\bsecond[- ]hand\b|\bpre-?owned\b|\brenewed\b|翻新|二手|中古|リファービッシュ/u],
    [
      'new',
      /\bbrand[- ]new\b|\bnew (?:items?|products?|devices?|laptops?|phones?|computers?|cameras?)\b|(?<!翻)新机|全新|新品/u,
    ],
  ]),
  group('season', null, [
    ['spring', /\bspring\b|春季|春の/u],
    ['summer', /\bsummer\b|夏季|暑期|夏の|夏季/u],
    ['autumn', /\bautumn\b|\bfall season\b|秋季|秋の/u],
    ['winter', /\bwinter\b|冬季|冬の/u],
  ]),
  group('age', 'adult', [
    ['adult', /\badults?\b|成人|成年|大人/u],
    ['child', /\b(?:child(?:ren)?|kids?|infants?|toddlers?|bab(?:y|ies))\b|儿童|小孩|婴儿|子供|お子様|小児/u],
    ['senior', /\bseniors?\b|老年|老人|シニア|高齢/u],
  ]),
  group('size', '*', [
    ['small', /\bsmall(?:er)?\b|小号|小型|小サイズ|スモール/u],
    ['medium', /\bmedium\b|中号|中型|中サイズ/u],
    ['large', /\b(?:large|big)(?:r|ger)?\b|大号|大型|大サイズ|ラージ/u],
  ]),
  group('sex', null, [
    ['men', /\b(?:men|mens|men's|male)\b|男(?:士|款|性)|メンズ/u],
    ['women', /\b(?:women|womens|women's|female|ladies)\b|女(?:士|款|性)|レディース/u],
  ]),
];

/** Parts of the world; `abroad` and `home` stand for whatever is not named. */
export const places: ReadonlyArray<readonly [string, RegExp]> = [
  ['uk', /\b(?:uk|u\.k\.|united kingdom|great britain|england|scotland|wales)\b|英国|イギリス/u],
  [
    'us',
    /\b(?:usa|u\.s\.a?\.?|united states|america)\b|\b(?:the|contiguous|continental|mainland) us\b|\bus (?:orders?|customers?|address\w*|mainland|delivery|shipping)\b|美国|アメリカ|米国/u,
  ],
  ['canada', /\bcanad(?:a|ian)\b|加拿大|カナダ/u],
  ['eu', /\b(?:eu|europe(?:an)?(?: union)?)\b|欧盟|欧洲|ヨーロッパ|欧州/u],
  ['australia', /\baustralian?\b|澳大利亚|澳洲|オーストラリア/u],
  ['new zealand', /\bnew zealand\b|新西兰|ニュージーランド/u],
  ['germany', /\bgerman(?:y)?\b|德国|ドイツ/u],
  ['france', /\b(?:france|french)\b|法国|フランス/u],
  ['ireland', /\birish\b|\bireland\b|爱尔兰|アイルランド/u],
  ['norway', /\bnorway\b|挪威|ノルウェー/u],
  ['switzerland', /\b(?:switzerland|swiss)\b|瑞士|スイス/u],
  ['india', /\bindian?\b|印度|インド/u],
  ['china', /\b(?:mainland )?china\b|中国|大陆|中国本土/u],
  ['hong kong', /\bhong kong\b|香港/u],
  ['macau', /\bmaca[uo]\b|澳门|マカオ/u],
  ['taiwan', /\btaiwan\b|台湾|臺灣/u],
  ['hmt', /港澳台/u],
  ['japan', /\bjapan(?:ese)?\b|日本/u],
  ['korea', /\bkorea(?:n)?\b|韩国|韓国/u],
  ['singapore', /\bsingapore\b|新加坡|シンガポール/u],
  [
    'remote',
    /\bremote areas?\b|\bhighlands\b|\b(?:outlying |off-?shore )?islands?\b|\balaska\b|\bhawaii\b|偏远|新疆|西藏|内蒙古|青海|海南|離島|沖縄|北海道|遠隔地/u,
  ],
  [
    'city',
    /\b(?:beijing|shanghai|london|tokyo|osaka|new york)\b|北京|上海|广州|深圳|江浙沪|东京|大阪|東京|関東|関西|九州|本州|四国/u,
  ],
  [
    'abroad',
    /\b(?:abroad|overseas|international(?:ly)?|worldwide|outside (?:the |of )?\w+|other countries|foreign)\b|海外|国外|境外|国際|国际|全球|世界/u,
  ],
  ['home', /\b(?:domestic(?:ally)?|nationwide|within the country|home country)\b|国内|境内|全国/u],
];
