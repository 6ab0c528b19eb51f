import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseFile } from '#backend/compose.ts';
import { type RequestName, requests } from '#shared/contract/index.ts';
import { problemOf } from '#shared/errors.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { Role } from '#shared/model/profile.ts';
import { newId, plainLesson } from '#test/adapters/sqlite/desk.ts';
import { memoryHost } from '#test/support/memory-host.ts';
import { type TestDesk, settled, startTestDesk } from '#test/support/test-desk.ts';
import { type Seen, everyRequest } from './support/every-request.ts';

const pin = '2468';
let desk: TestDesk;
const ids = {} as Record<Role | 'other', string>;
let seen: Omit<Seen, 'me' | 'ownLessonId' | 'ownSharedLessonId'>;

beforeAll(async () => {
  desk = await startTestDesk({ host: memoryHost().host });
  await settled(desk);
  const { client } = desk;
  ids.owner = (await client.call('profile.present', {})).lastId;
  await client.call('profile.setPin', { profileId: ids.owner, formerPin: null, pin });
  for (const [as, role] of [
    ['lead', 'lead'],
    ['agent', 'agent'],
    ['other', 'agent'],
  ] as const)
    ids[as] = (await client.call('profile.add', { name: as, role, pin })).id;
  const storeId = (await client.call('store.list', {}))[0]?.id ?? '';
  const inboxId = (await client.call('inbox.list', {}))[0]?.id ?? '';
  const conversationId = (await client.call('conversation.list', { status: 'unanswered' })).items[0]?.id ?? '';
  const messageId = (await client.call('conversation.get', { conversationId })).messages.at(-1)?.id ?? '';
  const entry = (await client.call('knowledge.list', { storeId })).items[0];
  const place = { storeId, inboxId, conversationId, messageId };
  const { id: entryId = '', versionId: entryVersionId = '' } = entry ?? {};
  const known = { other: ids.other, pin, ...place, entryId, entryVersionId, noId: newId() };
  seen = { ...known, othersLessonId: '' };
  seen = { ...seen, othersLessonId: addLesson(ids.other, 'author') };
});
afterAll(() => desk.end());

function addLesson(authorId: string, reach: LearnedItem['reach'], isForeign = false): string {
  const id = newId();
  const { storeId, conversationId } = seen;
  desk.desk.deps.learned.add({
    ...plainLesson,
    id,
    storeId,
    versionId: newId(),
    version: 1,
    state: 'active',
    kind: 'adds',
    question: 'q',
    answer: 'a',
    language: 'en',
    topic: null,
    correctsEntryId: null,
    before: '',
    outcomeId: newId(),
    conversationId,
    authorId,
    isForeign,
    reach,
    createdAt: 1,
    updatedAt: 1,
  });
  return id;
}

const casesFor = (me: string) => {
  const lessons = { ownLessonId: addLesson(me, 'author'), ownSharedLessonId: addLesson(me, 'everyone') };
  const all = everyRequest({ ...seen, me, ...lessons });
  const cases = (Object.keys(requests) as RequestName[]).flatMap((name) =>
    all[name].map((each) => ({ name, ...each })),
  );
  for (const { name, input } of cases) expect(requests[name].input.safeParse(input).error, name).toBeUndefined();
  return cases;
};

const codeOf = async (name: RequestName, input: unknown): Promise<string> =>
  desk.client.call(name, input as never).then(
    () => 'answered',
    (error: unknown) => problemOf(error).code,
  );

/** Everything that a refused request could have changed; loops write none of it. */
function kept(): string {
  const database = new BetterSqlite(path.join(desk.dataFolder, databaseFile), { readonly: true });
  const tables = ['profile', 'audit_line', 'knowledge_version', 'learned_version', 'macro_version', 'store_version'];
  const more = ['inbox', 'shop', 'language_model', 'store_writing', 'source', 'knowledge_set', 'finding_dismissal'];
  const there = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  const rows = [...tables, ...more].filter((table) => there.includes(table));
  const found = rows.map((table) => database.prepare(`SELECT * FROM "${table}"`).all());
  database.close();
  return JSON.stringify(found, (field, value: unknown) => (field === 'state' || field === 'cursor' ? 0 : value));
}

const ranks = { agent: 0, lead: 1, owner: 2 };

