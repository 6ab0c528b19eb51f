import { z } from 'zod';
import type { LanguageModel } from '#core/ports/language-model.ts';
import type { OllamaSettings } from '#shared/model/language-model.ts';
import { type Chat, type ChatOptions, openChatModel } from './chat-model.ts';
import { at, type Dialect, firstWord } from './dialect.ts';
import type { ModelWire } from './leash.ts';

type Options = {
  readonly id: string;
  readonly settings: OllamaSettings;
  /** For a gate before the server; null where there is none. */
  readonly key: string | null;
  readonly wire: ModelWire;
};

/** Ollama's own API. LangChain streams on the wire whether or not anybody listens. */
export function openOllamaModel({ id, settings, key, wire }: Options): LanguageModel {
  const auth: Readonly<Record<string, string>> = key === null ? {} : { authorization: `Bearer ${key}` };
  const open = (options: ChatOptions): Promise<Chat> => openChat(settings, options);
  return openChatModel(id, { ...settings, auth, dialect, open, list, alwaysStreams: 'everything' }, wire);
}

const dialect: Dialect = {
  framing: 'ndjson',
  finishOf: (document) => (at(document, 'done') === true ? (firstWord(at(document, 'done_reason')) ?? 'stop') : null),
};

const list = {
  path: 'api/tags',
  shape: z
    .object({ models: z.array(z.object({ name: z.string() })) })
    .transform(({ models }) => models.map(({ name }) => name)),
};

async function openChat(settings: OllamaSettings, { fetch, maxTokens, schema }: ChatOptions): Promise<Chat> {
  const { ChatOllama } = await import('@langchain/ollama');
  const chat = new ChatOllama({
    model: settings.model,
    baseUrl: settings.baseUrl.replace(/\/+$/, ''),
    fetch,
    numCtx: settings.contextTokens,
    numPredict: maxTokens,
    maxRetries: 0,
  });
  return schema === null ? chat : chat.withConfig({ format: schema });
}
