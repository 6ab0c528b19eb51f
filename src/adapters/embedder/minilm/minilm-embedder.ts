import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers';
import type { Embedder } from '#core/ports/embedder.ts';
import { AppError } from '#shared/errors.ts';
import { inspectMiniLm, miniLmFolderName } from './inspect-model.ts';
import { meanVectors } from './mean-vectors.ts';
import { graphVersion, hiddenWidth } from './onnx-graph.ts';
import { tokenBatches } from './token-batches.ts';
import type { EncodedText } from './token-batches.ts';
import { tokenIdsOf } from './token-encoding.ts';

/** Names the weights, their precision and the graph: vectors of two ids never meet in one index. */
export const miniLmEmbedderId = `all-MiniLM-L6-v2/fp16/${graphVersion}`;

type OpenOptions = { readonly modelsFolder: string; readonly threads?: number };
type Transformers = typeof import('@xenova/transformers');
type Opened = {
  readonly transformers: Transformers;
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
};

// onnxruntime-node runs on the calling thread, so a batch is how long nothing else is answered: 256 tokens take
// about 20 ms on 2 cores, and larger batches measured no more texts a second.
const batchTokens = 256;
// Texts tokenized and sorted at a time; tokenizing thousands at once would hold the thread too.
const windowTexts = 64;
// A desk is one of the agent's programs: beyond 4 threads the gain on so small a model is slight.
const maximumThreads = 4;

/**
 * Opens the prepared all-MiniLM-L6-v2 (0.3 s). Vectors: 384 numbers, mean of the last hidden states, unit length.
 * Texts are read up to 256 tokens. `threads` defaults to the machine's, at most 4.
 * Throws `embedder_unavailable` when the model is missing or damaged (`prepareMiniLm` mends both) or fails to load.
 */
export async function openMiniLmEmbedder({ modelsFolder, threads }: OpenOptions): Promise<Embedder> {
  // Before transformers.js looks: it remembers a file it did not find, even after a repair.
  const inspection = await inspectMiniLm(modelsFolder);
  if (inspection.state !== 'ready') {
    const { state, reason } = inspection;
    throw new AppError('embedder_unavailable', `The sentence model is ${state}: ${reason}`, {
      detail: { state },
    });
  }
  const folder = path.resolve(modelsFolder, miniLmFolderName);
  try {
    const intraOpNumThreads = threads ?? Math.min(maximumThreads, availableParallelism());
    return embedderOver(await load(folder, intraOpNumThreads));
  } catch (cause) {
    throw new AppError('embedder_unavailable', 'The sentence model could not be loaded.', {
      cause,
    });
  }
}

async function load(folder: string, intraOpNumThreads: number): Promise<Opened> {
  // Loaded here and not at the top: it brings 40 MB of native code that a desk without a model never needs.
  const transformers = await import('@xenova/transformers');
  transformers.env.allowRemoteModels = false;
  const tokenizer = await transformers.AutoTokenizer.from_pretrained(folder, {
    local_files_only: true,
  });
  const model = await transformers.AutoModel.from_pretrained(folder, {
    local_files_only: true,
    device: 'cpu',
    // The plain file name, without a suffix for a precision; the weights inside are halves all the same.
    dtype: 'fp32',
    // Memory plans are kept for each input shape ever seen, and here nearly every batch has its own.
    session_options: { intraOpNumThreads, enableMemPattern: false },
  });
  return { transformers, tokenizer, model };
}

function embedderOver(opened: Opened): Embedder {
  const running = new Set<Promise<unknown>>();
  let isClosed = false;
  const guard = (signal: AbortSignal | undefined): void => {
    if (isClosed) throw new AppError('embedder_unavailable', 'The sentence model was closed.');
    if (signal?.aborted) throw new AppError('cancelled', 'Embedding was cancelled.', { cause: signal.reason });
  };
  return {
    id: miniLmEmbedderId,
    dimensions: hiddenWidth,
    async embed(texts, signal) {
      const vectors = embedInWindows(opened, texts, () => guard(signal)).catch(throwTyped);
      running.add(vectors);
      return vectors.finally(() => running.delete(vectors));
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.allSettled(running);
      await opened.model.dispose();
    },
  };
}

function throwTyped(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  throw new AppError('embedder_unavailable', 'The sentence model failed while reading a text.', {
    cause,
  });
}

async function embedInWindows(
  opened: Opened,
  texts: readonly string[],
  guard: () => void,
): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = Array.from({ length: texts.length });
  guard();
  for (let start = 0; start < texts.length; start += windowTexts) {
    const encoded = texts
      .slice(start, start + windowTexts)
      .map((text, offset) => ({ index: start + offset, ids: tokenIdsOf(opened.tokenizer, text) }));
    for (const batch of tokenBatches(encoded, batchTokens)) {
      guard();
      for (const [row, vector] of (await runBatch(opened, batch)).entries()) {
        const text = batch[row];
        if (text !== undefined) vectors[text.index] = vector;
      }
    }
  }
  return vectors;
}

async function runBatch(
  { transformers, model }: Opened,
  batch: readonly EncodedText[],
): Promise<readonly Float32Array[]> {
  const lengths = batch.map(({ ids }) => ids.length);
  const width = Math.max(...lengths);
  const inputIds = new BigInt64Array(batch.length * width);
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
  })) as { readonly last_hidden_state: Tensor };
  return meanVectors(output.last_hidden_state.data as Float32Array, lengths, hiddenWidth);
}
