import { z } from 'zod';
import type { LanguageModel } from '#core/ports/language-model.ts';
import type { AnthropicSettings } from '#shared/model/language-model.ts';
import { type Chat, type ChatOptions, heldBack, openChatModel } from './chat-model.ts';
import { at, type Dialect, firstWord } from './dialect.ts';
import type { ModelWire } from './leash.ts';

type Options = {
  readonly id: string;
  readonly settings: AnthropicSettings;
  readonly key: string;
  readonly wire: ModelWire;
};

/** Anthropic's messages API; an answer of a given shape is the input of a tool the model must call. */
export function openAnthropicModel({ id, settings, key, wire }: Options): LanguageModel {
  const auth = { 'x-api-key': key, 'anthropic-version': '2023-06-01' };
  const open = (options: ChatOptions): Promise<Chat> => openChat(settings, options);
  return openChatModel(id, { ...settings, auth, dialect, open, list, alwaysStreams: 'nothing' }, wire);
}

const dialect: Dialect = {
  framing: 'sse',
  finishOf: (document) => firstWord(at(document, 'delta', 'stop_reason'), at(document, 'stop_reason')),
};

const list = {
  path: 'v1/models?limit=1000',
  shape: z.object({ data: z.array(z.object({ id: z.string() })) }).transform(({ data }) => data.map(({ id }) => id)),
};

async function openChat(settings: AnthropicSettings, options: ChatOptions): Promise<Chat> {
  const { fetch, maxTokens, schema, timeoutMs } = options;
  const { ChatAnthropic } = await import('@langchain/anthropic');
  const chat = new ChatAnthropic({
    model: settings.model,
    apiKey: heldBack,
    anthropicApiUrl: settings.baseUrl.replace(/\/+$/, ''),
    maxTokens,
    maxRetries: 0,
    clientOptions: { fetch, authToken: null, timeout: timeoutMs, logLevel: 'off' },
  });
  if (schema === null) return chat as Chat;
  return chat.withConfig({
    tools: [{ name: 'answer', description: 'Gives the answer.', input_schema: { ...schema, type: 'object' } }],
    tool_choice: { type: 'tool', name: 'answer' },
  }) as Chat;
}
