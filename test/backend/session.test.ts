import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunOptions } from '#backend/run-desk.ts';
import { resetPinCommand } from '../../src/cli/profile.ts';
import { problemOf } from '#shared/errors.ts';
import type { AuditLine } from '#shared/model/audit.ts';
import { plainSettings } from '#shared/model/store.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { portPair } from '#shared/rpc/port.ts';
import { memoryHost } from '#test/support/memory-host.ts';
import { type TestDesk, eventually, resourcesFolder, startTestDesk } from '#test/support/test-desk.ts';

const pin = '2468';
const settings = { ...plainSettings, name: 'North' };
const minute = 60_000;

function deskClock() {
  const time = { ahead: 0 };
  const start = Date.now();
  return { time, clock: { now: () => start + time.ahead } };
}

async function started(options: Partial<RunOptions> = {}): Promise<TestDesk> {
  const desk = await startTestDesk({ seedsSample: false, modelsFolder: '/nowhere', watchesInboxes: false, ...options });
  onTestFinished(() => desk.end());
  return desk;
}

/** An owner with a PIN, and an agent. */
async function shared(desk: TestDesk, agentPin: string | null = '1357') {
  const { client } = desk;
  const ownerId = (await client.call('profile.present', {})).lastId;
  await client.call('profile.save', { profileId: ownerId, name: 'Ona', role: 'owner', state: 'active' });
  await client.call('profile.setPin', { profileId: ownerId, formerPin: null, pin });
  const { id: agentId } = await client.call('profile.add', { name: 'Abe', role: 'agent', pin: agentPin });
  return { ownerId, agentId };
}

const problem = async (work: Promise<unknown>) =>
  problemOf(
    await work.then(
      () => null,
      (error: unknown) => error,
    ),
  );
const lines = (desk: TestDesk): readonly AuditLine[] =>
  desk.desk.deps.audit
    .list({ profileId: null, areas: null, from: null, to: null, offset: 0, limit: 1_000 })
    .items.toReversed();

test('bug: who works alone without a PIN is asked to sign in, or can lock themselves out', async () => {
  const desk = await started();
  expect(await desk.client.call('profile.present', {})).toMatchObject({ isShared: false, profile: { role: 'owner' } });
  expect((await problem(desk.client.call('profile.lock', {}))).code).toBe('conflict');
  await expect(desk.client.call('store.list', {})).resolves.toEqual([]);
});

test('bug: a desk that others use begins open, or its pauses after wrong PINs end with a restart', async () => {
  const { time, clock } = deskClock();
  const first = await startTestDesk({ seedsSample: false, modelsFolder: '/nowhere', clock });
  onTestFinished(() => rmSync(first.dataFolder, { recursive: true, force: true }));
  const { ownerId } = await shared(first);
  const tries = ['0000', '1111', '2222', '3333'].map((wrong) =>
    problem(first.client.call('profile.signIn', { profileId: ownerId, pin: wrong })),
  );
  expect((await Promise.all(tries)).map(({ code }) => code)).toEqual(Array(4).fill('wrong_pin'));
  await first.halt();
  const second = await startTestDesk({
    seedsSample: false,
    modelsFolder: '/nowhere',
    clock,
    dataFolder: first.dataFolder,
  });
  onTestFinished(() => second.halt());
  const signIn = (): Promise<unknown> => second.client.call('profile.signIn', { profileId: ownerId, pin });
  expect(await second.client.call('profile.present', {})).toMatchObject({ profile: null, lastId: ownerId });
  expect((await problem(second.client.call('store.list', {}))).code).toBe('signed_out');
  expect(await problem(signIn())).toMatchObject({ code: 'pin_paused', detail: { seconds: 5 } });
  // A clock that was set back makes it no longer.
  time.ahead = -60 * minute;
  expect(await problem(signIn())).toMatchObject({ code: 'pin_paused', detail: { seconds: 5 } });
  time.ahead = 5_000;
  await expect(signIn()).resolves.toMatchObject({ profile: { id: ownerId } });
});

