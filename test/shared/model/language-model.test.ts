import { expect, test } from 'vitest';
import { ModelSettings } from '#shared/model/language-model.ts';

const openAi = { kind: 'openai', baseUrl: 'https://api.example.com/v1' } as const;

test('bug: a model as its provider names it is refused', () => {
  for (const model of [
    'gpt-5.1',
    'meta-llama/Llama-3.1-8B-Instruct',
    'hf.co/bartowski/Qwen2.5-7B-GGUF:Q4_K_M',
    '@cf/meta/llama-3',
    'llama3:latest',
  ]) {
    expect(ModelSettings.safeParse({ ...openAi, model }).success, model).toBe(true);
  }
  expect(ModelSettings.safeParse({ kind: 'gguf', path: '/models/a b.gguf', model: '小さなモデル 3B' }).success).toBe(
    true,
  );
});

test('bug: a model’s name leads elsewhere in its API', () => {
  for (const model of ['', '../files', 'a/../../b', 'm?key=1', 'm#x', 'two words', '/etc']) {
    expect(ModelSettings.safeParse({ ...openAi, model }).success, model).toBe(false);
  }
});

test('bug: a secret is kept among the settings', () => {
  const parsed = ModelSettings.parse({ ...openAi, model: 'm', apiKey: 'sk-1', secret: 'sk-1' });
  expect(JSON.stringify(parsed)).not.toContain('sk-1');
});
