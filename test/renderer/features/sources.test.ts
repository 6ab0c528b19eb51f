import { describe, expect, it } from 'vitest';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import { unlimited } from '#shared/model/knowledge.ts';
import type { SourceChange, SourcePlan } from '#shared/model/source.ts';
import { translateIn } from '../../../src/renderer/src/i18n/translate.ts';
import { changedFields } from '../../../src/renderer/src/i18n/changed-fields.ts';
import {
  askedChoice,
  countTaken,
  firstChoice,
  isTaken,
  withFlipped,
  withKind,
  withUnsure,
} from '../../../src/renderer/src/features/sources/choice.ts';
import { droppedFiles, isReadable, pickedFiles } from '../../../src/renderer/src/features/sources/given-files.ts';
import {
  addressOf,
  emptySite,
  hostsRead,
  siteSettings,
} from '../../../src/renderer/src/features/sources/site-entered.ts';

const line = (id: number, change: SourceChange['change'], isUnsure = false): SourceChange => ({
  id,
  change,
  isUnsure,
  place: { row: id + 2, page: null, headings: [], url: null },
  file: 'faq.csv',
  entryId: null,
  before: null,
  after: null,
  reason: null,
  excerpt: '',
});

describe('what is ticked', () => {
  const lines = [line(0, 'added'), line(1, 'added', true), line(2, 'changed'), line(3, 'gone'), line(4, 'unchanged')];
  const plan: Pick<SourcePlan, 'counts' | 'unsure'> = {
    counts: { added: 2, changed: 1, gone: 1, unchanged: 1, merged: 0, refused: 0 },
    unsure: { added: 1, changed: 0, gone: 0 },
  };
  const ticked = (choice: typeof firstChoice): readonly number[] =>
    lines.filter((each) => isTaken(choice, each)).map(({ id }) => id);

  it.each([
    ['at first', firstChoice, [0, 2, 3]],
    ['a sure one left', withFlipped(firstChoice, line(0, 'added')), [2, 3]],
    ['an unsure one taken', withFlipped(firstChoice, line(1, 'added', true)), [0, 1, 2, 3]],
    ['all unsure ones', withUnsure(firstChoice, true), [0, 1, 2, 3]],
    ['nothing gone', withKind(firstChoice, 'gone', false), [0, 2]],
    ['nothing new but one', withFlipped(withKind(firstChoice, 'added', false), line(0, 'added')), [0, 2, 3]],
    ['a whole kind after one of it', withKind(withFlipped(firstChoice, line(3, 'gone')), 'gone', true), [0, 2, 3]],
    ['one that writes nothing', withFlipped(firstChoice, line(4, 'unchanged')), [0, 2, 3]],
    ['there and back', withFlipped(withFlipped(firstChoice, line(0, 'added')), line(0, 'added')), [0, 2, 3]],
  ] as const)('bug: the button counts other changes than those that are ticked: %s', (_case, choice, expected) => {
    expect(ticked(choice)).toEqual(expected);
    expect(countTaken(choice, plan)).toBe(expected.length);
  });

  it('bug: what is asked for is not what is ticked', () => {
    const choice = withFlipped(withKind(firstChoice, 'gone', false), line(1, 'added', true));
    expect(askedChoice(choice)).toEqual({ kinds: ['added', 'changed'], takesUnsure: false, flipped: [1] });
  });
});

