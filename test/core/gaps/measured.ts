import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openMiniLmEmbedder } from '#adapters/embedder/minilm/minilm-embedder.ts';
import { readingOf } from '#core/gaps/english-reading.ts';
import { type QuestionGroup, groupedQuestions } from '#core/gaps/group-questions.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { Language } from '#shared/model/basics.ts';
import { modelsFolder } from '#test/support/sample-resources.ts';

/*
 * How well questions are grouped, against groups that a person made. By itself it measures a file of JSON lines
 * {text, language, group}, where `group` is null for what is like no other:
 *   npx node test/core/gaps/measured.ts <file>
 */

/** `group` is null for what is like no other; one name in two languages is two groups. */
export type LabelledQuestion = {
  readonly text: string;
  readonly language: Language;
  readonly group: string | null;
};

/** Precision and recall are of pairs; `most`: at least 80 % of a group in one that is mostly it. */
export type Figures = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly whole: number;
  readonly most: number;
  readonly groups: number;
};

/** Groups the questions as the desk does; by their words alone without an embedder. */
export async function foundGroups(
  questions: readonly LabelledQuestion[],
  embedder: Embedder | null,
): Promise<readonly QuestionGroup[]> {
  const read = questions.map(({ text }) => readingOf(text).english);
  const vectors = embedder === null ? [] : await embedder.embed(read);
  return groupedQuestions(
    questions.map((one, i) => ({
      text: one.text,
      language: one.language,
      vector: read[i] === '' ? null : (vectors[i] ?? null),
      answer: null,
    })),
    { passTurn: () => Promise.resolve() },
  );
}

/** The figures of the questions that `counts` names. */
export function figuresOf(
  questions: readonly LabelledQuestion[],
  found: readonly QuestionGroup[],
  counts: (question: LabelledQuestion) => boolean = () => true,
): Figures {
  const foundOf = new Map(found.flatMap(({ members }, group) => members.map((place) => [place, group])));
  const meantOf = questions.map(({ group, language: own }, i) => (group === null ? `${i}` : `${own} ${group}`));
  const places = questions.flatMap((question, i) => (counts(question) ? [i] : []));
  let [together, right, wanted] = [0, 0, 0];
  for (const [k, i] of places.entries()) {
    for (const j of places.slice(k + 1)) {
      const isFound = foundOf.get(i) === foundOf.get(j);
      const isMeant = meantOf[i] === meantOf[j];
      if (isFound) together++;
      if (isMeant) wanted++;
      if (isFound && isMeant) right++;
    }
  }
  const meant = [...Map.groupBy(places, (i) => meantOf[i]).values()].filter((group) => group.length > 1);
  const best = meant.map((group) => {
    const parts = [...Map.groupBy(group, (i) => foundOf.get(i)).entries()].sort((a, b) => b[1].length - a[1].length);
    const [owner, part = []] = parts[0] ?? [];
    return { meant: group.length, held: part.length, size: found[owner ?? 0]?.members.length ?? 0 };
  });
  const precision = together === 0 ? 1 : right / together;
  const recall = wanted === 0 ? 1 : right / wanted;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    whole: best.filter(({ meant: all, held, size }) => held === all && size === all).length,
    most: best.filter(({ meant: all, held, size }) => held >= 0.8 * all && held * 2 >= size).length,
    groups: meant.length,
  };
}

/** The figures in a line. */
export function shown(name: string, { precision, recall, f1, whole, most, groups }: Figures): string {
  const figures = `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
  return `${name}: ${figures}, of ${groups} groups ${whole} whole, ${most} to 80 % or more in one`;
}

async function measureFile(file: string): Promise<void> {
  const line = z.object({ text: z.string(), language: Language, group: z.union([z.string(), z.number()]).nullable() });
  const questions = readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => line.parse(JSON.parse(text)))
    .map((one) => ({ ...one, group: one.group === null ? null : String(one.group) }));
  const embedder = await openMiniLmEmbedder({ modelsFolder, threads: 2 });
  const began = performance.now();
  const found = await foundGroups(questions, embedder);
  console.log(`${questions.length} questions in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  console.log(shown('all', figuresOf(questions, found)));
  for (const one of new Set(questions.map(({ language: own }) => own)))
    console.log(
      shown(
        one,
        figuresOf(questions, found, (question) => question.language === one),
      ),
    );
  console.log(shown('by words alone', figuresOf(questions, await foundGroups(questions, null))));
  await embedder.close();
}

if (import.meta.main) await measureFile(process.argv[2] ?? '');
