import path from 'node:path';
import { glossingEmbedder } from '#adapters/embedder/gloss/glossing-embedder.ts';
import { openGlosses } from '#adapters/embedder/gloss/open-glosses.ts';
import { openMiniLmEmbedder } from '#adapters/embedder/minilm/minilm-embedder.ts';
import { rememberingEmbedder } from '#adapters/embedder/remembering-embedder.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { modelsFolder, resourcesFolder } from '#test/support/sample-resources.ts';

/** The desk's own model, as the backend opens it. */
export async function realEmbedder(): Promise<Embedder> {
  const bare = await openMiniLmEmbedder({ modelsFolder, threads: 2 });
  const glosses = openGlosses(path.join(resourcesFolder, 'glosses'));
  return rememberingEmbedder(glosses === null ? bare : glossingEmbedder(bare, glosses));
}