test.each(Role.options)(
  'bug: a person who is %s does what is not theirs by some request, or cannot do what is',
  async (role) => {
    await desk.client.call('profile.signIn', { profileId: ids[role], pin });
    const cases = casesFor(ids[role]).filter(({ name }) => name !== 'profile.lock');
    const isTheirs = ({ least }: { readonly least: Role | null }): boolean =>
      least === null || ranks[role] >= ranks[least];
    const refused = cases.filter((each) => !isTheirs(each));
    const before = kept();
    for (const { name, input, least } of refused)
      expect(await codeOf(name, input), `${role}: ${name} ${JSON.stringify(input)}, for a ${least}`).toBe('forbidden');
    expect(kept()).toBe(before);
    const theirs = cases.filter(isTheirs);
    for (const { name, input } of theirs)
      expect(['forbidden', 'signed_out'], `${role}: ${name} ${JSON.stringify(input)}`).not.toContain(
        await codeOf(name, input),
      );
    const names = new Set(cases.map(({ name }) => name)).size + 1;
    console.log(
      `${role}: ${names} requests in ${cases.length} ways, ${theirs.length} theirs, ${refused.length} forbidden`,
    );
  },
  120_000,
);

test('bug: an agent or a lead sees another’s figures, under that name or in a list by people', async () => {
  const span = { storeId: seen.storeId, from: 0, to: Date.now() };
  for (const role of ['agent', 'lead'] as const) {
    await desk.client.call('profile.signIn', { profileId: ids[role], pin });
    for (const profileId of [ids.other, ids.owner]) {
      expect(await codeOf('insight.report', { ...span, utcOffset: 0, profileId }), role).toBe('figures_not_shown');
      expect(await codeOf('insight.outcomes', { ...span, profileId }), role).toBe('figures_not_shown');
    }
    expect(await codeOf('insight.report', { ...span, utcOffset: 0, by: 'agent' }), role).toBe('figures_not_shown');
  }
});

test('bug: an agent reads another’s lessons by naming them in the request', async () => {
  await desk.client.call('profile.signIn', { profileId: ids.agent, pin });
  const own = addLesson(ids.agent, 'author');
  const input = { storeId: seen.storeId, profileId: ids.other, reaching: ids.other, limit: 500 };
  const { items } = await desk.client.call('lesson.own', input as never);
  expect(items.map(({ item }) => item.id)).toContain(own);
  expect(new Set(items.map(({ item }) => item.authorId))).toEqual(new Set([ids.agent]));
  await desk.client.call('profile.signIn', { profileId: ids.other, pin });
  const theirs = await desk.client.call('lesson.own', { storeId: seen.storeId, limit: 500 });
  expect(theirs.items.map(({ item }) => item.id)).not.toContain(own);
  expect(theirs.total).toBeGreaterThan(0);
});

test('bug: an agent brings back what a lead refused by wording it otherwise', async () => {
  const itemId = addLesson(ids.agent, 'author');
  await desk.client.call('profile.signIn', { profileId: ids.lead, pin });
  await desk.client.call('lesson.reject', { itemId, reason: 'Not so' });
  await desk.client.call('profile.signIn', { profileId: ids.agent, pin });
  expect(await codeOf('learned.save', { itemId, question: 'Q', answer: 'A' })).toBe('forbidden');
  const mine = await desk.client.call('lesson.own', { storeId: seen.storeId });
  expect(mine.items[0]).toMatchObject({ item: { id: itemId }, standing: 'rejected', decision: { why: 'Not so' } });
});

test('bug: an agent changes a lesson of another desk because it names their id', async () => {
  await desk.client.call('profile.signIn', { profileId: ids.agent, pin });
  const itemId = addLesson(ids.agent, 'author', true);
  expect(await codeOf('learned.forget', { itemId })).toBe('forbidden');
  expect(await codeOf('learned.save', { itemId, question: 'Q', answer: 'A' })).toBe('forbidden');
  expect(await codeOf('learned.forget', { itemId: addLesson(ids.agent, 'author') })).toBe('answered');
});

test('bug: a locked desk answers somebody who has not signed in', async () => {
  const cases = casesFor(ids.agent).filter(({ name }) => name !== 'profile.signIn');
  await desk.client.call('profile.lock', {});
  const before = kept();
  const open: string[] = [];
  for (const { name, input, least } of cases) {
    const code = await codeOf(name, input);
    expect(code, name).toBe(least === null ? 'answered' : 'signed_out');
    if (code === 'answered') open.push(name);
  }
  expect(kept()).toBe(before);
  expect(open).toEqual(['profile.list', 'profile.present', 'panel.hide']);
  console.log(`locked: ${cases.length} ways, ${open.length} open, ${cases.length - open.length} signed_out`);
});
