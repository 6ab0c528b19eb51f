import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Tensor } from '@xenova/transformers';
import type { Embedder, TextRole } from '#core/ports/embedder.ts';
import { AppError } from '#shared/errors.ts';
import { type EncodedText, tokenBatches } from '../minilm/token-batches.ts';
import { type LoadedModel, modelRuns, readVectors, runBatch } from '../minilm/model-runs.ts';
import { tokenIdsOf } from '../minilm/token-encoding.ts';
import { unitLength } from '../minilm/mean-vectors.ts';
import { modelError } from './model-error.ts';
import { modelIdOf } from './model-id.ts';
import { type ModelLayout, bytesOfModel, readModelLayout } from './model-layout.ts';
import { pooledVectors } from './pooled-vectors.ts';
import { sharedDirection, spreadOut, unrelatedTexts } from './spread.ts';

/** A model that was opened, and what a person wants to know of it. */
export type OpenedModel = {
  readonly embedder: Embedder;
  readonly name: string;
  /** Of all its files. */
  readonly bytes: number;
  /** Null: not known. */
  readonly languages: 'many' | null;
};

type Loaded = LoadedModel & { readonly layout: ModelLayout };

const maximumThreads = 4;
/** The runtime computes on the calling thread: nothing else is answered while a batch runs. */
const batchMs = 25;
const fewestTokens = 32;
const mostTokens = 256;
/** Vocabularies of one language have 20,000 to 50,000 entries, those of a hundred 120,000 and more. */
const manyLanguagesFrom = 100_000;

/**
 * Opens a sentence model in a folder of the owner's, in the Hugging Face layout (`readModelLayout`); nothing is fetched.
 * Vectors are of unit length, with what all texts share taken out where that is most of them (`spread.ts`).
 * Errors: `model_unusable`.
 */
export async function openFolderModel(folder: string): Promise<OpenedModel> {
  const layout = await readModelLayout(folder);
  const id = await modelIdOf(layout);
  const loaded = await load(layout);
  try {
    const dimensions = (await firstVector(loaded)).length;
    const embedder = await embedderOver(loaded, id, dimensions);
    return {
      embedder,
      name: layout.name,
      bytes: await bytesOfModel(layout),
      languages: layout.vocabulary >= manyLanguagesFrom ? 'many' : null,
    };
  } catch (error) {
    await loaded.model.dispose();
    throw error instanceof AppError && error.code === 'model_unusable'
      ? error
      : modelError('shape', layout.weights, error);
  }
}

async function load(layout: ModelLayout): Promise<Loaded> {
  const transformers = await import('@xenova/transformers');
  transformers.env.allowRemoteModels = false;
  const folder = path.resolve(layout.folder);
  let part = 'tokenizer.json';
  try {
    const tokenizer = await transformers.AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    part = layout.weights;
    const model = await transformers.AutoModel.from_pretrained(folder, {
      local_files_only: true,
      device: 'cpu',
      dtype: layout.isQuantized ? 'q8' : 'fp32',
      ...(layout.hasExternalData ? { use_external_data_format: true } : {}),
      session_options: {
        intraOpNumThreads: Math.min(maximumThreads, availableParallelism()),
        enableMemPattern: false,
      },
    });
    return { layout, transformers, tokenizer, model };
  } catch (cause) {
    throw modelError('damaged', part, cause);
  }
}

/** Reads one sentence, to know that vectors come of it at all. */
async function firstVector(loaded: Loaded): Promise<Float32Array> {
  const ids = tokenIdsOf(loaded.tokenizer, unrelatedTexts[0] ?? '', loaded.layout.mostTokens);
  const [vector] = await vectorsOfBatch(loaded, [{ index: 0, ids }]);
  if (ids.length < 3 || vector === undefined || vector.length === 0 || !vector.every(Number.isFinite))
    throw modelError('shape', loaded.layout.weights);
  return vector;
}

async function embedderOver(loaded: Loaded, id: string, dimensions: number): Promise<Embedder> {
  const read = createReader(loaded);
  const shared: Record<TextRole, Float32Array | null> = { question: null, answer: null };
  for (const role of ['question', 'answer'] as const)
    shared[role] = sharedDirection(await read(unrelatedTexts, role, () => undefined));
  const runs = modelRuns(loaded.model);
  return {
    id,
    dimensions,
    embed: (texts, signal, role = 'question') =>
      runs.run(signal, async (guard) => {
        const vectors = await read(texts, role, guard);
        return vectors.map((vector) => spreadOut(vector, shared[role]));
      }),
    close: () => runs.close(),
  };
}

type Read = (texts: readonly string[], role: TextRole, guard: () => void) => Promise<readonly Float32Array[]>;

/** Reads texts in batches that take about `batchMs` each, whatever the size of the model. */
function createReader(loaded: Loaded): Read {
  const { layout, tokenizer } = loaded;
  let budget = fewestTokens;
  /** At the best: other programs make it slower now and then, and smaller batches would not help. */
  let msPerToken = Number.POSITIVE_INFINITY;

  async function timed(batch: readonly EncodedText[]): Promise<readonly Float32Array[]> {
    const begun = performance.now();
    const vectors = await vectorsOfBatch(loaded, batch);
    const tokens = batch.length * Math.max(...batch.map(({ ids }) => ids.length));
    msPerToken = Math.min(msPerToken, (performance.now() - begun) / tokens);
    budget = Math.min(mostTokens, 2 * budget, Math.max(fewestTokens, Math.round(batchMs / msPerToken)));
    return vectors;
  }

  return (texts, role, guard) =>
    readVectors(texts, {
      idsOf: (text) => tokenIdsOf(tokenizer, `${layout.prefixes[role]}${text}`, layout.mostTokens),
      // One by one where weights are of eight bits: their activations are scaled by the largest of the whole batch.
      batchesOf: (encoded) => (layout.isQuantized ? encoded.map((one) => [one]) : tokenBatches(encoded, budget)),
      run: timed,
      guard,
    });
}

async function vectorsOfBatch(loaded: Loaded, batch: readonly EncodedText[]): Promise<readonly Float32Array[]> {
  const { layout } = loaded;
  const { output, lengths, width } = await runBatch(loaded, batch, layout.padId);
  const hidden = output['last_hidden_state'] ?? output['token_embeddings'];
  if (hidden !== undefined && hidden.dims.length === 3 && hidden.dims[1] === width)
    return pooledVectors(layout.pooling, floatsOf(hidden, layout), lengths, hidden.dims[2] ?? 0);
  const sentences = output['sentence_embedding'];
  if (sentences === undefined || sentences.dims.length !== 2) throw modelError('shape', layout.weights);
  const size = sentences.dims[1] ?? 0;
  const floats = floatsOf(sentences, layout);
  return lengths.map((_, row) => unitLength(floats.slice(row * size, (row + 1) * size)));
}

function floatsOf(tensor: Tensor, layout: ModelLayout): Float32Array {
  if (tensor.data instanceof Float32Array) return tensor.data;
  throw modelError('shape', layout.weights);
}
