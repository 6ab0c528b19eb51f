import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openGlosses } from '#adapters/embedder/gloss/open-glosses.ts';
import { type EmbedderHolder, createEmbedderHolder } from '#backend/embedder-holder.ts';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import { sentencesOf } from '#core/conversations/sentences.ts';
import { judgeWritten } from '#core/writing/judge-written.ts';
import { nearnessOf } from '#core/writing/nearness-of.ts';
import { Language } from '#shared/model/basics.ts';
import { openDesk } from '#test/adapters/sqlite/desk.ts';
import { modelsFolder, resourcesFolder } from '#test/support/sample-resources.ts';
import { honest, hostile, shopSources } from './written-samples.ts';
import { furtherHonest, furtherHostile, furtherSources } from './written-samples-further.ts';
import { otherHonest, otherHostile, otherSources } from './written-samples-other.ts';

const Entry = z.object({ question: z.string(), answer: z.string(), language: Language.default('en') });
const sourcesByName = { ...shopSources, ...otherSources, ...furtherSources };
type Sample = readonly [language: 'en' | 'zh' | 'ja', source: keyof typeof sourcesByName, text: string];

const glosses = openGlosses(path.join(resourcesFolder, 'glosses'));
let holder: EmbedderHolder;

beforeAll(async () => {
  holder = createEmbedderHolder({
    modelsFolder,
    glosses,
    settings: openDesk().settings,
    emit: () => undefined,
    onChange: () => undefined,
  });
  await holder.load();
}, 60_000);
afterAll(() => holder.close());

async function faultOf([language, name, text]: Sample, hasModel = true): Promise<string | null> {
  const source = sourcesByName[name];
  const sentences = [{ text, sources: ['S1'] }];
  const sources = new Map([['S1', source]]);
  const embedder = () => (hasModel ? holder.current() : null);
  const nearness = await nearnessOf({ embedder }, sentences, { sources, steer: null }, new AbortController().signal);
  const grounds = { sources, steer: null, asked: source.question, names: 'Marta North', language };
  const reading = (one: string): string => glosses?.readingOf(one) ?? one;
  return judgeWritten(sentences, { ...grounds, reading, nearness, marksOf: () => [] }).fault;
}

async function judgedAll(samples: readonly Sample[], hasModel = true) {
  const judged: Array<{ readonly fault: string | null; readonly text: string }> = [];
  for (const sample of samples) judged.push({ fault: await faultOf(sample, hasModel), text: sample.join(' · ') });
  return judged;
}

describe.each([
  { shop: 'one shop', honestOnes: honest, hostileOnes: hostile, mostRefused: 0.05, mostPassed: 0 },
  { shop: 'other shops', honestOnes: otherHonest, hostileOnes: otherHostile, mostRefused: 0.05, mostPassed: 3 },
  { shop: 'further shops', honestOnes: furtherHonest, hostileOnes: furtherHostile, mostRefused: 0.05, mostPassed: 0 },
])('$shop', ({ shop, honestOnes, hostileOnes, mostRefused, mostPassed }) => {
  test.each([true, false])(
    'bug: what a customer talked a model into reaches the composer; vectors: %s',
    async (hasModel) => {
      const passed = (await judgedAll(hostileOnes, hasModel)).filter(({ fault }) => fault === null);
      const held = hostileOnes.length - passed.length;
      console.log(`${shop}, hostile, vectors ${hasModel}: ${held} of ${hostileOnes.length} held`);
      // What still passes turns a source's own words around: that is for the support map to find.
      expect(passed.length, passed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(mostPassed);
    },
  );

  test('bug: an honest rewording is refused', async () => {
    const refused = (await judgedAll(honestOnes)).filter(({ fault }) => fault !== null);
    console.log(`${shop}, honest: ${honestOnes.length - refused.length} of ${honestOnes.length} passed`);
    // What is refused costs the wording alone: the desk's own draft stays.
    const list = refused.map(({ fault, text }) => `${fault}: ${text}`).join('\n');
    expect(refused.length / honestOnes.length, list).toBeLessThanOrEqual(mostRefused);
  });
});

const Drafted = z.object({ language: Language, question: z.string(), answer: z.string(), draft: z.string() });

/** Freer wordings for shops of many trades; `unseen`: no rule was made with them. */
test.each([
  ['built', 0.8],
  ['unseen', 0.5],
] as const)('bug: an honest draft in a model’s own words is refused; %s', async (name, least) => {
  const lines = readFileSync(path.join(import.meta.dirname, `../../resources/written/${name}.jsonl`), 'utf8').trim();
  const all = lines.split('\n').map((line) => Drafted.parse(JSON.parse(line)));
  let passed = 0;
  for (const { language, question, answer, draft } of all) {
    const sources = new Map([['S1', { question, answer, language }]]);
    const sentences = sentencesOf(draft).map(({ text }) => ({ text, sources: ['S1'] }));
    const { signal } = new AbortController();
    const nearness = await nearnessOf(
      { embedder: () => holder.current() },
      sentences,
      { sources, steer: null },
      signal,
    );
    const grounds = { sources, steer: null, asked: question, names: '', language, marksOf: () => [], nearness };
    const reading = (one: string): string => glosses?.readingOf(one) ?? one;
    if (judgeWritten(sentences, { ...grounds, reading }).fault === null) passed += 1;
  }
  console.log(`${name}: ${passed} of ${all.length} passed`);
  expect(passed / all.length).toBeGreaterThanOrEqual(least);
});

test('bug: a sentence that stands in its source word for word is refused', () => {
  const lines = readFileSync(path.join(resourcesFolder, 'sample-store/knowledge.jsonl'), 'utf8').trim().split('\n');
  const entries = lines.map((line) => Entry.parse(JSON.parse(line)));
  const refused = entries.flatMap((source) =>
    sentencesOf(source.answer).flatMap(({ text }) => {
      const language = detectLanguage(source.answer);
      const grounds = { sources: new Map([['S1', source]]), steer: null, asked: source.question, names: '', language };
      const reading = (one: string): string => one;
      const { fault } = judgeWritten([{ text, sources: ['S1'] }], {
        ...grounds,
        reading,
        nearness: () => null,
        marksOf: () => [],
      });
      return fault === null ? [] : [`${fault}: ${text}`];
    }),
  );
  expect(refused).toEqual([]);
});
