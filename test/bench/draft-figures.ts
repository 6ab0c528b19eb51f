import { draftReply } from '#core/drafting/draft-reply.ts';
import { type SeededRandom, seededRandom } from '#test/support/seeded-random.ts';
import type { BenchDesk } from './bench-desk.ts';
import type { FaqEntry } from './faq.ts';
import { type Figure, figureOf, timed } from './measure.ts';
import { Stopwatch } from './stopwatch.ts';

/** What the project has set itself for the 95th percentile, ms. */
const aim = 40;
const aimWhenLarge = 100;
const warmUp = 20;

/** From a customer's message to its draft, and where that time goes. */
export async function draftFigures(bench: BenchDesk, entries: readonly FaqEntry[], runs: number): Promise<Figure[]> {
  const { deps } = bench.desk;
  const random = seededRandom(1);
  const next = freshOf(entries, random);
  const one = await timed(runs, warmUp, async () => {
    await draftReply(deps, { conversationId: bench.take(next().message) });
  });
  const two = await timed(runs, warmUp, async () => {
    await draftReply(deps, { conversationId: bench.take(twoQuestions(next(), entries, random)) });
  });

  // In a run of its own, so that looking at the parts does not slow the whole.
  const watch = new Stopwatch();
  const watched = watch.over(deps);
  const whole: number[] = [];
  for (let run = 0; run < runs; run++) {
    watch.begin();
    const from = performance.now();
    const conversationId = watch.timed('take', () => bench.take(next().message));
    await draftReply(watched, { conversationId });
    whole.push(performance.now() - from);
    watch.end(performance.now() - from);
  }
  return [
    figureOf('message → draft', one, { aim }),
    figureOf('message → draft, two questions', two, { aim }),
    figureOf('message → draft, watched', whole),
    ...watch.figures(),
  ];
}

/** The same of a knowledge that has grown, without its parts. */
export async function draftFiguresWhenLarge(
  bench: BenchDesk,
  entries: readonly FaqEntry[],
  runs: number,
  name: string,
): Promise<Figure[]> {
  const { deps } = bench.desk;
  const random = seededRandom(3);
  const next = freshOf(entries, random);
  const one = await timed(runs, warmUp, async () => {
    await draftReply(deps, { conversationId: bench.take(`${next().message} (${random.next()})`) });
  });
  return [figureOf(`${name}: message → draft`, one, { aim: aimWhenLarge })];
}

/** No message twice: the desk remembers what it has read. */
function freshOf(entries: readonly FaqEntry[], random: SeededRandom): () => FaqEntry {
  const fresh = [...entries].sort(() => random.next() - 0.5).values();
  return () => fresh.next().value ?? random.pick(entries);
}

/** Two of one language, as people write them. */
function twoQuestions(first: FaqEntry, entries: readonly FaqEntry[], random: SeededRandom): string {
  const sameLanguage = entries.filter((entry) => entry.content.language === first.content.language);
  return `${first.message}\n\n${random.pick(sameLanguage).message}`;
}
