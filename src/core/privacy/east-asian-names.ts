import { foundInPieces } from './in-pieces.ts';
import type { Found } from './personal-data.ts';

/** The commonest surnames of mainland China, Taiwan and Hong Kong, both scripts: some 97 in 100 people have one of them. */
const surnames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭肖蕭萧蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范範汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯向常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢季裴霍涂塗苗谷曲盛冉翁蓝藍骆駱路游辛靳管柴蒙鲍鮑华華喻祁房滕屈饶饒牟艾尤穆农農司卓古吉缪繆简簡车車项項芦蘆褚娄婁窦竇戚岑黨宫宮费費卜晏席卫衛柏宗瞿桂佟臧闵閔苟邬鄔卞姬仇栾欒隋刁沙荣榮巫寇桑甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺';
const compound = '欧阳歐陽司马司馬诸葛諸葛上官夏侯东方東方皇甫尉迟公孙公孫慕容令狐司徒长孙宇文';
const double = `(?:${(compound.match(/../gu) ?? []).join('|')})`;
const han = '\\p{Script=Han}';
/** Second characters that make a word of a surname: 白色, 高端, 安全. */
const noGiven =
  '色全端级級装裝式款型码碼号號量价價重新旧大小部分个個块塊元件点點时時间間天月年日后後前内內外里面边邊的了是在有不没沒也都就还還要想吗嗎呢吧啊请請和跟到上下快慢多少';
const given = `(?:[^\\P{Script=Han}${noGiven}]${han}?|[小大天元新][^\\P{Script=Han}${noGiven}])`;
/** After a word that says that a name comes, any characters may be one. */
const toldName = `(?:${double}${han}{1,2}|[${surnames}](?!先生|女士|小姐|太太)${han}{1,2}?)`;
const chineseName = `(?:${double}${han}{1,2}|(?!谢谢|謝謝|周[一二三四五六日末])[${surnames}]${given})`;
/** What may follow a name. */
const ends = '(?=$|[\\s,，.。、;；:：!！?？()（）"\'”」』》/\\-~～|\\ufffc]|[的是在和跟与與]|[\\dA-Za-z+#【\\[])';

const chinesePatterns = [
  `(?:我是|本人是?)\\s?(?<value>${chineseName})${ends}`,
  `(?:我叫|本人叫|我的?名字(?:是|叫)|名叫|[他她](?:叫|是)|全名(?:是)?|叫做|(?:我?(?:妈|媽|爸|哥|姐|弟|妹|奶奶|爷爷|爺爺)|老公|老婆|妈妈|媽媽|爸爸|朋友|同事|先生|太太|儿子|女儿|室友)(?:叫|是)?)\\s?(?<value>${toldName}|\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){0,2})${ends}`,
  `我姓(?<value>(?:${double}|[${surnames}]))`,
  `(?:姓名|名字|收[件货貨]人?|收件方|寄件人|联系人|聯絡人|联络人|户名|戶名|抬头|抬頭|开户名|持卡人|实名|真名|署名|购买人|訂購人|订购人|下单人|取件人|會員名|名称)(?:应该|應該|现在|請|请)?(?:改?[成为為]|是|叫|写|寫|填|改)*\\s?[:：]?\\s?(?<value>${toldName}|\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,2})${ends}`,
  `(?<value>(?:${double}|[${surnames}])(?:${given})??)(?=先生|女士|小姐|太太|老师|老師|师傅|師傅|同学|同學|经理|經理|阿姨|叔叔|医生|醫生)`,
  `客服(?:人员|專員|专员)?(?:(?<value>小${han}))`,
  `(?:不是|而是|写成|寫成)(?<value>${double}${han}{1,2})${ends}`,
  `(?<=^|[\\n,，、。;；\\s])(?<value>${chineseName})(?=\\s*[,，、;；:：\\s(（]\\s*[\\ufffc])`,
  `(?<=\\ufffc\\s*[,，、;；\\s]\\s*)(?<value>${chineseName})(?=\\s*(?:$|[\\n,，、。;；)）]))`,
  `(?<=^|[\\n,，、。;；\\s\\ufffc])(?<value>${chineseName})(?=(?:本人|亲)?收(?:$|[\\s,，、。;；]))`,
  `(?:祝好|谢谢|謝謝|此致|敬上|顺祝商祺)[!！。,，~]*\\s*\\n\\s*(?<value>${chineseName})\\s*$`,
];

