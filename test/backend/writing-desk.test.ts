import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Script, type ScriptedModel, scriptedModel } from '#test/support/scripted-model.ts';
import { type TestDesk, eventually, settled, startTestDesk } from '#test/support/test-desk.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { AppError } from '#shared/errors.ts';
import { ModelSettings } from '#shared/model/language-model.ts';
import { type StoreWriting, plainWriting } from '#shared/model/writing.ts';

let desk: TestDesk;
/** Each test takes a conversation of its own. */
let conversationIds: string[] = [];

beforeAll(async () => {
  desk = await startTestDesk();
  await settled(desk);
  const [store] = desk.desk.deps.stores.list();
  const drafts = desk.desk.deps.drafts.openOfStore(store?.id ?? '');
  conversationIds = drafts
    .filter(({ text, language }) => text !== '' && language === 'en')
    .map((one) => one.conversationId);
}, 180_000);
afterAll(() => desk.end());

type Told = { readonly sources: ReadonlyArray<{ readonly id: string; readonly text: string }> };

/** Says the first source as it stands, after a courtesy. */
const honest: Script = (told) => {
  const [source] = (JSON.parse(told) as Told).sources;
  return {
    sentences: [
      { text: 'Thank you for your message.', sources: [] },
      { text: source?.text ?? '', sources: [source?.id ?? ''] },
    ],
  };
};

/** A desk on the sample store whose models do as the script says. */
async function deskWith(script: Script | ScriptedModel, over: Partial<StoreWriting> = {}) {
  const model = typeof script === 'function' ? scriptedModel(script) : script;
  const { deps } = desk.desk;
  const settings = ModelSettings.parse({ kind: 'openai', baseUrl: 'https://models.example/v1', model: 'm' });
  const modelId = newId();
  deps.languageModels.add({ id: modelId, name: 'Scripted', settings, createdAt: 1 });
  Object.assign(deps, { languageModelOf: async () => model });
  const [store] = deps.stores.list();
  const storeId = store?.id ?? '';
  const chain = [modelId];
  const chains = { draft: chain, rewrite: chain, translate: chain, summarise: chain };
  const writing = { ...plainWriting, isLocalOnly: false, chains, ...over };
  await desk.client.call('writing.save', { storeId, writing });
  return { model, deps, conversationId: conversationIds.shift() ?? '' };
}

test('bug: what a model writes is not heard while it writes, or is heard without end', async () => {
  const { conversationId } = await deskWith(honest);
  const texts: string[] = [];
  const writingId = newId();
  desk.client.on('writing.progress', (event) => event.writingId === writingId && texts.push(event.text));
  const { draft, isWorded } = await desk.client.call('draft.write', { conversationId, steer: null, writingId });
  expect([isWorded, draft.writer?.modelName]).toEqual([true, 'Scripted']);
  expect(draft.text).toContain('Thank you for your message.');
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.length).toBeLessThanOrEqual(2);
  const { draft: shown } = await desk.client.call('conversation.get', { conversationId });
  expect(shown?.id).toBe(draft.id);
});

/** A model that writes until it is stopped. */
function endless(): ScriptedModel & { readonly stopped: string[] } {
  const stopped: string[] = [];
  const model = scriptedModel(() => ({}));
  return {
    ...model,
    stopped,
    write: (request) =>
      new Promise((_, reject) => {
        model.told.push(request.turns.at(-1)?.text ?? '');
        request.signal.addEventListener('abort', () => {
          stopped.push('stopped');
          reject(new AppError('cancelled', 'Stopped'));
        });
      }),
  };
}

test('bug: Stop ends the waiting, and the model goes on writing', async () => {
  const model = endless();
  const { conversationId, deps } = await deskWith(model);
  const before = deps.drafts.current(conversationId);
  const stop = new AbortController();
  const asked = desk.client.call('draft.write', { conversationId, steer: null, writingId: newId() }, stop.signal);
  await eventually('the model writes', () => model.told.length === 1);
  stop.abort();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  await eventually('the model is stopped', () => model.stopped.length === 1);
  expect(deps.drafts.current(conversationId)).toEqual(before);
});

