import { expect, test } from 'vitest';
import { htmlText, isTooDeep } from '#adapters/inbox/html-text.ts';

const nested = ['<li><p>', '<td><p>', '<li><dd>', '<p><li>', '<div></x>', '<div>', '<p><b>'];

test.each(nested)('bug: a mail of %s without end is converted, and holds up the desk', (tags) => {
  const html = `${tags.repeat(120_000)}Where is my parcel?`;
  expect(isTooDeep(html)).toBe(true);
  expect(htmlText(html)).toContain('Where is my parcel?');
});

test('bug: an ordinary table or list counts as endless', () => {
  const rows = '<tr><td>Kettle</td><td><p>39 €</p></td></tr>'.repeat(2_000);
  const items = '<li>Lid<li>Filter'.repeat(2_000);
  const html = `<table>${rows}</table><ul>${items}</ul><p>Thanks<p>Ann`;
  expect(isTooDeep(html)).toBe(false);
  expect(htmlText(html)).toContain('- Filter');
});
