import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { systemWire } from '#adapters/language-model/leash.ts';
import { systemLookup } from '#adapters/http/guarded-lookup.ts';
import { openLanguageModel } from '#backend/language-models.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import { type ModelSettings, OllamaSettings, OpenAiSettings } from '#shared/model/language-model.ts';
import { startModelDouble } from '#test/support/doubles/model-double.ts';
import { modelWires } from '#test/support/doubles/model-wires.ts';
import { json, key, prose, proseText, Reply, reply, withDouble } from '#test/support/language-model/double-model.ts';
import { loadedPackages } from '#test/support/language-model/loaded-packages.ts';

const ways = [null, () => undefined];
const answer = { kind: 'answer', said: prose } as const;

afterEach(() => vi.unstubAllEnvs());

describe.each(modelWires)('$name', (wire) => {
  test('bug: what the ledger was told is not what was on the wire', () =>
    withDouble(wire, async ({ double, ask, left }) => {
      for (const onText of ways) {
        double.plan(answer);
        await ask({ onText });
        double.plan({ kind: 'answer', said: json(JSON.stringify(reply)) });
        await ask({ onText, shape: Reply });
      }
      expect(left).toHaveLength(4);
      for (const [at, { bytes }] of double.requests.entries())
        expect(bytes.equals(left[at]?.bytes ?? Buffer.of())).toBe(true);
    }));

  test('bug: what the ledger could not note leaves all the same', () =>
    withDouble(wire, async ({ double, fail }) => {
      double.plan(answer);
      for (const onText of ways) {
        const refuse = (): never => {
          throw new AppError('conflict', 'Only local models may be used');
        };
        expect(await fail({ onText, onLeaving: refuse })).toMatchObject({ code: 'conflict' });
        const broken = (): never => {
          throw new Error('disk');
        };
        expect(await fail({ onText, onLeaving: broken })).toMatchObject({ code: 'internal' });
        const cancel = new AbortController();
        expect(await fail({ onText, onLeaving: () => cancel.abort(), signal: cancel.signal })).toMatchObject({
          code: 'cancelled',
        });
      }
      expect(double.requests).toEqual([]);
    }));

  test('bug: whoever is told of the bytes can change what leaves', () =>
    withDouble(wire, async ({ double, ask }) => {
      double.plan(answer);
      await ask({ onLeaving: ({ bytes }) => void bytes.fill(0) });
      expect(JSON.parse(double.requests[0]?.bytes.toString() ?? '')).toBeTypeOf('object');
    }));

  test('bug: the key stands elsewhere than in its header, or the machine is described to the provider', () =>
    withDouble(wire, async ({ double, ask }) => {
      vi.stubEnv('OPENAI_ORG_ID', 'org-of-the-environment');
      vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-mine: environment');
      vi.stubEnv('ANTHROPIC_CUSTOM_HEADERS', 'x-mine: environment');
      vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'token-of-the-environment');
      vi.stubEnv('OLLAMA_API_KEY', 'ollama-of-the-environment');
      double.plan(answer);
      await ask();
      const [request] = double.requests;
      if (request === undefined) throw new Error('Nothing was asked');
      const { headers, path, bytes } = request;
      const [name, value] = wire.keyHeader(key);
      expect(headers[name]).toBe(value);
      const { [name]: _key, ...others } = headers;
      expect(JSON.stringify([others, path, bytes.toString()])).not.toContain(key);
      expect(JSON.stringify(headers)).not.toContain('environment');
      const usual = [
        'accept',
        'accept-encoding',
        'anthropic-version',
        'connection',
        'content-length',
        'content-type',
        'host',
        'user-agent',
      ];
      expect(Object.keys(others).filter((header) => !usual.includes(header))).toEqual([]);
      expect(headers['user-agent']).toBe('Deskside');
    }));

  test('bug: the environment sends conversations to a tracing service, through its gateway, or onto the screen', async () => {
    const calls: string[] = [];
    const watcher = createServer((request, response) => {
      calls.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((resolve) => watcher.listen(0, '127.0.0.1', resolve));
    const place = `http://127.0.0.1:${(watcher.address() as AddressInfo).port}`;
    const printed: string[] = [];
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...all) => void printed.push(all.join(' '))),
    );
    // Nothing but a request of its own to the double may leave by whatever way a package takes.
    const fetched = vi.spyOn(globalThis, 'fetch');
    try {
      await withDouble(wire, async ({ double, ask }) => {
        double.plan(answer);
        for (const onText of ways) {
          for (const name of [
            'LANGSMITH_TRACING',
            'LANGSMITH_TRACING_V2',
            'LANGCHAIN_TRACING_V2',
            'LANGCHAIN_TRACING',
            'LANGCHAIN_VERBOSE',
          ])
            vi.stubEnv(name, 'true');
          for (const name of [
            'LANGSMITH_ENDPOINT',
            'LANGCHAIN_ENDPOINT',
            'LANGSMITH_GATEWAY',
            'OPENAI_BASE_URL',
            'ANTHROPIC_BASE_URL',
            'OLLAMA_BASE_URL',
          ])
            vi.stubEnv(name, place);
          for (const name of ['LANGSMITH_API_KEY', 'LANGCHAIN_API_KEY', 'LANGSMITH_GATEWAY_API_KEY'])
            vi.stubEnv(name, 'ls-key');
          vi.stubEnv('LANGCHAIN_CALLBACKS_BACKGROUND', 'false');
          vi.stubEnv('OPENAI_LOG', 'debug');
          vi.stubEnv('ANTHROPIC_LOG', 'debug');
          expect((await ask({ onText })).text).toBe(proseText);
        }
        expect(double.requests).toHaveLength(2);
        // Tracers send in batches, a while later.
        await new Promise((resolve) => setTimeout(resolve, 500));
      });
      expect(calls).toEqual([]);
      expect(fetched).not.toHaveBeenCalled();
      expect(printed.join('\n')).not.toContain('kettle');
    } finally {
      for (const spy of [...spies, fetched]) spy.mockRestore();
      await new Promise((resolve) => watcher.close(resolve));
    }
  });

  test('bug: a refused connection is not tried again, or tried without telling', () =>
    withDouble(wire, async ({ double, fail, left, pauses }) => {
      await double.stop();
      expect(await fail()).toMatchObject({ code: 'unreachable', detail: { reason: 'ECONNREFUSED' } });
      expect([left.length, pauses.length]).toEqual([3, 2]);
    }));
});

