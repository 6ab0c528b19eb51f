import type { DictionaryWord } from './chinese-words.ts';

/** Characters of Japan, and some of Taiwan, before the simplified ones of the same word; they go before what is counted. */
const byHand =
  '體体國国會会來来對对時时個个們们為为這这還还過过發发無无電电長长開开關关門门問问間间見见現现頭头車车買买賣卖費费貨货運运郵邮遞递單单訂订價价錢钱幣币帳账號号碼码寫写幾几嗎吗麼么請请謝谢說说話话語语講讲誰谁讓让認认識识' +
  '記记設设計计試试該该詢询調调換换據据點点線线紙纸級级組组細细給给絲丝約约紅红綠绿藍蓝顏颜類类題题顯显順顺須须項项預预額额飯饭飲饮館馆馬马魚鱼鳥鸟雞鸡貓猫龍龙風风飛飞機机極极樓楼樣样標标樹树橋桥歲岁歸归殺杀氣气決决沒没' +
  '淨净溫温滿满漢汉濕湿濾滤燈灯燒烧熱热爐炉獨独環环產产畫画當当療疗癢痒皺皱盤盘盡尽眾众確确禮礼種种稱称積积穩稳窩窝筆笔節节簡简簽签籃篮糧粮緊紧網网維维練练縮缩總总織织繩绳繼继續续纖纤罰罚羅罗義义習习聖圣聞闻聯联聲声聽听' +
  '職职腦脑腳脚膚肤膠胶臉脸臨临與与興兴舊旧華华葉叶萬万蓋盖蘋苹藥药處处蟲虫術术衛卫裝装裡里裏里補补製制複复褲裤襪袜規规視视覺觉觀观觸触訊讯許许評评詳详課课證证譯译護护讀读變变豐丰貝贝負负財财責责貴贵貼贴資资賬账質质賞赏' +
  '購购贈赠趕赶跡迹軟软輕轻載载輪轮輸输轉转辦办農农連连進进遊游達达遠远適适選选遲迟邊边醫医釋释鉛铅銀银銅铜鋼钢錄录錯错鍋锅鍵键鎖锁鏈链鏡镜鐘钟鐵铁鑰钥閉闭陽阳隊队際际險险隨随雙双雜杂離离難难雲云霧雾靜静響响頁页頂顶頸颈' +
  '顆颗願愿飾饰養养驗验髒脏鬆松鹽盐麗丽麥麦麵面黃黄齊齐齒齿業业務务師师壓压傷伤場场塊块壞坏夾夹寶宝專专將将層层帶带幫帮庫库廠厂應应戶户戲戏擔担擊击斷断於于書书條条棄弃樂乐歡欢殘残減减灣湾災灾煙烟狀状瓏珑異异硯砚礙碍稅税' +
  '競竞範范籌筹紋纹紗纱純纯結结絕绝統统經经綁绑綿绵編编緩缓縫缝繪绘艙舱薦荐蟎螨襯衬訪访診诊詞词誤误諮咨謹谨讚赞貸贷貿贸賓宾賠赔軸轴較较輯辑轎轿違违遺遗鄰邻醬酱釘钉針针鈕钮鋪铺錶表鍊链鍍镀鏽锈閃闪閱阅陳陈陸陆階阶韓韩頻频' +
  '顧顾駛驶騎骑鬧闹鮮鲜鹼碱発发検检験验図图関关対对応应実实売卖読读気气帰归黒黑塩盐変变両两単单専专伝传転转軽轻鉄铁覧览観观絵绘経经続续総总脳脑薬药壊坏価价仮假広广拡扩済济歯齿児儿釈释収收処处証证焼烧乗乘浄净畳叠繊纤騒骚' +
  '蔵藏増增択择聴听抜拔氷冰辺边豊丰毎每満满麺面訳译様样楽乐緑绿労劳値值録录銭钱円圆悪恶圧压囲围栄荣駅驿園园険险厳严効效砕碎雑杂糸丝縄绳戦战挿插帯带団团徴征亜亚圏圈桜樱稲稻隠隐沢泽渋涩渓溪剣剑恵惠掲揭継继蛍萤鶏鸡芸艺撃击' +
  '県县倹俭剤剂斎斋桟栈従从獣兽縦纵粛肃奨奖粋粹酔醉穂穗髄髓瀬濑斉齐摂摄荘庄捜搜窓窗巣巢臓脏滝泷弾弹鋳铸庁厅鎮镇塚冢逓递闘斗徳德悩恼廃废拝拜髪发浜滨払拂仏佛並并舗铺黙默揺摇謡谣頼赖猟猎塁垒隷隶霊灵齢龄営营郷乡勧劝巻卷陥陷' +
  '歓欢缶罐犠牺拠据挙举暁晓駆驱鶴鹤顕显権权鉱矿穀谷剰剩譲让壱壹弐贰竜龙亀龟渇渴謁谒頬颊掴抓噛咬掻搔籠笼篭笼曽曾呉吴娯娱渉涉歩步瀕濒戸户涙泪戻戾嬢娘醸酿姫姬緒绪諸诸喚唤麹曲覚觉鋭锐鉢钵銃铳錆锈鍼针隣邻陰阴飼饲餅饼駄驮騰腾' +
  '髭须鬱郁鮭鲑鯛鲷鰹鲣鳴鸣鴨鸭遙遥';

/** Traditional and Japanese characters with their simplified ones: as the words of the dictionary mostly have it. */
export function characterPairs(chinese: readonly DictionaryWord[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const asSimplified = new Map<string, number>();
  for (const { word, readings } of chinese) {
    const simplified = [...word];
    for (const one of simplified) asSimplified.set(one, (asSimplified.get(one) ?? 0) + 1);
    for (const traditional of readings.map((one) => [...one])) {
      if (traditional.length !== simplified.length) continue;
      traditional.forEach((from, i) => {
        const to = simplified[i] ?? from;
        const known = counts.get(from) ?? new Map<string, number>();
        counts.set(from, known.set(to, (known.get(to) ?? 0) + 1));
      });
    }
  }
  const pairs = new Map<string, string>();
  for (const [from, known] of counts) {
    const [to = from, count = 0] = [...known].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
    // What is itself a simplified character of other words stays.
    const isSimplified = (asSimplified.get(from) ?? 0) > count;
    if (to !== from && !isSimplified && isHan(from) && isHan(to)) pairs.set(from, to);
  }
  const characters = [...byHand];
  for (let i = 0; i + 1 < characters.length; i += 2) pairs.set(characters[i] ?? '', characters[i + 1] ?? '');
  for (const [from, to] of pairs) if (pairs.has(to)) pairs.set(from, pairs.get(to) ?? to);
  return new Map([...pairs].filter(([from, to]) => from !== to).sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

function isHan(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character) && character.length === 1;
}
