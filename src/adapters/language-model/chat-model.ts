import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import type { AIMessageChunk } from 'langchain';
import type { Runnable } from '@langchain/core/runnables';
import type { z } from 'zod';
import { isLoopbackHost, safeBaseUrl } from '#adapters/http/base-url.ts';
import type { LanguageModel, ModelAnswer, ModelCall, ModelRequest } from '#core/ports/language-model.ts';
import { AppError } from '#shared/errors.ts';
import type { ModelTimes } from '#shared/model/language-model.ts';
import { answerValue } from './answer-value.ts';
import { type Dialect, endingOf } from './dialect.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';
import { createLeash, type Leash, type ModelWire } from './leash.ts';
import { cancelled, malformed, textOfAnswer } from './model-error.ts';
import { forbidTelemetry } from './no-telemetry.ts';
import { probeModel } from './probe-model.ts';
import { spokenText } from './spoken-text.ts';

/** What stands where a SDK wants a key: the real one is added on the way, beyond its reach. */
export const heldBack = 'held-back';

export type Chat = Runnable<BaseLanguageModelInput, AIMessageChunk>;

export type ChatOptions = {
  readonly fetch: typeof globalThis.fetch;
  readonly maxTokens: number;
  /** Null: plain text. */
  readonly schema: JsonSchema | null;
  /** Longer than any wait of ours. */
  readonly timeoutMs: number;
};

/** What tells one provider from another. */
export type Provider = {
  readonly model: string;
  readonly baseUrl: string;
  readonly times: ModelTimes;
  readonly auth: Readonly<Record<string, string>>;
  readonly dialect: Dialect;
  /** Where its package asks for a stream, or must be made to, though nobody listens. */
  readonly alwaysStreams: 'nothing' | 'shapes' | 'everything';
  /** Loads the provider's package at the first call: a desk without models pays nothing. */
  readonly open: (options: ChatOptions) => Promise<Chat>;
  /** Below the base address, with how to read what comes. */
  readonly list: { readonly path: string; readonly shape: z.ZodType<readonly string[]> };
};

/** Ollama on this computer hands such models on to its makers' (`gpt-oss:120b-cloud`). */
const runsElsewhere = /[-:]cloud$/i;

/** A model behind an API, spoken to through LangChain on the desk's leash. */
export function openChatModel(id: string, provider: Provider, wire: ModelWire): LanguageModel {
  const base = safeBaseUrl(provider.baseUrl);
  const isLoopback = isLoopbackHost(base.hostname);
  const leashFor = (call: ModelCall, isStreamed: boolean): Leash =>
    createLeash({ ...provider, base, isLocal: isLoopback, call, isStreamed, wire });
  const write = <T>(request: ModelRequest<T>): Promise<ModelAnswer<T>> =>
    written(provider, base.host, leashFor(request, isStreamed(provider, request)), request);
  const models = (call: ModelCall): Promise<readonly string[]> =>
    listed(new URL(provider.list.path, base), leashFor(call, false), provider);
  return {
    id,
    isLocal: isLoopback && !runsElsewhere.test(provider.model),
    write,
    models,
    probe: (call) => probeModel({ model: provider.model, write, models }, call),
    close: () => Promise.resolve(),
  };
}

function isStreamed<T>({ alwaysStreams }: Provider, { onText, shape }: ModelRequest<T>): boolean {
  return onText !== null || alwaysStreams === 'everything' || (alwaysStreams === 'shapes' && shape !== null);
}

async function written<T>(
  provider: Provider,
  host: string,
  leash: Leash,
  request: ModelRequest<T>,
): Promise<ModelAnswer<T>> {
  if (request.signal.aborted) throw cancelled();
  forbidTelemetry();
  const schema = request.shape === null ? null : jsonSchemaOf(request.shape);
  let message: AIMessageChunk;
  try {
    const timeoutMs = provider.times.totalMs + 60_000;
    const chat = await provider.open({ fetch: leash.fetch, maxTokens: request.maxTokens, schema, timeoutMs });
    message = await said(chat, request, isStreamed(provider, request));
  } catch (error) {
    throw request.signal.aborted ? cancelled() : (leash.problem() ?? unusable(error, leash, host));
  }
  const problem = leash.problem();
  if (problem !== null) throw problem;
  const ending = endingOf(leash.finish() ?? '');
  if (ending === 'refused') throw declined(host);
  const isCut = ending === 'cut';
  const text = textOf(message, schema !== null);
  const usage = usageOf(message);
  if (request.shape === null) return { text: textOfAnswer(text, { host, isCut }), value: null, usage, isCut };
  return { ...answerValue(request.shape, text, { host, isCut }), usage, isCut };
}

async function said<T>(chat: Chat, request: ModelRequest<T>, isInPieces: boolean): Promise<AIMessageChunk> {
  const { onText, signal, system, turns, shape } = request;
  const messages: BaseLanguageModelInput = [
    ...(system === '' ? [] : [['system', system] as const]),
    ...turns.map(({ role, text }) => [role === 'user' ? 'human' : 'ai', text] as const),
  ].map(([role, text]) => [role, text]);
  if (!isInPieces) return chat.invoke(messages, { signal });
  let whole: AIMessageChunk | null = null;
  let told = '';
  for await (const chunk of await chat.stream(messages, { signal })) {
    whole = whole === null ? chunk : whole.concat(chunk);
    if (onText === null) continue;
    const soFar = textOf(whole, shape !== null);
    if (soFar === told) continue;
    told = soFar;
    onText(soFar);
  }
  if (whole === null) throw new Error('Nothing came');
  return whole;
}

/** With a schema: the arguments of the tool the model was told to call, where it did, else what it wrote. */
function textOf(message: AIMessageChunk, hasSchema: boolean): string {
  if (!hasSchema) return spokenText(message.text);
  const raw = message.tool_call_chunks?.map(({ args }) => args ?? '').join('') ?? '';
  if (raw !== '') return raw;
  const [call] = message.tool_calls ?? [];
  if (call !== undefined && message.tool_call_chunks === undefined) return JSON.stringify(call.args);
  return message.invalid_tool_calls?.[0]?.args ?? spokenText(message.text);
}

function usageOf(message: AIMessageChunk): ModelAnswer<unknown>['usage'] {
  const usage = message.usage_metadata as
    | { readonly input_tokens?: number; readonly output_tokens?: number }
    | undefined;
  const inputTokens = usage?.input_tokens ?? 0;
  const outputTokens = usage?.output_tokens ?? 0;
  return inputTokens + outputTokens > 0 ? { inputTokens, outputTokens } : null;
}

/** What an SDK made of an answer that came through whole. Its words may hold the prompt, so that its name must do. */
function unusable(error: unknown, leash: Leash, host: string): AppError {
  const ending = endingOf(leash.finish() ?? '');
  if (ending === 'refused') return declined(host);
  if (ending === 'cut') return malformed('cut', host);
  if (error instanceof AppError) return error;
  return malformed('protocol', host, { foreign: error instanceof Error ? error.name : typeof error });
}

function declined(host: string): AppError {
  return new AppError('answer_refused', `${host}: the model declined`, { detail: { host } });
}

async function listed(url: URL, leash: Leash, { list }: Provider): Promise<readonly string[]> {
  const response = await leash.fetch(url, { headers: { accept: 'application/json' } });
  const parsed = list.shape.safeParse(await response.json());
  if (!parsed.success) throw malformed('shape', url.host);
  return parsed.data;
}
