import path from 'node:path';
import { openAnthropicModel } from '#adapters/language-model/anthropic.ts';
import { openGeminiModel } from '#adapters/language-model/gemini.ts';
import { openGgufModel } from '#adapters/language-model/gguf/gguf-model.ts';
import { type ModelWire, systemWire } from '#adapters/language-model/leash.ts';
import { openOllamaModel } from '#adapters/language-model/ollama.ts';
import { openOpenAiModel } from '#adapters/language-model/openai.ts';
import type { LanguageModel } from '#core/ports/language-model.ts';
import { AppError, assertNever } from '#shared/errors.ts';
import type { ModelSettings } from '#shared/model/language-model.ts';

/** Which model file was being loaded when the backend ended, if one was. */
const marksName = 'model-being-loaded.json';

type Options = {
  readonly id: string;
  readonly settings: ModelSettings;
  /** From the keychain; null where the owner gave none. */
  readonly secret: string | null;
  readonly dataFolder: string;
  /** What reaches the network; tests replace it. */
  readonly wire?: ModelWire;
};

/** The model for its settings: the one place where kinds of providers are registered. Connects to nothing yet. */
export function openLanguageModel({ id, settings, dataFolder, wire = systemWire, ...given }: Options): LanguageModel {
  const secret = sendableKey(given.secret);
  switch (settings.kind) {
    case 'openai':
      return openOpenAiModel({ id, settings, key: secret, wire });
    case 'anthropic':
      return openAnthropicModel({ id, settings, key: keyOf(settings, secret), wire });
    case 'gemini':
      return openGeminiModel({ id, settings, key: keyOf(settings, secret), wire });
    case 'ollama':
      return openOllamaModel({ id, settings, key: secret, wire });
    case 'gguf':
      return openGgufModel({
        id,
        settings,
        marksFile: dataFolder === ':memory:' ? null : path.join(dataFolder, marksName),
      });
    default:
      return assertNever(settings);
  }
}

/** A key as it was pasted, without the blanks around it. What cannot stand in a header is no key. */
function sendableKey(secret: string | null): string | null {
  const key = secret?.trim() ?? '';
  if (key === '') return null;
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new AppError('refused_credentials', 'The key holds characters that no key has', {
    detail: { reason: 'characters' },
  });
}

function keyOf({ baseUrl }: { readonly baseUrl: string }, secret: string | null): string {
  if (secret !== null) return secret;
  const host = URL.parse(baseUrl)?.host ?? '';
  throw new AppError('refused_credentials', 'The model has no key yet', { detail: { host, reason: 'missing' } });
}
