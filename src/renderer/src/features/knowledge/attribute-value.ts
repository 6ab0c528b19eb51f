import { assertNever } from '#shared/errors.ts';
import type { AttributeValue } from '#shared/model/product-attribute.ts';

/** What a value says, as one would type it. */
export function textOfValue(value: AttributeValue): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'link':
      return value.url;
    case 'quantity':
      return `${value.amount}${value.unit === '' ? '' : ` ${value.unit}`}`;
    case 'money':
      return `${value.amount} ${value.currency}`;
    case 'yesNo':
      return '';
    default:
      return assertNever(value);
  }
}

const amountFirst = /^\s*(?<amount>-?\d+(?:[.,]\d+)?)\s*(?<rest>.*)$/su;

/** A value of that kind from what was typed. */
export function valueFrom(type: AttributeValue['type'], text: string): AttributeValue {
  const { amount = '0', rest = '' } = amountFirst.exec(text)?.groups ?? {};
  switch (type) {
    case 'text':
      return { type, text };
    case 'link':
      return { type, url: text };
    case 'quantity':
      return { type, amount: Number(amount.replace(',', '.')), unit: rest.trim().slice(0, 40) };
    case 'money':
      return { type, amount: Number(amount.replace(',', '.')), currency: currencyIn(rest) };
    case 'yesNo':
      return { type, isTrue: true };
    default:
      return assertNever(type);
  }
}

/** A value told as another kind, keeping what it says. */
export function valueAs(value: AttributeValue, type: AttributeValue['type']): AttributeValue {
  return value.type === type ? value : valueFrom(type, textOfValue(value));
}

/** Whether it has the form of an ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/u.test(code);
}

function currencyIn(text: string): string {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : '';
}
