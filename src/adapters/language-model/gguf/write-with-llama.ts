import type { ChatHistoryItem, LlamaGrammar } from 'node-llama-cpp';
import type { ModelAnswer, ModelRequest } from '#core/ports/language-model.ts';
import { AppError } from '#shared/errors.ts';
import { answerValue } from '../answer-value.ts';
import { jsonSchemaOf } from '../json-schema.ts';
import { textOfAnswer } from '../model-error.ts';
import type { Patience } from '../patience.ts';
import type { LlamaEngine } from './llama-engine.ts';

/** What a chat template puts around each turn, tokens; few take more. */
const tokensAroundTurn = 16;
/** With less room than this, tokens, nothing is begun. */
const shortestAnswer = 256;

/**
 * Writes one answer on the engine's only sequence, with no memory of the one before. With a shape, a grammar holds the
 * model to its JSON schema. Errors: `prompt_too_long`, `answer_malformed`, and what llama.cpp throws.
 */
export async function writeWithLlama<T>(
  engine: LlamaEngine,
  request: ModelRequest<T>,
  patience: Patience,
  host: string,
): Promise<ModelAnswer<T>> {
  const { pack, context } = engine;
  const maxTokens = roomFor(engine, request, host);
  const grammar = request.shape === null ? null : await grammarFor(engine, jsonSchemaOf(request.shape));
  const sequence = context.getSequence();
  const session = new pack.LlamaChatSession({ contextSequence: sequence, autoDisposeSequence: true });
  try {
    const past = request.turns.slice(0, -1);
    session.setChatHistory(historyOf(request.system, past));
    const before = sequence.tokenMeter.getState();
    let soFar = '';
    const { responseText, stopReason } = await session.promptWithMeta(request.turns.at(-1)?.text ?? '', {
      signal: patience.signal,
      maxTokens,
      ...(grammar === null ? {} : { grammar }),
      onTextChunk: (chunk) => {
        patience.waitFor('next_byte');
        soFar += chunk;
        request.onText?.(soFar);
      },
    });
    const used = sequence.tokenMeter.diff(before);
    const isCut = stopReason === 'maxTokens';
    const usage = { inputTokens: used.usedInputTokens, outputTokens: used.usedOutputTokens };
    if (request.shape === null) return { text: textOfAnswer(responseText, { host, isCut }), value: null, usage, isCut };
    return { ...answerValue(request.shape, responseText, { host, isCut }), usage, isCut };
  } finally {
    session.dispose();
  }
}

/**
 * How many tokens the answer may have: what is asked for, or what the context has left. Without the look the oldest of
 * the conversation would be forgotten without a word.
 */
function roomFor<T>({ model, context }: LlamaEngine, request: ModelRequest<T>, host: string): number {
  const texts = [request.system, ...request.turns.map(({ text }) => text)];
  const needed = texts.reduce((sum, text) => sum + model.tokenize(text).length + tokensAroundTurn, 0);
  const most = context.contextSize;
  const room = Math.min(request.maxTokens, most - needed);
  if (room >= Math.min(request.maxTokens, shortestAnswer)) return room;
  throw new AppError('prompt_too_long', `${needed} tokens leave no room for an answer in ${most}`, {
    detail: { host, needed, most },
  });
}

function historyOf(system: string, turns: ModelRequest<unknown>['turns']): ChatHistoryItem[] {
  return [
    ...(system === '' ? [] : [{ type: 'system' as const, text: system }]),
    ...turns.map(({ role, text }) =>
      role === 'user' ? { type: 'user' as const, text } : { type: 'model' as const, response: [text] },
    ),
  ];
}

/** A schema the grammar cannot carry is left to zod; the answer is JSON all the same. */
async function grammarFor({ llama }: LlamaEngine, schema: unknown): Promise<LlamaGrammar> {
  try {
    return await llama.createGrammarForJsonSchema(schema as { readonly type: 'object' });
  } catch {
    return llama.getGrammarFor('json');
  }
}
