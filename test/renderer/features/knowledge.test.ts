import { describe, expect, it, vi } from 'vitest';
import { type KnowledgeContent, type KnowledgeEntry, unlimited, writtenHere } from '#shared/model/knowledge.ts';
import { nearEnd } from '../../../src/renderer/src/app/near-end.ts';
import { isOwnTime, validityProblem, validityState, zoneNamed } from '../../../src/renderer/src/app/validity-state.ts';
import { endedSource } from '../../../src/renderer/src/features/composer/ended-source.ts';
import { valueAs } from '../../../src/renderer/src/features/knowledge/attribute-value.ts';
import { changedFields } from '../../../src/renderer/src/i18n/changed-fields.ts';
import {
  contentToSave,
  isComplete,
  isSameContent,
  variantOf,
} from '../../../src/renderer/src/features/knowledge/entry-content.ts';
import { filterInput } from '../../../src/renderer/src/features/knowledge/filter-input.ts';
import { keepUnsaved, unsavedOf } from '../../../src/renderer/src/features/knowledge/unsaved.ts';
import { switched } from '../../../src/renderer/src/features/sets/switched.ts';
import { placeParts, validityText } from '../../../src/renderer/src/i18n/content-text.ts';
import { formatsIn } from '../../../src/renderer/src/i18n/formats.ts';
import { translateIn } from '../../../src/renderer/src/i18n/translate.ts';
import { MemoryStorage } from '../support/memory-storage.ts';

const pair: KnowledgeContent = {
  kind: 'pair',
  question: 'Is there a sale?',
  answer: 'Yes.',
  topic: null,
  scope: [],
  language: 'en',
  ...unlimited,
};
const sale = { from: '2026-11-10T20:00', until: '2026-11-12T00:00', zone: 'Asia/Shanghai' };
const opens = Date.UTC(2026, 10, 10, 12);
const closes = Date.UTC(2026, 10, 11, 16);

describe('when it holds', () => {
  it('bug: a time is told by the clock of the desk instead of the one it was entered for', () => {
    expect(validityState(sale, opens - 1)).toEqual({ state: 'coming', at: opens });
    expect(validityState(sale, opens)).toEqual({ state: 'holds', at: closes });
    expect(validityState(sale, closes)).toEqual({ state: 'over', at: closes });
    expect(validityState(null, opens)).toEqual({ state: 'always', at: null });
    expect(validityState({ ...sale, until: null }, closes)).toEqual({ state: 'holds', at: null });
  });

  it('bug: what cannot be saved is sent, or a half-typed time zone breaks the page', () => {
    expect(validityProblem(sale)).toBeNull();
    expect(validityProblem({ ...sale, zone: 'Asia/Shangh' })).toBe('zone');
    expect(validityProblem({ ...sale, zone: '' })).toBe('zone');
    expect(validityProblem({ ...sale, until: sale.from })).toBe('order');
    expect(validityProblem({ ...sale, from: null, until: '2026-02-30T00:00' })).toBe('day');
    expect(validityState({ ...sale, zone: 'x' }, opens).state).toBe('always');
    expect(isComplete({ ...pair, validity: { ...sale, until: sale.from } })).toBe(false);
  });

  it('bug: a city that is typed is no time zone, or another one', () => {
    expect(zoneNamed('shanghai')).toBe('Asia/Shanghai');
    expect(zoneNamed('new york')).toBe('America/New_York');
    expect(zoneNamed('asia/tokyo')).toBe('Asia/Tokyo');
    expect(zoneNamed('nowhere')).toBeNull();
    expect(zoneNamed('')).toBeNull();
  });

  it('bug: the same time is told twice, or another one not at all', () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(isOwnTime({ ...sale, zone: own })).toBe(true);
    expect(isOwnTime({ ...sale, zone: own === 'Pacific/Kiritimati' ? 'UTC' : 'Pacific/Kiritimati' })).toBe(false);
  });

  it('bug: the time of a place is shown moved to the desk’s own', () => {
    expect(validityText('en', sale)).toBe('10 Nov 2026, 20:00 – 12 Nov 2026, 00:00 · Asia/Shanghai');
    expect(validityText('en', { ...sale, from: null, zone: 'America/New_York' })).toBe(
      '… – 12 Nov 2026, 00:00 · America/New York',
    );
    expect(validityText('ja', null)).toBe('');
  });

  it('bug: an end that is near goes untold, or one in a year is', () => {
    expect(nearEnd({ validUntil: closes }, opens)).toEqual({ at: closes, isOver: false });
    expect(nearEnd({ validUntil: closes }, closes)).toEqual({ at: closes, isOver: true });
    expect(nearEnd({ validUntil: closes }, closes - 4 * 86_400_000)).toBeNull();
    expect(nearEnd({ validUntil: undefined }, opens)).toBeNull();
  });

  it('bug: a draft is called out of date by the time of a source it does not use', () => {
    const source = (validUntil: number | null) => ({ validUntil });
    const ask = (evidence: number | null) => ({ evidence });
    const draft = (asks: unknown, evidence: unknown) => ({ asks, evidence }) as Parameters<typeof endedSource>[0];
    expect(endedSource(draft([ask(0)], [source(null), source(closes)]), closes)).toBeNull();
    expect(endedSource(draft([ask(null), ask(1)], [source(null), source(closes)]), closes)).toEqual({
      number: 2,
      at: closes,
    });
  });
});