const call = { onLeaving: () => undefined, signal: new AbortController().signal };
const question = {
  ...call,
  system: '',
  turns: [{ role: 'user', text: 'Hi' }],
  shape: null,
  maxTokens: 9,
  onText: null,
} as const;
const at = (baseUrl: string): ModelSettings => OpenAiSettings.parse({ kind: 'openai', baseUrl, model: 'm' });

test.each([
  { baseUrl: 'http://localhost:1/v1', isLocal: true },
  { baseUrl: 'http://127.8.9.1:1/v1', isLocal: true },
  { baseUrl: 'http://[::1]:1/v1', isLocal: true },
  { baseUrl: 'https://api.openai.com/v1', isLocal: false },
  { baseUrl: 'https://localhost.example.com/v1', isLocal: false },
  { baseUrl: 'https://192.168.1.5/v1', isLocal: false },
])('bug: $baseUrl is taken for what it is not', ({ baseUrl, isLocal }) => {
  expect(openLanguageModel({ id: 'm', dataFolder: ':memory:', settings: at(baseUrl), secret: null }).isLocal).toBe(
    isLocal,
  );
});

test('bug: a model that Ollama only passes on counts as one of this computer', () => {
  for (const [model, isLocal] of [
    ['gpt-oss:120b-cloud', false],
    ['glm-4.6:cloud', false],
    ['cloudberry:8b', true],
  ] as const) {
    const settings = OllamaSettings.parse({ kind: 'ollama', model });
    expect(openLanguageModel({ id: 'm', dataFolder: ':memory:', settings, secret: null }).isLocal).toBe(isLocal);
  }
});

test('bug: a conversation leaves the computer because localhost is somebody else in its hosts file', async () => {
  const lookup = vi.fn<typeof systemWire.lookup>((_host, tell) => tell(null, [{ address: '203.0.113.7', family: 4 }]));
  const settings = at('http://localhost:9/v1');
  const model = openLanguageModel({
    id: 'm',
    dataFolder: ':memory:',
    settings,
    secret: null,
    wire: { ...systemWire, lookup },
  });
  expect(model.isLocal).toBe(true);
  expect(await model.write(question).catch(problemOf)).toMatchObject({ code: 'host_not_named' });
  expect(lookup).toHaveBeenCalled();
});

test('bug: a name that nobody knows ends the whole desk', async () => {
  const told = await new Promise((resolve) =>
    systemLookup('models.invalid', (error, addresses) => resolve({ isError: error !== null, addresses })),
  );
  expect(told).toEqual({ isError: true, addresses: [] });
});

test('bug: a key is sent in clear over a network', () => {
  expect(() =>
    openLanguageModel({ id: 'm', dataFolder: ':memory:', settings: at('http://192.168.1.5/v1'), secret: key }),
  ).toThrow(AppError);
});

test('bug: a key pasted with a line end reads as a broken line', async () => {
  const [wire] = modelWires;
  if (wire === undefined) throw new Error('There are none');
  const double = await startModelDouble(wire);
  double.plan(answer);
  const open = (secret: string) =>
    openLanguageModel({ id: 'm', dataFolder: ':memory:', settings: wire.settings(double.origin), secret });
  await open(`  ${key}\n`).write(question);
  expect(double.requests[0]?.headers['authorization']).toBe(`Bearer ${key}`);
  expect(() => open('my key – geheim')).toThrow(expect.objectContaining({ code: 'refused_credentials' }));
  await double.stop();
});

test('bug: a provider that wants a key is asked without', () => {
  for (const wire of modelWires.filter(({ name }) => /anthropic|gemini/.test(name))) {
    const open = () =>
      openLanguageModel({
        id: 'm',
        dataFolder: ':memory:',
        settings: wire.settings('https://api.example.com'),
        secret: null,
      });
    expect(open).toThrow(expect.objectContaining({ code: 'refused_credentials' }));
  }
});

test('bug: a desk without models loads the packages for them at its start', async () => {
  expect(await loadedPackages('#backend/language-models.ts')).toEqual(['zod']);
});
