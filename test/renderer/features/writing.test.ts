import { expect, test } from 'vitest';
import { createRpcClient } from '#shared/rpc/client.ts';
import { portPair } from '#shared/rpc/port.ts';
import { type Handlers, createRpcServer, openGate } from '#shared/rpc/server.ts';
import type { EmitEvent } from '#shared/contract/index.ts';
import { plainWriting } from '#shared/model/writing.ts';
import { mayAsk } from '../../../src/renderer/src/app/may-ask.ts';
import { commandFor } from '../../../src/renderer/src/app/keymap.ts';
import { writeWithModel } from '../../../src/renderer/src/app/write-with-model.ts';
import { workWith } from '../../../src/renderer/src/features/composer/work.ts';
import { writingProblemText } from '../../../src/renderer/src/i18n/writing-problem.ts';
import { translateIn, uiLanguages } from '../../../src/renderer/src/i18n/translate.ts';
import { createFakeDesk } from '../support/fake-desk.ts';

const local = { id: 'a', isLocal: true };
const far = { id: 'b', isLocal: false };
const chains = (...draft: string[]) => ({ ...plainWriting.chains, draft });

test('bug: the steering line is offered where no model may write', () => {
  expect(mayAsk(undefined, undefined, 'draft')).toBe(false);
  expect(mayAsk(plainWriting, [local], 'draft')).toBe(false);
  expect(mayAsk({ ...plainWriting, chains: chains('a') }, [local], 'draft')).toBe(true);
  expect(mayAsk({ ...plainWriting, chains: chains('a') }, [local], 'translate')).toBe(false);
  // A model elsewhere while everything stays on this computer, and one that was removed.
  expect(mayAsk({ ...plainWriting, chains: chains('b') }, [far], 'draft')).toBe(false);
  expect(mayAsk({ ...plainWriting, isLocalOnly: false, chains: chains('b') }, [far], 'draft')).toBe(true);
  expect(mayAsk({ ...plainWriting, chains: chains('gone') }, [local], 'draft')).toBe(false);
});

/** A window's end of the made-up backend. */
function fakeWindow() {
  const [near, end] = portPair();
  let emit: EmitEvent = () => undefined;
  const desk = createFakeDesk((name, payload) => emit(name, payload), {
    isEmpty: false,
    hasEmbedder: true,
    copies: 1,
    undoMs: 0,
  });
  const server = createRpcServer(desk.handlers satisfies Handlers, openGate, () => undefined);
  emit = server.emit;
  server.serve(end);
  return createRpcClient(near);
}

async function openConversation(backend: ReturnType<typeof fakeWindow>) {
  const { items } = await backend.call('conversation.list', { status: 'unanswered' });
  const ready = items.find((row) => row.draft === 'ready');
  const thread = await backend.call('conversation.get', { conversationId: ready?.id ?? '' });
  if (thread.draft === null) throw new Error('no draft');
  return { conversationId: thread.conversation.id, draft: thread.draft };
}

test('bug: what is written is heard only at its end, or in every window', async () => {
  const backend = fakeWindow();
  const { conversationId } = await openConversation(backend);
  const texts: string[] = [];
  const { signal } = new AbortController();
  const other: string[] = [];
  const written = writeWithModel(backend, { conversationId, steer: ' ', signal }, (text) => texts.push(text));
  backend.on('writing.progress', ({ text }) => other.push(text));
  const { draft } = await written;
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.toSorted((a, b) => a.length - b.length)).toEqual(texts);
  expect(draft.writer?.modelName).toBe('Claude');
  const heard = texts.length;
  await writeWithModel(backend, { conversationId, steer: '', signal }, () => undefined);
  expect(texts).toHaveLength(heard);
});

test('bug: words that come after Stop are shown', async () => {
  const backend = fakeWindow();
  const { conversationId, draft } = await openConversation(backend);
  const stop = new AbortController();
  const texts: string[] = [];
  const written = writeWithModel(backend, { conversationId, steer: '', signal: stop.signal }, (text) => {
    texts.push(text);
    stop.abort();
  });
  await expect(written).rejects.toMatchObject({ code: 'cancelled' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(texts).toHaveLength(1);
  const after = await backend.call('conversation.get', { conversationId });
  expect(after.draft?.id).toBe(draft.id);
});

test('bug: worded text takes the place of what an agent has typed', async () => {
  const backend = fakeWindow();
  const { conversationId, draft } = await openConversation(backend);
  const { signal } = new AbortController();
  const { draft: worded } = await writeWithModel(backend, { conversationId, steer: '', signal }, () => undefined);
  const mine = { base: draft, text: `${draft.text} And more.` };
  expect(workWith(mine, worded)).toEqual({ work: mine, newer: worded });
  expect(workWith({ base: draft, text: draft.text }, worded).work.text).toBe(worded.text);
});

test.each(uiLanguages)('bug: in %s nobody learns why a model’s words were refused', (language) => {
  const t = translateIn(language);
  const problem = (code: 'answer_unsupported' | 'timed_out', detail = {}) => ({ code, message: '', detail });
  const texts = [
    writingProblemText(t, []),
    writingProblemText(t, [{ modelName: 'Claude', problem: problem('timed_out') }]),
    ...['empty', 'language', 'rules', 'link', 'markup', 'long', 'facts', 'ungrounded', 'shape'].map((reason) =>
      writingProblemText(t, [{ modelName: 'Claude', problem: problem('answer_unsupported', { reason }) }]),
    ),
  ];
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.join()).not.toMatch(/undefined|writing\./);
});

test('bug: the key that has a draft worded types a letter, or is typed into one', () => {
  const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
  const w = { ...press, key: 'w', code: 'KeyW' };
  expect(commandFor(w, 'elsewhere', false).command).toBe('word');
  expect(commandFor(w, 'text', false).command).toBeNull();
  expect(commandFor({ ...w, altKey: true }, 'text', false).command).toBe('word');
});