describe('files that are given', () => {
  it.each([
    ['faq.csv', true],
    ['a/b/Policy.PDF', true],
    ['.hidden/faq.csv', false],
    ['a/~$faq.xlsx', false],
    ['a/photo.png', false],
    ['__MACOSX/faq.csv', false],
    ['README', false],
  ])('bug: %s of a folder is read or passed over against its kind', (path, expected) => {
    expect(isReadable(path)).toBe(expected);
  });

  const fileEntry = (name: string) => ({
    name,
    isFile: true,
    isDirectory: false,
    file: (done: (file: File) => void) => done(new File(['x'], name)),
  });
  type Entry = { readonly name: string };
  function folderEntry(name: string, entries: readonly Entry[]): Entry {
    const batches = [entries.slice(0, 2), entries.slice(2), []];
    const createReader = () => ({
      readEntries: (done: (some: readonly Entry[]) => void) => done(batches.shift() ?? []),
    });
    const folder = { name, isFile: false, isDirectory: true, createReader };
    return folder;
  }
  const dropped = (...entries: readonly Entry[]) =>
    droppedFiles({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) } as unknown as DataTransfer);

  it('bug: a dropped folder is read to its first hundred files only, or under other names at each drop', async () => {
    const inner = folderEntry('returns', [fileEntry('eu.md')]);
    const folder = folderEntry('FAQs', [fileEntry('c.csv'), inner, fileEntry('a.csv'), fileEntry('.b.csv')]);
    const given = await dropped(folder);
    expect(given?.name).toBe('FAQs');
    expect(given?.files.map(({ name }) => name)).toEqual(['a.csv', 'c.csv', 'returns/eu.md']);
  });

  it('bug: a drop with nothing to read is a source', async () => {
    expect(await dropped(folderEntry('Photos', [fileEntry('a.png')]))).toBeNull();
    expect(pickedFiles(null)).toBeNull();
  });

  it('bug: more files than may be read are given', async () => {
    const many = Array.from({ length: 501 }, (_, i) => fileEntry(`f${i}.md`));
    expect(await dropped(...many)).toMatchObject({ name: 'f0.md + 500', left: 1 });
  });
});

describe('a website as entered', () => {
  it.each([
    ['help.example.com', 'https://help.example.com/'],
    [' http://localhost:8080/x ', 'http://localhost:8080/x'],
    ['https://name:secret@example.com', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['two words', null],
    ['nothing', null],
    ['', null],
  ])('bug: %s is taken for another address', (entered, expected) => {
    expect(addressOf(entered)).toBe(expected);
  });

  it('bug: an address among the hosts is no host, or a page number that is none breaks the form', () => {
    const entered = {
      ...emptySite,
      url: 'help.example.com/en',
      hosts: 'docs.example.com, https://shop.example.com:8443/x',
      paths: 'help /faq',
      mostPages: 'many',
    };
    expect(siteSettings(entered)).toEqual({
      kind: 'site',
      url: 'https://help.example.com/en',
      hosts: ['docs.example.com', 'shop.example.com:8443'],
      paths: ['/help', '/faq'],
      mostPages: 200,
    });
    expect(hostsRead(entered)).toEqual(['help.example.com', 'docs.example.com', 'shop.example.com:8443']);
    expect(hostsRead(emptySite)).toEqual([]);
  });
});

it('bug: a changed price or season is not shown', () => {
  const content = (over: Partial<KnowledgeContent>): KnowledgeContent => ({
    kind: 'product',
    question: 'Kettle',
    answer: 'Steel.',
    topic: null,
    scope: [],
    language: 'en',
    ...unlimited,
    ...over,
  });
  const price = (amount: number) => ({ name: 'price', value: { type: 'money' as const, amount, currency: 'EUR' } });
  const steel = { name: 'material', value: { type: 'text' as const, text: 'steel' } };
  const before = content({ attributes: [steel, price(10)] });
  const after = content({
    attributes: [steel, price(12)],
    validity: { from: '2026-11-10T20:00', until: null, zone: 'Asia/Shanghai' },
  });
  const format = { number: String, money: (value: number, currency: string) => `${value} ${currency}` };
  const words = { t: translateIn('en'), language: 'en' as const, format };
  expect(changedFields(before, after, words)).toEqual([
    { field: 'validity', before: 'Always', after: expect.stringContaining('Asia/Shanghai') },
    { field: 'attributes', before: 'price: 10 EUR', after: 'price: 12 EUR' },
  ]);
  expect(changedFields(before, before, words)).toEqual([]);
});
