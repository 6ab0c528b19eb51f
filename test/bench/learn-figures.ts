import { learnModel } from '#core/retrieval/learn-model.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { benchDesk } from './bench-desk.ts';
import { chinese } from './faq-chinese.ts';
import { english } from './faq-english.ts';
import { japanese } from './faq-japanese.ts';
import { type FaqEntry, faqEntries } from './faq.ts';
import { type Figure, figureOf } from './measure.ts';

const questionCount = 15_000;
/** Embedded in truth; the vectors of the others are made up of theirs. */
const realCount = 300;
/** ms. A draft or a click that waits for half of what a person takes for "at once" (0.1 s) is not felt. */
const aim = 50;
const tickMs = 5;

/** What learning takes where some 150 answers stand under 15,000 questions, and how long anything else waits for it. */
export async function learnFigures(resources: string, seed: number): Promise<Figure[]> {
  const bench = await benchDesk(faqEntries(realCount, seed), resources, () => undefined);
  try {
    bench.grow(groupedEntries(questionCount - realCount, seed), seed);
    const { storeId } = bench.inbox;
    const waits: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      waits.push(Math.max(0, now - last - tickMs));
      last = now;
    }, tickMs);
    const from = performance.now();
    bench.desk.setModel(storeId, await learnModel(bench.desk.deps, storeId));
    const seconds = (performance.now() - from) / 1000;
    // What the last turn held up.
    await new Promise((resolve) => setTimeout(resolve, tickMs));
    clearInterval(timer);
    return [
      figureOf(`learning from ${questionCount} questions`, [seconds], { unit: 's' }),
      figureOf('  what else waits meanwhile', waits, { aim }),
    ];
  } finally {
    await bench.close();
  }
}

const spoken = [
  { language: 'en', vocabulary: english, gap: ' ' },
  { language: 'zh', vocabulary: chinese, gap: '' },
  { language: 'ja', vocabulary: japanese, gap: '' },
] as const;

/** Questions about one matter and one of three families of products share their answer. */
function groupedEntries(count: number, seed: number): readonly FaqEntry[] {
  const random = seededRandom(seed);
  const [base] = faqEntries(1, seed);
  if (base === undefined) return [];
  const entries = new Map<string, FaqEntry>();
  while (entries.size < count) {
    const { language, vocabulary, gap } = random.pick(spoken);
    const { questions, answer, asked } = random.pick(vocabulary.templates);
    const line = random.whole(0, vocabulary.lines.length - 1);
    const model = `${vocabulary.lines[line] ?? ''}${gap}${random.pick(vocabulary.products)} ${random.whole(1, 3)}00X`;
    const filled = (text: string, product: string): string =>
      text.replaceAll('{p}', product).replaceAll('{n}', '14').replaceAll('{m}', '3');
    const question = filled(random.pick(questions), model);
    const content = { ...base.content, question, answer: filled(answer, `№ ${line % 3}`), language };
    entries.set(question, { content, message: filled(asked, model) });
  }
  return [...entries.values()];
}
