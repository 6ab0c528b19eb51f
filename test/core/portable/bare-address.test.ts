import { expect, test } from 'vitest';
import { bareAddress, bareSettings } from '#core/portable/bare-address.ts';

test('bug: a key in the address of a source leaves with an export', () => {
  const cases: ReadonlyArray<readonly [string, string]> = [
    ['https://ann:secret@feeds.example.com/a.xml', 'https://feeds.example.com/a.xml'],
    ['https://a@b@feeds.example.com/', 'https://feeds.example.com/'],
    ['https://feeds.example.com/a.xml?token=abc', 'https://feeds.example.com/a.xml'],
    ['https://feeds.example.com/a.xml?lang=en&apiKey=1', 'https://feeds.example.com/a.xml'],
    ['https://feeds.example.com/a.xml?v=8f14e45fceea167a5a36dedd4bea2543', 'https://feeds.example.com/a.xml'],
    ['https://feeds.example.com/a.xml?x=Zm9v%3D#frag', 'https://feeds.example.com/a.xml'],
    ['https://shop.example.com/faq?page=2&lang=ja', 'https://shop.example.com/faq'],
    ['https://feeds.example.com/a.xml?t=Zk3vQ9xLm2', 'https://feeds.example.com/a.xml'],
    [String.raw`https:\\ann:secret@feeds.example.com/a.xml`, 'https://feeds.example.com/a.xml'],
    [' https:/ann:secret@feeds.example.com/a.xml', 'https://feeds.example.com/a.xml'],
    ['https:ann:secret@feeds.example.com/a.xml', 'https://feeds.example.com/a.xml'],
    ['ht\ntps:/\t/ann:sec\nret@feeds.example.com/a.xml', 'https://feeds.example.com/a.xml'],
    ['ftp://ann:secret@feeds.example.com/a.xml', 'about:blank'],
    ['file:///home/ann/faq.csv', 'about:blank'],
    ['https://feeds.example.com/f/9f8a7b6c5d4e3f2a1b0c9d8e/a.xml', 'https://feeds.example.com/f/-/a.xml'],
    ['https://feeds.example.com/Zk3vQ9-xLm2_Tb7pR1sW/a.xml', 'https://feeds.example.com/-/a.xml'],
    ['https://feeds.example.com/0195c0de-0000-7000-8000-ffffffffffff', 'https://feeds.example.com/-'],
    [
      'https://help.example.com/360012345678-How-do-I-return-it',
      'https://help.example.com/360012345678-How-do-I-return-it',
    ],
    ['https://help.example.com/hc/iphone-15-pro-256gb-case', 'https://help.example.com/hc/iphone-15-pro-256gb-case'],
    ['https://shop.example.com/faq', 'https://shop.example.com/faq'],
    ['/home/ann/faq.csv', '/home/ann/faq.csv'],
  ];
  for (const [address, bare] of cases) {
    expect(bareAddress(address)).toBe(bare);
    // What an export wrote once stays as it is when it is exported again.
    expect(bareAddress(bare)).toBe(bare);
  }
});

test('bug: a path of this machine, which names people, leaves with an export', () => {
  for (const kind of ['file', 'folder'] as const)
    expect(bareSettings({ kind, path: '/home/ann/faq' })).toEqual({ kind: 'file', path: null });
});
