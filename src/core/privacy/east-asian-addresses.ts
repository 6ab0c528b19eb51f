import { foundInPieces } from './in-pieces.ts';
import type { Found } from './personal-data.ts';

/** Chinese characters that stand in a sentence around an address and not in the name of a place. */
const around =
  '到了在是寄送改把给給我请請您你他她们們住往从從去来這这那還还也没沒不吗嗎呢啊吧的址為于收货貨件人跟就被由至';
const han = `[^\\P{Script=Han}${around}]`;
const provinces =
  '北京|天津|上海|重[庆慶]|河北|山西|[辽遼][宁寧]|吉林|黑[龙龍]江|江[苏蘇]|浙江|安徽|福建|江西|山[东東]|河南|湖北|湖南|[广廣][东東]|海南|四川|[贵貴]州|[云雲]南|[陕陝]西|甘[肃肅]|青海|[台臺][湾灣]|[内內]蒙古|[广廣]西|西藏|[宁寧]夏|新疆|香港|澳[门門]';
const number =
  '[\\d一二三四五六七八九十百零〇甲乙丙丁A-Za-z](?:[\\d一二三四五六七八九十百零〇-]|(?<=\\d)[A-Za-z]){0,9}';

/** What ends the name of an area stands in none, but for 市南区 and its like: one way to read each run, so that it is fast. */
const areaName = `(?:市(?=[南北中]))?[^\\P{Script=Han}${around}省市区區县縣镇鎮乡鄉盟旗]{1,8}`;
const area = `(?:(?:${provinces})(?:省|市|自治[区區]|特[别別]行政[区區]|(?=${han}))|${areaName}(?:自治[区州區]|特[别別]行政[区區]|街道|[省市区區县縣盟旗镇鎮乡鄉]))`;
const road = `${han}{1,10}?(?:大道|大街|胡同|[路街巷弄道段里村]|小[区區]|社[区區]|花[园園]|公寓|新村|家[园園]|[园園][区區])(?:[东西南北東中][路街段])?`;
const building = `(?:之\\d+|${number}(?:之\\d+)?(?:号楼|號樓|单元|單元|[号號弄巷栋棟幢座塔楼樓层層室户戶期段院房]|[Ff](?![a-z]))(?:院|之\\d+)?)`;
const hall = `(?:[A-Za-z]{1,10})?${han}{1,12}?(?:大[厦廈]|[广廣][场場]|中心|花[园園]|小[区區]|公寓|[园園]|城|苑|[阁閣]|[馆館]|[号號]院|[单單]元|大[楼樓]|[学學]校|大[学學]|[医醫]院|公司|[国國][际際])(?:[A-Za-z](?![a-z]))?`;
const tail = `(?:[ ,，]?(?:${building}|${hall}|[A-Za-z]?\\d{1,5}(?:-[A-Za-z]?\\d{1,4}){0,3}(?!\\d|[ ,，]?[元块件个])|[A-Z]\\d?[座塔栋棟幢区區馆館]?|${han}{1,6}?${building}|[座塔栋棟幢]))`;

const chinese = [
  // Areas, a road or a place, a number.
  `(?:${area}[ ,，]?){1,5}(?:${road}[ ,，]?){0,3}${building}(?:${tail}){0,8}`,
  `(?:${area}[ ,，]?){2,5}(?:${road}[ ,，]?){0,2}(?:${hall})(?:${tail}){0,6}`,
  `(?:${area}[ ,，]?){1,5}${road}(?:${hall}|${tail}){1,8}`,
  // A road and its number.
  `${han}{1,8}?(?:大道|大街|胡同|[路街巷弄](?:[一二三四五六七八九十]段)?)${building}(?:${tail}){0,8}`,
  `${han}{2,8}?(?:小[区區]|花[园園]|公寓|新村|家[园園]|苑|大[厦廈])${building}(?:${tail}){0,6}`,
];
const chinesePostcode = /邮政?编码?|郵遞區號|邮编|郵編/u.source;

