import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers';
import { AppError } from '#shared/errors.ts';
import type { EncodedText } from './token-batches.ts';

/** A sentence model as the library has loaded it. */
export type LoadedModel = {
  readonly transformers: typeof import('@xenova/transformers');
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
};

/** What reads texts with a model that may be closed meanwhile. */
export type ModelRuns = {
  /** `work` asks `guard` before each batch. Errors: `cancelled`, `embedder_unavailable` after closing and for what fails. */
  run<T>(signal: AbortSignal | undefined, work: (guard: () => void) => Promise<T>): Promise<T>;
  /** Waits for what is running. */
  close(): Promise<void>;
};

// Texts tokenized and sorted at a time; tokenizing thousands at once would hold the thread too.
const windowTexts = 64;

export function modelRuns(model: Pick<PreTrainedModel, 'dispose'>): ModelRuns {
  const running = new Set<Promise<unknown>>();
  let isClosed = false;
  const guard = (signal: AbortSignal | undefined): void => {
    if (isClosed) throw new AppError('embedder_unavailable', 'The sentence model was closed.');
    if (signal?.aborted) throw new AppError('cancelled', 'Embedding was cancelled.', { cause: signal.reason });
  };
  return {
    async run(signal, work) {
      const made = work(() => guard(signal)).catch(throwTyped);
      running.add(made);
      return made.finally(() => running.delete(made));
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.allSettled(running);
      await model.dispose();
    },
  };
}

function throwTyped(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  throw new AppError('embedder_unavailable', 'The sentence model failed while reading a text.', { cause });
}

export type TextReading = {
  readonly idsOf: (text: string) => readonly number[];
  readonly batchesOf: (texts: readonly EncodedText[]) => readonly (readonly EncodedText[])[];
  /** One vector a text. */
  readonly run: (batch: readonly EncodedText[]) => Promise<readonly Float32Array[]>;
  readonly guard: () => void;
};

/** One vector a text, read a batch at a time; `guard` may throw before any of them. */
export async function readVectors(
  texts: readonly string[],
  { idsOf, batchesOf, run, guard }: TextReading,
): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = Array.from({ length: texts.length });
  guard();
  for (let start = 0; start < texts.length; start += windowTexts) {
    const encoded = texts
      .slice(start, start + windowTexts)
      .map((text, offset) => ({ index: start + offset, ids: idsOf(text) }));
    for (const batch of batchesOf(encoded)) {
      guard();
      for (const [row, vector] of (await run(batch)).entries()) {
        const text = batch[row];
        if (text !== undefined) vectors[text.index] = vector;
      }
    }
  }
  return vectors;
}

export type BatchOutput = {
  /** What the model gives, by its own names. */
  readonly output: Readonly<Record<string, Tensor | undefined>>;
  /** Tokens of each text. */
  readonly lengths: readonly number[];
  /** Tokens of the longest: so long is every row. */
  readonly width: number;
};

/** Runs one batch, each text padded at its end with `padId` to the length of the longest. */
export async function runBatch(
  { transformers, model }: LoadedModel,
  batch: readonly EncodedText[],
  padId: number,
): Promise<BatchOutput> {
  const lengths = batch.map(({ ids }) => ids.length);
  const width = Math.max(...lengths);
  const inputIds = new BigInt64Array(batch.length * width).fill(BigInt(padId));
  const mask = new BigInt64Array(batch.length * width);
  for (const [row, { ids }] of batch.entries()) {
    inputIds.set(ids.map(BigInt), row * width);
    mask.fill(1n, row * width, row * width + ids.length);
  }
  const tensor = (data: BigInt64Array): Tensor => new transformers.Tensor('int64', data, [batch.length, width]);
  const output = (await model({
    input_ids: tensor(inputIds),
    attention_mask: tensor(mask),
    token_type_ids: tensor(new BigInt64Array(mask.length)),
  })) as BatchOutput['output'];
  return { output, lengths, width };
}
