import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sampleResources } from '#test/support/sample-resources.ts';
import { benchDesk } from './bench-desk.ts';
import { draftFigures, draftFiguresWhenLarge } from './draft-figures.ts';
import { editFigures, editFiguresOfLoops } from './edit-figures.ts';
import { embedFigures } from './embed-figures.ts';
import { type FaqEntry, faqEntries } from './faq.ts';
import { learnFigures } from './learn-figures.ts';
import { lessonFigures } from './lesson-figures.ts';
import { legFigures } from './leg-figures.ts';
import { tableOf } from './measure.ts';
import { syncFigures } from './sync-figures.ts';

const usage = `npm run bench -- [--entries N] [--large N] [--runs N] [--json]
Measures the path from a customer's message to a draft on generated knowledge with the real sentence model.`;

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '10000' },
    large: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const entryCount = Number(values.entries);
const largeCount = Number(values.large);
const runs = Number(values.runs);
const seed = 20_240;
const syncedMessages = 1_000;

const folder = mkdtempSync(path.join(tmpdir(), 'deskside-bench-resources-'));
const entries = faqEntries(entryCount, seed);
const messages = faqEntries(entryCount, seed).map((entry) => entry.message);
const resources = sampleResources(folder, messages.slice(0, syncedMessages));
const note = (line: string): void => console.error(line);

/** So many entries more: the templates yield some 25,000 questions, so each is asked of several models. */
function inModels(count: number): readonly FaqEntry[] {
  const once = faqEntries(25_000, seed + 1);
  return Array.from({ length: count }, (_, i) => {
    const { content, message } = once[i % once.length] ?? { content: null, message: '' };
    if (content === null) throw new Error('No entries to grow by');
    const model = ` (${Math.floor(i / once.length) + 2}00X)`;
    return {
      content: { ...content, question: `${content.question}${model}`, answer: `${content.answer}${model}` },
      message,
    };
  });
}

/** What an edit takes in a knowledge that has grown. */
async function largeFigures() {
  if (largeCount <= entryCount) return [];
  note(`growing to ${largeCount} entries …`);
  bench.grow(inModels(largeCount - entryCount), seed);
  const at = `at ${bench.desk.deps.knowledge.countActive(bench.inbox.storeId)} entries`;
  note(`${at}; measuring …`);
  const count = Math.min(50, runs);
  return [
    ...(await draftFiguresWhenLarge(bench, entries, Math.min(100, runs), at)),
    ...(await editFigures(bench, entries, count, { name: `${at}: edit → draft with the new text`, aim: 250 })),
    ...(await lessonFigures(bench, entries, count, {
      name: `${at}: lesson of a sent reply → the next draft says it`,
      aim: 250,
    })),
    ...(await editFiguresOfLoops(bench, entries, count, {
      name: `${at}: the same, by the desk's own loops`,
      aim: 250,
    })),
  ];
}

const from = performance.now();
note(`${entryCount} entries, seed ${seed}; embedding them …`);
let told = from;
const bench = await benchDesk(entries, resources, (done, total) => {
  if (performance.now() - told < 10_000) return;
  told = performance.now();
  note(`  ${done} of ${total} texts`);
});
try {
  if (bench.desk.embedders.current() === null) throw new Error('No sentence model: npm run prepare-model');
  const preparedSeconds = Math.round((performance.now() - from) / 1000);
  note(`ready after ${preparedSeconds} s; measuring …`);
  const figures = [
    ...(await draftFigures(bench, entries, runs)),
    ...(await legFigures(bench, entries, runs)),
    ...(await editFigures(bench, entries, Math.min(50, runs))),
    ...(await lessonFigures(bench, entries, Math.min(50, runs))),
    ...(await embedFigures(bench, entries, runs)),
    ...(await learnFigures(resources, seed)),
    ...(await largeFigures()),
    // Last: it leaves thousands of conversations that wait for a draft.
    ...(await syncFigures(bench, syncedMessages)),
  ];
  const machine = {
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    // Other programs at work make every figure worse.
    load: loadavg()[0]?.toFixed(1) ?? '',
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  if (values.json) {
    console.log(JSON.stringify({ machine, entries: entryCount, seed, preparedSeconds, figures }, null, 2));
  } else {
    console.log(
      `\n${entryCount} entries · ${machine.processor} · ${machine.cores} cores, load ${machine.load} · Node ${machine.node}\n`,
    );
    console.log(tableOf(figures));
  }
} finally {
  await bench.close();
  rmSync(folder, { recursive: true });
}
