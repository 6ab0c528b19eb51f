import { expect, test } from 'vitest';
import type { Macro } from '#core/ports/helpdesk.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { ReaderState, SiteReading, SiteSettings } from '#core/ports/site-reader.ts';
import { addSource } from '#core/sources/manage-sources.ts';
import { type PlanReadingDeps, planReading } from '#core/sources/plan-reading.ts';
import { summaryOf } from '#core/sources/plan-source.ts';
import { type Choice, everything, takePlan } from '#core/sources/take-plan.ts';
import { AppError } from '#shared/errors.ts';
import type { SourceSettings } from '#shared/model/source.ts';
import { coreDesk, incoming, noon, take } from '#test/support/core-desk.ts';
import { content, none } from './source-desk.ts';

const run = { signal: new AbortController().signal, onProgress: () => undefined };
const refused = (): never => {
  throw new AppError('unsupported', 'Nothing of the kind is read here');
};

/** A desk with one source of this kind, whose far end answers as the test says. */
function desk(settings: (inboxId: string) => SourceSettings, far: Partial<PlanReadingDeps>) {
  const core = coreDesk();
  const deps: PlanReadingDeps & Omit<typeof core.deps, 'embedder'> = {
    ...core.deps,
    reader: { read: refused },
    localFiles: { list: refused, read: refused },
    sites: { read: refused },
    addresses: { read: refused },
    connectorOf: refused,
    ...far,
  };
  const place = { storeId: core.storeId, setId: null };
  const { id } = addSource(deps, { place, name: 'Source', settings: settings(core.inbox.id) });
  const plan = () => planReading(deps, id, null, run);
  return {
    ...core,
    source: () => core.db.sources.get(id),
    plan,
    async read(choice: Partial<Choice> = {}) {
      const planned = await plan();
      await takePlan(deps, planned, { ...everything, ...choice }, 'Read');
      return summaryOf(planned, id).counts;
    },
    active: () => core.db.knowledge.list({ storeId: core.storeId, state: 'active', offset: 0, limit: 99 }).items,
  };
}

const site: SiteSettings = { url: 'https://help.example/', hosts: [], paths: [], mostPages: 9 };
const page = (url: string, answer: string): SiteReading['pages'][number] => ({
  url,
  name: url,
  rows: [{ row: 1, excerpt: answer, place: { url }, content: content({ question: url, answer }), refusal: null }],
});

test('bug: a page that is the same, or was not reached, is gone; or what was left of a site never comes again', async () => {
  const known: Array<ReaderState | null> = [];
  let next: Partial<SiteReading> = {};
  const sites: PlanReadingDeps['sites'] = {
    read: async (_settings, state) => {
      known.push(state);
      return { pages: [], unchanged: [], gone: [], problems: [], state: { reading: known.length }, ...next };
    },
  };
  const { read, active, plan } = desk(() => ({ kind: 'site', ...site }), { sites });
  next = { pages: [page('/a', 'Two days.'), page('/b', 'Four euros.'), page('/c', 'In Leeds.')] };
  expect(await read()).toEqual({ ...none, added: 3 });
  next = { unchanged: ['/a'], gone: ['/b'] };
  expect(await read()).toEqual({ ...none, unchanged: 1, gone: 1 });
  expect(active().map(({ source }) => source.url)).toEqual(expect.arrayContaining(['/a', '/c']));
  // A change that is left must not count as read.
  next = { pages: [page('/a', 'Nine days.')] };
  expect(await read({ kinds: ['added'] })).toEqual({ ...none, changed: 1 });
  await plan();
  expect(known).toEqual([null, { reading: 1 }, { reading: 2 }, { reading: 2 }]);
});

test('bug: a site that does not answer has been read, and its problem is nobody’s', async () => {
  const problem = { code: 'unreachable' as const, message: 'no answer', detail: { host: 'help.example' } };
  const sites: PlanReadingDeps['sites'] = {
    read: async () => ({ pages: [], unchanged: [], gone: [], problems: [{ file: '/', problem }], state: {} }),
  };
  const { plan, source } = desk(() => ({ kind: 'site', ...site }), { sites });
  expect((await plan()).problems).toHaveLength(1);
  expect(source()).toMatchObject({ readAt: null, problem: { code: 'unreachable' } });
});

test('bug: a feed that is as it was takes its products away', async () => {
  let bytes: Uint8Array | null = new Uint8Array(1);
  const row = { row: 1, excerpt: '', content: content({}), refusal: null };
  const { read } = desk(() => ({ kind: 'address', url: 'https://shop.example/feed.csv' }), {
    addresses: { read: async () => ({ name: 'feed.csv', bytes, state: { tag: 'a' } }) },
    reader: { read: async () => ({ format: 'csv', encoding: 'utf-8', rows: [row] }) },
  });
  expect(await read()).toEqual({ ...none, added: 1 });
  bytes = null;
  expect(await read()).toEqual({ ...none, unchanged: 1 });
});

