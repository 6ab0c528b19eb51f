import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolderModel } from '#adapters/embedder/folder-model/folder-embedder.ts';
import { readModelLayout } from '#adapters/embedder/folder-model/model-layout.ts';
import { openMiniLmEmbedder } from '#adapters/embedder/minilm/minilm-embedder.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { AppError } from '#shared/errors.ts';
import { makeModelFolder } from '#test/support/model-folder.ts';
import { resourcesFolder } from '#test/support/test-desk.ts';

let root = '';
let miniLm: Embedder;
let made = 0;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'deskside-folder-model-'));
  miniLm = await openMiniLmEmbedder({ modelsFolder: path.join(resourcesFolder, 'models') });
});
afterAll(async () => {
  await miniLm.close();
  await rm(root, { recursive: true, force: true });
});

const newFolder = (): string => path.join(root, `model-${++made}`);

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return (a ?? new Float32Array()).reduce((sum, value, i) => sum + value * (b?.[i] ?? Number.NaN), 0);
}

async function withModel<T>(folder: string, use: (embedder: Embedder) => Promise<T>): Promise<T> {
  const { embedder } = await openFolderModel(folder);
  try {
    return await use(embedder);
  } finally {
    await embedder.close();
  }
}

async function faultOf(folder: string): Promise<unknown> {
  const error: unknown = await openFolderModel(folder).then(
    async ({ embedder }) => embedder.close(),
    (refusal: unknown) => refusal,
  );
  return error instanceof AppError ? { code: error.code, ...error.detail } : error;
}

