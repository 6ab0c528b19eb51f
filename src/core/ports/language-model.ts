import type { z } from 'zod';
import type { ModelProbeReport } from '#shared/model/language-model.ts';

/** What is about to leave for a host: the body exactly as it will stand on the wire; empty where a request has none. */
export type Leaving = { readonly host: string; readonly bytes: Uint8Array };

/** What every question to a model carries. */
export type ModelCall = {
  /** Called before the first byte of every request leaves, again for every try. Where it throws, nothing leaves. */
  readonly onLeaving: (leaving: Leaving) => void;
  readonly signal: AbortSignal;
};

export type ModelTurn = { readonly role: 'user' | 'assistant'; readonly text: string };

export type ModelRequest<T> = ModelCall & {
  readonly system: string;
  /** The last one is the user's. */
  readonly turns: readonly ModelTurn[];
  /** JSON of this shape is asked for, in whatever way the provider has; null: plain text. */
  readonly shape: z.ZodType<T> | null;
  /** Of the answer; models that think first count their thoughts in. */
  readonly maxTokens: number;
  /** Hears all that came so far, longer each time: of an answer with a shape, its JSON as far as it goes. Null: not streamed. */
  readonly onText: ((soFar: string) => void) | null;
};

export type ModelAnswer<T> = {
  /** With a shape: its JSON, without blanks. */
  readonly text: string;
  /** Null without a shape. */
  readonly value: T | null;
  /** Null where the provider does not tell. */
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
  /** Whether it ended at `maxTokens` and goes on. */
  readonly isCut: boolean;
};

/**
 * A language model, wherever it runs. Every method but `probe` throws AppError only: `refused_credentials`,
 * `refused_permission`, `refused_by_server`, `rate_limited` (`detail.retryAfterMs`), `timed_out` (`detail.waitedFor`:
 * `first_byte`, `next_byte` or `end`), `unreachable`, `remote_failed`, `not_found` (no such API there), `model_unknown`,
 * `prompt_too_long`, `answer_refused` (the model declined), `answer_malformed` (not of the shape, not of the protocol,
 * too large or cut short: `detail.reason`), `engine_missing` and `model_file_unusable` (local files alone), `cancelled`.
 * Tried again only while nothing of an answer has come: on 5xx, on a named pause of at most 20 s, where no connection
 * came about; twice at most. What an answer says is text: it can cause nothing.
 */
export type LanguageModel = {
  readonly id: string;
  /** Whether it runs on this computer, so that nothing it is told leaves it. What a server there passes on cannot be seen. */
  readonly isLocal: boolean;
  write<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>>;
  /** Names a person may choose from; null where the provider has no list. */
  models(call: ModelCall): Promise<readonly string[] | null>;
  /** Asks for one word, in steps. Does not throw: what fails is in the report. */
  probe(call: ModelCall): Promise<ModelProbeReport>;
  close(): Promise<void>;
};