test('bug: more PINs are tried at once than one after the other', async () => {
  const desk = await started();
  const { ownerId } = await shared(desk);
  const codes = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      problem(desk.client.call('profile.signIn', { profileId: ownerId, pin: String(1_000 + at) })),
    ),
  );
  expect(codes.filter(({ code }) => code === 'wrong_pin')).toHaveLength(4);
  expect(codes.filter(({ code }) => code === 'pin_paused')).toHaveLength(8);
  // Nor is the own PIN's change a way around.
  const change = desk.client.call('profile.setPin', { profileId: ownerId, formerPin: '9999', pin: '8888' });
  expect((await problem(change)).code).toBe('pin_paused');
});

test('bug: the last owner is lost, or somebody who may do more than an agent has no PIN', async () => {
  const desk = await started();
  const { client } = desk;
  const alone = (await client.call('profile.present', {})).lastId;
  const add = client.call('profile.add', { name: 'Abe', role: 'agent', pin: null });
  expect(await problem(add)).toMatchObject({ code: 'pin_needed', detail: { role: 'owner' } });
  expect(await client.call('profile.list', {})).toHaveLength(1);
  const { ownerId, agentId } = await shared(desk, null);
  expect(ownerId).toBe(alone);
  const of = { profileId: ownerId, name: 'Ona', role: 'owner', state: 'active' } as const;
  const abe = { profileId: agentId, name: 'Abe', role: 'agent', state: 'active' } as const;
  const refused = [
    client.call('profile.save', { ...of, state: 'retired' }),
    client.call('profile.save', { ...of, role: 'lead' }),
    client.call('profile.setPin', { profileId: ownerId, formerPin: pin, pin: null }),
    client.call('profile.setPin', { profileId: ownerId, formerPin: '1111', pin: '2222' }),
    client.call('profile.save', { ...abe, role: 'lead' }),
    client.call('profile.save', { ...abe, name: 'Ona' }),
    client.call('profile.add', { name: 'Lea', role: 'lead', pin: null }),
  ];
  expect((await Promise.all(refused.map(problem))).map(({ code }) => code)).toEqual([
    'last_owner',
    'last_owner',
    'pin_needed',
    'wrong_pin',
    'pin_needed',
    'conflict',
    'pin_needed',
  ]);
  await client.call('profile.save', { ...abe, state: 'retired' });
  expect((await problem(client.call('profile.signIn', { profileId: agentId, pin: null }))).code).toBe('conflict');
});

