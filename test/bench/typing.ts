import { parseArgs } from 'node:util';
import { LessonType } from '#shared/model/lesson.ts';
import {
  examination,
  labelledPairs,
  readingOf,
  sets,
  typingFigures,
  vectorsOfPairs,
} from '#test/core/learning/typing/labelled-pairs.ts';
import { realEmbedder } from '#test/core/support/measured/real-nearness.ts';
import { oneOffsShared } from './one-offs-shared.ts';

const usage = `node test/bench/typing.ts [--only SET] [--words] [--errors]
Measures how edits are typed on the labelled pairs: a row is what was labelled, a column what was read; --words: without
vectors. The weights were fitted on all sets but "unseen"; how each author's would be read without them tells
node test/bench/fit-typing.ts --dry.`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    words: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const columns = [...LessonType.options, 'none'];
const share = (part: number, all: number): string =>
  `${part} of ${all} (${((100 * part) / Math.max(1, all)).toFixed(1)} %)`;

const chosen = [...sets, examination].filter((set) => values.only === undefined || values.only === set);
const embedder = await realEmbedder();
const reader = { vectorOf: values.words ? null : await vectorsOfPairs(embedder, chosen.flatMap(labelledPairs)) };
await embedder.close();

for (const set of chosen) {
  const all = labelledPairs(set);
  for (const language of ['en', 'zh', 'ja', 'all'] as const) {
    const pairs = all.filter((pair) => language === 'all' || pair.language === language);
    const figures = typingFigures(pairs, reader);
    console.log(`\n${set} ${language}: type right ${share(figures.right, figures.pairs)}`);
    console.log(`  ${''.padEnd(10)}${columns.map((name) => name.padStart(10)).join('')}`);
    for (const type of LessonType.options) {
      const row = figures.confusion.get(type);
      console.log(`  ${type.padEnd(10)}${columns.map((name) => String(row?.get(name) ?? 0).padStart(10)).join('')}`);
    }
    console.log(`  relation right ${share(figures.relationsRight, figures.relations)}`);
    console.log(`  one-offs kept out ${share(figures.oneOffs - figures.oneOffsTaught.length, figures.oneOffs)}`);
    console.log(`  one-offs no rule can share ${share(figures.oneOffs - figures.oneOffsSure.length, figures.oneOffs)}`);
    console.log(`  lessons lost ${share(figures.lessonsLost, figures.lessons)}`);
    console.log(`  personal values kept ${figures.ownKept.length}`);
  }
  const { oneOffs, taught, once, twice } = await oneOffsShared(all, reader);
  console.log(
    `  of ${oneOffs} one-offs ${taught} taught to who sent them; everybody's after being sent once: no rules`,
  );
  console.log(
    `  ${once.noRules}, two replies ${once.confirmed}, trusted ${once.trusted}; after two agents sent the same ${twice}`,
  );
  if (values.errors)
    for (const pair of all) {
      const { type } = readingOf(pair, reader);
      if (type !== pair.type) console.log(`    ${pair.id} ${pair.type} read as ${type}: ${pair.draft} → ${pair.sent}`);
    }
}
