import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AutoTokenizer } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMiniLmEmbedder } from '#adapters/embedder/minilm/minilm-embedder.ts';
import { prepareMiniLm } from '#adapters/embedder/minilm/prepare-model.ts';
import { tokenIdsOf } from '#adapters/embedder/minilm/token-encoding.ts';
import type { Embedder } from '#core/ports/embedder.ts';

let modelsFolder = '';
let embedder: Embedder;

beforeAll(async () => {
  modelsFolder = await mkdtemp(path.join(tmpdir(), 'deskside-embedder-'));
  await prepareMiniLm({ modelsFolder });
  embedder = await openMiniLmEmbedder({ modelsFolder, threads: 2 });
});
afterAll(async () => {
  await embedder.close();
  await rm(modelsFolder, { recursive: true, force: true });
});

async function vectorOf(text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text]);
  return vector ?? new Float32Array();
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? Number.NaN), 0);

function largestDifference(a: Float32Array, b: Float32Array): number {
  return Math.max(...a.map((x, i) => Math.abs(x - (b[i] ?? Number.NaN))));
}

describe('openMiniLmEmbedder', () => {
  test('gives the published vector (bug: a transposed weight, a wrong pooling, a missing bias)', async () => {
    const vector = await vectorOf('This is an example sentence');
    expect(embedder.id).toBe('all-MiniLM-L6-v2/fp16/1');
    expect(vector).toHaveLength(embedder.dimensions);
    for (const [place, published] of [0.06766, 0.06356, 0.04873].entries()) {
      expect(Math.abs((vector[place] ?? 0) - published)).toBeLessThan(1e-3);
    }
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
  });

  test('a batch equals single texts, in order (bug: padding leaks in, or sorting by length is not undone)', async () => {
    const texts = Array.from(
      { length: 150 },
      (_, place) => `order ${place} ${'is late again '.repeat((place * 37) % 60)}`,
    );
    const together = await embedder.embed(texts);
    expect(together).toHaveLength(texts.length);
    for (const place of [0, 1, 2, 17, 63, 64, 65, 100, 149]) {
      const alone = await vectorOf(texts[place] ?? '');
      expect(largestDifference(alone, together[place] ?? new Float32Array())).toBeLessThan(1e-4);
    }
  });

  test('the number of threads does not change a vector (bug: a shared buffer between threads)', async () => {
    const single = await openMiniLmEmbedder({ modelsFolder, threads: 1 });
    const [expected = new Float32Array()] = await single.embed(['Where is my parcel?']);
    await single.close();
    expect(largestDifference(await vectorOf('Where is my parcel?'), expected)).toBeLessThan(1e-5);
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['emoji', '😀👍🏽👨‍👩‍👧'],
    ['Chinese', '退款需要多少天？'],
    ['half a surrogate pair', 'a \ud83d b'],
    ['control characters', '\u0000\u0007\ufffd'],
    ['the markers themselves', '[CLS] [SEP] [PAD] [MASK]'],
    ['a word of 300,000 letters', 'x'.repeat(300_000)],
    ['a million words', 'word '.repeat(1_000_000)],
  ])('embeds %s as a unit vector (bug: NaN from an empty mean, or positions beyond 512)', async (_, text) => {
    const vector = await vectorOf(text);
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
  });

  test('nearness is meaning (bug: any graph that runs but is not the model)', async () => {
    const question = await vectorOf('How do I send shoes back for a refund?');
    const near = await vectorOf('Our return policy: items may be returned within 30 days.');
    const far = await vectorOf('The warehouse is closed on public holidays.');
    expect(dot(question, near)).toBeGreaterThan(dot(question, far) + 0.2);
  });

  test('no texts give no vectors (bug: the tokenizer throws on an empty list)', async () => {
    expect(await embedder.embed([])).toEqual([]);
  });

  test('an abort stops between batches as cancelled (bug: an import cannot be stopped)', async () => {
    const controller = new AbortController();
    const running = embedder.embed(
      Array.from({ length: 2000 }, () => 'a text of some length '.repeat(10)),
      controller.signal,
    );
    setImmediate(() => controller.abort());
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(embedder.embed(['x'], AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  test('closing while embedding ends it typed, and closing twice is harmless (bug: native use after free)', async () => {
    const other = await openMiniLmEmbedder({ modelsFolder });
    const running = other.embed(Array.from({ length: 500 }, () => 'a text of some length '.repeat(10)));
    const refused = expect(running).rejects.toMatchObject({ code: 'embedder_unavailable' });
    await other.close();
    await refused;
    await other.close();
    await expect(other.embed(['x'])).rejects.toMatchObject({ code: 'embedder_unavailable' });
  });
});

describe('tokenIdsOf', () => {
  // Ids made by the reference tokenizer (Python `tokenizers` 0.23) from the same tokenizer.json.
  test.each([
    ['This is an example sentence', [101, 2023, 2003, 2019, 2742, 6251, 102]],
    ['Café ÜBERGRÖSSE naïve', [101, 7668, 19169, 16523, 15094, 2063, 15743, 102]],
    ['退款需要多少天？', [101, 100, 100, 100, 100, 100, 100, 1811, 1994, 102]],
    ['返品 できますか', [101, 100, 100, 1665, 30178, 30203, 30184, 30177, 102]],
    ['mixed中文English字', [101, 3816, 1746, 1861, 2394, 100, 102]],
    [
      '$12.99 (late!) re:order/5678',
      [101, 1002, 2260, 1012, 5585, 1006, 2397, 999, 1007, 2128, 1024, 2344, 1013, 5179, 2581, 2620, 102],
    ],
    ['[CLS] hello 😀', [101, 101, 7592, 100, 102]],
  ])('reads %j as the reference does (bug: case, accents or Chinese words kept whole)', async (text, ids) => {
    const tokenizer = await AutoTokenizer.from_pretrained(path.join(modelsFolder, 'all-MiniLM-L6-v2'));
    expect(tokenIdsOf(tokenizer, text)).toEqual(ids);
  });

  test('cuts at 256 tokens and keeps the closing marker (bug: the library cuts [SEP] away)', async () => {
    const tokenizer = await AutoTokenizer.from_pretrained(path.join(modelsFolder, 'all-MiniLM-L6-v2'));
    const ids = tokenIdsOf(tokenizer, 'word '.repeat(400));
    expect(ids).toHaveLength(256);
    expect([ids[0], ids[1], ids.at(-2), ids.at(-1)]).toEqual([101, 2773, 2773, 102]);
  });
});
