import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import type { Role } from '#shared/model/profile.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { type TestDesk, startTestDesk } from '#test/support/test-desk.ts';

let desk: TestDesk;
let folder: string;
let storeId = '';
const people = new Map<Role | 'other', string>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskside-export-'));
  const host = { ...noKeychainHost(), fileDialog: { choose: () => Promise.resolve(folder) } };
  desk = await startTestDesk({ host });
  storeId = (await desk.client.call('store.list', {}))[0]?.id ?? '';
  const { deps } = desk.desk;
  people.set('owner', desk.desk.profile().id);
  for (const role of ['agent', 'lead', 'other'] as const) {
    const id = newId();
    people.set(role, id);
    deps.profiles.add({
      id,
      name: `Name of ${role}`,
      role: role === 'lead' ? 'lead' : 'agent',
      state: 'active',
      createdAt: 1,
    });
  }
  for (const [i, profileId] of [...people.values(), ...people.values()].entries())
    deps.outcomes.append(
      anOutcome(storeId, { profileId, sentText: `=1+${i}, "secret"`, createdAt: Date.now() - 3_600_000 - i }),
    );
}, 120_000);
afterAll(async () => {
  await desk.end();
  await rm(folder, { recursive: true, force: true });
});

function span() {
  const to = Date.now();
  return { storeId, from: to - 30 * 86_400_000, to };
}
const become = (who: Role): void => desk.desk.setProfile(people.get(who) ?? '');
const other = (): string => people.get('other') ?? '';

test('bug: an agent gets another’s figures, everybody’s or a file through some request', async () => {
  become('agent');
  const { client } = desk;
  const query = { ...span(), utcOffset: 0 };
  const refused = { code: 'figures_not_shown' };
  const forbidden = { code: 'forbidden' };
  await expect(client.call('insight.report', { ...query, profileId: other() })).rejects.toMatchObject(refused);
  await expect(client.call('insight.report', { ...query, by: 'agent' })).rejects.toMatchObject(refused);
  await expect(client.call('insight.outcomes', { ...span(), profileId: other() })).rejects.toMatchObject(refused);
  await expect(client.call('insight.export', { query, withTexts: false })).rejects.toMatchObject(forbidden);
  await expect(client.call('insight.setComparison', { storeId, comparesPeople: true })).rejects.toMatchObject(
    forbidden,
  );
  await expect(client.call('insight.dismissDrift', { key: 'x' })).rejects.toMatchObject(forbidden);
  await expect(client.call('insight.restoreDrift', { key: 'x' })).rejects.toMatchObject(forbidden);
  expect(await client.call('insight.drift', { storeId })).toEqual([]);
  const report = await client.call('insight.report', query);
  expect([report.figures?.answered, report.profileId]).toEqual([2, people.get('agent')]);
  const listed = await client.call('insight.outcomes', { ...span(), storeId: null });
  expect(listed.map(({ profileId }) => profileId)).toEqual([people.get('agent'), people.get('agent')]);
});

test('bug: a lead turns the comparison on, or the owner’s choice reaches nobody', async () => {
  const { client } = desk;
  const query = { ...span(), utcOffset: 0, by: 'agent' as const };
  become('lead');
  await expect(client.call('insight.setComparison', { storeId, comparesPeople: true })).rejects.toThrow();
  become('owner');
  await client.call('insight.setComparison', { storeId, comparesPeople: true });
  become('lead');
  const { rows } = await client.call('insight.report', query);
  expect(rows.map(({ figures }) => figures?.answered)).toEqual([2, 2, 2, 2]);
  become('agent');
  await expect(client.call('insight.report', query)).rejects.toMatchObject({ code: 'figures_not_shown' });
  // Other settings that are saved leave the choice alone.
  become('owner');
  const [store] = await client.call('store.list', {});
  if (store === undefined) throw new Error('There is no store');
  const { comparesPeople: _, ...settings } = store.settings;
  const saved = await client.call('store.saveSettings', { storeId, settings });
  expect(saved.settings.comparesPeople).toBe(true);
  await client.call('insight.setComparison', { storeId, comparesPeople: false });
});

test('bug: an export holds what was written without being asked to, runs in a spreadsheet, or overwrites a file', async () => {
  become('owner');
  const query = { ...span(), utcOffset: 0, by: 'topic' as const };
  const plain = await desk.client.call('insight.export', { query, withTexts: false });
  const whole = await desk.client.call('insight.export', { query, withTexts: true });
  const files = [...(plain?.files ?? []), ...(whole?.files ?? [])];
  expect(new Set(files).size).toBe(4);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  for (const text of texts) expect(text.startsWith('\uFEFF')).toBe(true);
  expect(`${texts[0]}${texts[1]}`).not.toMatch(/secret|Name of/);
  expect(texts[3]).toContain(`"'=1+0, ""secret"""`);
  become('lead');
  await expect(desk.client.call('insight.export', { query, withTexts: true })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