const place = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々ヶケノ]';
const kanji = '[\\p{Script=Han}々ヶケヵ]';
const prefecture = '(?:東京都|北海道|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|[\\p{Script=Han}]{2})県)';
const city = `(?:${kanji}{1,6}?|\\p{Script=Hiragana}{2,5}|\\p{Script=Katakana}{2,6})[市区郡町村]`;
const block =
  '(?:\\d{1,4}|[一二三四五六七八九十]{1,3})(?:丁目|番地?(?!号)|条[東西]?|[-ー]|(?:の(?=\\d)))(?:\\d{1,4}|[一二三四五六七八九十]{1,3})?(?:(?:丁目|番地?|[-ー]|の(?=\\d)|号)\\s?\\d{0,4}){0,4}(?:号(?!室))?';
const flat = `(?:[ 　]?(?:${place}|[A-Za-z・]){2,20}?[ 　]?\\d{0,5}(?:号室|階|[Ff](?![a-z])|号|号棟)(?:[\\p{Script=Katakana}ー]{2,12})?|[ 　](?:[\\p{Script=Katakana}ーA-Za-z・]|${kanji}){2,20}\\d{1,4}(?!\\d|[円個点])|[ 　](?:[\\p{Script=Katakana}ーA-Za-z・]){2,20}(?:[ 　]?\\d{1,5}(?:号室|号)?)?|[ 　]\\d{2,4}(?:号室)?)`;
const post = '(?:〒?\\s?\\d{3}-?\\d{4}[\\s,、]{0,3})';

const japanese = [
  `${post}?${prefecture}${place}{1,20}?${block}${flat}?`,
  `${post}?${prefecture}(?:${city}){1,2}(?:(?![にではがをの])${place}){0,14}?\\d{1,4}(?!\\d|[円個点])${flat}?`,
  `${post}?(?:${city}){1,3}(?:(?!町|村)${place}){0,12}?${block}${flat}?`,
  `〒\\s?\\d{3}-?\\d{4}(?:\\s{0,3}${prefecture}${kanji}{1,8}[市区町村])?`,
  `${kanji}{2,8}\\d{1,2}丁目\\d{1,3}[-番]\\d{0,3}号?${flat}?`,
];

const labels =
  '(?:收[货貨件]|配送|送[货貨]|家庭|寄[件送]|[详詳][细細]|公司|[联聯][系絡]|新|我的?)?(?:地址|住址)(?:改[成为為]|[变變]更[为為]|是|[为為]|[：:])+|(?:改)?(?:寄|送)(?:到|往|去)';
const labelled = new RegExp(
  `(?:${labels})\\s*(?<value>(?=[^\\n。！!？?]{0,60}(?:\\d|[省市区區县縣镇鎮路街村号號]))[\\p{Script=Han}A-Za-z][\\p{Script=Han}\\dA-Za-z#()（） ,·-]{4,70}?)(?=$|[\\n。！!？?;；]|[,，、](?!\\s?[\\d${'A-Z'}]{0,4}[号號栋棟室楼樓]))`,
  'dgu',
);
const japaneseLabelled = new RegExp(
  `(?:ご?住所|お?届け?先|配送先|送付先|送り先|引っ?越し先|実家)(?:の?住所)?(?:は|：|:|\\s*\\n|が|を)\\s*(?<value>(?=[^\\n。]{0,40}\\d)[\\p{Script=Han}〒\\d][^\\n。、]{4,60}?)(?=$|[\\n。、]|に(?:変更|して|送|お届|なり|お願)|です|へ|まで|と?(?:なり|なって))`,
  'dgu',
);

const patterns = [
  labelled,
  japaneseLabelled,
  ...chinese.map((source) => new RegExp(source, 'dgu')),
  ...japanese.map((source) => new RegExp(source, 'dgu')),
  new RegExp(`(?:${chinesePostcode})[是为為:： ]*(?<value>\\d{3,6})(?!\\d)`, 'dgu'),
  /郵便番号[はが:： 　]*(?<value>\d{3}-?\d{4})(?!\d)/dgu,
];

/** Postal addresses in Chinese and Japanese; a town alone is none. */
export function eastAsianAddressesIn(text: string): readonly Found[] {
  return foundInPieces(text, patterns, 'address');
}
