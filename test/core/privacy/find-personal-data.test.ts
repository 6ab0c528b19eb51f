import { describe, expect, test } from 'vitest';
import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import type { KnownPersonalData } from '#core/privacy/personal-data.ts';
import { knownOf } from './known.ts';

function found(text: string, known: Partial<KnownPersonalData> = {}): readonly string[] {
  return findPersonalData(text, knownOf(known)).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
}

describe('known of the customer', () => {
  test.each([
    ['the first name alone', 'Thanks, Emily!', { names: ['Emily Carter'] }, 'name Emily'],
    ['capitals', 'EMILY CARTER', { names: ['Emily Carter'] }, 'name EMILY CARTER'],
    ['the name turned round', 'Carter, Emily', { names: ['Emily Carter'] }, 'name Carter, Emily'],
    ['without its accents', 'Jose wrote', { names: ['José Núñez'] }, 'name Jose'],
    ['a surname before an honorific', '田中様のご注文', { names: ['田中太郎'] }, 'name 田中'],
    ['a Chinese surname before a form of address', '王女士您好', { names: ['王小明'] }, 'name 王'],
    ['the given name', '小明的快递', { names: ['王小明'] }, 'name 小明'],
    ['a telephone without its country', '打07700 900-123', { phones: ['+44 7700 900123'] }, 'phone 07700 900-123'],
    ['the number of an order without its letters', 'about 20931', { orderNumbers: ['#HL-20931'] }, 'order 20931'],
    ['the street alone', 'at 5 elm close', { addresses: ['5 Elm Close, Leeds LS1 4AB'] }, 'address 5 elm close'],
    [
      'the end of an address',
      '送到世纪大道1500弄',
      { addresses: ['上海市浦东新区世纪大道1500弄'] },
      'address 世纪大道1500弄',
    ],
  ] as const)('bug: %s is left', (_, text, known, expected) => {
    expect(found(text, known)).toContain(expected);
  });

  test('bug: somebody called Will or An is masked in every sentence', () => {
    expect(found('It will take an hour. I cannot wait.', { names: ['Will An'] })).toEqual([]);
  });

  test('bug: half a street that bears a name keeps its number', () => {
    expect(found('Send it to 221B Baker Street please', { names: ['Tom Baker'] })).toEqual([
      'address 221B Baker Street',
    ]);
  });
});

describe('numbers', () => {
  test.each([
    'It costs $1,299.00 or 1.299,00 €, 45.90 EUR, 12,800円, ¥368.00, 1299元',
    'Sizes 38-40, 120 x 60 x 75 cm, 500ml, 10000mAh, 1800W, 26.5cm, 尺寸120*60*75cm',
    'On 03/15/2024, 2024-03-15 14:22:05, 15.03.2024, 2024年3月15日, 9:00-18:00, 20240315',
    'WH-1000XM5, KGN39VLEB, RTX 4070, iPhone 15, model DMC-FZ300, SKU 88-2041-BK, 型番A-10234',
    'ISBN 978-3-16-148410-0, EAN 4006381333931, item no. 304.899.33, JANコード4901234567894',
    'I want to order 500 pieces, 满200减30, 第2件半价, 24个月, 3点セット',
    'My order is still processing. 订单状态是待发货。注文の状況は発送準備中です。',
    'https://shop.example.com/products/12345678-oak-desk',
  ])('bug: %s is not to be read any more', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['a card with spaces', 'card 4539 1860 9139 0996', 'card 4539 1860 9139 0996'],
    ['a Chinese id', '身份证110105199004123328', 'id 110105199004123328'],
    ['a Japanese number in full width', 'マイナンバーは２５１８６４９７５７９０', 'id ２５１８６４９７５７９０'],
    [
      'a telephone with characters that cannot be seen',
      'call 138\u200b1234\u200b5678',
      'phone 138\u200b1234\u200b5678',
    ],
    ['Arabic digits', 'هاتف +٩٧١ ٥٠ ١٢٣ ٤٥٦٧', 'phone +٩٧١ ٥٠ ١٢٣ ٤٥٦٧'],
    ['an account in small letters', 'iban de34370400440532013117', 'iban de34370400440532013117'],
    ['a link with a key', 'https://x.example/o?token=abc123', 'link https://x.example/o?token=abc123'],
    ['several orders', 'orders 10482, 10483 and 10484', 'order 10484'],
    ['Spain', 'DNI 12345678Z', 'id 12345678Z'],
    ['Taiwan', '身分證A230592050', 'id A230592050'],
    ['an address of version 6', 'from 2001:db8::ff00:42:8329', 'ip 2001:db8::ff00:42:8329'],
  ])('bug: %s is left', (_, text, expected) => {
    expect(found(text)).toContain(expected);
  });

  test('bug: spans lie over each other or out of order', () => {
    const spans = findPersonalData(
      'Emily, 12 High Street, 07700 900123, emily@example.com',
      knownOf({ names: ['Emily'] }),
    );
    spans.forEach(({ start, end }, i) => {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    });
  });
});

test('bug: a link to a parcel or a list says whose it is', () => {
  const known = knownOf({
    names: ['Marta Lindqvist'],
    orderNumbers: ['HL-10423'],
    trackingNumbers: ['UA482913377NO'],
    emails: ['marta@example.com'],
  });
  const links = [
    'https://track.example/UA482913377NO',
    'https://lists.example/marta-lindqvist',
    'https://shop.example/go/HL%2D10423',
    'https://shop.example/unsubscribe/marta%40example.com',
  ];
  for (const link of links) {
    const text = `See ${link}, please.`;
    const spans = findPersonalData(text, known);
    expect(spans.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([['link', link]]);
  }
  expect(findPersonalData('See https://shop.example/kettles/k-10?size=2, please.', known)).toEqual([]);
});
