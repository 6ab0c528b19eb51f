import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downloadAddress, isSamePlace } from '#adapters/knowledge-source/site/download-address.ts';

const sheet = 'https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ_0123456789-abcdef';
const text = 'https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ_0123456789-abcdef';

test.each([
  [`${sheet}/edit`, `${sheet}/export?format=xlsx`],
  [`${sheet}/edit?usp=sharing`, `${sheet}/export?format=xlsx`],
  [`${sheet}/edit#gid=42`, `${sheet}/export?format=csv&gid=42`],
  [`${sheet}/export?format=csv&gid=7`, `${sheet}/export?format=csv&gid=7`],
  [
    'https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml',
    'https://docs.google.com/spreadsheets/d/e/2PACX-1/pub?output=xlsx',
  ],
  [
    'https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml?gid=3',
    'https://docs.google.com/spreadsheets/d/e/2PACX-1/pub?single=true&output=csv&gid=3',
  ],
  [`${text}/edit`, `${text}/export?format=docx`],
  ['https://www.dropbox.com/s/abc/faq.csv?dl=0', 'https://www.dropbox.com/s/abc/faq.csv?dl=1'],
  ['https://github.com/acorn/help/blob/main/faq.md', 'https://github.com/acorn/help/raw/main/faq.md'],
  ['https://help.example/edit#gid=1', 'https://help.example/edit'],
])('bug: of %s the page is read instead of the file', (given, file) => {
  expect(downloadAddress(new URL(given)).href).toBe(file);
});

test.each([
  ['https://docs.google.com/x', 'https://doc-0s-sheets.googleusercontent.com/y', true],
  ['https://docs.google.com/x', 'http://doc-0s-sheets.googleusercontent.com/y', false],
  ['https://docs.google.com/x', 'https://accounts.google.com/login', false],
  ['https://docs.google.com/x', 'https://googleusercontent.com.example/y', false],
  ['https://help.example/x', 'https://doc-0s-sheets.googleusercontent.com/y', false],
  ['https://help.example/x', 'https://help.example:8443/x', false],
  ['http://docs.google.com/x', 'https://a.googleusercontent.com/y', false],
])('bug: who gave %s is led to %s', (start, url, isSame) => {
  expect(isSamePlace(new URL(start), new URL(url))).toBe(isSame);
});

test('bug: some address becomes one of another host', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.webPath(), (address, path) => {
      for (const given of [
        new URL(address),
        new URL(`https://docs.google.com${path}`),
        new URL(`https://github.com${path}`),
      ]) {
        expect(downloadAddress(given).origin).toBe(given.origin);
      }
    }),
  );
});
