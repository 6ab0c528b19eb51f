import { rankCandidates } from '#core/retrieval/rank-candidates.ts';
import { askedTerms } from '#core/retrieval/terms.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import type { BenchDesk } from './bench-desk.ts';
import type { FaqEntry } from './faq.ts';
import { type Figure, figureOf, timed } from './measure.ts';

const depth = 50;
const warmUp = 10;

/** Each leg of the search by itself, and both with their order. */
export async function legFigures(bench: BenchDesk, entries: readonly FaqEntry[], runs: number): Promise<Figure[]> {
  const { deps } = bench.desk;
  const embedder = deps.embedder();
  if (embedder === null) return [];
  const random = seededRandom(2);
  const texts = Array.from({ length: runs + warmUp }, () => random.pick(entries).message);
  const vectors = await embedder.embed(texts);
  const scope = { storeId: bench.inbox.storeId, about: null, channel: null, at: Date.now() };
  const terms = texts.map(askedTerms);
  const { classifier } = deps.modelOf(scope.storeId);
  const byTerms = await timed(runs, warmUp, (i) => deps.passages.searchTerms(terms[i] ?? [], scope, depth));
  const byVector = await timed(runs, warmUp, (i) =>
    deps.passages.searchVector(embedder.id, vectors[i] ?? new Float32Array(embedder.dimensions), scope, depth),
  );
  const ranked = await timed(runs, warmUp, (i) =>
    rankCandidates(
      deps,
      { text: texts[i] ?? '', vector: vectors[i] ?? null, embedderId: embedder.id },
      scope,
      classifier,
    ),
  );
  return [
    figureOf('lexical leg, 50 deep', byTerms),
    figureOf('vector leg, 50 deep', byVector),
    figureOf('both legs and their order', ranked),
  ];
}
