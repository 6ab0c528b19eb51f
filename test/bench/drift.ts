import { parseArgs } from 'node:util';
import { type AnswerFate, type Drift, watchDrift } from '#core/insights/drift/watch-drift.ts';
import { type Made, madeStream } from '#test/core/insights/drift/streams.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const usage = `npx node test/bench/drift.ts [--runs N] [--seed N]
How soon a changed policy is noticed and how often an alarm is false, on streams of answers made up for it: stores of 5 to
60 entries, an entry in 1 of 5 to 1 of 200 conversations, 50 to 95 % of an entry's answers sent as they stand. A changed
policy: 5 to 25 % of what was sent as it stood still is.`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const runs = Number(values.runs);
const firstSeed = Number(values.seed);

type Store = Pick<Made, 'entries' | 'people'>;

/** `first`: the share of the conversations that entry 0 is in. */
function randomStore(seed: number, first: number | null, base: number | null): Store {
  const random = seededRandom(seed * 7_919 + 13);
  const count = random.whole(5, 60);
  const kept = (): number => 0.5 + 0.45 * random.next();
  const others = Array.from({ length: count }, (_, i) => ({
    traffic: 1 / (i + 2),
    kept: kept(),
    topic: random.next() < 0.8 ? `topic-${random.whole(0, Math.ceil(count / 5))}` : null,
  }));
  const sum = others.reduce((total, { traffic }) => total + traffic, 0);
  const share = first ?? 0.005 * 40 ** random.next();
  const own = { traffic: (sum * share) / (1 - share), kept: base ?? kept(), topic: 'topic-0' };
  return { entries: [own, ...others], people: random.whole(1, 6) };
}

/** Every alarm in the order of time; each is let stand as soon as it comes. */
function alarmsOf(fates: readonly AnswerFate[]): readonly Drift[] {
  const dismissed = new Map<string, number>();
  const alarms: Drift[] = [];
  for (;;) {
    const found = watchDrift(fates, { letStand: (kind, name) => dismissed.get(`${kind}:${name}`) ?? null });
    const first = found.toSorted((a, b) => a.noticedAt - b.noticedAt)[0];
    if (first === undefined || alarms.length > 200) return alarms;
    alarms.push(first);
    dismissed.set(`${first.kind}:${first.name}`, first.noticedAt);
  }
}

const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;

/** False alarms in 1,000 conversations of a store in which nothing changes for good. */
function falseAlarms(name: string, length: number, keptAt: (seed: number, store: Store) => Made['keptAt']): void {
  let [alarms, topics, conversations] = [0, 0, 0];
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const store = randomStore(seed, null, null);
    const changing = keptAt(seed, store);
    const fates = madeStream({ seed, length, ...store, ...(changing === undefined ? {} : { keptAt: changing }) });
    const found = alarmsOf(fates);
    alarms += found.length;
    topics += found.filter(({ kind }) => kind === 'topic').length;
    conversations += length;
  }
  const rate = (alarms / conversations) * 1000;
  console.log(`${name.padEnd(58)} ${rate.toFixed(3)} per 1,000 (${alarms} in ${conversations}; of topics ${topics})`);
}

type Change = { readonly past: number; readonly traffic: number; readonly base: number };

/** How soon the changed entry is named. `future`: answers of that entry that are waited for. */
function detection(
  { past, traffic, base }: Change,
  keptAfter: (sinceThen: number, kept: number, rest: number) => number,
): string[] {
  const future = 60;
  const start = Math.ceil(past / traffic);
  const length = start + Math.ceil((future * 1.5) / traffic);
  const [own, overall]: [number[], number[]] = [[], []];
  let [misnamed, early] = [0, 0];
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const store = randomStore(seed, traffic, base);
    const random = seededRandom(seed);
    const rest = 0.05 + 0.2 * random.next();
    const fates = madeStream({
      seed,
      length,
      ...store,
      keptAt: (entry, i) => (entry === 0 && i >= start ? keptAfter((i - start) * traffic, base, rest) : null),
    });
    const all = watchDrift(fates, { letStand: () => null });
    const named = all.find((drift) => drift.kind === 'entry' && drift.name === 'entry-0');
    if (named !== undefined && named.noticedAt <= start) early++;
    misnamed += all.filter((drift) => drift !== named && drift.noticedAt > start).length;
    if (named === undefined || named.noticedAt <= start) continue;
    overall.push(named.noticedAt - start);
    own.push(fates.filter(({ at, entryId }) => at > start && at <= named.noticedAt && entryId === 'entry-0').length);
  }
  const within = own.filter((count) => count <= 30).length / (runs - early);
  return [
    `1 in ${Math.round(1 / traffic)}`,
    base.toFixed(2),
    String(past),
    `${quantile(own, 0.5)} / ${quantile(own, 0.9)}`,
    `${quantile(overall, 0.5)} / ${quantile(overall, 0.9)}`,
    `${(within * 100).toFixed(1)} %`,
    `${((overall.filter((count) => count <= 30).length / (runs - early)) * 100).toFixed(1)} %`,
    String(misnamed),
    String(early),
  ];
}

const cycle = 400;
/** The same by log-odds: what is seldom changed is changed a little more. */
const lower = (kept: number, odds: number): number => 1 / (1 + Math.exp(-(Math.log(kept / (1 - kept)) - odds)));
console.log(`Nothing changes for good: ${runs} stores of 3,000 conversations`);
falseAlarms('steady', 3_000, () => undefined);
falseAlarms(
  'days on which everybody changes more (kept × 0.5)',
  3_000,
  (_, { entries }) =>
    (entry, i) =>
      i % cycle < 50 ? (entries[entry]?.kept ?? 0) * 0.5 : null,
);
falseAlarms(
  'one person changes everything from the middle on',
  3_000,
  (_, { entries }) =>
    (entry, i, person) =>
      i > 1_500 && person === 0 ? (entries[entry]?.kept ?? 0) * 0.2 : null,
);
falseAlarms('bursts of one entry: 4 of its answers in a row changed', 3_000, () => {
  const met = new Map<number, number>();
  return (entry) => {
    const count = (met.get(entry) ?? 0) + 1;
    met.set(entry, count);
    return count % 60 < 4 ? 0.05 : null;
  };
});
falseAlarms(
  'everybody changes more for good from the middle on',
  3_000,
  (_, { entries }) =>
    (entry, i) =>
      i > 1_500 ? (entries[entry]?.kept ?? 0) * 0.6 : null,
);

falseAlarms(
  'the same by log-odds (−1.5)',
  3_000,
  (_, { entries }) =>
    (entry, i) =>
      i > 1_500 ? lower(entries[entry]?.kept ?? 0.5, 1.5) : null,
);

const head = [
  'traffic',
  'kept',
  'past',
  'own p50/p90',
  'overall p50/p90',
  '≤30 own',
  '≤30 overall',
  'other alarms',
  'before',
];
const print = (title: string, rows: readonly string[][]): void => {
  console.log(`\n${title}`);
  for (const row of [head, ...rows]) console.log(row.map((cell) => cell.padStart(15)).join(''));
};
const shares = [1 / 5, 1 / 50, 1 / 200];
const bases = [0.5, 0.65, 0.8, 0.95];
print(
  `A policy changes at once (${runs} runs a line)`,
  shares.flatMap((traffic) =>
    bases.map((base) => detection({ past: 40, traffic, base }, (_, kept, rest) => kept * rest)),
  ),
);
print(
  'The same with little past',
  bases.map((base) => detection({ past: 12, traffic: 1 / 20, base }, (_, kept, rest) => kept * rest)),
);
print(
  'A slow drift: over 40 answers of the entry',
  bases.map((base) =>
    detection(
      { past: 40, traffic: 1 / 20, base },
      (then, kept, rest) => kept * Math.max(rest, 1 - ((1 - rest) * then) / 40),
    ),
  ),
);
