import type { ReplyLanguage } from '#shared/model/basics.ts';

/** What several names and many questions mean: one thing that can be known about a product. */
export type AttributeGroup = {
  readonly key: string;
  /** Names of attributes in any of the three languages, folded. */
  readonly names: RegExp;
  /** Questions for it, folded. */
  readonly asks: RegExp;
  /** Sentences of a description that tell it; null: only an attribute does. */
  readonly says: RegExp | null;
  /** What the attribute is called where its own name is of another language. */
  readonly label: Readonly<Record<ReplyLanguage, string>>;
  /** What customers call it beside its label, for the search. */
  readonly words: Readonly<Record<ReplyLanguage, string>>;
};

/** Things a product may be good for. A question that names one asks for nothing more general. */
export const features: readonly AttributeGroup[] = [
  feature('dishwasher', /dish ?washer|洗碗机|洗碗機|食洗機|食器洗い?(?:乾燥)?機/u, ['dishwasher', '洗碗机', '食洗機']),
  feature('microwave', /microwave|微波炉|微波爐|(?:電子)?レンジ/u, ['microwave', '微波炉', '電子レンジ']),
  feature('induction', /\binduction\b|电磁炉|電磁爐|\bih\b|ih(?=[にでは対調・])|電磁調理/u, [
    'induction',
    '电磁炉',
    'IH',
  ]),
  feature('flame', /\bgas (?:hob|stove|cooker|burner)|open (?:fire|flame)|明火|燃气|煤气|直火|ガス(?:火|コンロ)/u, [
    'gas stove, open flame',
    '明火',
    '直火',
  ]),
  feature('oven', /\boven\b|烤箱|オーブン/u, ['oven', '烤箱', 'オーブン']),
  feature('water', /water ?(?:proof|resistant)|防水|耐水/u, ['waterproof', '防水', '防水']),
  feature('tight', /leak ?-?proof|spill ?-?proof|密封|漏水|漏れ/u, ['leakproof', '密封', '密閉']),
];

function feature(key: string, pattern: RegExp, [en, zh, ja]: readonly [string, string, string]): AttributeGroup {
  return { key, names: pattern, asks: pattern, says: pattern, label: { en, zh, ja }, words: { en, zh, ja } };
}

