import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TypingExample, fittedTyping } from '#core/learning/typing/model/fitted-typing.ts';
import { ruledPrefix, typingFeatures } from '#core/learning/typing/model/typing-features.ts';
import { type LabelledPair, labelledPairs, readingOf } from '#test/core/learning/typing/labelled-pairs.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

/*
 * Writes the weights by which changed sentences are typed, from the labelled pairs on which the rules were built; those of
 * `blind` are left out. The rules were mended on the same pairs and look better there than they are: in two copies of
 * each example most of what they say is left out, so that the sentence's form has to tell as well.
 * Run: node test/bench/fit-typing.ts
 */
const options = { strength: 1, leastTrades: 3, rounds: 200 };
const copies = 3;
const leftOut = 0.8;
/** Weights are written in tenths; what is less in all types tells nothing. */
const tenths = 10;
const lineLength = 116;

const random = seededRandom(7);
const examples = ['built', 'apart', 'later'] as const;
const weights = fittedTyping(
  examples.flatMap((half) => labelledPairs(half).flatMap(examplesOf)).flatMap(copiesOf),
  options,
);
const rows = [...weights]
  .filter(([name]) => !/[|=`\\{]/.test(name))
  .map(([name, row]) => ({ name, row: row.map((weight) => Math.round(weight * tenths)) }))
  .filter(({ row }) => row.some((weight) => Math.abs(weight) >= 2))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

const lines: string[] = [''];
for (const { name, row } of rows) {
  const piece = `${name}=${row.join(',')}|`;
  const last = lines.at(-1) ?? '';
  if (last.length + piece.length > lineLength) lines.push(piece);
  else lines[lines.length - 1] = last + piece;
}
const file = `import { readTypingWeights } from './read-typing-weights.ts';

/** Fitted by test/bench/fit-typing.ts; not written by hand. In tenths, in the order of \`LessonType\`, by feature. */
export const typingWeights = readTypingWeights(\`
${lines.join('\n')}
\`);
`;
writeFileSync(path.resolve(import.meta.dirname, '../../src/core/learning/typing/model/typing-weights.ts'), file);
console.log(`${rows.length} features`);

function examplesOf(pair: LabelledPair): readonly TypingExample[] {
  const found: TypingExample[] = [];
  readingOf(pair, (sentence, signals, ruled) => {
    found.push({ features: typingFeatures(sentence, signals), type: pair.type, trade: pair.trade });
    return ruled;
  });
  return found;
}

function copiesOf(example: TypingExample): readonly TypingExample[] {
  return Array.from({ length: copies }, (_, copy) => ({
    ...example,
    features: new Map(
      [...example.features].filter(([name]) => copy === 0 || !name.startsWith(ruledPrefix) || random.next() >= leftOut),
    ),
  }));
}