describe('a model in a folder', () => {
  test('bug: questions and answers are read without the words that an E5 model was trained with', async () => {
    const folder = await makeModelFolder(newFolder());
    const [asked, answered] = await miniLm.embed(['query: Where is it?', 'passage: Where is it?']);
    await withModel(folder, async (embedder) => {
      const [question] = await embedder.embed(['Where is it?']);
      const [answer] = await embedder.embed(['Where is it?'], undefined, 'answer');
      expect(cosine(question, asked)).toBeCloseTo(1, 4);
      expect(cosine(answer, answered)).toBeCloseTo(1, 4);
      expect(cosine(question, answer)).toBeLessThan(0.99);
      expect(embedder.dimensions).toBe(384);
    });
  });

  test('bug: a model that wants no words before its texts gets some, or loses its own', async () => {
    const plain = await makeModelFolder(newFolder(), { name: 'example/paraphrase-tiny' });
    await withModel(plain, async (embedder) => {
      const [own] = await embedder.embed(['Where is it?'], undefined, 'answer');
      expect(cosine(own, (await miniLm.embed(['Where is it?']))[0])).toBeCloseTo(1, 4);
    });
    const prompted = await makeModelFolder(newFolder(), { name: 'example/paraphrase-tiny' });
    await writeFile(
      path.join(prompted, 'config_sentence_transformers.json'),
      JSON.stringify({ prompts: { query: 'Ask: ', document: '' } }),
    );
    await withModel(prompted, async (embedder) => {
      const [own] = await embedder.embed(['Where is it?']);
      expect(cosine(own, (await miniLm.embed(['Ask: Where is it?']))[0])).toBeCloseTo(1, 4);
    });
  });

  test('bug: a batch mixes its texts up, or padding leaks in', async () => {
    const folder = await makeModelFolder(newFolder(), { name: 'plain' });
    const texts = Array.from({ length: 90 }, (_, i) => `order ${i} ${'is late again '.repeat((i * 37) % 40)}`);
    await withModel(folder, async (embedder) => {
      const [own, known] = [await embedder.embed(texts), await miniLm.embed(texts)];
      for (const [i] of texts.entries()) expect(cosine(own[i], known[i])).toBeGreaterThan(0.9995);
    });
  });

  test('bug: the first token’s vector is taken for the mean of all, or the other way round', async () => {
    const folder = await makeModelFolder(newFolder(), { name: 'plain' });
    await mkdir(path.join(folder, '1_Pooling'));
    const pooling = { word_embedding_dimension: 384, pooling_mode_cls_token: true, pooling_mode_mean_tokens: false };
    await writeFile(path.join(folder, '1_Pooling/config.json'), JSON.stringify(pooling));
    await withModel(folder, async (embedder) => {
      const [first] = await embedder.embed(['Where is it?']);
      expect(cosine(first, first)).toBeCloseTo(1, 4);
      expect(cosine(first, (await miniLm.embed(['Where is it?']))[0])).toBeLessThan(0.99);
    });
  });

  test('bug: vectors of two contents meet under one id, or a folder that moved is embedded anew', async () => {
    const [one, moved, other] = [newFolder(), newFolder(), newFolder()];
    for (const folder of [one, moved]) await makeModelFolder(folder);
    await makeModelFolder(other, { name: 'example/multilingual-e5-small' });
    const ids = await Promise.all([one, moved, other].map((folder) => withModel(folder, async ({ id }) => id)));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(ids[0]).toMatch(/^multilingual-e5-tiny\/[0-9a-f]{16}\/1$/);
  });

  test('bug: a folder that is no model, or a broken one, fails without saying what is wrong', async () => {
    expect(await faultOf(path.join(root, 'nowhere'))).toMatchObject({ code: 'model_unusable', fault: 'no_model' });
    const bare = await makeModelFolder(newFolder());
    await rm(path.join(bare, 'onnx'), { recursive: true });
    expect(await faultOf(bare)).toMatchObject({ fault: 'missing', part: 'onnx/model.onnx' });
    const wordless = await makeModelFolder(newFolder());
    await rm(path.join(wordless, 'tokenizer.json'));
    expect(await faultOf(wordless)).toMatchObject({ fault: 'missing', part: 'tokenizer.json' });
    const torn = await makeModelFolder(newFolder());
    await truncate(path.join(torn, 'config.json'), 40);
    expect(await faultOf(torn)).toMatchObject({ fault: 'damaged', part: 'config.json' });
    const cut = await makeModelFolder(newFolder(), { linksWeights: false });
    await truncate(path.join(cut, 'onnx/model.onnx'), 1_000_000);
    expect(await faultOf(cut)).toMatchObject({ fault: 'damaged', part: 'onnx/model.onnx' });
    const garbled = await makeModelFolder(newFolder());
    await writeFile(path.join(garbled, 'tokenizer.json'), '{"model": null}');
    expect(await faultOf(garbled)).toMatchObject({ fault: 'damaged', part: 'tokenizer.json' });
  });

  test('bug: a model that says it reads no token, or less than none, gives vectors of nothing', async () => {
    for (const [file, settings] of [
      ['tokenizer_config.json', { model_max_length: 0 }],
      ['tokenizer_config.json', { model_max_length: -512 }],
      ['sentence_bert_config.json', { max_seq_length: -1 }],
    ] as const) {
      const folder = await makeModelFolder(newFolder());
      await writeFile(path.join(folder, file), JSON.stringify(settings));
      expect(await faultOf(folder)).toMatchObject({ code: 'model_unusable', fault: 'damaged', part: file });
    }
    const short = await makeModelFolder(newFolder());
    await writeFile(
      path.join(short, 'config.json'),
      JSON.stringify({ model_type: 'xlm-roberta', max_position_embeddings: 1 }),
    );
    expect(await faultOf(short)).toMatchObject({ code: 'model_unusable', fault: 'shape', part: 'config.json' });
  });

  test('bug: a prompt as long as a page stands before every text, and nothing of the text is read', async () => {
    for (const name of ['query', 'passage', 'document']) {
      const folder = await makeModelFolder(newFolder(), { name: 'plain' });
      const file = path.join(folder, 'config_sentence_transformers.json');
      const write = (length: number) => writeFile(file, JSON.stringify({ prompts: { [name]: 'x'.repeat(length) } }));
      await write(200);
      expect(Object.values((await readModelLayout(folder)).prefixes)).toContain('x'.repeat(200));
      await write(201);
      const part = 'config_sentence_transformers.json';
      expect(await faultOf(folder)).toMatchObject({ code: 'model_unusable', fault: 'unsupported', part });
    }
  });

  test('bug: a file of settings as large as a model is read whole', async () => {
    for (const [file, bytes] of [
      ['tokenizer.json', 64 * 2 ** 20],
      ['config.json', 2 ** 20],
      ['modules.json', 2 ** 20],
    ] as const) {
      const folder = await makeModelFolder(newFolder());
      await writeFile(path.join(folder, 'modules.json'), '[]');
      // Spaces after the end are JSON as good as any.
      await appendFile(path.join(folder, file), Buffer.alloc(bytes, ' '));
      expect(await faultOf(folder)).toMatchObject({ code: 'model_unusable', fault: 'damaged', part: file });
    }
  });

  test('bug: two folders of one content, of which one is named like an E5 model, share an id and not their vectors', async () => {
    const [plain, named] = [newFolder(), path.join(root, 'own-e5-model')];
    for (const folder of [plain, named]) await makeModelFolder(folder, { name: 'example/own' });
    const [one, other] = await Promise.all([plain, named].map((folder) => readModelLayout(folder)));
    expect(one?.prefixes).not.toEqual(other?.prefixes);
    const ids = await Promise.all([plain, named].map((folder) => withModel(folder, async ({ id }) => id)));
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('bug: a model that wants another way of pooling, or layers that are not there, gives wrong vectors silently', async () => {
    const maximal = await makeModelFolder(newFolder());
    await mkdir(path.join(maximal, '1_Pooling'));
    await writeFile(path.join(maximal, '1_Pooling/config.json'), JSON.stringify({ pooling_mode_max_tokens: true }));
    expect(await faultOf(maximal)).toMatchObject({ fault: 'unsupported', part: 'pooling_mode_max_tokens' });
    const dense = await makeModelFolder(newFolder());
    const modules = [
      { idx: 0, path: '', type: 'sentence_transformers.models.Transformer' },
      { idx: 1, path: '2_Dense', type: 'sentence_transformers.models.Dense' },
    ];
    await writeFile(path.join(dense, 'modules.json'), JSON.stringify(modules));
    expect(await faultOf(dense)).toMatchObject({ fault: 'unsupported' });
  });

  test('bug: a downloaded file that was altered since is used all the same', async () => {
    const folder = await makeModelFolder(newFolder());
    const files = { 'config.json': { bytes: 1, sha256: '0'.repeat(64) } };
    await writeFile(path.join(folder, 'deskside-model.json'), JSON.stringify({ name: 'a/b', source: 'x', files }));
    expect(await faultOf(folder)).toMatchObject({ fault: 'damaged', part: 'config.json' });
  });

  test('bug: a folder with a longer vocabulary of positions than the model has fails on a long text', async () => {
    const folder = await makeModelFolder(newFolder());
    expect((await readModelLayout(folder)).mostTokens).toBeLessThanOrEqual(512);
    await withModel(folder, async (embedder) => {
      const [long] = await embedder.embed(['word '.repeat(5_000)]);
      expect(cosine(long, long)).toBeCloseTo(1, 4);
    });
  });

  test('bug: after it was closed it still computes', async () => {
    const { embedder } = await openFolderModel(await makeModelFolder(newFolder()));
    await embedder.close();
    await expect(embedder.embed(['x'])).rejects.toMatchObject({ code: 'embedder_unavailable' });
  });
});
