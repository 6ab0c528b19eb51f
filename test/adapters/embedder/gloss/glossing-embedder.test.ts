import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { glossingEmbedder } from '#adapters/embedder/gloss/glossing-embedder.ts';
import { openGlosses } from '#adapters/embedder/gloss/open-glosses.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { Glosses } from '#core/ports/glosses.ts';

function heard(): { readonly embedder: Embedder; readonly calls: unknown[][] } {
  const calls: unknown[][] = [];
  return {
    calls,
    embedder: {
      id: 'model/1',
      dimensions: 1,
      embed: async (...given) => {
        calls.push(given);
        return given[0].map(() => new Float32Array([1]));
      },
      close: async () => undefined,
    },
  };
}

const glosses: Glosses = { version: '7', readingOf: (text) => ({ 退款: 'refund', 的: '' })[text] ?? text };

test('bug: vectors of readings and of texts as they are meet in one index', () => {
  const { embedder } = heard();
  const ids = [embedder, ...['7', '8'].map((version) => glossingEmbedder(embedder, { ...glosses, version }))];
  expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
});

test('bug: the model is given Chinese, nothing at all, or loses signal and role', async () => {
  const { embedder, calls } = heard();
  const { signal } = new AbortController();
  expect(await glossingEmbedder(embedder, glosses).embed(['退款', '的', 'refund?'], signal, 'answer')).toHaveLength(3);
  expect(calls).toEqual([[['refund', '的', 'refund?'], signal, 'answer']]);
});

test('bug: a program without glosses does not start', () => {
  expect(openGlosses(mkdtempSync(path.join(tmpdir(), 'no-glosses-')))).toBeNull();
});
