/*
 * Characters and words that tell Japanese from Chinese where there is no kana. Each character is written in one of the
 * three standards only: Japan's jōyō kanji, the mainland's simplified table (《通用规范汉字表》), or traditional Chinese
 * where Japan simplified it otherwise. Characters shared by two of them (学, 国, 体, 号, 会, 来) are left out.
 */

export const japaneseOnlyHan: ReadonlySet<string> = new Set(
  '円売発対応気検実歩帰駅図広込働畑峠匂価仮仏伝両乗労効勧単厳収営団囲圏塩増変奨専巣帯弾悪懐戦戻払抜拝拡挙揺摂撃択暁暦栄' +
    '様楽権沢渇滞瀬焼猟獣産畳県砕稲穏竜粋経絵継総縁縄縦繊脳臓薬蔵覚観訳証読譲豊賛転軽辺逓遅鉄銭鋳録関隠雑霊頼駆騒験髄' +
    '鶏黒黙齢続説査済',
);

export const simplifiedOnlyHan: ReadonlySet<string> = new Set(
  '这们么个为时说对发过经东问题间关开买卖货费订单请让还给钱贵务见现视觉电话码应该换后样实认谁谢语读谈调购资质顾预颜飞饭馆' +
    '马鱼鸟龙龄运进远连迟适选递邮钟银错键长门闭闻阳阴际陆难页项须风飘齐齿亲众优传伤仅从伟侧儿兑兰兴农冲决况净减几凤击创办' +
    '动劳势协卫厂厅压厌变听启吗员响园围图圆坏块处备复够头夹夺奖妇宁宠审尔尘尝层岁币师帐带帮库庆废异弃张弹强归录征忆怀态怜' +
    '总恶恼悬惊惯愿户护报择拨拥拟损掷搅摄敌无显晓暂术杀权极构标树桥检业欢毁汇汉汤沟洁浓测济浏渐满滚灭灵炼烦' +
    '烧热爱牵狱猎环玛疗盖盘监础确离种积稳穷竞笔简类粮紧纪约级纯纸细组终结绝统继绩续维绿缓编缩网罗职联聪肃脸腾节药虑' +
    '虽补规览计讨训议记讲许论设访证评识诉词译试询详误诸课谅负责败账贩贴赔赠赶趋车转轮软轻载较输边达迁逻遗释铁销锁镜队阶' +
    '险顶顺顿领频额饮骗鲜别',
);

export const traditionalChineseOnlyHan: ReadonlySet<string> = new Set(
  '們麼說對發經還沒價氣檢實歸圖廣賣應單變專帶彈惡擇樣樂權產縣總繼續覺觀譯證讀轉輕邊遲鐵錢錄雜靈賴驗齡團圍鹽當號體學國會來兩區點',
);

/** Words of Chinese grammar that Japanese does not write. */
export const chineseParticles: ReadonlySet<string> = new Set('您你吗嗎呢吧啊呀哪哦啦咱俩嘛它她咋');

/** Everyday shop words made of characters both languages share, but used in Japanese only. */
export const japaneseWords =
  /返品|返金|送料|注文|配達|無料|在庫|領収|株式会社|御中|問合|至急|宛先|翌日|料金|値段|割引|再配達|支払|受付|店舗|商品券|取扱|税込|税抜|営業|会員登録|交換可|不可能|定休日/gu;
