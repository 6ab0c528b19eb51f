import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { TextRole } from '#core/ports/embedder.ts';
import { modelError } from './model-error.ts';
import { type ModelRecord, readModelRecord } from './model-record.ts';

/** What a folder in the Hugging Face layout says of the model in it. */
export type ModelLayout = {
  readonly folder: string;
  readonly name: string;
  /** Relative to the folder, with `/`. */
  readonly weights: string;
  readonly hasExternalData: boolean;
  /** Weights of eight bits: what is computed depends on everything computed at once. */
  readonly isQuantized: boolean;
  readonly pooling: 'mean' | 'cls';
  /** What is put before a text. */
  readonly prefixes: Readonly<Record<TextRole, string>>;
  readonly mostTokens: number;
  readonly padId: number;
  /** Entries of its vocabulary; 0: not told. */
  readonly vocabulary: number;
  /** Every file that decides what its vectors are. */
  readonly files: readonly string[];
  /** What was downloaded, where it was. */
  readonly record: ModelRecord | null;
};

const Config = z.looseObject({
  model_type: z.string().optional(),
  _name_or_path: z.string().optional(),
  max_position_embeddings: z.int().positive().optional(),
  pad_token_id: z.int().nonnegative().nullish(),
  vocab_size: z.int().nonnegative().optional(),
});
const TokenizerConfig = z.looseObject({ model_max_length: z.number().positive().optional() });
const SentenceConfig = z.looseObject({ max_seq_length: z.number().positive().nullish() });
const Prompts = z.looseObject({ prompts: z.record(z.string(), z.string()).nullish() });
const Modules = z.array(z.looseObject({ type: z.string(), path: z.string() }));
const Pooling = z.record(z.string(), z.unknown());

const configFile = 'config.json';
const tokenizerFiles = ['tokenizer.json', 'tokenizer_config.json'] as const;
const weightFiles = ['onnx/model.onnx', 'onnx/model_quantized.onnx'] as const;
const promptsFile = 'config_sentence_transformers.json';
const modulesFile = 'modules.json';
const poolingFile = '1_Pooling/config.json';
const sentenceFile = 'sentence_bert_config.json';
/** Beyond this the passages of the desk do not go, and a text would hold up the others. */
const longestText = 512;
/** An opening mark, one token, a closing mark. */
const shortestText = 3;
const longestPrompt = 200;
/** Bytes. The tokenizer's settings list every token that was added. */
const longestFiles: Readonly<Record<string, number>> = {
  [tokenizerFiles[0]]: 64 * 2 ** 20,
  [tokenizerFiles[1]]: 4 * 2 ** 20,
};
const longestConfig = 2 ** 20;

/**
 * Reads how a model folder is to be used: `config.json`, `tokenizer.json`, `tokenizer_config.json` and
 * `onnx/model.onnx` (or `model_quantized.onnx`) must be there; `modules.json`, `1_Pooling/config.json`,
 * `sentence_bert_config.json` and `config_sentence_transformers.json` are heeded where they are. Errors: `model_unusable`.
 */
export async function readModelLayout(folder: string): Promise<ModelLayout> {
  const config = await readJson(folder, configFile, Config);
  if (config === null) throw modelError('no_model', configFile);
  for (const file of tokenizerFiles) {
    if (!(await isFile(folder, file))) throw modelError('missing', file);
    await refuseLong(folder, file);
  }
  const weights = await firstFile(folder, weightFiles);
  if (weights === null) throw modelError('missing', weightFiles[0]);
  const modules = await readJson(folder, modulesFile, Modules);
  const other = modules?.find(({ type }) => !/\.(?:Transformer|Pooling|Normalize)$/.test(type));
  if (other !== undefined) throw modelError('unsupported', other.type);
  const tokenizer = await readJson(folder, 'tokenizer_config.json', TokenizerConfig);
  const sentence = await readJson(folder, sentenceFile, SentenceConfig);
  const prompts = await readJson(folder, promptsFile, Prompts);
  const record = await readModelRecord(folder);
  const known = [record?.name, config._name_or_path, path.basename(folder)].filter((name) => name !== undefined);
  const mostTokens = mostTokensOf(config, tokenizer?.model_max_length, sentence?.max_seq_length ?? undefined);
  const optional = [`${weights}_data`, poolingFile, promptsFile, sentenceFile, modulesFile];
  const present = await Promise.all(optional.map((file) => isFile(folder, file)));
  return {
    folder,
    name: nameAmong(known),
    weights,
    hasExternalData: present[0] === true,
    isQuantized: weights.includes('quantized'),
    pooling: await poolingOf(folder),
    prefixes: prefixesOf(prompts?.prompts ?? {}, known),
    mostTokens,
    padId: config.pad_token_id ?? 0,
    vocabulary: config.vocab_size ?? 0,
    files: [configFile, ...tokenizerFiles, weights, ...optional.filter((_, i) => present[i] === true)],
    record,
  };
}

