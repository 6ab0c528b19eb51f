import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { type SampleConversation, readSampleStore } from '#adapters/inbox/sample/sample-store.ts';
import { composeDesk } from '#backend/compose.ts';
import type { Desk } from '#backend/desk.ts';
import { seedSampleStore } from '#backend/seed-sample.ts';
import { asksOf } from '#core/conversations/asks.ts';
import { regimes } from '#core/retrieval/candidate.ts';
import { type Example, confidenceOf, featureNames, featuresOf, fittedWeights } from '#core/retrieval/confidence.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { preparedTexts, rankedFor } from '#core/retrieval/retrieve-evidence.ts';
import { Language } from '#shared/model/basics.ts';
import type { Regime } from '#shared/model/draft.ts';

/*
 * Prints the weights from which `priorCalibration` was rounded: every ask of the sample store's waiting conversations,
 * right where the first passage is one that the conversation expects. Agreement never varies there (each answer stands
 * once), so that its prior of 0.5 is set by hand. Run: node test/bench/fit-prior.ts
 */
const resourcesFolder = path.resolve(import.meta.dirname, '../../resources');
/** Precision of the prior around zero: only enough to keep nearly separable examples from running away. */
const strength = 0.15;

const desk = composeDesk({
  version: '',
  dataFolder: ':memory:',
  resourcesFolder,
  host: noKeychainHost(),
  emit: () => undefined,
});
try {
  await desk.embedders.load();
  const store = await seedSampleStore(desk);
  await embedPassages(desk.deps);
  const examples = await examplesOf(desk, store?.id ?? '');
  console.log(featureNames.join('  '));
  for (const regime of regimes) {
    const known = examples.get(regime) ?? [];
    const weights = fittedWeights(
      known,
      featureNames.map(() => 0),
      strength,
    );
    const right = known.filter((one) => confidenceOf(one.features, weights) >= 0.5 === one.isRight).length;
    console.log(
      regime,
      weights.map((weight) => weight.toFixed(2)).join('  '),
      `${right} of ${known.length} told apart`,
    );
  }
} finally {
  await desk.close();
}

async function examplesOf({ deps }: Desk, storeId: string): Promise<ReadonlyMap<Regime, readonly Example[]>> {
  const examples = new Map<Regime, Example[]>(regimes.map((regime) => [regime, []]));
  const entryIds = readFileSync(path.join(resourcesFolder, 'sample-store/knowledge.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly id: string }).id);
  for (const hasVectors of [true, false]) {
    const retrieval = { ...deps, embedder: () => (hasVectors ? deps.embedder() : null) };
    for (const conversation of readSampleStore(resourcesFolder).conversations) {
      // What an order answers is not for the search to find.
      if (conversation.expects.some((expected) => expected.order !== undefined)) continue;
      const wanted = new Set(conversation.expects.flatMap((expected) => expected.entryIds ?? []));
      for (const { question, context } of askedIn(conversation)) {
        const language = Language.parse(conversation.language);
        const prepared = await preparedTexts(retrieval, [question, context], { storeId, about: null });
        const where = { about: null, language, channel: null, at: Date.now() };
        const ranking = rankedFor(retrieval, prepared, { storeId, question, context, ...where });
        const first = ranking.candidates[0];
        if (first === undefined) continue;
        const row = deps.knowledge.get(first.ownerId).source.row ?? 0;
        const isRight = wanted.has(entryIds[row - 1] ?? '');
        examples.get(ranking.regime)?.push({ features: featuresOf(ranking), isRight, weight: 1 });
      }
    }
  }
  return examples;
}

function askedIn(
  conversation: SampleConversation,
): ReadonlyArray<{ readonly question: string; readonly context: string }> {
  const lastAgent = conversation.turns.findLastIndex((turn) => turn.role === 'agent');
  const waiting = conversation.turns.slice(lastAgent + 1).filter((turn) => turn.automatic !== true);
  const before = conversation.turns.slice(0, Math.max(0, lastAgent)).findLast((turn) => turn.role === 'customer');
  const earlier = before === undefined ? `${conversation.subject}.` : (asksOf(before.text).at(-1)?.withContext ?? '');
  return waiting
    .flatMap((turn) => asksOf(turn.text))
    .map((ask) => ({ question: ask.text, context: `${earlier} ${ask.withContext}`.trim() }));
}
