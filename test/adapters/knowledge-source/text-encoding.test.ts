import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodedText } from '#adapters/knowledge-source/text-encoding.ts';

const japanese = [
  '質問,回答',
  '送料はいくらですか?,全国一律500円です。',
  '返品はできますか?,商品到着後7日以内にご連絡ください。',
  '領収書は発行できますか?,はい、購入履歴から発行できます。',
  'いつ届きますか?,ご注文から3日以内に発送いたします。',
  '支払い方法は?,クレジットカードと代金引換が使えます。',
].join('\n');
const simplified = [
  '问题,答案',
  '多久发货?,付款后48小时内发货。',
  '可以退货吗?,收到商品后七天内可以申请退货。',
  '怎么开发票?,请在订单页面选择开具发票。',
  '运费多少?,满99元包邮。',
  '支持哪些支付方式?,支持微信和支付宝。',
].join('\n');
const traditional = [
  '問題,答案',
  '多久出貨?,付款後兩天內出貨。',
  '可以退貨嗎?,收到商品後七天內可以申請退貨。',
  '如何開立發票?,請在訂單頁面選擇電子發票。',
  '運費多少?,滿千免運費。',
  '支援哪些付款方式?,信用卡與貨到付款。',
].join('\n');

const cases: readonly (readonly [encoding: string, text: string, written: string])[] = [
  ['utf-8', japanese, 'utf-8'],
  ['shift_jis', japanese, 'shift_jis'],
  ['euc-jp', japanese, 'euc-jp'],
  ['gb18030', simplified, 'gb18030'],
  ['gb18030', simplified, 'gb2312'],
  ['big5', traditional, 'big5'],
  ['utf-16le', simplified, 'utf-16le'],
  ['utf-16be', japanese, 'utf-16be'],
  [
    'euc-kr',
    '질문,답변\n배송은 언제 되나요?,주문 후 3일 이내에 발송됩니다.\n환불이 가능한가요?,네 가능합니다.',
    'euc-kr',
  ],
  [
    'windows-1252',
    'question,answer\nIs it naïve?,It’s a café – déjà vu for £5.\nGrüße?,Schöne Grüße aus Köln',
    'windows-1252',
  ],
  ['windows-1251', 'Где мой заказ?,Заказ отправлен вчера\nКак вернуть товар?,В течение двух недель', 'windows-1251'],
];

// Catches: a five-row FAQ saved by an old spreadsheet comes in as rubbish, or under the wrong name.
test.each(cases)('reads a short FAQ in %s', (encoding, text, written) => {
  expect(decodedText(iconv.encode(text, written))).toEqual({ text, encoding });
});

// Catches: the choice leans on the header or on one lucky row.
test.each(cases.filter(([encoding]) => !encoding.startsWith('windows') && !encoding.startsWith('utf-16')))(
  'reads each row alone in %s',
  (encoding, text, written) => {
    const rows = text.split('\n').filter((row) => row.length > 12);
    expect(rows.map((row) => decodedText(iconv.encode(row, written))?.encoding)).toEqual(rows.map(() => encoding));
  },
);

// Catches: the mark at the start is taken for part of the first column's name, or read past.
test.each(['utf-8', 'utf-16le', 'utf-16be'])('a byte order mark names %s', (encoding) => {
  const decoded = decodedText(iconv.encode(simplified, encoding, { addBOM: true }));
  expect(decoded).toEqual({ text: simplified, encoding });
});

// Catches: mail exports in ISO-2022-JP are valid ASCII and come in as "$B<ALd(B".
test('reads ISO-2022-JP', () => {
  const eucJp = iconv.encode('質問', 'euc-jp').map((byte) => byte & 0x7f);
  const bytes = Buffer.concat([Buffer.from('q,\x1b$B'), eucJp, Buffer.from('\x1b(B,ok\n\x1b(I6\x1b(J')]);
  expect(decodedText(bytes)).toEqual({ text: 'q,質問,ok\nｶ', encoding: 'iso-2022-jp' });
});

// Catches: one broken byte makes a whole UTF-8 file be read as something else.
test('a UTF-8 file with a broken character stays UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from(simplified), Buffer.from([0xe9, 0x97]), Buffer.from('\n尾')]);
  expect(decodedText(bytes)).toEqual({ text: `${simplified}\uFFFD\n尾`, encoding: 'utf-8' });
});

// Catches: a binary file is imported as gibberish.
test('bytes with scattered zeros are no text', () => {
  expect(decodedText(Uint8Array.from({ length: 256 }, (_, index) => (index * 7) % 5))).toBeNull();
});

// Catches: some bytes make the decoder throw.
test('any bytes decode or are no text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const decoded = decodedText(bytes);
      expect(decoded === null || typeof decoded.text === 'string').toBe(true);
    }),
  );
});
