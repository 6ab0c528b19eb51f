import { contact, markedNumbersIn } from '../drafting/order-numbers.ts';

/** Digits that name an order or a parcel; fewer of them may be a year, a weight or a price. */
const numberSign = /#\s?\d{3,20}|\b\d{8,30}\b/gu;
const word = /[\p{L}\p{M}]+/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What in a text belongs to one customer alone: addresses, telephone, order and parcel numbers, the name. */
export function personalMarks(text: string, customerName: string): readonly string[] {
  const folded = text.normalize('NFKC');
  const names = namesOf(customerName);
  return [
    ...(folded.match(contact) ?? []),
    ...(folded.match(numberSign) ?? []),
    ...markedNumbersIn(folded).filter(isOrderNumber),
    ...(folded.match(word) ?? []).filter((one) => isName(one, names)),
    ...names.filter((name) => unspaced.test(name) && folded.includes(name)),
  ];
}

/** The text with a space for each of its personal marks. */
export function withoutPersonalMarks(text: string, customerName: string): string {
  const names = namesOf(customerName);
  let rest = text.normalize('NFKC').replace(contact, ' ').replace(numberSign, ' ');
  for (const number of markedNumbersIn(rest)) if (isOrderNumber(number)) rest = rest.replaceAll(number, ' ');
  for (const name of names) if (unspaced.test(name)) rest = rest.replaceAll(name, ' ');
  return rest.replace(word, (one) => (isName(one, names) ? ' ' : one));
}

/** "HL-10423" names one customer's order; "2024" or "500" may be a year or a weight. */
function isOrderNumber(number: string): boolean {
  return /\d{4,}/.test(number) && /\D/.test(number);
}

/** The parts of a name in lower case; one character alone is an initial, or stands in half of all sentences. */
function namesOf(customerName: string): readonly string[] {
  return (customerName.normalize('NFKC').toLowerCase().match(word) ?? []).filter((part) => [...part].length >= 2);
}

/** A whole word with a capital: somebody called Will or An is not in "will" or "cannot". */
function isName(one: string, names: readonly string[]): boolean {
  return one.charAt(0) === one.charAt(0).toUpperCase() && names.includes(one.toLowerCase());
}