describe('what is entered', () => {
  it('bug: nothing was changed, yet it asks to be saved – or the other way round', () => {
    expect(isSameContent(pair, { ...pair, topic: ' ', answer: 'Yes. ' })).toBe(true);
    expect(isSameContent({ ...unlimited, ...pair }, pair)).toBe(true);
    expect(isSameContent(pair, { ...pair, channels: ['line'] })).toBe(false);
    expect(isSameContent(pair, { ...pair, validity: sale })).toBe(false);
  });

  it('bug: an attribute row without a name, or a price in no currency, is refused without a word', () => {
    const price = (currency: string) => ({ name: 'Price', value: { type: 'money' as const, amount: 9, currency } });
    const product = (...attributes: KnowledgeContent['attributes']): KnowledgeContent => ({
      ...pair,
      kind: 'product',
      attributes,
    });
    const blank = { name: ' ', value: { type: 'text' as const, text: 'x' } };
    const silent = { name: 'Colour', value: { type: 'text' as const, text: ' ' } };
    expect(contentToSave(product(blank, silent, price('EUR'))).attributes).toEqual([price('EUR')]);
    expect(isComplete(product(price('EU')))).toBe(false);
    expect(isComplete(product(price('EUR')))).toBe(true);
    expect(contentToSave({ ...product(price('EUR')), kind: 'pair' }).attributes).toEqual([]);
  });

  it('bug: another kind of value loses what was typed', () => {
    expect(valueAs({ type: 'text', text: '0,9 l' }, 'quantity')).toEqual({ type: 'quantity', amount: 0.9, unit: 'l' });
    expect(valueAs({ type: 'quantity', amount: 64, unit: 'eur' }, 'money')).toEqual({
      type: 'money',
      amount: 64,
      currency: 'EUR',
    });
    expect(valueAs({ type: 'money', amount: 64, currency: 'EUR' }, 'text')).toEqual({ type: 'text', text: '64 EUR' });
    expect(valueAs({ type: 'text', text: 'steel' }, 'money')).toEqual({ type: 'money', amount: 0, currency: '' });
  });

  it('bug: a variant overwrites what it stands over, or inherits its time', () => {
    const below: KnowledgeEntry = {
      ...pair,
      validity: sale,
      id: 'below',
      versionId: 'v',
      version: 3,
      state: 'active',
      storeId: null,
      setId: null,
      source: writtenHere,
      change: { who: '', why: '' },
      createdAt: 0,
      updatedAt: 0,
    };
    const place = { storeId: null, setId: 'set' };
    const { content } = variantOf(below, place);
    expect(content).toMatchObject({ overlaysEntryId: 'below', validity: null, answer: 'Yes.' });
    expect(content).not.toHaveProperty('id');
  });

  it('bug: a look at another entry loses what was being written', () => {
    vi.stubGlobal('localStorage', new MemoryStorage());
    const unsaved = { content: pair, place: { storeId: null, setId: null }, why: '', shown: null };
    keepUnsaved('one', unsaved);
    expect(unsavedOf('one')).toBe(unsaved);
    expect(unsavedOf('two')).toBeNull();
    keepUnsaved('one', null);
    expect(unsavedOf('one')).toBeNull();
  });
});

describe('what is shown', () => {
  it('bug: the history shows no change where only channels, time or what it stands over changed', () => {
    const words = { t: translateIn('en'), language: 'en' as const, format: formatsIn('en') };
    const after: KnowledgeContent = { ...pair, channels: ['chat', 'line'], validity: sale, overlaysEntryId: 'x' };
    expect(changedFields(pair, after, words)).toEqual([
      { field: 'channels', before: 'All channels', after: 'Chat, LINE' },
      { field: 'validity', before: 'Always', after: validityText('en', sale) },
      { field: 'overlays', before: 'on its own', after: 'in the place of another answer' },
    ]);
    expect(changedFields(pair, { ...pair, answer: 'No.' }, words)).toEqual([]);
  });

  it('bug: a chip of one set shows what is off as if it were nowhere', () => {
    expect(filterInput('all', 'any')).toEqual({});
    expect(filterInput('base', 'now')).toEqual({ layer: 'base', holds: true });
    expect(filterInput({ setId: 'x' }, 'notNow')).toEqual({ setId: 'x', holds: false });
  });

  it('bug: a place in a PDF is told by a row it does not have', () => {
    const t = translateIn('en');
    const place = { file: 'policy.pdf', row: null, page: 3, headings: ['Returns', 'Refunds'], url: null };
    expect(placeParts(t, place)).toEqual(['policy.pdf', 'page 3', 'Returns › Refunds']);
    expect(placeParts(t, { ...place, page: null, row: 9, headings: [] })).toEqual(['policy.pdf', 'row 9']);
    expect(placeParts(t, { ...place, page: null, headings: [] })).toEqual(['policy.pdf']);
  });
});

it('bug: a switch seems not to do anything until the backend answers, or touches another store', () => {
  const set = (id: string, storeIds: string[]) => ({
    id,
    name: id,
    state: 'active' as const,
    storeIds,
    version: 1,
    createdAt: 0,
    updatedAt: 0,
    entryCount: 1,
  });
  const sets = [set('sale', ['north', 'south']), set('summer', []), set('winter', ['north'])];
  const after = switched(sets, 'north', { on: ['summer', 'winter'], off: ['sale'] });
  expect(after.map((one) => one.storeIds)).toEqual([['south'], ['north'], ['north']]);
});
