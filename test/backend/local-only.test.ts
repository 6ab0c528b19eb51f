import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { OpenAiSettings } from '#shared/model/language-model.ts';
import { startModelDouble } from '#test/support/doubles/model-double.ts';
import { modelWires } from '#test/support/doubles/model-wires.ts';
import { json } from '#test/support/language-model/double-model.ts';
import { type Reached, isLeaving, watchedRun, watchers } from '#test/support/sockets/watched-run.ts';
import type { WritingDeskOptions, WritingDeskReport } from './support/writing-desk.ts';

/*
 * A whole desk in a process of its own: its sample store's inbox is taken in and drafted, a page is imported, a model
 * words a draft and translates it, an edited reply leaves and teaches. Every socket of every process and thread of it is
 * watched.
 */
const found = watchers();
const [watcher] = found;
const desk = path.join(import.meta.dirname, 'support', 'writing-desk.ts');
const reachingOut = path.join(import.meta.dirname, '..', 'support', 'sockets', 'reaching-out.ts');

/** A name that no name server knows, and an address that nobody has. */
const far = ['https://models.example/v1', 'https://192.0.2.1/v1'].map((baseUrl) =>
  OpenAiSettings.parse({ kind: 'openai', baseUrl, model: 'm', times: { totalMs: 1_000 } }),
);
const ollama = modelWires.find(({ name }) => name === 'ollama');
/** To a draft, a translation, a rewriting and a summary, in this order. */
const answers = [
  { sentences: [{ text: 'A new batch reaches us about every 10 weeks.', sources: ['S1'] }] },
  // Of what is said for every sentence only that of the one it translates is shown.
  { parts: ['1', '2', '3', '4', '5', '6'].map((id) => ({ id, text: '新的一批大约每10周到货。' })) },
  { parts: [] },
  { asked: [], answered: [], open: [{ text: 'When is Kiln No. 4 back?', message: '1' }] },
];

async function watchedDesk(isLocalOnly: boolean) {
  if (ollama === undefined || watcher === undefined) throw new Error('There is no such wire format or watcher');
  const double = await startModelDouble(ollama);
  double.plan(...answers.map((answer) => ({ kind: 'answer' as const, said: json(JSON.stringify(answer)) })));
  try {
    const options: WritingDeskOptions = { isLocalOnly, models: [...far, ollama.settings(double.origin)] };
    const { reached, stdout } = await watchedRun(desk, [JSON.stringify(options)], watcher);
    const near = reached.filter(({ port }) => port === Number(new URL(double.origin).port));
    return { report: JSON.parse(stdout) as WritingDeskReport, reached, near, asked: double.requests.length };
  } finally {
    await double.stop();
  }
}

const shown = ({ family, address, port }: Reached): string => `${family} ${address} ${port}`;

describe.each(found)('watched by a %s', (each) => {
  test('bug: the watcher misses a way out of this machine', async () => {
    const { reached } = await watchedRun(reachingOut, [], each);
    const left = reached.filter(isLeaving);
    const places = left.map(({ address, port }) => `${address} ${port}`);
    // Itself, over the newer protocol, by datagram, from a thread and from another process.
    for (const place of ['192.0.2.1 443', '2001:db8::1 443', '192.0.2.2 514', '192.0.2.3 443', '192.0.2.4 443'])
      expect(places).toContain(place);
    expect(left.some(({ port }) => port === 53)).toBe(true);
  });
});

test('bug: a desk that lets nothing leave reaches beyond this machine while it imports, drafts, writes, translates or learns', async () => {
  const { report, reached, near, asked } = await watchedDesk(true);
  expect(report).toMatchObject({ writtenBy: 'Model 3', learned: 1, sent: 1, farLines: 0, errors: [] });
  expect(report.imported).toBeGreaterThan(0);
  expect(report.drafts).toBeGreaterThan(50);
  expect(report.translated).toContain('10周');
  expect(report.problems.filter((problem) => !problem.startsWith('Model 3'))).toEqual(
    answers.flatMap(() => ['Model 1: local_only', 'Model 2: local_only']),
  );
  // The watcher did watch: it saw the model on this machine being asked.
  expect([asked, near.length]).toEqual([answers.length, answers.length]);
  expect(reached.filter(isLeaving).map(shown)).toEqual([]);
}, 120_000);

test('bug: the desk that reaches nobody does so because nobody could be reached', async () => {
  const { report, reached } = await watchedDesk(false);
  expect(report.farLines).toBeGreaterThan(0);
  const left = reached.filter(isLeaving);
  expect(left.some(({ port }) => port === 53)).toBe(true);
  expect(left.some(({ address, port }) => address === '192.0.2.1' && port === 443)).toBe(true);
}, 120_000);
