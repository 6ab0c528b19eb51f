import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openGgufModel } from '#adapters/language-model/gguf/gguf-model.ts';
import { openLanguageModel } from '#backend/language-models.ts';
import type { LanguageModel, ModelRequest } from '#core/ports/language-model.ts';
import { problemOf } from '#shared/errors.ts';
import { GgufSettings } from '#shared/model/language-model.ts';
import { Reply } from '#test/support/language-model/double-model.ts';
import { tinyGguf, writeTinyGguf } from '#test/support/language-model/tiny-gguf.ts';

let folder = '';
let model: LanguageModel;
const settingsFor = (file: string, times = {}): GgufSettings =>
  GgufSettings.parse({ kind: 'gguf', path: path.join(folder, file), model: 'tiny', contextTokens: 1024, times });
const never = new AbortController().signal;
const left: unknown[] = [];
const ask = <T = never>(over: Partial<ModelRequest<T>> = {}): ModelRequest<T> => ({
  system: 'You write replies.',
  turns: [{ role: 'user', text: 'Where is my order? 返品' }],
  shape: null,
  maxTokens: 24,
  onText: null,
  onLeaving: (leaving) => void left.push(leaving),
  signal: never,
  ...over,
});
/** No end but the limit: one token in 320 would be the end by chance. */
const endless = { maxTokens: 800 };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskside-gguf-'));
  await writeTinyGguf(path.join(folder, 'tiny.gguf'));
  model = openLanguageModel({ id: 'tiny', settings: settingsFor('tiny.gguf'), secret: null, dataFolder: folder });
});

afterAll(async () => {
  await model.close();
  await rm(folder, { recursive: true });
});

describe('a model file of random weights, run by llama.cpp', () => {
  test('bug: it does not load, does not stream, or writes more than it may', async () => {
    const heard: string[] = [];
    const answer = await model.write(ask({ onText: (soFar) => heard.push(soFar) }));
    expect(model.isLocal).toBe(true);
    expect(answer.usage?.outputTokens).toBeLessThanOrEqual(24);
    expect(answer.usage?.inputTokens).toBeGreaterThan(10);
    expect(answer.isCut).toBe(answer.usage?.outputTokens === 24);
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.at(-1)?.startsWith(answer.text)).toBe(true);
    expect(heard.every((soFar, at) => at === 0 || soFar.startsWith(heard[at - 1] ?? ''))).toBe(true);
    // Nothing leaves: there is nothing to tell.
    expect(left).toEqual([]);
  });

  test('bug: its nonsense passes for an answer, so that nothing steps in', async () => {
    // The grammar lets it write strings of this shape alone; what they must be it cannot know.
    const Known = z.object({ evidence: z.string().refine((id) => id === 'k1') });
    for (let round = 0; round < 3; round++) {
      expect(await model.write(ask({ shape: Known, maxTokens: 60 })).catch(problemOf)).toMatchObject({
        code: 'answer_malformed',
      });
    }
    const Long = z.object({ sentences: Reply.shape.sentences.min(3) });
    expect(await model.write(ask({ shape: Long, maxTokens: 12 })).catch(problemOf)).toMatchObject({
      code: 'answer_malformed',
      detail: { reason: 'cut' },
    });
  });

  test('bug: the shape is not asked for', async () => {
    const Choice = z.object({ choice: z.enum(['yes', 'no']) });
    const { value } = await model.write(ask({ shape: Choice, maxTokens: 60 }));
    expect(['yes', 'no']).toContain(value?.choice);
  });

  test('bug: cancelling is heard only once it has written all', async () => {
    const cancel = new AbortController();
    let heard = 0;
    const onText = (): void => {
      heard++;
      if (heard === 3) cancel.abort();
    };
    const problem = await model.write(ask({ ...endless, onText, signal: cancel.signal })).catch(problemOf);
    expect(problem).toMatchObject({ code: 'cancelled' });
    expect(heard).toBeLessThan(100);
    // And the next question is answered as if nothing had been.
    expect((await model.write(ask({ maxTokens: 4 }))).usage?.outputTokens).toBeLessThanOrEqual(4);
  });

  test('bug: who waits for another answer cannot leave, or two answers mix', async () => {
    const cancel = new AbortController();
    const first = model.write(ask({ maxTokens: 200 }));
    const second = model.write(ask({ ...endless, signal: cancel.signal })).catch(problemOf);
    const third = model.write(ask({ maxTokens: 5 }));
    cancel.abort();
    expect(await second).toMatchObject({ code: 'cancelled' });
    expect((await first).usage?.outputTokens).toBeLessThanOrEqual(200);
    expect((await third).usage?.outputTokens).toBeLessThanOrEqual(5);
  });

  test('bug: the beginning of a long conversation is forgotten without a word', async () => {
    const turns = [{ role: 'user', text: 'order '.repeat(2000) }] as const;
    expect(await model.write(ask({ turns })).catch(problemOf)).toMatchObject({ code: 'prompt_too_long' });
  });

  test('bug: it holds the agent longer than it may', async () => {
    const slow = openGgufModel({ id: 's', settings: settingsFor('tiny.gguf', { totalMs: 100 }), marksFile: null });
    expect(await slow.write(ask(endless)).catch(problemOf)).toMatchObject({ code: 'timed_out' });
    await slow.close();
  });

  test('bug: while it writes, the desk stands still', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const { usage } = await model.write(ask({ maxTokens: 400 }));
    clearInterval(timer);
    // Evaluated on this thread, no timer would fire between its tokens at all.
    expect(ticks).toBeGreaterThan((usage?.outputTokens ?? 0) / 20);
  });

  test('bug: a connection test says nothing of a model file', async () => {
    const report = await model.probe({ onLeaving: () => undefined, signal: never });
    expect(report.isOk).toBe(true);
    expect(report.checks.map(({ name }) => name)).toEqual(['reachable', 'key', 'model', 'answer']);
    expect(await model.models({ onLeaving: () => undefined, signal: never })).toBeNull();
    const missing = openGgufModel({ id: 'm', settings: settingsFor('none.gguf'), marksFile: null });
    const bad = await missing.probe({ onLeaving: () => undefined, signal: never });
    expect(bad.checks.at(-1)).toMatchObject({ name: 'model', problem: { code: 'model_file_unusable' } });
  });
});

