import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ModelSettings } from '#shared/model/language-model.ts';
import { plainWriting } from '#shared/model/writing.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { type WritingModel, startWritingModel } from '#test/support/doubles/writing-model.ts';
import { type TestDesk, eventually, settled, startTestDesk } from '#test/support/test-desk.ts';

let desk: TestDesk;
let model: WritingModel;
let modelId = '';
let conversationIds: string[] = [];

beforeAll(async () => {
  desk = await startTestDesk();
  await settled(desk);
  const [store] = desk.desk.deps.stores.list();
  conversationIds = desk.desk.deps.drafts
    .openOfStore(store?.id ?? '')
    .filter(({ text, language }) => text !== '' && language === 'en')
    .map((one) => one.conversationId);
}, 180_000);
afterAll(() => desk.end());

beforeEach(async () => {
  model = await startWritingModel();
  const settings = ModelSettings.parse({ kind: 'openai', baseUrl: `${model.origin}/v1`, model: 'm' });
  const saved = await desk.client.call('model.save', { modelId: null, name: 'Shop model', settings, secret: null });
  modelId = saved.id;
  const chain = [modelId];
  const writing = { ...plainWriting, chains: { draft: chain, rewrite: chain, translate: chain, summarise: chain } };
  const [store] = desk.desk.deps.stores.list();
  await desk.client.call('writing.save', { storeId: store?.id ?? '', writing });
  return () => model.stop();
});

/** A draft that is being written, and stops in the middle. */
async function half() {
  model.behave({ holdsAfter: 4 });
  const conversationId = conversationIds.shift() ?? '';
  const writingId = newId();
  const texts: string[] = [];
  desk.client.on('writing.progress', (progress) => progress.writingId === writingId && texts.push(progress.text));
  const writing = desk.client.call('draft.write', { conversationId, steer: 'We wish you a calm week.', writingId });
  await eventually('the model writes', () => texts.some((text) => text !== ''));
  await eventually('the model holds its breath', () => model.isHolding());
  return { writing, conversationId };
}

test('bug: a model that is given another name while it writes takes the draft down with it', async () => {
  const { writing } = await half();
  const settings = (await desk.client.call('model.list', {})).find(({ id }) => id === modelId)?.settings;
  if (settings === undefined) throw new Error('There is no model');
  await desk.client.call('model.save', { modelId, name: 'Renamed', settings, secret: null });
  model.release();
  const { isWorded, problems } = await writing;
  expect(problems).toEqual([]);
  expect(isWorded).toBe(true);
});

test('bug: a model that is removed while it writes is still heard', async () => {
  const { writing, conversationId } = await half();
  await desk.client.call('model.remove', { modelId });
  model.release();
  const { isWorded, draft, problems } = await writing;
  expect(problems.map(({ problem }) => problem.code)).toEqual(['conflict']);
  expect([isWorded, draft.writer ?? null]).toEqual([false, null]);
  expect((await desk.client.call('conversation.get', { conversationId })).draft?.id).toBe(draft.id);
});

test('bug: an agent who goes away leaves the model writing', async () => {
  model.behave({ holdsAfter: 4 });
  const conversationId = conversationIds.shift() ?? '';
  const controller = new AbortController();
  const input = { conversationId, steer: null, writingId: newId() };
  const writing = desk.client.call('draft.write', input, controller.signal);
  await eventually('the model holds its breath', () => model.isHolding());
  controller.abort();
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
  await eventually('its line is cut', () => model.cut() === 1);
});
