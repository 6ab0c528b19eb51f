import { expect, test } from 'vitest';
import { isNoise } from '#core/conversations/noise.ts';
import { customersInChinese, customersInJapanese } from './mails/customers-in-chinese-and-japanese.ts';
import { customersInEnglish } from './mails/customers-in-english.ts';
import { customersInTrouble, noiseAboutTrouble } from './mails/customers-in-trouble.ts';
import { noiseInChinese } from './mails/noise-in-chinese.ts';
import { noiseInJapanese } from './mails/noise-in-japanese.ts';
import { noiseOfMachines } from './mails/noise-of-machines.ts';
import { noiseOfPeople } from './mails/noise-of-people.ts';
import { noiseOfServices } from './mails/noise-of-services.ts';

test.each([...noiseOfMachines, ...noiseOfServices, ...noiseOfPeople])(
  'bug: a reply is drafted to $name',
  ({ subject, text }) => {
    expect(isNoise(subject, text)).toBe(true);
  },
);

test.each(noiseInChinese)('bug: a reply is drafted to $name in Chinese', ({ subject, text }) => {
  expect(isNoise(subject, text)).toBe(true);
});

test.each(noiseInJapanese)('bug: a reply is drafted to $name in Japanese', ({ subject, text }) => {
  expect(isNoise(subject, text)).toBe(true);
});

test.each(customersInEnglish)('bug: $name is taken for noise', ({ subject, text }) => {
  expect(isNoise(subject, text)).toBe(false);
});

test.each(customersInChinese)('bug: $name in Chinese is taken for noise', ({ subject, text }) => {
  expect(isNoise(subject, text)).toBe(false);
});

test.each(customersInJapanese)('bug: $name in Japanese is taken for noise', ({ subject, text }) => {
  expect(isNoise(subject, text)).toBe(false);
});

test.each(customersInTrouble)('bug: $name is taken for noise, and the customer waits for ever', ({ subject, text }) => {
  expect(isNoise(subject, text)).toBe(false);
});

test.each(noiseAboutTrouble)('bug: a word of trouble makes a customer’s matter of $name', ({ subject, text }) => {
  expect(isNoise(subject, text)).toBe(true);
});
