import { readFileSync } from 'node:fs';
import path from 'node:path';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import type { ReplayDeps } from '#core/replay/replay-changes.ts';
import { priorModel } from '#core/retrieval/store-model.ts';
import { type KnowledgeContent, type KnowledgeEntry, unlimited } from '#shared/model/knowledge.ts';
import { type CoreDesk, coreDesk, incoming, noon, take } from '#test/support/core-desk.ts';
import { resourcesFolder, sampleMessages } from '#test/support/sample-resources.ts';
import type { SeededRandom } from '#test/support/seeded-random.ts';

type SampleEntry = {
  readonly question?: string;
  readonly title: string;
  readonly answer: string;
  readonly topic: string;
  readonly language: KnowledgeContent['language'];
};

/** What the sample store knows. */
export function sampleEntries(): readonly KnowledgeContent[] {
  return readFileSync(path.join(resourcesFolder, 'sample-store', 'knowledge.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SampleEntry)
    .map(({ question, title, answer, topic, language }) => ({
      kind: 'pair',
      question: question ?? title,
      answer,
      topic,
      scope: [],
      language,
      ...unlimited,
    }));
}

export type ReplayDesk = {
  readonly desk: CoreDesk;
  /** Confidence stays as it was fitted. */
  readonly deps: ReplayDeps;
  readonly entries: readonly KnowledgeEntry[];
};

/** A desk that knows what the sample store knows, with so many conversations of one question each. */
export async function replayDesk(random: SeededRandom, count: number): Promise<ReplayDesk> {
  const desk = coreDesk();
  const entries: KnowledgeEntry[] = [];
  for (const content of sampleEntries())
    entries.push(await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: null, content }));
  const asked = [...sampleMessages(), ...entries.map(({ question }) => question)];
  for (let i = 0; i < count; i++) {
    const words = random.pick(asked).split(/\s+/);
    // Hardly two customers ask with the same words.
    const text = words.length < 6 ? words.join(' ') : words.filter(() => random.next() > 0.12).join(' ');
    const customer = `customer${random.whole(1, Math.ceil(count * 0.8))}@example.com`;
    take(
      desk,
      incoming({
        text,
        customerAddress: customer,
        authorAddress: customer,
        remoteId: `m-${i}`,
        subject: `Question ${i}`,
        sentAt: noon - (count - i) * 60_000,
      }),
    );
  }
  return { desk, deps: { ...desk.deps, learnedModel: () => Promise.resolve(priorModel) }, entries };
}
