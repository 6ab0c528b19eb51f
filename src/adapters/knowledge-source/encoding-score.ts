/*
 * Characters that make up most of everyday and shop text. By chance a wrongly decoded character is one of them about
 * once in thirty; in the right encoding every second one is.
 */
const commonSimplified = setOf(
  '的一是不了人我在有他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家可里后天能对起好么成没事现行所其' +
    '如发开心用经无前法样同见高长只业新关面行还因但最些间日本两问题请您货退换款单订付费运送物流快递商品牌质量尺码颜色支持联系客' +
    '服收到查询申请取消修改地址电话邮箱发票优惠券价格折扣积分账户密码登录注册使用方法清洗保养保修维修配件安装库存预售工作小时分' +
    '钟什怎多少几哪吗呢吧回复帮助感谢抱歉需详细情况已将内或与及由于通常常见答案类别直接处理提供包装完整确认',
);
const commonTraditional = setOf(
  '的一是不了人我在有他這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去之過家可裡後天能對起好麼成沒事現行所其' +
    '如發開心用經無前法樣同見高長只業新關面還因但最些間日本兩問題請您貨退換款單訂付費運送物流快遞商品牌質量尺碼顏色支持聯繫客' +
    '服收到查詢申請取消修改地址電話郵箱發票優惠券價格折扣積分帳戶密碼登錄註冊使用方法清洗保養保固維修配件安裝庫存預售工作小時分' +
    '鐘什怎多少幾哪嗎呢吧回覆幫助感謝抱歉需詳細情況已將內或與及由於通常見答案類別直接處理提供包裝完整確認',
);
const commonKanji = setOf(
  '日一人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土' +
    '木聞食車何南万毎白天母火右読友左休父雨商品注文送料返金交換可能場合問合質回答方法配達発届日数店舗在庫確認住所変更会員登録支' +
    '払期限営業受付対応利用使用保証修理説明内容連絡電話番号以内無料税込注意事項手続必要手元状態未開封不良到着連絡定休土祝平翌当' +
    '個別予約取消完了領収書発行規約購入価格割引特別包装希望指定国際海外追跡紛失破損数量色種類詳細下記直接一部全額',
);
const commonHangul = setOf(
  '이다는을를에가은하고기요니까의로지한시나도서습있어사어주문배송반품환불교상품합해안게자수일제대전세구매',
);

/** What makes text of one encoding plausible. */
export type Plausible = {
  readonly common: ReadonlySet<string>;
  /** The script the encoding was made for; kana in a Chinese encoding is a sign of the wrong one. */
  readonly script: 'japanese' | 'chinese' | 'korean';
};

export const japanese: Plausible = { common: commonKanji, script: 'japanese' };
export const simplified: Plausible = { common: commonSimplified, script: 'chinese' };
export const traditional: Plausible = { common: commonTraditional, script: 'chinese' };
export const korean: Plausible = { common: commonHangul, script: 'korean' };

/**
 * How plausible the characters beyond ASCII are, as a mean: from −20 (nothing decodes) to 3 (every one is common).
 * Real text scores above 1, text in the wrong encoding below 0.5. 0 when there are none.
 */
export function scoreOfText(text: string, plausible: Plausible): number {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    sum += weightOf(character, code, plausible);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function weightOf(character: string, code: number, { common, script }: Plausible): number {
  if (code === 0xfffd || code < 0xa0 || isUnassigned(character)) return -20;
  if (common.has(character)) return 3;
  if (code >= 0x3041 && code <= 0x3096) return script === 'japanese' ? 3 : -0.5;
  if (code >= 0x30a1 && code <= 0x30fc) return script === 'japanese' ? 2 : -0.5;
  if ('、。！？，：；（）「」『』《》“”‘’…—・～'.includes(character)) return 2;
  if (code >= 0xff61 && code <= 0xff9f) return -0.7;
  if (code >= 0xff10 && code <= 0xff5a) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return script === 'korean' ? -0.5 : 0.2;
  if (code >= 0xac00 && code <= 0xd7a3) return script === 'korean' ? 0.3 : -1;
  return -0.5;
}

function isUnassigned(character: string): boolean {
  return /[\p{Cn}\p{Co}\p{Cs}]/u.test(character);
}

function setOf(characters: string): ReadonlySet<string> {
  return new Set(characters);
}
