import { parseArgs } from 'node:util';
import { labelledPairs, readingOf, sets, typingFigures } from '#test/core/learning/typing/labelled-pairs.ts';
import { LessonType } from '#shared/model/lesson.ts';

const usage = `node test/bench/typing.ts [--only built|apart|later|blind] [--errors]
Measures how edits are typed on the labelled pairs: a row is what was labelled, a column what was read.`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
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

for (const half of sets) {
  if (values.only !== undefined && values.only !== half) continue;
  const all = labelledPairs(half);
  for (const language of ['en', 'zh', 'ja', 'all'] as const) {
    const pairs = all.filter((pair) => language === 'all' || pair.language === language);
    const figures = typingFigures(pairs);
    console.log(`\n${half} ${language}: type right ${share(figures.right, figures.pairs)}`);
    console.log(`  ${''.padEnd(10)}${columns.map((name) => name.padStart(10)).join('')}`);
    for (const type of LessonType.options) {
      const row = figures.confusion.get(type);
      console.log(`  ${type.padEnd(10)}${columns.map((name) => String(row?.get(name) ?? 0).padStart(10)).join('')}`);
    }
    console.log(`  relation right ${share(figures.relationsRight, figures.relations)}`);
    console.log(`  one-offs kept out ${share(figures.oneOffs - figures.oneOffsTaught.length, figures.oneOffs)}`);
    console.log(`  one-offs no rule can share ${share(figures.oneOffs - figures.oneOffsSure.length, figures.oneOffs)}`);
    console.log(`  personal values kept ${figures.ownKept.length}`);
  }
  if (values.errors)
    for (const pair of all) {
      const { type } = readingOf(pair);
      if (type !== pair.type) console.log(`    ${pair.id} ${pair.type} read as ${type}: ${pair.draft} → ${pair.sent}`);
    }
}
