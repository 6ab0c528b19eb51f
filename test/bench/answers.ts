import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type StreamWindow, gainOfCurves } from '../../src/cli/eval/streams.ts';

const usage = `npm run bench:answers -- [--sets FOLDER] [--only NAME,NAME] [--limit N] [--learn] [--json]
Measures what the desk answers and where it keeps silent, set by set, beside published and simple baselines.
  --sets FOLDER  measuring sets, a folder each with kb.jsonl and queries.jsonl (default: ../shared/data); what lacks is
                 left out and told. The product's own sets (test/resources/answers) are always measured.
  --learn        once more with outcomes: what the desk has learned in the second half`;

/** recall@1 of BM25, of the sentence model's nearest neighbour, and of both ranks fused; and what is aimed at. */
type Baseline = { readonly bm25: number; readonly nearest: number; readonly fused: number; readonly aim: number };

const baselines: Readonly<Record<string, Baseline>> = {
  hint3_curekart: { bm25: 0.745, nearest: 0.832, fused: 0.828, aim: 0.9 },
  amazon_pqa: { bm25: 0.612, nearest: 0.652, fused: 0.674, aim: 0.76 },
  dstc11_faq: { bm25: 0.54, nearest: 0.635, fused: 0.64, aim: 0.74 },
  twitter_support: { bm25: 0.285, nearest: 0.29, fused: 0.325, aim: 0.45 },
  clinc150: { bm25: 0.779, nearest: 0.879, fused: 0.865, aim: 0.95 },
  bitext: { bm25: 0.959, nearest: 0.985, fused: 0.981, aim: 0.995 },
};
/** Has no knowledge of its own: mail that nobody should answer, put to a shop's desk. */
const noise = { name: 'inbox_noise', knowledgeOf: 'bitext' };

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: path.join('..', 'shared', 'data') },
    only: { type: 'string' },
    limit: { type: 'string' },
    learn: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

type MeasuredSet = { readonly name: string; readonly kb: string; readonly queries: string };
type Figures = Readonly<Record<string, number | null>> & {
  readonly draft_ms: { readonly p50: number | null; readonly p95: number | null };
  readonly curve?: readonly StreamWindow[];
};

const own = path.join('test', 'resources', 'answers');
const ownSets = ['a', 'b'].flatMap((store) =>
  [
    ['en', 'en', 'en'],
    ['en, several phrasings', 'en', 'grouped'],
    ['zh', 'zh', 'zh'],
    ['ja', 'ja', 'ja'],
    ['zh from en', 'zh', 'en'],
    ['ja from en', 'ja', 'en'],
  ].map(([name, asked, known]): MeasuredSet => ({
    name: `store ${store}: ${name}`,
    kb: path.join(own, store, `kb.${known}.jsonl`),
    queries: path.join(own, store, `queries.${asked}.jsonl`),
  })),
);
const givenSets = [...Object.keys(baselines), noise.name].map((name): MeasuredSet => ({
  name,
  kb: path.join(values.sets, name === noise.name ? noise.knowledgeOf : name, 'kb.jsonl'),
  queries: path.join(values.sets, name, 'queries.jsonl'),
}));

const run = promisify(execFile);

async function figuresOf({ kb, queries }: MeasuredSet, isLearning: boolean): Promise<Figures> {
  const limits = values.limit === undefined ? [] : ['--limit', values.limit];
  const args = ['src/cli/index.ts', 'eval', '--kb', kb, '--queries', queries, '--json', ...limits];
  const { stdout } = await run(process.execPath, isLearning ? [...args, '--learn'] : args, {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Figures;
}

const percent = (value: number | null | undefined): string => (value == null ? '–' : (value * 100).toFixed(1));

function secondHalf(curve: Figures['curve']): number | null {
  const part = curve?.slice(Math.floor(curve.length / 2)) ?? [];
  const queries = part.reduce((sum, { from, to }) => sum + to - from, 0);
  return queries === 0
    ? null
    : part.reduce((sum, one) => sum + (one.joint_accuracy ?? 0) * (one.to - one.from), 0) / queries;
}

const wanted = values.only?.split(',');
const rows: string[][] = [];
const measured: Record<string, Figures> = {};
for (const set of [...givenSets, ...ownSets]) {
  if (wanted !== undefined && !wanted.some((one) => set.name.includes(one))) continue;
  if (!existsSync(set.kb) || !existsSync(set.queries)) {
    console.error(`${set.name}: left out, ${set.queries} is not there`);
    continue;
  }
  for (const isLearning of values.learn && set.name !== noise.name ? [false, true] : [false]) {
    console.error(`${set.name}${isLearning ? ', learning' : ''} …`);
    const figures = await figuresOf(set, isLearning);
    const name = isLearning ? `${set.name}, learning` : set.name;
    measured[name] = figures;
    const base = baselines[set.name];
    rows.push([
      name,
      ...[base?.bm25, base?.nearest, base?.fused, base?.aim].map(percent),
      ...['recall_at_1', 'recall_at_3', 'answered', 'precision', 'in_scope_right', 'oos_silent', 'joint_accuracy'].map(
        (field) => percent(figures[field]),
      ),
      percent(secondHalf(figures.curve)),
      ...['ece', 'ece_after_200'].map((field) => figures[field]?.toFixed(3) ?? '–'),
      `${figures.draft_ms.p50?.toFixed(0) ?? '–'}/${figures.draft_ms.p95?.toFixed(0) ?? '–'}`,
    ]);
  }
}
if (values.json) console.log(JSON.stringify(measured, null, 2));
else {
  const head = [
    ['set', 'BM25', 'nearest', 'fused', 'aim', 'recall@1', 'recall@3', 'answered', 'precision'],
    ['in scope right', 'oos silent', 'joint', '2nd half', 'ece', 'ece >200', 'draft p50/p95 ms'],
  ].flat();
  const table = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0)));
  for (const row of table)
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
}
if (!values.json && values.learn) {
  const shown = (off: number | null | undefined, on: number | null | undefined): string =>
    `${percent(off)} → ${percent(on)}`;
  console.log(
    '\nWithout → with learning, by windows of 100 queries: joint accuracy; kept of what was offered; kept of all',
  );
  for (const [name, { curve: off = [] }] of Object.entries(measured)) {
    const on = measured[`${name}, learning`]?.curve;
    if (on === undefined) continue;
    console.log(`\n${name}`);
    off.forEach((one, i) => {
      const cells = (['joint_accuracy', 'kept_ratio', 'kept_of_all'] as const).map((measure) =>
        shown(one[measure], on[i]?.[measure]).padStart(16),
      );
      console.log(`  ${`${one.from}–${one.to}`.padEnd(10)}${cells.join('')}`);
    });
    const { after, gain, behind } = gainOfCurves(off, on);
    for (const [measure, value] of Object.entries(gain))
      console.log(
        `  after ${after}, ${measure}: ${value === null ? '–' : `${(value * 100).toFixed(1)} points`}; behind in ${behind[measure as keyof typeof behind].length} windows`,
      );
  }
}