const japaneseSurnames =
  '佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|齋藤|清水|山崎|阿部|池田|橋本|山下|石川|中島|前田|藤田|小川|後藤|岡田|長谷川|村上|近藤|石井|坂本|遠藤|青木|藤井|西村|福田|太田|三浦|藤原|岡本|松田|中川|中野|原田|小野|田村|竹内|金子|和田|中山|石田|上田|森田|柴田|酒井|工藤|横山|宮崎|宮本|内田|高木|安藤|島田|谷口|大野|高田|丸山|今井|河野|藤本|村田|武田|上野|杉山|増田|平野|菅原|小島|久保|千葉|松井|岩崎|桜井|木下|野口|松尾|野村|菊地|菊池|佐野|大西|杉本|新井|浜田|古川|市川|水野|小松|吉川|山内|西田|西川|北村|五十嵐|安田|川口|平田|関|中田|久保田|服部|岩田|土屋|福島|本田|樋口|秋山|川崎|永井|大塚|川上|大橋|森本|田口|黒田|望月|吉村|片山|内藤|早川|岡崎|松下|荒木|星野|熊谷|大島|須藤|平井|荒井|松岡|小山|石原|篠原|林|森|原|堀|沢田|浅野|宮田|馬場|矢野|児玉|飯田|永田|川村|栗原|関口|松村|菅野|成田|岸本|小池|萩原|大久保|片桐|三宅|桑原|中西|白石|本間|尾崎|河合|鎌田|瀬戸|堤|榎本|吉岡|神谷|奥村|石橋|古田|大谷|浅井|相馬';
const kana = '[\\p{Script=Katakana}ー]';
const nameKana = `${kana}{2,8}(?:[・= 　]${kana}{2,10}){0,2}`;
const nameKanji = `[\\p{Script=Han}々ヶ]{1,5}(?:[ 　]?[\\p{Script=Han}々\\p{Script=Hiragana}]{1,4})?`;
const fullKanji = `(?:${japaneseSurnames})(?:[ 　]?(?:[\\p{Script=Han}々]{1,3}|(?!です|ます|さん|さま|から|まで|より|という|では|には)\\p{Script=Hiragana}{2,4}(?=$|[\\s。、]|です)))?`;
const company = '(?:(?:株式|有限|合同)会社[\\p{Script=Han}\\p{Script=Katakana}ー]{1,12}[ 　])?';
const romaji = '\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){0,2}';
const noPerson =
  '(?!お?客|皆|各|業者|店員|担当|店長|責任|運送|配達|配送|出品|会社|相手|奥|旦那|母|父|子供|友人|弊社|貴社|御社|販売|購入|本人|家族|主人|ショップ|サポート|スタッフ|オペレータ|メーカー|カスタマー|センター|ドライバー|ヤマト|佐川|クロネコ)';

const japanesePatterns = [
  `(?<=^|[\\s、。,．「])(?!何)(?<value>${romaji}|${nameKana}|${nameKanji})(?=[ 　]?(?:と申し|と言い|といい)ま)`,
  `${noPerson}(?<value>${fullKanji})(?=[ 　]?(?:様|さま|殿|氏|さん|ちゃん|くん|君)(?!式|子|々))`,
  `(?<=^|[\\s、。,の「])${noPerson}(?<value>[\\p{Script=Han}々]{1,4}[ 　][\\p{Script=Han}々\\p{Script=Hiragana}]{1,4}|${nameKana})(?=[ 　]?(?:様|さま|殿|さん)(?!式|子|々))`,
  `(?<=^|[\\n。、!！] ?|おります。?)(?<value>${fullKanji})(?=です|でございます|と申|ですが)`,
  `(?:お?名前|氏名|名義人?|宛名|宛先|受取人|受け取り人|お届け先(?:名)?|フルネーム|フリガナ|ふりがな|カナ|会員名|ご依頼主|差出人|本名)[はがを]?[:：\\s「『]*(?<value>${company}(?:${fullKanji}|${nameKana}|${romaji}|[\\p{Script=Han}々]{1,3}[ 　][\\p{Script=Han}々]{1,3}))(?=$|[\\s。、」』(（]|様|さん|です|に|で|の|へ|宛|と)`,
  `(?<value>${fullKanji}|(?<=[\\s、。の]|^)${nameKana})(?=宛)`,
  `(?<=\\n[^\\S\\n]*)(?<value>${fullKanji}|[\\p{Script=Han}々]{1,3}[ 　][\\p{Script=Han}々\\p{Script=Hiragana}]{1,4})(?=\\s*$)`,
  `(?<=^|\\n|[、。])(?<value>${fullKanji})(?=\\s?[(（、,\\s]?\\s?\\ufffc)`,
  `(?<=\\ufffc[\\s、,]{1,3})(?<value>${fullKanji})(?=$|[\\s、。])`,
  `(?:担当|スタッフ|店員|妻|夫|母|父|息子|娘|兄|弟|姉|妹|友人|友達|家族|同僚|上司|主人)の(?<value>${fullKanji})`,
  `(?:私|僕|俺|わたし|わたくし|正しく|本当)は(?<value>${fullKanji}|${nameKana})(?=です|と(?:申|言|い))`,
  `「(?<value>[^」\\n]{2,30})」(?=宛|様)`,
  `(?<=\\ufffc[\\s、,]{1,3})(?<value>${nameKana})(?=$|[\\s。、])`,
];

const patterns = [...chinesePatterns, ...japanesePatterns].map((source) => new RegExp(source, 'dgu'));

/** Names in Chinese characters and kana, where the words around them tell that they are names. */
export function eastAsianNamesIn(text: string): readonly Found[] {
  return foundInPieces(text, patterns, 'name');
}
