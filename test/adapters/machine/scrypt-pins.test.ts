import { expect, test } from 'vitest';
import { scryptPins } from '#adapters/machine/scrypt-pins.ts';

test('bug: a PIN can be read from what is kept, two of the same look alike, or another is taken for it', async () => {
  const [one, two] = await Promise.all([scryptPins.hash('246813'), scryptPins.hash('246813')]);
  expect(one).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(two);
  expect(one).not.toContain('246813');
  expect(await scryptPins.matches('246813', one)).toBe(true);
  expect(await scryptPins.matches('246814', one)).toBe(false);
  expect(await scryptPins.matches('', one)).toBe(false);
});

test('bug: the same PIN typed by another input method is wrong', async () => {
  const kept = await scryptPins.hash('1234 ガ');
  expect(await scryptPins.matches('１２３４ カ\u3099', kept)).toBe(true);
});

test.each(['', '1234', 'scrypt$32768$8$1$$', 'scrypt$3$8$1$AAAA$AAAA', `scrypt$99999999$999$1$AAAA$${'A'.repeat(43)}`])(
  'bug: what is no kept PIN lets everybody in, or ends the desk: %s',
  async (kept) => {
    expect(await scryptPins.matches('1234', kept)).toBe(false);
  },
);
