import { expect, test } from 'vitest';
import { bareAddress } from '#core/portable/bare-address.ts';

test('bug: a key in the address of a source leaves with an export', () => {
  const cases: ReadonlyArray<readonly [string, string]> = [
    ['https://ann:secret@feeds.example.com/a.xml', 'https://feeds.example.com/a.xml'],
    ['https://a@b@feeds.example.com/', 'https://feeds.example.com/'],
    ['https://feeds.example.com/a.xml?token=abc', 'https://feeds.example.com/a.xml'],
    ['https://feeds.example.com/a.xml?lang=en&apiKey=1', 'https://feeds.example.com/a.xml'],
    ['https://feeds.example.com/a.xml?v=8f14e45fceea167a5a36dedd4bea2543', 'https://feeds.example.com/a.xml'],
    ['https://feeds.example.com/a.xml?x=Zm9v%3D#frag', 'https://feeds.example.com/a.xml'],
    ['https://shop.example.com/faq?page=2&lang=ja', 'https://shop.example.com/faq?page=2&lang=ja'],
    ['https://shop.example.com/faq', 'https://shop.example.com/faq'],
    ['/home/ann/faq.csv', '/home/ann/faq.csv'],
  ];
  for (const [address, bare] of cases) {
    expect(bareAddress(address)).toBe(bare);
    // What an export wrote once stays as it is when it is exported again.
    expect(bareAddress(bare)).toBe(bare);
  }
});
