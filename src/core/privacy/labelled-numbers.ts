import { foundBy } from './personal-data.ts';
import type { Found, PersonalKind } from './personal-data.ts';

/** Between a label and its value. */
const link =
  '(?:[\\s\'"“”「『:#=*.\\-]|\\b(?:is|was|are|nr|no|num|numbers?|id|code|ending in|at|on|under|called)\\b|编号|編號|号码|號碼|番号|(?:末|尾|后|後)[三四五六]?[码碼位号號]|下\\d桁|号|號|是|为|為|は|が|：|①){0,6}';
/** Letters and digits with a digit among them; groups apart by one space or stroke. */
const value =
  '(?<value>(?=[^\\s]{0,12}\\d|\\(|\\+|[A-Z]{1,3} \\d{5})[#+(]?(?:[A-Z]{1,3} (?=\\d{5}))?[a-z\\d][a-z\\d_]*(?:[-/().] ?(?=[a-z]{0,4}\\d)[a-z\\d]+\\)?| \\(?\\d{2,}[a-z\\d]*\\)?)*)';

type Label = {
  readonly kind: PersonalKind;
  readonly words: string;
  /** Fewest digits of a value. */
  readonly digits: number;
};

const labels: readonly Label[] = [
  {
    kind: 'phone',
    digits: 5,
    words:
      '\\btel\\b|\\b(?:tele)?phone(?: number)?|\\b(?:mobile|cell|fax|landline|whats ?app|viber|line id)\\b(?: number)?|\\b(?:call|reach|text|ring|phone) (?:me|us|him|her|back)(?: back)?(?: at| on| under)?|电话|電話|手机|手機|联系方式|聯絡方式|传真|傳真|座机|携帯|ケータイ|ファックス|FAX|フリーダイヤル|TEL',
  },
  {
    kind: 'card',
    digits: 12,
    words:
      '\\b(?:credit |debit |bank |visa |master)?card\\b(?: (?:number|no))?|银行卡|銀行卡|信用卡|卡号|卡號|カード(?:番号)?',
  },
  { kind: 'passport', digits: 5, words: '\\bpassport\\b|护照|護照|パスポート|旅券' },
  {
    kind: 'tracking',
    digits: 6,
    words:
      '\\b(?:tracking|parcel|consignment|shipment|waybill|awb|package)\\b(?: (?:number|no|code|id))?|\\b(?:ups|dhl|fedex|usps|dpd|gls)\\b|快递单?|快遞單?|物流单?|物流單?|运单|運單|宅配單?|(?:中通|圆通|申通|韵达|极兔|邮政|京东|顺丰)单?|伝票|追跡|送り状|(?:ヤマト|佐川)の?',
  },
  {
    kind: 'id',
    digits: 5,
    words:
      "driv(?:er['’]?s?|ing) licen[cs]e|\\bssn\\b|social security|\\b(?:national |personal )?(?:identity|identification|id)(?: card)?(?: number| no\\b)|\\bnational (?:insurance|id)|\\b(?:tax|vat|customer|client|member(?:ship)?|loyalty|account|user|bank account|routing|licen[cs]e|policy|iban|bsn|dni|nie|nif|cpf|pesel|tin|fiscal)\\b(?: (?:number|no|id|code))?|身份证|身分證|证件|證件|会员|會員|账号|帳號|账户|帳戶|税号|稅號|統編|統一編號|社保|驾照|駕照|港澳通行证|マイナンバー|個人番号|会員|お客様(?=番号|ID)|顧客|口座|(?:銀行|支店)[\\s　]*(?:普通|当座)(?:預金)?|免許証?|保険証|アカウント|ユーザー",
  },
  {
    kind: 'order',
    digits: 3,
    words:
      '\\b(?:orders?|invoice|receipt|ticket|case|rma|return|booking|reservation|confirmation|reference|transaction|purchase|claim)\\b(?: (?:numbers?|no|id|ref(?:erence)?|code))?|订单|訂單|工单|工單|发票|發票|流水|交易|退货单|退貨單|单号|單號|编号|編號|受付|レシート|領収書|注文|受注|問い?合わ?せ(?=番号|ID|No|no)|予約|取引',
  },
];

/** A count or an amount after "order": "order 500 pieces", "orders over 100". */
const counted =
  /^\s?(?:%|[€$£¥]|(?:pcs?|pieces?|units?|items?|more|of|x|pairs?|packs?|sets?|boxes|bottles|euros?|dollars?|pounds?|yen|days?|weeks?|times|people|ml|kg|g|cm|mm)\b|[元块塊円件个個双雙点台枚本箱瓶盒套包条條個])/iu;
const dateOrPrice =
  /^(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|(?:19|20)\d{2}|\d+\.\d{2})$/;
/** Further values of the same label. */
const further =
  '(?:\\s?(?:,|、|;|/|&|\\band\\b|\\bor\\b|和|跟|及|と|および)\\s?(?:#|no\\.? )?(?=[a-z-]{0,5}\\d{3})[a-z\\d][a-z\\d-]{2,24}){0,8}';

const compiled = labels.map((label) => ({
  ...label,
  pattern: new RegExp(`(?:${label.words})s?${link}${value}`, 'dgiu'),
}));
const furtherValues = new RegExp(`^${further}`, 'iu');

/** Numbers that a word before them names: "order 10482", "電話番号は…". */
export function labelledNumbers(text: string): readonly Found[] {
  return compiled.flatMap(({ kind, pattern, digits }) =>
    foundBy(text, pattern, kind, (found, match) => {
      const rest = text.slice(match.index + match[0].length);
      if (!isLongEnough(kind, found, digits) || dateOrPrice.test(found)) return false;
      return !(kind === 'order' && counted.test(rest));
    }).flatMap((one) => (kind === 'order' ? [one, ...valuesAfter(text, one)] : [one])),
  );
}

/** Ids mix letters and digits: C26VMVVC3. */
function isLongEnough(kind: PersonalKind, value: string, digits: number): boolean {
  const count = value.match(/\d/g)?.length ?? 0;
  const isMixed = (kind === 'id' || kind === 'passport') && /^[A-Z\d]{7,}$/.test(value);
  return count >= (isMixed ? 2 : digits);
}

function valuesAfter(text: string, { end, kind }: Found): readonly Found[] {
  const listed = furtherValues.exec(text.slice(end, end + 240))?.[0] ?? '';
  const values = foundBy(listed, /(?<=[^a-z\d-]|^)(?=[a-z-]{0,5}\d)[a-z\d][a-z\d-]{2,24}/dgiu, kind);
  return values.map((one) => ({ ...one, start: one.start + end, end: one.end + end }));
}
