import { foundBy } from './personal-data.ts';
import type { Found } from './personal-data.ts';

const before = '(?<![\\p{Script=Latin}\\d_]|[\\p{Script=Latin}\\d][-.])';
const after = '(?![\\p{Script=Latin}\\d_]|[-.][\\p{Script=Latin}\\d])';
const pattern = (source: string, flags = 'dgu'): RegExp => new RegExp(before + source + after, flags);

/** UPS; the Universal Postal Union's S10; couriers' letters and many digits; Japan's groups of four. */
const tracking = [
  pattern('1Z[\\dA-Z]{16}', 'dgiu'),
  pattern('[A-Z]{2}\\d{9}[A-Z]{2}', 'dgiu'),
  pattern('(?:SF|YT|JDV?|JT|ZTO|STO|YD|EMS|LP|DPK|JJD|GM)[A-Z]{0,3}\\d{9,20}', 'dgiu'),
  pattern('\\d{4}([- ])\\d{4}\\1\\d{4}'),
];
/** `#1001`, and capitals before or after at least five digits: shorter ones are models of things. */
const orders = [
  pattern('#\\s?(?:[A-Z]{1,5}-?)?\\d{4,20}(?:-\\d{1,12})*', 'dgiu'),
  pattern('[A-Z]{1,5}-?\\d{5,24}(?:-\\d{1,12})*'),
  pattern('[A-Z]{1,4}-\\d{4,8}-\\d{2,12}'),
  pattern('(?:19|20)\\d{2}-\\d{5,12}'),
];
const numbers = [
  // Letters may follow it after a stroke: 12345678-Fax.
  /(?<![\p{Script=Latin}\d_])(?:\d{1,4}-)?\d{8,}(?![\p{Script=Latin}\d_])/dgu,
  pattern('[a-z]{1,4}\\d{7,24}[a-z]?', 'dgiu'),
  pattern('\\d{6,12}[a-z]', 'dgiu'),
];

/** The whole message is a number, as customers answer "what is your number?"; a price or a size is shorter. */
const bare = /^\s*(?<value>[a-z\d ()./#+-]{5,40}?)[.!。]?\s*$/dgiu;

export function codesIn(text: string): readonly Found[] {
  return [
    ...tracking.flatMap((one) => foundBy(text, one, 'tracking')),
    ...orders.flatMap((one) => foundBy(text, one, 'order')),
    ...numbers.flatMap((one) =>
      foundBy(text, one, 'number', (value) => !/^(?:\d{1,7}(?:ml|kg|mah|mm|cm|gb|tb))$/i.test(value)),
    ),
    ...foundBy(text, bare, 'number', isAnswer),
  ];
}

/** At most one word with letters beside the digits, and no letters without them. */
function isAnswer(value: string): boolean {
  const words = value.split(/[ ./()-]+/).filter((word) => word !== '');
  if (words.some((word) => /^\p{L}{4,}$/u.test(word))) return false;
  return words.filter((word) => /\p{L}/u.test(word)).length <= 1 && (value.match(/\d/g)?.length ?? 0) >= 5;
}
