import { z } from 'zod';
import { systemWire } from '#adapters/language-model/leash.ts';
import { openLanguageModel } from '#backend/language-models.ts';
import type { LanguageModel, Leaving, ModelAnswer, ModelRequest } from '#core/ports/language-model.ts';
import { type Problem, problemOf } from '#shared/errors.ts';
import type { ModelTimes } from '#shared/model/language-model.ts';
import { type ModelDouble, startModelDouble } from '../doubles/model-double.ts';
import type { Said, WireFormat } from '../doubles/model-wires.ts';

export const key = 'sk-test-4f9a1c7b2e';

/** What the desk asks for, more or less. */
export const Reply = z.object({ sentences: z.array(z.object({ text: z.string(), evidence: z.string() })) });
export const reply: z.infer<typeof Reply> = {
  sentences: [
    { text: 'The kettle holds 1.7 litres – 返品も可能です。', evidence: 'k1' },
    { text: 'It "clicks" off by itself.', evidence: 'k2' },
  ],
};

export const prose: Said = {
  pieces: ['Hello', ' Ann,\n', 'your kettle 返', '品 is on its way.'],
  isJson: false,
  ending: 'whole',
  usage: { inputTokens: 31, outputTokens: 12 },
};
export const proseText = prose.pieces.join('');

/** The JSON of an answer, in pieces that cut words and escapes. */
export function json(text: string, ending: Said['ending'] = 'whole'): Said {
  const pieces = text.match(/[\s\S]{1,11}/gu) ?? [];
  return { pieces, isJson: true, ending, usage: { inputTokens: 80, outputTokens: 40 } };
}

/** Long enough that no machine is too slow for it. */
export const patient: ModelTimes = { firstByteMs: 50_000, stallMs: 50_000, totalMs: 55_000 };

export type DoubleModel = {
  readonly wire: WireFormat;
  readonly double: ModelDouble;
  readonly model: LanguageModel;
  /** What `onLeaving` was told. */
  readonly left: readonly Leaving[];
  /** The pauses between tries, ms. */
  readonly pauses: readonly number[];
  ask<T>(over?: Partial<ModelRequest<T>>): Promise<ModelAnswer<T>>;
  /** The problem that asking ends with; null where it does not. */
  fail<T>(over?: Partial<ModelRequest<T>>): Promise<Problem | null>;
};

/** A model of this wire format against its double, and what left for it. */
export async function withDouble(
  wire: WireFormat,
  work: (at: DoubleModel) => Promise<void>,
  times: Partial<ModelTimes> = {},
): Promise<void> {
  const double = await startModelDouble(wire);
  const pauses: number[] = [];
  const left: Leaving[] = [];
  const sleep = (ms: number): Promise<void> => Promise.resolve(void pauses.push(ms));
  const model = openLanguageModel({
    id: 'model-1',
    dataFolder: ':memory:',
    settings: { ...wire.settings(double.origin), times: { ...patient, ...times } },
    secret: key,
    wire: { ...systemWire, sleep },
  });
  const ask = <T>(over: Partial<ModelRequest<T>> = {}): Promise<ModelAnswer<T>> =>
    model.write<T>({
      system: 'You write replies for The Kettle Shop.',
      turns: [{ role: 'user', text: 'Where is my kettle? 在哪里' }],
      shape: null,
      maxTokens: 300,
      onText: null,
      onLeaving: (leaving) => void left.push(leaving),
      signal: new AbortController().signal,
      ...over,
    });
  const fail = async <T>(over: Partial<ModelRequest<T>> = {}): Promise<Problem | null> => {
    const problem = await ask(over).then(() => null, problemOf);
    if (JSON.stringify(problem).includes(key)) throw new Error(`The key is in an error: ${problem?.code}`);
    return problem;
  };
  try {
    await work({ wire, double, model, left, pauses, ask, fail });
  } finally {
    await model.close();
    await double.stop();
  }
}
