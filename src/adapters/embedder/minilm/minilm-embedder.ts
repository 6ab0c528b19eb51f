import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Embedder } from '#core/ports/embedder.ts';
import { AppError } from '#shared/errors.ts';
import { inspectMiniLm, miniLmFolderName } from './inspect-model.ts';
import { meanVectors } from './mean-vectors.ts';
import { type LoadedModel, modelRuns, readVectors, runBatch } from './model-runs.ts';
import { graphVersion, hiddenWidth } from './onnx-graph.ts';
import { tokenBatches } from './token-batches.ts';
import { tokenIdsOf } from './token-encoding.ts';

/** Names the weights, their precision and the graph: vectors of two ids never meet in one index. */
export const miniLmEmbedderId = `all-MiniLM-L6-v2/fp16/${graphVersion}`;

type OpenOptions = { readonly modelsFolder: string; readonly threads?: number };

// onnxruntime-node runs on the calling thread, so a batch is how long nothing else is answered: 256 tokens take
// about 20 ms on 2 cores, and larger batches measured no more texts a second.
const batchTokens = 256;
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

async function load(folder: string, intraOpNumThreads: number): Promise<LoadedModel> {
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

function embedderOver(loaded: LoadedModel): Embedder {
  const { tokenizer } = loaded;
  const runs = modelRuns(loaded.model);
  return {
    id: miniLmEmbedderId,
    dimensions: hiddenWidth,
    embed: (texts, signal) =>
      runs.run(signal, (guard) =>
        readVectors(texts, {
          idsOf: (text) => tokenIdsOf(tokenizer, text),
          batchesOf: (encoded) => tokenBatches(encoded, batchTokens),
          async run(batch) {
            const { output, lengths } = await runBatch(loaded, batch, 0);
            return meanVectors(output['last_hidden_state']?.data as Float32Array, lengths, hiddenWidth);
          },
          guard,
        }),
      ),
    close: () => runs.close(),
  };
}
