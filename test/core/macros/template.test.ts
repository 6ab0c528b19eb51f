import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTemplate } from '#shared/macro-template.ts';
import { macroVariables } from '#shared/model/macro.ts';

const problems = (text: string) => parseTemplate(text).problems.map(({ kind, nearest }) => [kind, nearest]);

test('bug: an owner is told that a variable is unknown, and not which one was meant', () => {
  expect(problems('Hi {{customer.firstname}}')).toEqual([['unknown_variable', 'customer.first_name']]);
  expect(problems('{{first_name}}')).toEqual([['unknown_variable', 'customer.first_name']]);
  expect(problems('{{fulfillment.tracking_number}}')).toEqual([['unknown_variable', 'fulfilment.tracking_number']]);
  expect(problems('{{order.status_url}}')[0]?.[0]).toBe('unknown_variable');
  expect(problems('{{weather}}')).toEqual([['unknown_variable', '']]);
});

test('bug: a brace that was forgotten is sent to a customer as it stands', () => {
  expect(problems('Hi {{customer.name}, hello')).toEqual([['unclosed', '']]);
  expect(problems('Hi {{customer.name, {{order.number}}')).toEqual([['unclosed', '']]);
  expect(problems('Hi {customer.name}}')).toEqual([['unopened', '']]);
  expect(problems('Hi {{ }}')).toEqual([['empty', '']]);
});

test('bug: a prompt without a question, of an unknown type or without choices is saved', () => {
  expect(problems('{{ask: }}')).toEqual([['no_label', '']]);
  expect(problems('{{ask: When? | moment}}')).toEqual([['unknown_type', '']]);
  expect(problems('{{ask: Which? | choice: }}')).toEqual([['no_choices', '']]);
  expect(problems('{{ask: Days? | number}} {{ask: Days? | text}}')).toEqual([['asked_twice', '']]);
  expect(problems('{{customer.name | capitalize}}')).toEqual([['unknown_option', '']]);
});

test('bug: prompts and defaults in Chinese and Japanese punctuation are not read', () => {
  const { parts } = parseTemplate('{{ask：日数は？｜number}}{{ask: 颜色 | choice: 红、蓝，绿}}');
  expect(parts).toEqual([
    { kind: 'ask', ask: { label: '日数は？', type: 'number', choices: [] } },
    { kind: 'ask', ask: { label: '颜色', type: 'choice', choices: ['红', '蓝', '绿'] } },
  ]);
});

test('bug: a default loses what stands in it', () => {
  expect(parseTemplate("{{ Customer.First_Name | default: 'there | now' }}").parts).toEqual([
    { kind: 'variable', name: 'customer.first_name', otherwise: 'there | now' },
  ]);
});

test('bug: braces that are to be said cannot be written', () => {
  expect(parseTemplate('Write \\{{name\\}} there').parts).toEqual([{ kind: 'text', text: 'Write {{name}} there' }]);
});

test('bug: some text cannot be parsed, or a text without braces changes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { parts, problems: found } = parseTemplate(text);
      if (/[{}\\]/.test(text)) return;
      expect(found).toEqual([]);
      expect(parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')).toBe(text);
    }),
  );
});

test('bug: a mix of braces makes the parser go astray', () => {
  const pieces = fc.constantFrom('{{', '}}', '{', '}', '|', 'ask:', ' ', 'x', '\\', ...macroVariables);
  fc.assert(
    fc.property(fc.array(pieces), (all) => {
      const text = all.join('');
      for (const { at, found } of parseTemplate(text).problems) expect(text.slice(at, at + found.length)).toBe(found);
    }),
  );
});
