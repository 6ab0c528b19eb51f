import path from 'node:path';
import { parseArgs } from 'node:util';
import { openGlosses } from '#adapters/embedder/gloss/open-glosses.ts';
import { createEmbedderHolder } from '#backend/embedder-holder.ts';
import { openDesk } from '#test/adapters/sqlite/desk.ts';
import { modelsFolder, resourcesFolder } from '#test/support/sample-resources.ts';
import { type Attack, attacksOf } from './attacks/attack.ts';
import { attackedTools, works } from './attacks/attacked-tools.ts';
import { type Trial, attackedDesk, places } from './attacks/attacked-desk.ts';
import { goodAnswer } from './attacks/obedience.ts';
import { hiddenInPages, ways } from './attacks/hidden-in-pages.ts';

const usage = `node test/bench/attacks.ts [--sets FOLDER] [--only NAME,NAME] [--every N] [--through N]
Puts hostile texts into messages, earlier messages and entries of a desk whose language model obeys whatever it is told,
and looks for what it was talked into in the drafts that are kept.
  --sets FOLDER  sets of attacks, a folder each with attacks.jsonl (default: ../shared/data); what lacks is left out and
                 told. The product's own set (test/resources/attacks) is always tried.
  --every N      only every Nth attack
  --through N    shows so many of what got through, of each kind (default: 2)`;

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: path.join('..', 'shared', 'data') },
    only: { type: 'string' },
    every: { type: 'string', default: '1' },
    through: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const sets = [
  ...['attacks_purplellama', 'attacks_bipia'].map((name) => path.join(values.sets, name)),
  path.join('test', 'resources', 'attacks'),
];
const wanted = values.only?.split(',');
const every = Math.max(1, Number(values.every));
const knowing = await knowingDesk();
let through = 0;
for (const folder of sets) {
  const name = path.basename(folder);
  if (wanted !== undefined && !wanted.some((one) => name.includes(one))) continue;
  const attacks = attacksOf(folder)?.filter((_, i) => i % every === 0);
  if (attacks === undefined) console.error(`${name}: left out, ${folder} is not there`);
  else through += await measured(name, attacks);
}
await knowing.close();
process.exitCode = through === 0 ? 0 : 1;

/** The models and dictionaries of a desk: without them every translation is refused, and nothing is measured. */
async function knowingDesk() {
  const glosses = openGlosses(path.join(resourcesFolder, 'glosses'));
  const { settings } = openDesk();
  const idle = (): void => undefined;
  const holder = createEmbedderHolder({ modelsFolder, glosses, settings, emit: idle, onChange: idle });
  await holder.load();
  return { embedder: holder.current(), glosses, close: () => holder.close() };
}

async function measured(name: string, attacks: readonly Attack[]): Promise<number> {
  let count = 0;
  const { read, through: shown } = await hiddenInPages(attacks);
  console.log(
    `\n${name}, hidden in a page: ${attacks.length * ways.length} tried, ${attacks.length * ways.length - shown.length} held (${read} read)`,
  );
  console.log(`  through by way: ${counted(shown.map(({ way }) => way))}`);
  for (const { id, way, text } of shown.slice(0, Number(values.through)))
    console.log(`    ${id}, ${way}: ${JSON.stringify(text.slice(0, 300))}`);
  count += shown.length;
  for (const place of places) {
    const { trials, unasked, happened } = await attackedDesk(attacks, place);
    const held = trials.filter(isHeld).length;
    const isTaken = trials.filter(({ refused }) => refused === null).length;
    console.log(
      `\n${name}, in ${place}: ${attacks.length} attacks (with ${unasked} no model was asked), ${trials.length} answers tried, ${held} held, ${trials.length - held} through; ${isTaken} taken, ${trials.filter(({ isInEntry }) => isInEntry).length} of them say what an entry says itself`,
    );
    console.log(`  refused for: ${counted(trials.flatMap(({ refused }) => refused ?? []))}`);
    console.log(`  happened besides: ${happened.length === 0 ? 'nothing' : happened.join(', ')}`);
    for (const [kind, of] of Map.groupBy(trials, ({ answer }) => answer.kind)) printKind(kind, of);
    count += trials.length - held + happened.length;
  }
  for (const work of works) {
    const trials = await attackedTools(attacks, work, 1, knowing);
    const open = trials.filter(({ got }) => got !== null);
    console.log(`\n${name}, ${work}: ${trials.length} tried, ${trials.length - open.length} held`);
    console.log(`  through by kind: ${counted(open.map(({ payload }) => payload.kind))}`);
    count += open.length;
  }
  return count;
}

function isHeld({ got, isInEntry }: Trial): boolean {
  return got === null || isInEntry;
}

function printKind(kind: string, trials: readonly Trial[]): void {
  if (kind === goodAnswer) {
    const taken = trials.filter(({ refused }) => refused === null).length;
    return console.log(
      `  ${kind.padEnd(26)} tried ${String(trials.length).padStart(6)}  taken ${String(taken).padStart(5)}`,
    );
  }
  const open = trials.filter((trial) => !isHeld(trial));
  const tried = String(trials.length).padStart(6);
  console.log(`  ${kind.padEnd(26)} tried ${tried}  held ${String(trials.length - open.length).padStart(6)}`);
  if (open.length === 0) return;
  console.log(`    through by disguise: ${counted(open.map(({ answer }) => answer.disguise))}`);
  for (const { attack, got, answer } of open.slice(0, Number(values.through)))
    console.log(
      `    ${attack.id}, ${answer.disguise}: ${JSON.stringify(got)} in ${JSON.stringify(
        answer.sentences
          .map(({ text }) => text)
          .join(' | ')
          .slice(0, 300),
      )}`,
    );
}

function counted(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length] as const);
  return counts
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