/** The size of all its files, bytes. */
export async function bytesOfModel({ folder, files }: Pick<ModelLayout, 'folder' | 'files'>): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function mostTokensOf(config: z.output<typeof Config>, ...told: ReadonlyArray<number | undefined>): number {
  const positions = config.max_position_embeddings ?? Number.POSITIVE_INFINITY;
  // RoBERTa's family counts positions from its padding's on.
  const readable = /roberta|mpnet/.test(config.model_type ?? '') ? positions - 2 : positions;
  const most = Math.floor(Math.min(longestText, readable, ...told.filter((one) => one !== undefined)));
  if (most < shortestText) throw modelError('shape', configFile);
  return most;
}

async function poolingOf(folder: string): Promise<ModelLayout['pooling']> {
  const pooling = await readJson(folder, poolingFile, Pooling);
  if (pooling === null) return 'mean';
  const modes = Object.keys(pooling).filter((name) => name.startsWith('pooling_mode_') && pooling[name] === true);
  if (modes.length === 1 && modes[0] === 'pooling_mode_mean_tokens') return 'mean';
  if (modes.length === 1 && modes[0] === 'pooling_mode_cls_token') return 'cls';
  throw modelError('unsupported', modes.join(' + ') || poolingFile);
}

/** The prompts the folder brings (Sentence Transformers), else those the E5 family was trained with (Wang et al., 2022). */
function prefixesOf(prompts: Readonly<Record<string, string>>, names: readonly string[]): ModelLayout['prefixes'] {
  const question = prompts['query'] ?? '';
  const answer = prompts['passage'] ?? prompts['document'] ?? '';
  if (Math.max(question.length, answer.length) > longestPrompt) throw modelError('unsupported', promptsFile);
  if (question !== '' || answer !== '') return { question, answer };
  const isE5 = names.some((name) => /(?:^|[-_/\\])e5(?:[-_/\\]|$)/i.test(name) && !/instruct|mistral/i.test(name));
  return isE5 ? { question: 'query: ', answer: 'passage: ' } : { question: '', answer: '' };
}

function nameAmong(names: readonly string[]): string {
  const bare = names.map((name) => name.split(/[/\\]/).findLast((part) => part !== '') ?? '');
  return (bare.find((name) => name !== '' && name !== '.') ?? 'model').replace(/\p{Cc}/gu, '').slice(0, 100);
}

async function firstFile(folder: string, files: readonly string[]): Promise<string | null> {
  for (const file of files) if (await isFile(folder, file)) return file;
  return null;
}

async function isFile(folder: string, file: string): Promise<boolean> {
  try {
    const found = await stat(path.join(folder, file));
    return found.isFile();
  } catch {
    return false;
  }
}

/** Null where there is no such file. Errors: `model_unusable`. */
async function readJson<T extends z.ZodType>(folder: string, file: string, schema: T): Promise<z.output<T> | null> {
  if (!(await isFile(folder, file))) return null;
  try {
    await refuseLong(folder, file);
    return schema.parse(JSON.parse(await readFile(path.join(folder, file), 'utf8')));
  } catch (cause) {
    throw modelError('damaged', file, cause);
  }
}

/** No such file is so long, and reading it would hold the desk. Errors: `model_unusable`. */
async function refuseLong(folder: string, file: string): Promise<void> {
  const { size } = await stat(path.join(folder, file));
  if (size > (longestFiles[file] ?? longestConfig)) throw modelError('damaged', file);
}
