import {
  AnthropicSettings,
  GeminiSettings,
  type ModelSettings,
  OllamaSettings,
  OpenAiSettings,
} from '#shared/model/language-model.ts';

/** What the double's model says: pieces of text, or pieces of the JSON it was asked for. */
export type Said = {
  readonly pieces: readonly string[];
  readonly isJson: boolean;
  readonly ending: 'whole' | 'cut' | 'refused';
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
};

/** One provider's wire format, as its SDK in node_modules reads it. */
export type WireFormat = {
  readonly name: string;
  readonly settings: (origin: string) => ModelSettings;
  readonly keyHeader: (key: string) => readonly [name: string, value: string];
  readonly streamType: string;
  /** The frames of a streamed answer; the first and the last hold none of its text. */
  readonly frames: (said: Said) => readonly string[];
  readonly whole: (said: Said) => unknown;
  /** A failure in the middle of a stream. */
  readonly failure: (message: string) => string;
  readonly refusal: (status: number, message: string) => unknown;
  readonly unknownModel: { readonly status: number; readonly body: unknown };
  readonly listed: (names: readonly string[]) => unknown;
  /** Whether a request asks for a stream. */
  readonly isStream: (path: string, body: unknown) => boolean;
};

const sse = (data: unknown, event?: string): string =>
  `${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;
const streams = (_path: string, body: unknown): boolean => (body as { stream?: boolean } | null)?.stream === true;
const bearer = (key: string) => ['authorization', `Bearer ${key}`] as const;

function openAi(name: string, shapeBy: 'schema' | 'tool'): WireFormat {
  const finish = ({ ending, isJson }: Said): string =>
    ({ whole: isJson && shapeBy === 'tool' ? 'tool_calls' : 'stop', cut: 'length', refused: 'content_filter' })[ending];
  const usageOf = ({ usage }: Said) =>
    usage === null
      ? undefined
      : {
          prompt_tokens: usage.inputTokens,
          completion_tokens: usage.outputTokens,
          total_tokens: usage.inputTokens + usage.outputTokens,
        };
  const chunk = (choices: unknown, usage?: unknown) =>
    sse({
      id: 'c1',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'm',
      choices,
      ...(usage === undefined ? {} : { usage }),
    });
  const delta = (said: Said, piece: string, at: number) =>
    said.isJson && shapeBy === 'tool'
      ? {
          tool_calls: [
            {
              index: 0,
              ...(at === 0 ? { id: 'call_1', type: 'function' } : {}),
              function: { ...(at === 0 ? { name: 'answer' } : {}), arguments: piece },
            },
          ],
        }
      : { content: piece };
  return {
    name,
    settings: (origin) => OpenAiSettings.parse({ kind: 'openai', baseUrl: `${origin}/v1`, model: 'm', shapeBy }),
    keyHeader: bearer,
    streamType: 'text/event-stream; charset=utf-8',
    frames: (said) => [
      chunk([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]),
      ...said.pieces.map((piece, at) => chunk([{ index: 0, delta: delta(said, piece, at), finish_reason: null }])),
      chunk([{ index: 0, delta: {}, finish_reason: finish(said) }]) +
        (said.usage === null ? '' : chunk([], usageOf(said))) +
        'data: [DONE]\n\n',
    ],
    whole: (said) => {
      const text = said.pieces.join('');
      const isTool = said.isJson && shapeBy === 'tool';
      const call = { id: 'call_1', type: 'function', function: { name: 'answer', arguments: text } };
      const message = isTool
        ? { role: 'assistant', content: null, tool_calls: [call] }
        : { role: 'assistant', content: text };
      const choices = [{ index: 0, message, finish_reason: finish(said) }];
      return { id: 'c1', object: 'chat.completion', created: 1, model: 'm', choices, usage: usageOf(said) };
    },
    failure: (message) => sse({ error: { message, type: 'server_error' } }),
    refusal: (_status, message) => ({ error: { message, type: 'invalid_request_error', code: null } }),
    unknownModel: {
      status: 404,
      body: {
        error: { message: 'The model `m` does not exist', type: 'invalid_request_error', code: 'model_not_found' },
      },
    },
    listed: (names) => ({ object: 'list', data: names.map((id) => ({ id, object: 'model' })) }),
    isStream: streams,
  };
}

const anthropic: WireFormat = {
  name: 'anthropic',
  settings: (origin) => AnthropicSettings.parse({ kind: 'anthropic', baseUrl: origin, model: 'claude-x' }),
  keyHeader: (key) => ['x-api-key', key],
  streamType: 'text/event-stream',
  frames: (said) => {
    const block = said.isJson ? { type: 'tool_use', id: 't1', name: 'answer', input: {} } : { type: 'text', text: '' };
    const delta = (piece: string) =>
      said.isJson ? { type: 'input_json_delta', partial_json: piece } : { type: 'text_delta', text: piece };
    const event = (data: { readonly type: string }) => sse(data, data.type);
    const start = { id: 'm1', type: 'message', role: 'assistant', model: 'claude-x', content: [], stop_reason: null };
    const usage = { input_tokens: said.usage?.inputTokens ?? 0, output_tokens: 0 };
    return [
      event({ type: 'message_start', message: { ...start, stop_sequence: null, usage } } as { type: string }) +
        event({ type: 'content_block_start', index: 0, content_block: block } as { type: string }) +
        event({ type: 'ping' }),
      ...said.pieces.map((piece) =>
        event({ type: 'content_block_delta', index: 0, delta: delta(piece) } as { type: string }),
      ),
      event({ type: 'content_block_stop', index: 0 } as { type: string }) +
        event({
          type: 'message_delta',
          delta: { stop_reason: anthropicEnding(said), stop_sequence: null },
          usage: { output_tokens: said.usage?.outputTokens ?? 0 },
        } as { type: string }) +
        event({ type: 'message_stop' }),
    ];
  },
  whole: (said) => {
    const text = said.pieces.join('');
    // What the model wrote as the tool's input is parsed by the API already; cut JSON comes as far as it goes.
    const block = said.isJson
      ? { type: 'tool_use', id: 't1', name: 'answer', input: parsedOr(text, {}) }
      : { type: 'text', text };
    return {
      id: 'm1',
      type: 'message',
      role: 'assistant',
      model: 'claude-x',
      content: [block],
      stop_reason: anthropicEnding(said),
      stop_sequence: null,
      usage: { input_tokens: said.usage?.inputTokens ?? 0, output_tokens: said.usage?.outputTokens ?? 0 },
    };
  },
  failure: (message) => sse({ type: 'error', error: { type: 'overloaded_error', message } }, 'error'),
  refusal: (_status, message) => ({ type: 'error', error: { type: 'invalid_request_error', message } }),
  unknownModel: {
    status: 404,
    body: { type: 'error', error: { type: 'not_found_error', message: 'model: claude-x' } },
  },
  listed: (names) => ({ data: names.map((id) => ({ id, type: 'model' })), has_more: false }),
  isStream: streams,
};

function anthropicEnding({ ending, isJson }: Said): string {
  return { whole: isJson ? 'tool_use' : 'end_turn', cut: 'max_tokens', refused: 'refusal' }[ending];
}

function parsedOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

const geminiUsage = ({ usage }: Said) =>
  usage === null
    ? {}
    : {
        usageMetadata: {
          promptTokenCount: usage.inputTokens,
          candidatesTokenCount: usage.outputTokens,
          totalTokenCount: usage.inputTokens + usage.outputTokens,
        },
      };
const geminiEnding = ({ ending }: Said): string => ({ whole: 'STOP', cut: 'MAX_TOKENS', refused: 'SAFETY' })[ending];

const gemini: WireFormat = {
  name: 'gemini',
  settings: (origin) => GeminiSettings.parse({ kind: 'gemini', baseUrl: origin, model: 'gemini-x' }),
  keyHeader: (key) => ['x-goog-api-key', key],
  streamType: 'text/event-stream',
  frames: (said) => {
    const content = (text: string) => ({ parts: [{ text }], role: 'model' });
    return [
      sse({ candidates: [{ content: content(''), index: 0 }], modelVersion: 'gemini-x' }),
      ...said.pieces.map((piece) =>
        sse({ candidates: [{ content: content(piece), index: 0 }], modelVersion: 'gemini-x' }),
      ),
      sse({
        candidates: [{ content: content(''), finishReason: geminiEnding(said), index: 0 }],
        ...geminiUsage(said),
        modelVersion: 'gemini-x',
      }),
    ];
  },
  whole: (said) => ({
    candidates: [
      {
        content: { parts: [{ text: said.pieces.join('') }], role: 'model' },
        finishReason: geminiEnding(said),
        index: 0,
      },
    ],
    ...geminiUsage(said),
    modelVersion: 'gemini-x',
  }),
  failure: (message) => sse({ error: { code: 503, message, status: 'UNAVAILABLE' } }),
  refusal: (status, message) => ({ error: { code: status, message, status: 'INVALID_ARGUMENT' } }),
  unknownModel: {
    status: 404,
    body: { error: { code: 404, message: 'models/gemini-x is not found for API version v1beta', status: 'NOT_FOUND' } },
  },
  listed: (names) => ({
    models: names.map((name) => ({ name: `models/${name}`, supportedGenerationMethods: ['generateContent'] })),
  }),
  isStream: (path) => path.includes(':streamGenerateContent'),
};

const ollama: WireFormat = {
  name: 'ollama',
  settings: (origin) => OllamaSettings.parse({ kind: 'ollama', baseUrl: origin, model: 'llama3' }),
  keyHeader: bearer,
  streamType: 'application/x-ndjson',
  frames: (said) => {
    const line = (content: string, rest: object) =>
      `${JSON.stringify({ model: 'llama3', created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content }, ...rest })}\n`;
    const reason = { whole: 'stop', cut: 'length', refused: 'content_filter' }[said.ending];
    const counts =
      said.usage === null ? {} : { prompt_eval_count: said.usage.inputTokens, eval_count: said.usage.outputTokens };
    return [
      line('', { done: false }),
      ...said.pieces.map((piece) => line(piece, { done: false })),
      line('', { done: true, done_reason: reason, ...counts }),
    ];
  },
  whole: () => ({ error: 'It is always asked for a stream' }),
  failure: (message) => `${JSON.stringify({ error: message })}\n`,
  refusal: (_status, message) => ({ error: message }),
  unknownModel: { status: 404, body: { error: "model 'llama3' not found" } },
  listed: (names) => ({ models: names.map((name) => ({ name, model: name })) }),
  isStream: streams,
};

export const modelWires: readonly WireFormat[] = [
  openAi('openai, by schema', 'schema'),
  openAi('openai, by tool', 'tool'),
  anthropic,
  gemini,
  ollama,
];
