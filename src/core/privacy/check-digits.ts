/** Checks of what carries its own check digit; each takes the letters and digits alone, letters in capitals. */

export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** ISO/IEC 7812: what payment cards begin with. */
const cardIssuer = /^(?:4|5[0-8]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[0-9]|6|81|1800|2131)/;

export function isCardNumber(digits: string): boolean {
  return /^\d{13,19}$/.test(digits) && cardIssuer.test(digits) && isLuhn(digits);
}

/** ISO 13616. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{10,30}$/.test(iban)) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const character of moved) rest = Number(`${rest}${Number.parseInt(character, 36)}`) % 97;
  return rest === 1;
}

/** GB 11643-1999, with a date that was. */
export function isChineseId(id: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(id)) return false;
  return '10X98765432'[weighted(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === id[17];
}

/** Ordinance 85 of the Ministry of Internal Affairs, 2014. */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

/** Taiwan: a letter of the place, sex or residence, digits. */
export function isTaiwanId(id: string): boolean {
  if (!/^[A-Z][1289]\d{8}$/.test(id)) return false;
  const place = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id.charAt(0)) + 10;
  const sum = Math.floor(place / 10) + (place % 10) * 9 + weighted(id.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return sum % 10 === 0;
}

export function isHongKongId(id: string): boolean {
  const parts = /^([A-Z]{1,2})(\d{6})([\dA])$/.exec(id);
  if (parts === null) return false;
  const [, letters = '', digits = '', check = ''] = parts;
  const values = [...letters.padStart(2, ' ')].map((one) => (one === ' ' ? 36 : Number.parseInt(one, 36)));
  const sum = (values[0] ?? 0) * 9 + (values[1] ?? 0) * 8 + weighted(digits, [7, 6, 5, 4, 3, 2]);
  return (sum + Number.parseInt(check, 16)) % 11 === 0;
}

/** Spain, DNI and NIE. */
export function isSpanishId(id: string): boolean {
  const number = id.replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return /^\d{8}[A-Z]$/.test(number) && 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number.slice(0, 8)) % 23] === number[8];
}

/** Finland. */
export function isFinnishId(id: string): boolean {
  const digits = id.slice(0, 6) + id.slice(-4, -1);
  return /^\d{9}$/.test(digits) && '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] === id.at(-1);
}

/** A month and a day in either order, as the first digits of many ids. */
export function beginsWithDate(digits: string): boolean {
  const [first, second, third] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  const isMonth = second !== undefined && second % 20 >= 1 && second % 20 <= 12;
  return isMonth && [first, third].some((day) => day !== undefined && day % 40 >= 1 && day % 40 <= 31);
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}
