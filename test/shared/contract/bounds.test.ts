import { expect, test } from 'vitest';
import { z } from 'zod';
import { askRequests } from '#shared/contract/ask.ts';
import { portableRequests } from '#shared/contract/portable.ts';
import { sourceRequests } from '#shared/contract/source.ts';

const id = '01234567-89ab-7def-8123-456789abcdef';
const takes = ({ input }: { readonly input: z.ZodType }, value: unknown): boolean => input.safeParse(value).success;
const taken = (kind: 'address' | 'site', url: string): boolean => {
  const limits = { hosts: [], paths: [], mostPages: 10 };
  const settings = kind === 'site' ? { kind, url, ...limits } : { kind, url };
  return takes(sourceRequests['source.add'], { place: { storeId: null, setId: null }, name: 'a', settings });
};

test.each([
  'https://user:hunter2@shop.example/feed.csv',
  'https://user@shop.example/feed.csv',
  String.raw`https:\\user:hunter2@shop.example/feed.csv`,
  'https:/user:hunter2@shop.example/feed.csv',
  'https:user:hunter2@shop.example/feed.csv',
  'ht\ntps://user:hunter2@shop.example/feed.csv',
  'https:/\n/user:hunter2@shop.example/feed.csv',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'ftp://shop.example/feed.csv',
  `https://shop.example/${'a'.repeat(2_000)}`,
])('bug: an address that can never be read (%j) is kept, with its password, in clear', (url) => {
  expect([taken('address', url), taken('site', url)]).toEqual([false, false]);
});

test.each(['https://shop.example/feed.csv?id=2', 'http://127.0.0.1:8080/@shop', 'https://例え.jp/よくある質問'])(
  'bug: an address that can be read (%j) is refused',
  (url) => expect([taken('address', url), taken('site', url)]).toEqual([true, true]),
);

test('bug: a page can fill a request without bound', () => {
  const long = 'a'.repeat(1_000_000);
  const choice = { kinds: Array(1_000_000).fill('gone'), takesUnsure: true, flipped: [] };
  expect([
    takes(portableRequests['portable.take'], { digest: long }),
    takes(portableRequests['backup.inspect'], { file: long }),
    takes(portableRequests['backup.restore'], { file: long }),
    takes(askRequests['ask.ask'], { storeId: id, text: 'a', channel: null, about: [long] }),
    takes(askRequests['ask.ask'], { storeId: id, text: 'a', channel: null, about: Array(10_000).fill('a') }),
    takes(sourceRequests['source.take'], { planId: id, why: '', choice }),
  ]).toEqual([false, false, false, false, false, false]);
});
