import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { writeTinyGguf } from '#test/support/language-model/tiny-gguf.ts';
import { type TestDesk, settled, startTestDesk } from '#test/support/test-desk.ts';
import { ModelSettings } from '#shared/model/language-model.ts';
import { plainWriting } from '#shared/model/writing.ts';

let desk: TestDesk;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskside-gguf-'));
  desk = await startTestDesk();
  await settled(desk);
}, 180_000);
afterAll(async () => {
  await desk.end();
  await rm(folder, { recursive: true, force: true });
});

/** A real model of random weights, which may write for the sample store and stays on this machine. */
async function withNonsense(): Promise<string> {
  const { deps } = desk.desk;
  const file = await writeTinyGguf(path.join(folder, 'tiny.gguf'));
  const settings = ModelSettings.parse({ kind: 'gguf', path: file, model: 'tiny', contextTokens: 2048 });
  const modelId = newId();
  deps.languageModels.add({ id: modelId, name: 'Nonsense', settings, createdAt: 1 });
  const storeId = deps.stores.list()[0]?.id ?? '';
  const chains = { draft: [modelId], rewrite: [modelId], translate: [modelId], summarise: [modelId] };
  await desk.client.call('writing.save', { storeId, writing: { ...plainWriting, chains } });
  return storeId;
}

test('bug: what a model of random weights writes is offered, or the desk’s own draft is lost', async () => {
  const storeId = await withNonsense();
  const { deps } = desk.desk;
  const drafts = deps.drafts.openOfStore(storeId).filter(({ text }) => text !== '');
  const [before] = drafts;
  const conversationId = before?.conversationId ?? '';
  const written = await desk.client.call('draft.write', { conversationId, steer: null, writingId: newId() });
  expect([written.isWorded, written.draft.id, written.draft.text]).toEqual([false, before?.id, before?.text]);
  expect(written.problems).toHaveLength(1);
  expect(['answer_malformed', 'answer_unsupported']).toContain(written.problems[0]?.problem.code);
  // Nothing has left: it ran in the desk itself.
  expect(await desk.client.call('ledger.list', { storeId: null, isLocal: null, before: null })).toEqual([]);
}, 120_000);

test('bug: a price, a date and a promise in nonsense pass for facts', async () => {
  const { deps } = desk.desk;
  const [draft] = deps.drafts
    .openOfStore(deps.stores.list()[0]?.id ?? '')
    .filter(({ text, language }) => text !== '' && language === 'en');
  const text = 'qx7 zz €913.40 until 31 February, hmmk 44 % guaranteed, order HL-99999 refunded.';
  const marks = await desk.client.call('draft.check', {
    conversationId: draft?.conversationId ?? '',
    draftId: draft?.id ?? null,
    text,
  });
  for (const kind of ['price', 'percent', 'number'] as const) {
    const ofKind = marks.filter((mark) => mark.kind === kind);
    expect(ofKind.length, kind).toBeGreaterThan(0);
    expect(
      ofKind.every(({ verdict, asks }) => verdict !== 'supported' && asks),
      kind,
    ).toBe(true);
  }
});
