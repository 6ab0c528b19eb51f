import { z } from 'zod';
import { Problem } from './basics.ts';

/** What the desk asks language models for. */
export const WritingTask = z.enum(['draft', 'rewrite', 'translate', 'summarise']);
export type WritingTask = z.infer<typeof WritingTask>;

/** What a million tokens cost, in units of the currency (ISO 4217). */
export const ModelPrice = z.object({
  inputPerMillion: z.number().min(0).max(100_000),
  outputPerMillion: z.number().min(0).max(100_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type ModelPrice = z.infer<typeof ModelPrice>;

const Milliseconds = z.number().int().min(100).max(3_600_000);

/**
 * How long is waited, ms: for the first byte of a streamed answer, between its bytes, and in all, pauses and tries included.
 * An answer that is not streamed comes at once at its end: only the whole time holds.
 */
export const ModelTimes = z.object({
  firstByteMs: Milliseconds.default(60_000),
  stallMs: Milliseconds.default(30_000),
  totalMs: Milliseconds.default(180_000),
});
export type ModelTimes = z.infer<typeof ModelTimes>;

const common = {
  /** As the provider names it. It may stand in an address: no spaces, no way up. */
  model: z
    .string()
    .trim()
    .max(200)
    .regex(/^[\w:@-][\w.:@/-]*$/)
    .refine((name) => !name.includes('..')),
  price: ModelPrice.nullable().default(null),
  times: ModelTimes.prefault({}),
};
const BaseUrl = z.url({ protocol: /^https?$/ });
/** Tokens that a model run on this network looks at, prompt and answer together. */
const ContextTokens = z.number().int().min(256).max(1_000_000);

/** Anything that speaks OpenAI's chat completions. The secret is the API key; a server at home may want none. */
export const OpenAiSettings = z.object({
  kind: z.literal('openai'),
  /** With its version: `https://api.openai.com/v1`. */
  baseUrl: BaseUrl,
  ...common,
  /** How an answer of a given shape is asked for; `tool` where a server knows no JSON schema. */
  shapeBy: z.enum(['schema', 'tool']).default('schema'),
});
export type OpenAiSettings = z.infer<typeof OpenAiSettings>;

/** The secret is the API key. */
export const AnthropicSettings = z.object({
  kind: z.literal('anthropic'),
  baseUrl: BaseUrl.default('https://api.anthropic.com'),
  ...common,
});
export type AnthropicSettings = z.infer<typeof AnthropicSettings>;

/** The secret is the API key. */
export const GeminiSettings = z.object({
  kind: z.literal('gemini'),
  baseUrl: BaseUrl.default('https://generativelanguage.googleapis.com'),
  ...common,
});
export type GeminiSettings = z.infer<typeof GeminiSettings>;

/** The secret is a bearer token, where a gate before the server wants one. */
export const OllamaSettings = z.object({
  kind: z.literal('ollama'),
  baseUrl: BaseUrl.default('http://127.0.0.1:11434'),
  ...common,
  /** Ollama cuts what is beyond it without a word, and takes 4,096 where it is not told. */
  contextTokens: ContextTokens.default(8192),
});
export type OllamaSettings = z.infer<typeof OllamaSettings>;

/** A model file of llama.cpp's kind, run in the desk itself. Needs no secret. */
export const GgufSettings = z.object({
  kind: z.literal('gguf'),
  /** Absolute. */
  path: z.string().trim().min(1).max(4096),
  ...common,
  /** What people call it; the file says what it is. */
  model: z.string().trim().min(1).max(200),
  contextTokens: ContextTokens.default(4096),
});
export type GgufSettings = z.infer<typeof GgufSettings>;

/** What the owner enters, by kind of provider. Secrets are never part of it. */
export const ModelSettings = z.discriminatedUnion('kind', [
  OpenAiSettings,
  AnthropicSettings,
  GeminiSettings,
  OllamaSettings,
  GgufSettings,
]);
export type ModelSettings = z.infer<typeof ModelSettings>;

/** One thing a connection test looked at. `name` is a key the window words; `note` what the model said. */
export const ModelProbeCheck = z.object({
  name: z.enum(['reachable', 'key', 'model', 'answer']),
  isOk: z.boolean(),
  problem: Problem.nullable(),
  note: z.string().nullable(),
});
export type ModelProbeCheck = z.infer<typeof ModelProbeCheck>;

/** The checks in their order, up to the first that failed. */
export const ModelProbeReport = z.object({ isOk: z.boolean(), checks: z.array(ModelProbeCheck) });
export type ModelProbeReport = z.infer<typeof ModelProbeReport>;
