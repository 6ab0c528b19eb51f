import type { ReplyLanguage } from '#shared/model/basics.ts';
import { type KnowledgeContent, unlimited } from '#shared/model/knowledge.ts';
import { type SeededRandom, seededRandom } from '#test/support/seeded-random.ts';
import { chinese } from './faq-chinese.ts';
import { english } from './faq-english.ts';
import { japanese } from './faq-japanese.ts';
import type { FaqTemplate, FaqVocabulary } from './faq-vocabulary.ts';

/** A generated entry, and how a customer would ask for it. */
export type FaqEntry = { readonly content: KnowledgeContent; readonly message: string };

const vocabularies: Readonly<Record<ReplyLanguage, FaqVocabulary>> = { en: english, zh: chinese, ja: japanese };
/** Half English, a quarter each Chinese and Japanese. */
const languageCycle: readonly ReplyLanguage[] = ['en', 'zh', 'en', 'ja'];

/** So many entries, no question twice, the same for the same seed. */
export function faqEntries(count: number, seed: number): readonly FaqEntry[] {
  const random = seededRandom(seed);
  const entries = new Map<string, FaqEntry>();
  for (let i = 0; entries.size < count; i++) {
    if (i > count * 20) throw new Error(`The templates do not yield ${count} different questions`);
    const entry = entryIn(languageCycle[i % languageCycle.length] ?? 'en', random);
    if (!entries.has(entry.content.question)) entries.set(entry.content.question, entry);
  }
  return [...entries.values()];
}

function entryIn(language: ReplyLanguage, random: SeededRandom): FaqEntry {
  const { lines, products, templates, greetings, closings } = vocabularies[language];
  const template: FaqTemplate = random.pick(templates);
  const gap = language === 'en' ? ' ' : '';
  const product = `${random.pick(lines)}${gap}${random.pick(products)}`;
  const [few, many] = [random.whole(2, 6), random.whole(7, 60)];
  const filled = (text: string): string =>
    text.replaceAll('{p}', product).replaceAll('{n}', String(many)).replaceAll('{m}', String(few));
  return {
    content: {
      kind: 'pair',
      question: filled(random.pick(template.questions)),
      answer: filled(template.answer),
      topic: null,
      scope: [],
      language,
      ...unlimited,
    },
    message: `${random.pick(greetings)}${filled(template.asked)}${random.pick(closings)}`,
  };
}
