import type { BenchDesk } from './bench-desk.ts';
import type { FaqEntry } from './faq.ts';
import { type Figure, figureOf, timed } from './measure.ts';

const warmUp = 5;
const batchSize = 200;
const batches = 8;

/** The sentence model by itself: one question, and many answers at once. */
export async function embedFigures(bench: BenchDesk, entries: readonly FaqEntry[], runs: number): Promise<Figure[]> {
  const embedder = bench.desk.deps.embedder();
  if (embedder === null) return [];
  const english = entries.filter((entry) => entry.content.language === 'en');
  // Texts that were not embedded before: the desk remembers those that were.
  const short = await timed(runs, warmUp, (i) =>
    embedder.embed([`Order ${i}: ${english[i % english.length]?.content.question ?? ''}`]),
  );
  const answers = entries.map((entry, i) => `${entry.content.answer} (${i})`);
  const many = await timed(batches, 1, (i) => {
    const start = (i * batchSize) % Math.max(1, answers.length - batchSize);
    return embedder.embed(answers.slice(start, start + batchSize));
  });
  const each = Math.min(batchSize, answers.length);
  return [
    figureOf('embed one English question', short),
    figureOf(
      `embed ${each} answers at once`,
      many.map((ms) => (each * 1000) / ms),
      { unit: 'texts/s' },
    ),
  ];
}
