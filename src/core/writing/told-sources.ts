import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { plainData } from './plain-data.ts';

/** What a model may draw on, by the id it names it by. */
export type ToldSources = ReadonlyMap<string, { readonly evidence: Evidence; readonly index: number }>;

const longestQuestion = 400;
const longestSource = 2_000;

/** The passages that answer the asks of a draft. What only came near is not told: it would tempt to answer with it. */
export function sourcesOf(draft: Draft): ToldSources {
  const used = [...new Set(draft.asks.flatMap(({ evidence }) => (evidence === null ? [] : [evidence])))];
  return new Map(
    used.flatMap((index, i) => {
      const evidence = draft.evidence[index];
      return evidence === undefined ? [] : [[`S${i + 1}`, { evidence, index }] as const];
    }),
  );
}

/** The sources as plain data for the model. */
export function toldSources(sources: ToldSources) {
  return [...sources].map(([id, { evidence }]) => ({
    id,
    question: plainData(evidence.question, longestQuestion),
    text: plainData(evidence.answer, longestSource),
  }));
}
