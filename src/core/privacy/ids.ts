import {
  beginsWithDate,
  isCardNumber,
  isChineseId,
  isFinnishId,
  isHongKongId,
  isIban,
  isLuhn,
  isMyNumber,
  isSpanishId,
  isTaiwanId,
} from './check-digits.ts';
import { foundBy } from './personal-data.ts';
import type { Found, PersonalKind } from './personal-data.ts';

type Shape = {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  /** Takes the letters and digits of a match, letters in capitals. */
  readonly isRight: (bare: string) => boolean;
};

const before = '(?:(?<![\\p{Script=Latin}\\d_]|[\\d][-.])|(?<=\\b(?:IP|ID|NO)))';
const after = '(?![\\p{Script=Latin}\\d_]|-\\d)';
const shape = (source: string, flags = 'dgiu'): RegExp => new RegExp(before + source + after, flags);
const always = (): boolean => true;

/** What tells by its shape or its check digit alone what it is. */
const shapes: readonly Shape[] = [
  { kind: 'iban', pattern: shape('[a-z]{2}\\d{2}[a-z\\d]{10,30}'), isRight: isIban },
  {
    kind: 'iban',
    pattern: shape('[A-Z]{2}\\d{2}(?:[ -]?[A-Z\\d]{4}){2,7}(?:[ -]?[A-Z\\d]{1,4})?', 'dgu'),
    isRight: isIban,
  },
  { kind: 'card', pattern: shape('\\d(?:[ -]?\\d){12,18}'), isRight: isCardNumber },
  { kind: 'id', pattern: shape('[1-9]\\d{5} ?\\d{8} ?\\d{3}[\\dx]'), isRight: isChineseId },
  { kind: 'id', pattern: shape('\\d{4}[ -]\\d{4}[ -]\\d{4}'), isRight: isMyNumber },
  { kind: 'id', pattern: shape('\\d{12}'), isRight: isMyNumber },
  { kind: 'id', pattern: shape('[a-z][1289]\\d{8}'), isRight: isTaiwanId },
  { kind: 'id', pattern: shape('[a-z]{1,2}\\d{6} ?[(\\[]?[\\da][)\\]]?'), isRight: isHongKongId },
  // US SSN: no area 000, 666 or 9xx, no group 00, no serial 0000.
  { kind: 'id', pattern: shape('(?!000|666|9)\\d{3}([- ])(?!00)\\d{2}\\1(?!0000)\\d{4}'), isRight: always },
  { kind: 'id', pattern: shape('(?:\\d{8}|[xyz]-?\\d{7})[- ]?[a-z]'), isRight: isSpanishId },
  { kind: 'id', pattern: shape('\\d{6}[-+a-f]\\d{3}[\\da-y]'), isRight: isFinnishId },
  { kind: 'id', pattern: shape('\\d{6}[-+]\\d{4}'), isRight: beginsWithDate },
  { kind: 'id', pattern: shape('(?:19|20)\\d{6}[-+]\\d{4}'), isRight: (bare) => isLuhn(bare.slice(2)) },
  // Italy, codice fiscale, with its letters for digits; UK, National Insurance; France, NIR.
  {
    kind: 'id',
    pattern: shape('[a-z]{6}[\\dlmnp-v]{2}[a-ehlmprst][\\dlmnp-v]{2}[a-z][\\dlmnp-v]{3}[a-z]'),
    isRight: always,
  },
  {
    kind: 'id',
    pattern: shape('(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z] ?\\d{2} ?\\d{2} ?\\d{2} ?[a-d]'),
    isRight: always,
  },
  {
    kind: 'id',
    pattern: shape('[12] ?\\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\\d{2}|2[ab]) ?\\d{3} ?\\d{3}(?: ?\\d{2})?'),
    isRight: always,
  },
  // Brazil, CPF; India, PAN; Pakistan, CNIC.
  { kind: 'id', pattern: shape('\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}'), isRight: always },
  { kind: 'id', pattern: shape('[a-z]{3}[abcfghljpt][a-z]\\d{4}[a-z]'), isRight: always },
  { kind: 'id', pattern: shape('\\d{5}-\\d{7}-\\d'), isRight: always },
  {
    kind: 'ip',
    pattern: shape('(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'),
    isRight: always,
  },
  {
    kind: 'ip',
    pattern:
      /(?<![\p{L}\d:])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?=[\da-f:]*[a-f][\da-f:]*|[\da-f]{4}:)(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\p{L}\d:])/dgiu,
    isRight: (bare) => /[\da-f]/i.test(bare),
  },
  {
    kind: 'ip',
    pattern: /(?<![\p{L}\d:-])[\da-f]{2}([:-])(?:[\da-f]{2}\1){4,6}[\da-f]{2}(?![\p{L}\d:-])/dgiu,
    isRight: always,
  },
];

export function idsIn(text: string): readonly Found[] {
  return shapes.flatMap(({ kind, pattern, isRight }) =>
    foundBy(text, pattern, kind, (value) => {
      const bare = value.replace(/[^\p{L}\d]/gu, '').toUpperCase();
      return isRight(kind === 'id' && /[-+]\d{3}/.test(value) ? value.toUpperCase() : bare);
    }),
  );
}