const macro = (id: string, over: Partial<Macro> = {}): Macro => ({
  id,
  title: 'Where is my parcel',
  body: 'Parcels travel for two days within the country.',
  folders: ['Shipping'],
  isShared: true,
  updatedAt: null,
  placeholders: [],
  files: [],
  ...over,
});

test('bug: a renamed macro is another entry, one’s own is taken unasked, a deleted one goes on answering', async () => {
  let macros: readonly Macro[] = [macro('1'), macro('2', { title: 'Returns', body: 'Thirty days.', isShared: false })];
  const connectorOf = async () => ({ helpdesk: { macros: async () => macros } }) as unknown as InboxConnector;
  const { read, active } = desk((inboxId) => ({ kind: 'macros', inboxId }), { connectorOf });
  expect(await read({ takesUnsure: false })).toEqual({ ...none, added: 2 });
  const [entry] = active();
  expect(active()).toHaveLength(1);
  macros = [macro('1', { title: 'Delivery times', body: 'Now they travel for five days.' })];
  expect(await read()).toEqual({ ...none, changed: 1 });
  expect(active()).toMatchObject([{ id: entry?.id, question: 'Delivery times' }]);
  macros = [];
  expect(await read()).toEqual({ ...none, gone: 1 });
});

test('bug: macros are asked of an inbox that has none, or one that was removed', async () => {
  const connectorOf = async () => ({ helpdesk: null }) as unknown as InboxConnector;
  const { plan, source, db, inbox } = desk((inboxId) => ({ kind: 'macros', inboxId }), { connectorOf });
  await expect(plan()).rejects.toMatchObject({ code: 'unsupported' });
  db.inboxes.remove(inbox.id, 2);
  await expect(plan()).rejects.toMatchObject({ code: 'not_found' });
  expect(source()).toMatchObject({ problem: { code: 'not_found' }, readAt: null });
});

test('bug: what agents have answered is offered again at each reading, or gone once it is old', async () => {
  const made = desk((inboxId) => ({ kind: 'inbox', inboxId }), {});
  const talk = (name: string, question: string, answer: string): void => {
    const threadId = name;
    const customerAddress = `${name}@example.com`;
    const one = { threadId, customerAddress, customerName: name, subject: question };
    take(
      made,
      incoming({ ...one, text: question, authorAddress: customerAddress, authorName: name, sentAt: noon - 9_000 }),
      incoming({ ...one, role: 'agent', text: answer, authorAddress: 'shop@example.com', sentAt: noon - 5_000 }),
    );
  };
  talk('marta', 'Do you ship your kettles to Peru?', 'Yes, parcels to Peru travel for nine days with the post.');
  const first = await made.read();
  expect(first).toMatchObject({ added: 1, gone: 0 });
  talk('lena', 'Can the kettle be used on induction?', 'Yes, the steel base works on every induction hob.');
  expect(await made.read()).toMatchObject({ added: 1, unchanged: 1, changed: 0, gone: 0 });
  expect(await made.read()).toMatchObject({ added: 0, unchanged: 2, changed: 0, gone: 0 });
});

test('bug: a folder inside that cannot be read today counts as emptied, with all that is below it', async () => {
  const files = ['a.md', 'b/c.md', 'b/d/e.md', 'bc/f.md'].map((name) => ({ name, path: `/docs/${name}` }));
  let listing: Awaited<ReturnType<PlanReadingDeps['localFiles']['list']>> = { files, left: 0, unread: [] };
  const folder = desk(() => ({ kind: 'folder', path: '/docs' }), {
    localFiles: { list: async () => listing, read: async () => new Uint8Array() },
    reader: {
      read: async ({ name }) => {
        const says = content({ question: `About ${name}`, answer: `What ${name} says, at some length.` });
        const rows = [{ row: 1, excerpt: name, content: says, refusal: null }];
        return { format: 'markdown', encoding: 'utf-8', rows };
      },
    },
  });
  await folder.read();
  const error = new AppError('file_unreadable', 'b cannot be read', { detail: { file: 'b' } });
  listing = { files: files.slice(0, 1), left: 0, unread: [{ name: 'b/', error }] };
  const plan = await folder.plan();
  expect(plan.problems).toMatchObject([{ file: 'b/', problem: { code: 'file_unreadable' } }]);
  expect(plan.changes.filter(({ change }) => change === 'gone').map(({ known }) => known?.source.file)).toEqual([
    'bc/f.md',
  ]);
});
