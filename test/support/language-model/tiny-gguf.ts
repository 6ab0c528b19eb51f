import { writeFile } from 'node:fs/promises';
import { seededRandom } from '../seeded-random.ts';

/** Value types of a GGUF header (ggml/docs/gguf.md). */
const types = { uint32: 4, int32: 5, float32: 6, string: 8, array: 9 } as const;

export type TinyShape = {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly feed: number;
  readonly context: number;
};

export const tinyShape: TinyShape = { width: 32, layers: 2, heads: 2, feed: 64, context: 2048 };

/** Every byte has a token of its own, besides <unk>, <s>, </s> and a few words: 320 in all. */
const words = ['▁', '▁the', '▁your', '▁order', '{', '}', '"', ':', ',', '▁refund', '▁kettle', '返', '品', '退', '款'];
const byteTokens = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
const fillers = Array.from({ length: 320 - 3 - 256 - words.length }, (_, index) => `▁w${index}`);
const tokens = ['<unk>', '<s>', '</s>', ...byteTokens, ...words, ...fillers];
/** 1 normal, 2 unknown, 3 control, 6 byte. */
const kinds = tokens.map((token, index) => (index === 0 ? 2 : index < 3 ? 3 : token.startsWith('<0x') ? 6 : 1));

/** A whole model file of llama's architecture with weights by chance: it writes nonsense, always the same kind. */
export function tinyGguf(shape: TinyShape = tinyShape, seed = 7): Buffer {
  const { width, layers, heads, feed, context } = shape;
  const header: Buffer[] = [];
  const tensors = tensorsOf(shape);
  header.push(Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(17));
  header.push(key('general.architecture', types.string), text('llama'));
  header.push(key('general.name', types.string), text('tiny'));
  for (const [name, value] of [
    ['context_length', context],
    ['embedding_length', width],
    ['block_count', layers],
    ['feed_forward_length', feed],
    ['attention.head_count', heads],
    ['attention.head_count_kv', heads],
    ['rope.dimension_count', width / heads],
  ] as const) {
    header.push(key(`llama.${name}`, types.uint32), u32(value));
  }
  header.push(key('llama.attention.layer_norm_rms_epsilon', types.float32), f32(1e-5));
  header.push(key('tokenizer.ggml.model', types.string), text('llama'));
  header.push(key('tokenizer.ggml.tokens', types.array), list(types.string, tokens.map(text)));
  header.push(
    key('tokenizer.ggml.scores', types.array),
    list(
      types.float32,
      tokens.map((_, at) => f32(-at)),
    ),
  );
  header.push(key('tokenizer.ggml.token_type', types.array), list(types.int32, kinds.map(u32)));
  header.push(key('tokenizer.ggml.bos_token_id', types.uint32), u32(1));
  header.push(key('tokenizer.ggml.eos_token_id', types.uint32), u32(2));
  header.push(key('tokenizer.ggml.unknown_token_id', types.uint32), u32(0));
  let offset = 0;
  for (const { name, dimensions } of tensors) {
    header.push(text(name), u32(dimensions.length), ...dimensions.map(u64), u32(0), u64(offset));
    offset += padded(sizeOf(dimensions) * 4);
  }
  const head = Buffer.concat(header);
  const data = tensors.map(({ name, dimensions }) =>
    weights(name, sizeOf(dimensions), seededRandom(seed + name.length)),
  );
  return Buffer.concat([head, Buffer.alloc(padded(head.length) - head.length), ...data]);
}

export async function writeTinyGguf(path: string, shape: TinyShape = tinyShape): Promise<string> {
  await writeFile(path, tinyGguf(shape));
  return path;
}

type Tensor = { readonly name: string; readonly dimensions: readonly number[] };

function tensorsOf({ width, layers, feed }: TinyShape): readonly Tensor[] {
  const layer = (at: number): readonly Tensor[] =>
    Object.entries({
      attn_norm: [width],
      attn_q: [width, width],
      attn_k: [width, width],
      attn_v: [width, width],
      attn_output: [width, width],
      ffn_norm: [width],
      ffn_gate: [width, feed],
      ffn_up: [width, feed],
      ffn_down: [feed, width],
    }).map(([name, dimensions]) => ({ name: `blk.${at}.${name}.weight`, dimensions }));
  return [
    { name: 'token_embd.weight', dimensions: [width, tokens.length] },
    ...Array.from({ length: layers }, (_, at) => layer(at)).flat(),
    { name: 'output_norm.weight', dimensions: [width] },
    { name: 'output.weight', dimensions: [width, tokens.length] },
  ];
}

function weights(name: string, count: number, random: { readonly next: () => number }): Buffer {
  const values = new Float32Array(padded(count * 4) / 4);
  for (let at = 0; at < count; at++) values[at] = name.includes('norm') ? 1 : (random.next() - 0.5) * 0.5;
  return Buffer.from(values.buffer);
}

const sizeOf = (dimensions: readonly number[]): number => dimensions.reduce((size, each) => size * each, 1);
const padded = (bytes: number): number => Math.ceil(bytes / 32) * 32;

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function u64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function f32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeFloatLE(value);
  return buffer;
}

function text(value: string): Buffer {
  return Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
}

function key(name: string, type: number): Buffer {
  return Buffer.concat([text(name), u32(type)]);
}

function list(type: number, items: readonly Buffer[]): Buffer {
  return Buffer.concat([u32(type), u64(items.length), ...items]);
}