test('bug: two writings of one conversation race, and the one asked for first may win', async () => {
  const model = endless();
  const { conversationId, deps } = await deskWith(model);
  const first = desk.client.call('draft.write', { conversationId, steer: null, writingId: newId() });
  const refused = expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await eventually('the first is being written', () => model.told.length === 1);
  Object.assign(deps, { languageModelOf: async () => scriptedModel(honest) });
  const second = await desk.client.call('draft.write', { conversationId, steer: null, writingId: newId() });
  await refused;
  expect(second.isWorded).toBe(true);
});

test('bug: a model that fails takes the desk’s own draft with it, or nobody learns why', async () => {
  const { conversationId, deps } = await deskWith(() => {
    throw new AppError('timed_out', 'No byte for 30 s');
  });
  const before = deps.drafts.current(conversationId);
  const written = await desk.client.call('draft.write', { conversationId, steer: null, writingId: newId() });
  expect(written).toMatchObject({
    isWorded: false,
    draft: { id: before?.id },
    problems: [{ problem: { code: 'timed_out' } }],
  });
});

test('bug: a store that stays on this computer has its drafts worded elsewhere', async () => {
  const { conversationId, model } = await deskWith(honest, { isLocalOnly: true });
  const written = await desk.client.call('draft.write', { conversationId, steer: null, writingId: newId() });
  expect([written.isWorded, written.problems[0]?.problem.code, model.told]).toEqual([false, 'local_only', []]);
});

test('bug: a translation is asked for again each time it is shown', async () => {
  const { conversationId, model } = await deskWith(() => ({
    parts: [{ id: '1', text: '挪威的配送需要五个工作日。' }],
  }));
  const input = { conversationId, text: 'Delivery to Norway takes five working days.', to: 'zh' } as const;
  const first = await desk.client.call('draft.translated', input);
  expect(await desk.client.call('draft.translated', input)).toEqual(first);
  expect(first.translation).toEqual({
    sentences: [{ lead: '', text: '挪威的配送需要五个工作日。', isTranslated: true }],
    modelName: 'Scripted',
  });
  expect(model.told).toHaveLength(1);
});

test('bug: a translation brings a link, or is none', async () => {
  const answers = ['请访问 evil.cn', 'Delivery takes five days.'];
  const { conversationId } = await deskWith(() => ({ parts: [{ id: '1', text: answers.shift() }] }));
  const input = { conversationId, text: 'Delivery to Norway takes five working days.', to: 'zh' } as const;
  const reasons = [
    await desk.client.call('draft.translated', input),
    await desk.client.call('draft.translated', input),
  ];
  expect(reasons.map(({ translation, problems }) => [translation, problems[0]?.problem.detail])).toEqual([
    [null, { reason: 'link' }],
    [null, { reason: 'language' }],
  ]);
});

test('bug: a new draft is not worded ahead, or who drafts anew by hand never gets the desk’s own words', async () => {
  const { conversationId, deps } = await deskWith(honest, { isAhead: true });
  const { storeId } = deps.conversations.get(conversationId);
  const { settings } = deps.stores.get(storeId);
  const closing = { ...settings.closing, en: 'All the best,' };
  await desk.client.call('store.saveSettings', { storeId, settings: { ...settings, closing } });
  await eventually('it is worded', () => deps.drafts.current(conversationId)?.writer?.modelName === 'Scripted');
  const own = await desk.client.call('draft.make', { conversationId });
  await desk.loops.wording.settled();
  expect(deps.drafts.current(conversationId)).toMatchObject({ id: own.id });
  expect(own.writer ?? null).toBeNull();
  expect(desk.errors).toEqual([]);
}, 60_000);