export const attributeGroups: readonly AttributeGroup[] = [
  {
    key: 'material',
    names: /^(?:main )?(?:materials?|fabrics?|composition|shell|upper)\b|材质|材質|材料|面料|素材|生地/u,
    asks: /\bmade (?:of|from|out of|with)\b|\bmaterials?\b|\bfabrics?\b|材质|材質|材料|面料|什么做的|什么料|素材|何で(?:でき|作ら)|生地/u,
    says: /\bmade (?:of|from|out of)\b|材质|材質|素材/u,
    label: { en: 'material', zh: '材质', ja: '素材' },
    words: { en: 'made of', zh: '材料 什么做的', ja: '材質 何でできて' },
  },
  {
    key: 'capacity',
    names: /\b(?:capacity|volume|content)\b|容量|容积|容積|内容量/u,
    asks: /\bcapacity\b|\bvolume\b|\bholds?\b|\bhow (?:many|much) (?:cups?|lit(?:re|er)s?|ml|ounces|oz|water|liquid|tea|coffee)\b|容量|容积|能装|装多少|多少(?:毫升|升|ml)|几升|何(?:リットル|ml|杯分?|人(?:分|前|用))|(?:どの|どれ)(?:くらい|ぐらい)(?:の量が)?入/u,
    says: /\bholds?\b|\bcapacity\b|容量|可装/u,
    label: { en: 'capacity', zh: '容量', ja: '容量' },
    words: { en: 'holds volume', zh: '能装多少', ja: 'どのくらい入る' },
  },
  {
    key: 'weight',
    names: /\bweight\b|重量|重さ|净重|淨重|本体重量/u,
    asks: /\bweigh[st]?\b|\bweight\b|\bheavy\b|重量|多重|几斤|多少(?:克|斤|公斤|千克)|重不重|净重|重さ|何(?:キロ|グラム|kg|g)(?!ま)|重い/u,
    says: /\bweighs?\b|\bweight\b|重量|重さ|净重/u,
    label: { en: 'weight', zh: '重量', ja: '重量' },
    words: { en: 'weighs heavy', zh: '多重', ja: '重さ' },
  },
  {
    key: 'size',
    names:
      /\b(?:sizes?|dimensions?|height|width|depth|length|diameter|measurements?)\b|尺寸|尺码|尺碼|大小|规格|規格|高度|宽度|長度|长度|直径|サイズ|寸法|大きさ|高さ|幅|奥行|長さ/u,
    asks: /\bsizes?\b|\bdimensions?\b|\bmeasure(?:ments?|s)?\b|\bhow (?:big|tall|wide|high|deep|large|long (?:is|are) (?:it|they|this|these|the\s*[?]))|\b(?:height|width|depth|diameter)\b|尺寸|尺码|大小|多大|多高|多宽|规格|直径|サイズ|大きさ|寸法|高さ|幅は|奥行|直径|\bthick(?:ness)?\b|厚度|多厚|多长|厚さ|厚み|長さ/u,
    says: /\b(?:measures|dimensions?|height|width|diameter)\b|尺寸|サイズ|寸法/u,
    label: { en: 'size', zh: '尺寸', ja: 'サイズ' },
    words: { en: 'dimensions how big', zh: '大小 多大', ja: '大きさ 寸法' },
  },
  {
    key: 'color',
    names: /\bcolou?rs?\b|\bshade\b|颜色|顏色|颜色分类|色|カラー/u,
    asks: /\bcolou?rs?\b|\bshades?\b|\bcomes? in (?:black|white|blue|red|green|gr[ae]y|pink|yellow|brown|silver|gold)\b|颜色|顏色|什么色|哪些色|几种色|[黑白红蓝绿灰粉黄金银]色|何色|色(?:は|が|も|の|味|違)|カラー/u,
    says: null,
    label: { en: 'colour', zh: '颜色', ja: 'カラー' },
    words: { en: 'color colours come in', zh: '什么颜色', ja: '色 何色' },
  },
  {
    key: 'care',
    names: /\bcare\b|\bwash|\bcleaning\b|保养|保養|清洗|清洁|洗涤|护理|お手入れ|手入れ|洗濯|洗い方/u,
    asks: /\bwash(?:ed|ing|able)?\b|\b(?:take )?care (?:of|for)\b|\bcare instructions?\b|\bclean(?:ed|ing)?\b|\biron(?:ed|ing)?\b|\bdescal\w*|\blaundry\b|\btumble\b|\bbleach\w*|\b(?:air|line|spin|drip)[- ]dr(?:y|ied|ying)\b|机洗|手洗|干洗|洗衣机|能不能洗|洗濯機|清洗|保养|怎么洗|可以洗|能洗|洗涤|清洁|打理|水洗|手入れ|洗い方|洗濯|洗え|掃除/u,
    says: /\bwash\b|\bclean\b|\bwipe\b|\biron\b|\bdescale\b|\brinse\b|\bdry\b|洗|擦|晾|保养|拭|乾か|手入れ|洗濯/u,
    label: { en: 'care', zh: '保养方法', ja: 'お手入れ' },
    words: { en: 'wash clean', zh: '清洗 怎么洗', ja: '手入れ 洗い方' },
  },
  {
    key: 'warranty',
    names: /\bwarrant(?:y|ies)\b|\bguarantee\b|保修|质保|質保|保固|保証/u,
    asks: /\bwarrant(?:y|ies)\b|\bguarantees?\b|\bguaranteed\b|保修|质保|質保|保固|保証/u,
    says: /\bwarranty\b|\bguarantee\b|保修|质保|保証/u,
    label: { en: 'warranty', zh: '保修期', ja: '保証期間' },
    words: { en: 'guarantee', zh: '质保', ja: '保証' },
  },
  {
    key: 'price',
    names: /^(?:sale |regular )?price$|价格|價格|售价|促销价|価格|値段/u,
    asks: /\bprices?\b|\bcosts?\b|\bhow much (?:is|are|for)\b|多少钱|多少錢|价格|價格|价钱|售价|几块钱|いくら|値段|価格/u,
    says: null,
    label: { en: 'price', zh: '价格', ja: '価格' },
    words: { en: 'cost how much', zh: '多少钱', ja: '値段 いくら' },
  },
  {
    key: 'origin',
    names: /\borigin\b|\bmade in\b|\bmanufactured in\b|产地|產地|原产国|原産国|生産国|製造国|産地/u,
    asks: /\borigin\b|\bmade in\b|\bmanufactured\b|\bwhere (?:is|are|was|were)\b.{0,80}\b(?:made|produced|from)\b|\bwhere do\w*\b.{0,80}\bcome from\b|产地|產地|原产|哪里?儿?(?:生产|制造|产的|做的)|哪个?国|原産|産地|どこ(?:で(?:作|製|生産)|製|の国)|製造国|生産国|日本製|国産/u,
    says: /\bmade in\b|\borigin\b|产地|原产|原産国|日本製/u,
    label: { en: 'country of origin', zh: '产地', ja: '原産国' },
    words: { en: 'where made in', zh: '哪里生产', ja: 'どこで作られ 製造国' },
  },
  {
    key: 'compatible',
    names:
      /\bcompatib\w*|\bfits\b|\bsuitable for\b|\bworks with\b|兼容|适用|適用|适配|对应|対応(?:機種|熱源|モデル)|適合|互換/u,
    asks: /\bcompatib\w*|\bfits?\b|\bworks? (?:with|on)\b|\bsuitable for\b|兼容|适用|适配|适合|通用|匹配|能配|対応|互換|適合/u,
    says: /\bcompatible\b|\bfits\b|\bsuitable for\b|\bworks with\b|兼容|适用|适合|対応|互換|適合/u,
    label: { en: 'compatible with', zh: '适用范围', ja: '対応' },
    words: { en: 'fits works with suitable', zh: '兼容 适合', ja: '使える 互換' },
  },
  {
    key: 'power',
    names: /\b(?:power|wattage|voltage)\b|功率|电压|電壓|消費電力|電圧|定格/u,
    asks: /\bwatt(?:s|age)?\b|\bvolt(?:s|age)?\b|\bpower consumption\b|功率|多少瓦|电压|消費電力|何ワット|電圧/u,
    says: /\bwatts?\b|\bvolts?\b|功率|电压|消費電力|電圧/u,
    label: { en: 'power', zh: '功率', ja: '消費電力' },
    words: { en: 'watts voltage', zh: '多少瓦 电压', ja: '何ワット 電圧' },
  },
  {
    key: 'battery',
    names: /\b(?:battery|batteries|run ?time)\b|电池|電池|续航|バッテリー|連続使用/u,
    asks: /\bbatter(?:y|ies)\b|\brun ?time\b|电池|续航|能用多久|バッテリー|電池|連続使用/u,
    says: /\bbatter(?:y|ies)\b|电池|续航|バッテリー|電池/u,
    label: { en: 'battery', zh: '电池', ja: 'バッテリー' },
    words: { en: 'battery lasts', zh: '续航 能用多久', ja: '電池 連続使用' },
  },
  {
    key: 'charging',
    names: /\bcharg(?:e|es|ing|er)\b|充电|充電/u,
    asks: /\bcharg(?:e|ed|es|ing)\b(?! (?:me|for|us|extra))|充电|充電/u,
    says: /\bcharg(?:e|ed|es|ing)\b|充电|充電/u,
    label: { en: 'charging', zh: '充电', ja: '充電' },
    words: { en: 'charge', zh: '怎么充电', ja: '充電方法' },
  },
  {
    key: 'ingredients',
    names: /\bingredients?\b|\ballergens?\b|成分|配料|原材料|アレルギー/u,
    asks: /\bingredients?\b|\ballergens?\b|\bcontains? (?:any )?(?:nuts?|milk|gluten|alcohol|sugar|caffeine)\b|成分|配料|过敏|含不含|原材料|アレル/u,
    says: /\bingredients?\b|\bcontains?\b|成分|配料|原材料/u,
    label: { en: 'ingredients', zh: '成分', ja: '原材料' },
    words: { en: 'contains allergens', zh: '配料 过敏', ja: '成分 アレルギー' },
  },
  {
    key: 'life',
    names: /\bshelf life\b|\bbest before\b|保质期|保質期|賞味期限|消費期限|使用期限/u,
    asks: /\bshelf life\b|\bbest before\b|\bexpir(?:e|es|y)\b|保质期|賞味期限|消費期限|使用期限/u,
    says: /\bshelf life\b|\bbest before\b|保质期|賞味期限/u,
    label: { en: 'shelf life', zh: '保质期', ja: '賞味期限' },
    words: { en: 'best before', zh: '多久过期', ja: '期限' },
  },
  {
    key: 'contents',
    names: /\b(?:included|in the box|set contents?|package contents?)\b|包装清单|包装内容|配件|付属品|セット内容|同梱/u,
    asks: /\bin the box\b|\bincluded\b|\bcomes? with\b|包装清单|包含哪些|送配件|有配件|付属|同梱|セット内容/u,
    says: /\bincludes?\b|\bcomes with\b|包含|附带|付属|同梱/u,
    label: { en: 'in the box', zh: '包装清单', ja: 'セット内容' },
    words: { en: 'included comes with', zh: '包含 配件', ja: '付属品' },
  },
  {
    key: 'model',
    names: /^(?:model(?: number| no\.?)?|mpn|sku)$|型号|型號|货号|型番|品番/u,
    asks: /\bmodel (?:number|no)\b|\bpart number\b|\bsku\b|型号|型號|货号|型番|品番/u,
    says: null,
    label: { en: 'model number', zh: '型号', ja: '型番' },
    words: { en: 'model', zh: '型号', ja: '型番' },
  },
];

/** What a name or a question is compared as. */
export function foldedWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[‘’]/gu, "'");
}

/** The group of an attribute, by its name. */
export function groupOf(name: string): AttributeGroup | null {
  const folded = foldedWords(name).replaceAll('_', ' ');
  return [...features, ...attributeGroups].find(({ names }) => names.test(folded)) ?? null;
}