describe('a file that is none', () => {
  const whole = tinyGguf();
  test.each([
    { name: 'empty', bytes: Buffer.of() },
    { name: 'text', bytes: Buffer.from('This is a letter, not a model. '.repeat(50)) },
    { name: 'cut in its header', bytes: whole.subarray(0, 900) },
    { name: 'cut in its weights', bytes: whole.subarray(0, whole.length - 20_000) },
    {
      name: 'of counts that cannot be',
      bytes: Buffer.concat([whole.subarray(0, 8), Buffer.alloc(16, 0xff), whole.subarray(24)]),
    },
  ])('bug: a file that is $name takes the backend down', async ({ name, bytes }) => {
    await writeFile(path.join(folder, 'bad.gguf'), bytes);
    const bad = openGgufModel({ id: 'b', settings: settingsFor('bad.gguf'), marksFile: null });
    expect(await bad.write(ask()).catch(problemOf), name).toMatchObject({
      code: 'model_file_unusable',
      detail: { file: 'bad.gguf', reason: 'broken' },
    });
    await bad.close();
  });
});

test('bug: a desk without node-llama-cpp does not start, or does not say what is missing', async () => {
  const load = (): Promise<never> =>
    Promise.reject(Object.assign(new Error("Cannot find package 'node-llama-cpp'"), { code: 'ERR_MODULE_NOT_FOUND' }));
  const marksFile = path.join(folder, 'lacking.json');
  const lacking = openGgufModel({ id: 'l', settings: settingsFor('tiny.gguf'), marksFile, load });
  // However often: a package that is not there says nothing against the file.
  for (let round = 0; round < 4; round++)
    expect(await lacking.write(ask()).catch(problemOf)).toMatchObject({ code: 'engine_missing' });
  await lacking.close();
});

test('bug: a file over which llama.cpp ends the process ends every process after it', async () => {
  const file = path.join(folder, 'fatal.gguf');
  await writeFile(file, tinyGguf());
  const script = `
    const { openGgufModel } = await import('#adapters/language-model/gguf/gguf-model.ts');
    const times = { firstByteMs: 9000, stallMs: 9000, totalMs: 9000 };
    const settings = { kind: 'gguf', path: ${JSON.stringify(file)}, model: 'm', price: null, times, contextTokens: 256 };
    const marksFile = ${JSON.stringify(path.join(folder, 'marks.json'))};
    const model = openGgufModel({ id: 'm', settings, marksFile, load: () => process.abort() });
    const question = { system: '', turns: [{ role: 'user', text: 'Hi' }], shape: null, maxTokens: 4, onText: null };
    const signal = new AbortController().signal;
    await model.write({ ...question, onLeaving() {}, signal }).catch(({ code, detail }) => console.log(code, detail.reason));
  `;
  const run = () => spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect([run().signal, run().signal]).toEqual(['SIGABRT', 'SIGABRT']);
  expect(run()).toMatchObject({ status: 0, stdout: 'model_file_unusable crashed\n' });
  // Another file in its place is another try.
  await writeFile(file, tinyGguf(undefined, 8));
  expect(run().signal).toBe('SIGABRT');
});

test('bug: a file that loads is suspected at the next start', async () => {
  await model.write(ask({ maxTokens: 2 }));
  expect(await readdir(folder)).not.toContain('model-being-loaded.json');
});
