import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGlosses } from '#adapters/embedder/gloss/open-glosses.ts';
import { type EmbedderHolder, createEmbedderHolder } from '#backend/embedder-holder.ts';
import { dotProduct } from '#core/retrieval/dot-product.ts';
import { openDesk } from '#test/adapters/sqlite/desk.ts';
import { modelsFolder, resourcesFolder } from '#test/support/sample-resources.ts';

let holder: EmbedderHolder;

beforeAll(async () => {
  holder = createEmbedderHolder({
    modelsFolder,
    glosses: openGlosses(path.join(resourcesFolder, 'glosses')),
    settings: openDesk().settings,
    emit: () => undefined,
    onChange: () => undefined,
  });
  await holder.load();
});
afterAll(() => holder.close());

test.each([
  '退回去的邮费谁出？',
  '運費誰出？退貨的',
  '返品の送料はどちらの負担ですか',
  'henpin no souryou wa dare ga haraimasu ka',
])('bug: %s finds no English entry with the model that is built in', async (question) => {
  const entries = [
    'Who pays the postage of a return?',
    'How do I reset my password?',
    'Is the kettle suitable for induction hobs?',
    'Do you have a shop in Berlin?',
  ];
  const [asked, ...known] = (await holder.current()?.embed([question, ...entries])) ?? [];
  const nearness = known.map((vector) => dotProduct(asked as Float32Array, vector));
  expect(Math.max(...nearness)).toBe(nearness[0]);
  expect(nearness[0]).toBeGreaterThan(0.4);
});
