import { beforeEach, expect, test, vi } from 'vitest';
import type { Macro } from '#shared/model/macro.ts';
import { insertionPlace, stretchBetween } from '../../../src/renderer/src/features/composer/insertion-place.ts';
import { gapIn, marksOf } from '../../../src/renderer/src/features/composer/marks.ts';
import { keepWork, loadWork } from '../../../src/renderer/src/features/composer/work-storage.ts';
import { workWith } from '../../../src/renderer/src/features/composer/work.ts';
import { rankedMacros } from '../../../src/renderer/src/features/macros/ranked.ts';
import { sampleMacros } from '../support/sample-macros.ts';
import { MemoryStorage } from '../support/memory-storage.ts';

const now = Date.UTC(2026, 2, 10);
const day = 86_400_000;

function macro(name: string, over: Partial<Macro['content']> = {}, usage: Partial<Macro['usage']> = {}): Macro {
  const [made] = sampleMacros();
  if (made === undefined) throw new Error('There is a sample macro');
  return {
    ...made,
    content: { ...made.content, shortcut: '', body: 'Body.', ...over, name },
    usage: { uses: 0, edited: 0, lastUsedAt: null, ...usage },
  };
}
const named = (macros: readonly Macro[], query: string) =>
  rankedMacros(macros, query, now).map((one) => one.content.name);

test('bug: a few letters find a macro that is used often before the one they name', () => {
  const macros = [
    macro('Where is my refund', {}, { uses: 900, lastUsedAt: now }),
    macro('Refund granted'),
    macro('Return label', { shortcut: 'ref' }),
    macro('Delivery', { body: 'After the refund we ship.' }),
  ];
  expect(named(macros, 'ref')).toEqual(['Return label', 'Refund granted', 'Where is my refund', 'Delivery']);
  expect(named(macros, 'rfd')).toEqual(['Where is my refund', 'Refund granted']);
  expect(named(macros, 'xyz')).toEqual([]);
});

test('bug: of macros that match alike the one of last year stands before that of today', () => {
  const macros = [
    macro('Refund A', {}, { uses: 3, lastUsedAt: now - 300 * day }),
    macro('Refund B', {}, { uses: 3, lastUsedAt: now - day }),
    macro('Refund C'),
  ];
  expect(named(macros, 'refund')).toEqual(['Refund B', 'Refund A', 'Refund C']);
  expect(named(macros, '')).toEqual(['Refund B', 'Refund A', 'Refund C']);
});

test('bug: full-width letters and Chinese find nothing', () => {
  expect(named([macro('退款说明'), macro('Refund')], '退款')).toEqual(['退款说明']);
  expect(named([macro('Refund')], 'Ｒｅｆ')).toEqual(['Refund']);
});

test('bug: a gap that a macro brought, or a variable that was pasted, is not seen and the reply refused', () => {
  const text = 'Hi {{customer.name}}, it comes with [✎ carrier] today.';
  expect(marksOf(text, []).map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
    ['{{customer.name}}', 'gap'],
    ['[✎ carrier]', 'gap'],
  ]);
  expect(gapIn('Hi {{customer.name}}', ['What is {{customer.name}}?'])).toBeNull();
  expect(marksOf('Hi {{customer.name}}', [], ['What is {{customer.name}}?'])).toEqual([]);
});

test('bug: a macro that is called for from elsewhere stands before the greeting or behind the signature', () => {
  const sentences = ['Hello,', 'Yes.', 'Best wishes,', 'Noor'].map((text, i) => ({
    part: i === 0 ? ('greeting' as const) : i === 1 ? ('answer' as const) : ('closing' as const),
    text,
    lead: '',
    evidence: null,
    ask: null,
  }));
  const text = 'Hello,\n\nYes.\n\nBest wishes,\nNoor';
  expect(text.slice(insertionPlace(text, sentences))).toBe('\n\nBest wishes,\nNoor');
  expect(insertionPlace('Yes. \n', sentences)).toBe(4);
  expect(insertionPlace('', [])).toBe(0);
});

test('bug: a draft that came while a macro was chosen sends it behind the signature', () => {
  expect(stretchBetween('Hello, [gap] bye', { before: 'Hello, ', after: ' bye' })).toEqual({ start: 7, end: 12 });
  expect(stretchBetween('Good day, [gap] bye', { before: 'Hello, ', after: ' bye' })).toBeNull();
  expect(stretchBetween('aa', { before: 'aa', after: 'a' })).toBeNull();
});

beforeEach(() => vi.stubGlobal('localStorage', new MemoryStorage()));

test('bug: after a restart nobody knows any more which macros stand in a reply', () => {
  const part = {
    macroId: '0190a0a0-0000-7000-8000-000000000001',
    versionId: '0190a0a0-0000-7000-8000-000000000002',
    text: 'A',
  };
  keepWork('c', { base: null, text: 'A and more', macros: [part] });
  const kept = loadWork('c');
  expect(workWith(kept, null).work.macros).toEqual([part]);
});
