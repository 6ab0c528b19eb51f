import { z } from 'zod';
import type { LanguageModel } from '#core/ports/language-model.ts';
import type { GeminiSettings } from '#shared/model/language-model.ts';
import { type Chat, type ChatOptions, heldBack, openChatModel } from './chat-model.ts';
import { at, type Dialect, firstWord } from './dialect.ts';
import type { ModelWire } from './leash.ts';

type Options = {
  readonly id: string;
  readonly settings: GeminiSettings;
  readonly key: string;
  readonly wire: ModelWire;
};

/** Google's Gemini API (not Vertex). */
export function openGeminiModel({ id, settings, key, wire }: Options): LanguageModel {
  const open = (options: ChatOptions): Promise<Chat> => openChat(settings, options);
  return openChatModel(
    id,
    { ...settings, auth: { 'x-goog-api-key': key }, dialect, open, list, alwaysStreams: 'nothing' },
    wire,
  );
}

const dialect: Dialect = {
  framing: 'sse',
  finishOf: (document) => {
    // A prompt that is not taken has no candidates at all.
    const isBlocked = firstWord(at(document, 'promptFeedback', 'blockReason')) !== null;
    return isBlocked ? 'SAFETY' : firstWord(at(document, 'candidates', 0, 'finishReason'));
  },
};

const list = {
  path: 'v1beta/models?pageSize=1000',
  shape: z
    .object({
      models: z.array(z.object({ name: z.string(), supportedGenerationMethods: z.array(z.string()).nullish() })),
    })
    .transform(({ models }) =>
      models
        .filter(({ supportedGenerationMethods: ways }) => ways?.includes('generateContent') ?? true)
        .map(({ name }) => name.replace(/^models\//, '')),
    ),
};

async function openChat(settings: GeminiSettings, { fetch, maxTokens, schema }: ChatOptions): Promise<Chat> {
  const { ChatGoogle } = await import('@langchain/google');
  const chat = new ChatGoogle({
    model: settings.model.replace(/^models\//, ''),
    apiKey: heldBack,
    platformType: 'gai',
    endpoint: settings.baseUrl.replace(/\/+$/, ''),
    // It would look for Google's credentials on this computer where it makes its own.
    apiClient: { hasApiKey: () => true, getProjectId: () => Promise.resolve(''), fetch: (request) => fetch(request) },
    maxOutputTokens: maxTokens,
    maxRetries: 0,
  });
  return schema === null ? chat : chat.withConfig({ responseSchema: schema });
}