test('bug: what an owner began is another’s, or its answer is given to who came after', async () => {
  const shell = memoryHost();
  let choose: (folder: string) => void = () => undefined;
  const chosen = new Promise<string>((resolve) => (choose = resolve));
  const desk = await started({ host: { ...shell.host, fileDialog: { choose: () => chosen } } });
  const { ownerId, agentId } = await shared(desk);
  const [near, far] = portPair();
  desk.server.serve(far);
  const other = createRpcClient(near);
  const told: string[] = [];
  other.on('profile.changed', () => told.push('profile.changed'));
  other.on('store.changed', () => told.push('store.changed'));
  const folder = mkdtempSync(path.join(tmpdir(), 'deskside-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const exported = problem(desk.client.call('audit.export', {}));
  await desk.client.call('profile.lock', {});
  desk.desk.deps.emit('store.changed', { storeId: agentId });
  await desk.client.call('profile.signIn', { profileId: agentId, pin: '1357' });
  choose(folder);
  expect((await exported).code).toBe('signed_out');
  expect(told).toEqual(['profile.changed', 'profile.changed']);
  // It went on to its end, as the owner's.
  expect(readdirSync(folder)).toHaveLength(1);
  expect(readFileSync(path.join(folder, readdirSync(folder)[0] ?? ''), 'utf8')).toContain('"people","added"');
  expect(lines(desk).at(-1)).toMatchObject({ request: 'audit.export', profileId: ownerId });
});

test('bug: a desk that nobody uses stays open, or one in use is locked', async () => {
  const { time, clock } = deskClock();
  const desk = await started({ clock });
  const { ownerId } = await shared(desk);
  const { client } = desk;
  await client.call('profile.setLockAfter', { minutes: 10 });
  time.ahead += 9 * minute;
  await client.call('profile.touch', {});
  time.ahead += 9 * minute;
  await expect(client.call('store.list', {})).resolves.toEqual([]);
  time.ahead += 2 * minute;
  expect((await problem(client.call('profile.touch', {}))).code).toBe('signed_out');
  expect(await client.call('profile.present', {})).toMatchObject({ profile: null, lockAfter: 10 });
  await client.call('profile.signIn', { profileId: ownerId, pin });
  await expect(client.call('store.list', {})).resolves.toEqual([]);
});

test('bug: a change leaves no line, one too many, or a line that tells a secret', async () => {
  const desk = await started();
  const { ownerId, agentId } = await shared(desk);
  const { client } = desk;
  const secret = '0195c0de-0000-7000-8000-00000000beef';
  await client.call('profile.setPin', { profileId: ownerId, formerPin: pin, pin: secret });
  await problem(client.call('profile.signIn', { profileId: agentId, pin: '0195c0de-0000-7000-8000-00000000dead' }));
  const { id: storeId } = await client.call('store.create', { settings });
  const content = {
    kind: 'pair' as const,
    question: 'Do you ship?',
    answer: 'Yes.',
    topic: null,
    scope: [],
    language: 'en' as const,
  };
  const entry = await client.call('knowledge.save', { storeId, entryId: null, content });
  await client.call('knowledge.list', { storeId });
  await problem(client.call('knowledge.retire', { entryId: storeId }));
  await problem(
    client.call('model.save', { modelId: null, name: 'M', settings: { kind: 'ollama', model: 'm' }, secret }),
  );
  expect(
    lines(desk)
      .slice(3)
      .map(({ request, area, act, profileId, subjects, facts }) => [request, area, act, profileId, subjects[0], facts]),
  ).toEqual([
    ['profile.setPin', 'signIn', 'changed', ownerId, ownerId, {}],
    ['profile.signIn', 'signIn', 'refused', null, agentId, {}],
    ['store.create', 'stores', 'added', ownerId, storeId, { name: 'North' }],
    ['knowledge.save', 'knowledge', 'added', ownerId, entry.id, {}],
    ['model.save', 'models', 'added', ownerId, expect.any(String), { name: 'M' }],
  ]);
  const told = JSON.stringify(lines(desk));
  for (const word of ['beef', 'dead', 'ship', 'Yes.']) expect(told).not.toContain(word);
});

test('bug: an owner who forgot the PIN never gets back in', async () => {
  const desk = await started();
  const { ownerId } = await shared(desk);
  await desk.client.call('profile.lock', {});
  const printed: string[] = [];
  const print = (line: string): void => void printed.push(line);
  const { dataFolder } = desk;
  const context = { version: 'test', resourcesFolder, modelsFolder: '/nowhere', dataFolder, print, note: print };
  await resetPinCommand(context, { name: undefined });
  expect(printed).toHaveLength(1);
  await expect(desk.client.call('profile.signIn', { profileId: ownerId, pin: null })).resolves.toMatchObject({
    profile: { hasPin: false },
  });
  expect(lines(desk).some(({ request }) => request === 'profile reset-pin')).toBe(true);
  await expect(resetPinCommand({ ...context, dataFolder: '/nowhere' }, { name: undefined })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('bug: a reply of a person who has left the desk stays in the outbox', async () => {
  const desk = await startTestDesk({ modelsFolder: '/nowhere', undoMs: 300 });
  onTestFinished(() => desk.end());
  await eventually('mail is there', async () => (await desk.client.call('conversation.list', {})).total > 0);
  const { agentId } = await shared(desk);
  const [row] = (await desk.client.call('conversation.list', { status: 'unanswered' })).items;
  const conversationId = row?.id ?? '';
  const thread = await desk.client.call('conversation.get', { conversationId });
  const lastMessageId = thread.messages.at(-1)?.id ?? '';
  await desk.client.call('draft.accept', { conversationId, draftId: null, lastMessageId, text: 'We will see.' });
  await desk.client.call('profile.lock', {});
  await eventually('it has left', () => desk.desk.deps.outbox.pending().length === 0);
  await desk.client.call('profile.signIn', { profileId: agentId, pin: '1357' });
  const { messages } = await desk.client.call('conversation.get', { conversationId });
  expect(messages.at(-1)).toMatchObject({ role: 'agent', text: 'We will see.' });
});
