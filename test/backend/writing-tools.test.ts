import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelSettings } from '#shared/model/language-model.ts';
import { TextTool } from '#shared/model/writing-tool.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { type TestDesk, settled, startTestDesk } from '#test/support/test-desk.ts';

let desk: TestDesk;
let conversationId = '';

beforeAll(async () => {
  desk = await startTestDesk();
  await settled(desk);
  const [store] = await desk.client.call('store.list', {});
  const { items } = await desk.client.call('conversation.list', { storeId: store?.id ?? '' });
  conversationId = items[0]?.id ?? '';
}, 120_000);
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.end();
});

test('bug: without a model a tool is listed that refuses, or works that is not listed', async () => {
  const there = await desk.client.call('writing.tools', { conversationId });
  expect(there).toEqual([
    { tool: 'fix', by: { kind: 'desk' } },
    { tool: 'shorten', by: { kind: 'desk' } },
    { tool: 'summarise', by: { kind: 'desk' } },
  ]);
  const text = 'we recieved the the kettle , thanks.  It ships on Monday';
  for (const tool of TextTool.options) {
    const asked = desk.client.call('writing.apply', { conversationId, tool, text, selection: null, language: 'ja' });
    if (there.some((one) => one.tool === tool)) expect((await asked).by, tool).toEqual({ kind: 'desk' });
    else await expect(asked, tool).rejects.toMatchObject({ code: 'unsupported' });
  }
  const fixed = await desk.client.call('writing.apply', {
    conversationId,
    tool: 'fix',
    text,
    selection: null,
    language: null,
  });
  expect(fixed.text).toBe('We received the kettle, thanks. It ships on Monday.');
  const told = await desk.client.call('writing.summary', { conversationId, language: 'en' });
  expect(told.by).toEqual({ kind: 'desk' });
  expect(told.asked.length + told.answered.length + told.open.length).toBeGreaterThan(0);
});

test('bug: a place outside the text, or one that ends before it begins, breaks the desk', async () => {
  const apply = (start: number, end: number) =>
    desk.client.call('writing.apply', {
      conversationId,
      tool: 'fix',
      text: 'teh kettle',
      selection: { start, end },
      language: null,
    });
  expect((await apply(2_000, 3_000)).text).toBe('The kettle');
  await expect(apply(5, 2)).rejects.toMatchObject({ code: 'invalid_input' });
});

test('bug: the models of a store are asked for what it has not named them for', async () => {
  const [store] = await desk.client.call('store.list', {});
  const storeId = store?.id ?? '';
  const settings = ModelSettings.parse({ kind: 'ollama', baseUrl: 'http://127.0.0.1:1', model: 'qwen3:8b' });
  const model = { id: newId(), name: 'Qwen', settings, createdAt: 1 };
  desk.desk.deps.languageModels.add(model);
  const { writing } = await desk.client.call('writing.get', { storeId });
  await desk.client.call('writing.save', {
    storeId,
    writing: { ...writing, isLocalOnly: false, chains: { ...writing.chains, rewrite: [model.id] } },
  });
  const there = await desk.client.call('writing.tools', { conversationId });
  expect(there.filter(({ by }) => by.kind === 'model').map(({ tool }) => tool)).toEqual(
    TextTool.options.filter((tool) => tool !== 'translate'),
  );
  expect(there.find(({ tool }) => tool === 'summarise')?.by).toEqual({ kind: 'desk' });
  // Nobody answers at that port: the desk does what it can, and says why it did.
  const text = 'teh kettle is here.';
  const { by, problems } = await desk.client.call('writing.apply', {
    conversationId,
    tool: 'fix',
    text,
    selection: null,
    language: null,
  });
  expect(by).toEqual({ kind: 'desk' });
  expect(problems.map(({ modelName }) => modelName)).toEqual(['Qwen']);
}, 60_000);
