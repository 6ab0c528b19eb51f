import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { TypingWeights } from '#core/learning/typing/model/type-shares.ts';
import { typeByWeights } from '#core/learning/typing/model/type-by-model.ts';
import {
  type LabelledPair,
  authors,
  labelledPairs,
  typingFigures,
  vectorsOfPairs,
} from '#test/core/learning/typing/labelled-pairs.ts';
import { realEmbedder } from '#test/core/support/measured/real-nearness.ts';
import { oneOffsShared } from './one-offs-shared.ts';
import { examplesOf, fitted, fittingOf, writtenFeatures, writtenVectors } from './typing-fit.ts';

const usage = `node test/bench/fit-typing.ts [--dry]
Fits the weights by which changed sentences are typed on the labelled pairs of all authors and writes them, with the vectors
of the desk's own model and without; --dry: only prints how each author's pairs are read by what was fitted on the others'.`;

const { values } = parseArgs({
  options: { dry: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const written = Object.entries(authors).map(([author, sets]) => ({
  author,
  pairs: sets.flatMap((set) => labelledPairs(set)),
}));
const embedder = await realEmbedder();
const vectorOf = await vectorsOfPairs(
  embedder,
  written.flatMap(({ pairs }) => pairs),
);
const made = written.flatMap(({ author, pairs }) =>
  pairs.flatMap((pair: LabelledPair) => examplesOf(pair, { vectorOf }).map((example) => ({ author, example }))),
);
const examples = made.map(({ example }) => example);

const share = (part: number, all: number): string => ((100 * part) / Math.max(1, all)).toFixed(1).padStart(5);
const weights: TypingWeights[] = [];
for (const withVectors of [true, false]) {
  const fitting = fittingOf(examples, withVectors);
  console.log(
    `\n${withVectors ? 'words and vectors' : 'words alone'}: each author's pairs by what was fitted on the others'`,
  );
  for (const { author, pairs } of written) {
    const left = fitted(fitting, embedder.id, (i) => made[i]?.author !== author);
    const reader = { vectorOf: withVectors ? vectorOf : null, judge: typeByWeights(left) };
    for (const language of ['en', 'zh', 'ja', 'all']) {
      const some = pairs.filter((pair) => language === 'all' || pair.language === language);
      const figures = typingFigures(some, reader);
      const oneOffsOut = figures.oneOffs - figures.oneOffsTaught.length;
      console.log(
        `  ${author.padEnd(8)}${language.padEnd(4)} ${some.length} pairs: right ${share(figures.right, figures.pairs)} %, ` +
          `one-offs kept out ${share(oneOffsOut, figures.oneOffs)} %, lessons lost ${share(figures.lessonsLost, figures.lessons)} %, ` +
          `personal values kept ${figures.ownKept.length}`,
      );
    }
    const { oneOffs, taught, once, twice } = await oneOffsShared(pairs, reader);
    console.log(
      `  ${author.padEnd(12)}of ${oneOffs} one-offs ${taught} taught to who sent them; everybody's after being sent once: ` +
        `no rules ${once.noRules}, two replies ${once.confirmed}, trusted ${once.trusted}; after two agents sent the same ${twice}`,
    );
  }
  weights.push(fitted(fitting, embedder.id, () => true));
}

const [both, words] = weights;
if (!values.dry && both !== undefined && words !== undefined) {
  const { step, lines } = writtenVectors(both);
  const vectors = `readVectorWeights({
    embedderId: '${embedder.id}',
    step: ${step},
    letters: \`
${lines.join('\n')}
\`,
  })`;
  write('typing-weights', 'typingWeights', 'With the vectors of one embedder.', both, vectors);
  write('word-weights', 'wordWeights', 'Without vectors.', words, 'null');
}
await embedder.close();

function write(file: string, name: string, doc: string, fittedTo: TypingWeights, vectors: string): void {
  const readers = vectors === 'null' ? 'readFeatureWeights' : 'readFeatureWeights, readVectorWeights';
  const text = `import { ${readers} } from './read-typing-weights.ts';
import type { TypingWeights } from './type-shares.ts';

/** ${doc} Fitted by test/bench/fit-typing.ts; not written by hand. */
export const ${name}: TypingWeights = {
  features: readFeatureWeights(\`
${writtenFeatures(fittedTo).join('\n')}
\`),
  vectors: ${vectors},
};
`;
  writeFileSync(path.resolve(import.meta.dirname, `../../src/core/learning/typing/model/${file}.ts`), text);
  console.log(`\n${file}: ${text.length} characters`);
}
