import { z } from 'zod';
import type { LanguageModel } from '#core/ports/language-model.ts';
import type { OpenAiSettings } from '#shared/model/language-model.ts';
import { type Chat, type ChatOptions, heldBack, openChatModel } from './chat-model.ts';
import { at, type Dialect, firstWord } from './dialect.ts';
import { isStrict } from './json-schema.ts';
import type { ModelWire } from './leash.ts';

type Options = {
  readonly id: string;
  readonly settings: OpenAiSettings;
  /** Null where the server wants none. */
  readonly key: string | null;
  readonly wire: ModelWire;
};

/** Anything that speaks OpenAI's chat completions: OpenAI, Mistral, DeepSeek, vLLM, LM Studio, llama.cpp's server. */
export function openOpenAiModel({ id, settings, key, wire }: Options): LanguageModel {
  const auth: Readonly<Record<string, string>> = key === null ? {} : { authorization: `Bearer ${key}` };
  const open = (options: ChatOptions): Promise<Chat> => openChat(settings, options);
  // Without a stream the package parses what has a schema by itself, and keeps the text where it cannot.
  return openChatModel(id, { ...settings, auth, dialect, open, list, alwaysStreams: 'shapes' }, wire);
}

const dialect: Dialect = {
  framing: 'sse',
  finishOf: (document) => {
    const choice = at(document, 'choices', 0);
    const refusal = firstWord(at(choice, 'delta', 'refusal'), at(choice, 'message', 'refusal'));
    return refusal === null ? firstWord(at(choice, 'finish_reason')) : 'refusal';
  },
};

const list = {
  path: 'models',
  shape: z.object({ data: z.array(z.object({ id: z.string() })) }).transform(({ data }) => data.map(({ id }) => id)),
};

async function openChat(settings: OpenAiSettings, { fetch, maxTokens, schema, timeoutMs }: ChatOptions): Promise<Chat> {
  // The class below ChatOpenAI that always speaks chat completions, which is what compatible servers know.
  const { ChatOpenAICompletions } = await import('@langchain/openai');
  const chat = new ChatOpenAICompletions({
    model: settings.model,
    apiKey: heldBack,
    maxTokens,
    maxRetries: 0,
    timeout: timeoutMs,
    configuration: {
      baseURL: settings.baseUrl.replace(/\/+$/, ''),
      fetch,
      organization: null,
      project: null,
      logLevel: 'off',
    },
  });
  if (schema === null) return chat;
  const strict = isStrict(schema);
  if (settings.shapeBy === 'schema') {
    return chat.withConfig({
      response_format: { type: 'json_schema', json_schema: { name: 'answer', schema, strict } },
    });
  }
  return chat.withConfig({
    tools: [{ type: 'function', function: { name: 'answer', description: 'Gives the answer.', parameters: schema } }],
    tool_choice: { type: 'function', function: { name: 'answer' } },
  });
}
