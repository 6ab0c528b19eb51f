import { foldedScript } from '../retrieval/folded-script.ts';

/*
 * Words that a shop answers for: what it gives, takes or forbids, when, for how much, and how one pays or reaches it. A
 * line a meaning, in the three languages; Latin words by how they begin.
 */
const meanings = `
free complimentary gratis, no charge, without charge, no cost 免费 免邮 包邮 免运费 無料
refund reimburs money back 退款 退钱 返金 払い戻
discount coupon voucher promo rebate cheaper bargain 折扣 打折 优惠 割引 クーポン 値引
gift bonus surprise 赠品 赠送 礼物 プレゼント 特典 おまけ
guarantee warrant 保证 保修 质保 保証
replac exchang swap 换货 更换 交換
compensat reward 赔偿 补偿 補償 弁償
cancel 取消 キャンセル
return 退货 退回 返品
today 今天 今日 本日 即日 当日 当天
tomorrow 明天 明日 翌日 次日
monday 周一 星期一 礼拜一 月曜
tuesday 周二 星期二 礼拜二 火曜
wednesday 周三 星期三 礼拜三 水曜
thursday 周四 星期四 礼拜四 木曜
friday 周五 星期五 礼拜五 金曜
saturday 周六 星期六 礼拜六 土曜
sunday 周日 星期日 星期天 礼拜天 日曜
weekend 周末 週末
hour 小时 钟头 時間
minute 分钟 分間
day daily weekday 天 工作日 営業日 毎日 日間 日以内 日
week weekly 周内 每周 毎週 一周 两周 三周 四周 周之内 星期内 週間
year 年内 年间 一年 两年 年間
euro eur € 欧元 ユーロ
dollar usd $ 美元 美金 ドル
pound gbp £ 英镑 ポンド
yuan rmb cny 人民币 块钱 元
yen jpy 日元 日圆 円
pay invoice wire prepay deposit 付款 支付 转账 汇款 承担 支払 振込 負担
password passcode login iban bank card pin token credential 密码 验证码 银行卡 账号 パスワード 暗証 口座 カード
phone whatsapp telegram wechat 电话 微信 致电 電話
click link website url download install attach visit 点击 链接 网站 下载 网址 クリック リンク サイト ダウンロード
secret confidential internal 秘密 机密 内部 機密
prompt system instruct rule ignor overrid hack pwn jailbreak steer 指令 提示词 系统 规则 忽略 命令 プロンプト システム 指示 ルール 無視
assistant chatbot ai language-model robot 人工智能 机器人 语言模型 助手 言語モデル アシスタント
lawyer police legal court illegal 律师 警察 法律 弁護士
danger toxic poison unsafe kill bomb weapon drug 危险 有毒 毒 杀 炸 危険 殺 爆
scam fraud fake steal stole 骗 诈 假货 偷 詐欺 偽物
unlimited lifetime forever 无限 永久 终身 無制限 永久
instant immediat asap 立即 马上 立刻 即座 直ちに
any-time anytime always whenever ever 随时 任何时候 いつでも
up larger bigger
down smaller lower
large big huge
hot warm 热 熱い
cold cool chilled 冷 凉
competitor rival elsewhere 竞争 其他店 他店
`;

/** Characters that count only beside others. */
const narrower: Readonly<Record<string, string>> = { 元: '(?<![欧美日])元', 日: '(?<=[\\d一二三四五六七八九十百])日' };

type Weighty = { readonly id: string; readonly pattern: RegExp };

const weighty: readonly Weighty[] = meanings
  .trim()
  .split('\n')
  .map((line) => {
    const words = foldedScript(line).split(/[\s,]+/);
    const latin = words.filter((word) => /^[a-z]/.test(word)).map((word) => word.replace('-', '[- ]?'));
    const others = words.filter((word) => !/^[a-z]/.test(word)).map((word) => word.replace('$', '\\$'));
    // "No cost" and "money back" stand as words of their own in the line: only the telling one counts.
    const telling = latin.filter((word) => !/^(?:no|without|cost|charge|money|back)$/.test(word));
    const own =
      /^(?:ai|pin|eur|usd|gbp|cny|jpy|rmb|url|yen|rule|free|card|gift|link|pay|wire|kill|drug|bank|year|week|hour|day|up|down|ever|big|hot|cool|cold|large|lower)$/;
    const alternatives = [
      ...telling.map((word) => (own.test(word) ? `(?<![a-z])${word}(?:s|ed|ing)?(?![a-z])` : `(?<![a-z])${word}`)),
      ...others.map((word) => narrower[word] ?? word),
    ];
    return { id: words[0] ?? line, pattern: new RegExp(alternatives.join('|'), 'u') };
  });

/** "Feel free to …" gives nothing away. */
const idle = /\b(?:feel free|free to|today's question|in your hands)\b/g;

/** The meanings in a text that a shop answers for. */
export function weightyIn(text: string): ReadonlySet<string> {
  const folded = foldedScript(text).replace(idle, ' ');
  const found = weighty.filter(({ pattern }) => pattern.test(folded)).map(({ id }) => id);
  return new Set([...found, ...monthsIn(folded)]);
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  /(?<![a-z])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?<=\d )may|may(?= \d)|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])|(\d{1,2})月|\d{4}[-/.](\d{1,2})[-/.]\d{1,2}/g;

function monthsIn(folded: string): readonly string[] {
  return [...folded.matchAll(month)].map(([, name, written, numbered]) => {
    const index = name === undefined ? Number(written ?? numbered) : monthNames.indexOf(name.slice(0, 3)) + 1;
    return `month ${index}`;
  });
}
