import { reportCoverage } from '#core/insights/report-coverage.ts';
import type { DraftRepository } from '#core/ports/repositories/conversations.ts';
import type { StoreRepository } from '#core/ports/repositories/stores.ts';
import { type Trial, priorModel } from '#core/retrieval/store-model.ts';
import type { CoverageReport } from '#shared/model/coverage.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import type { FakeState } from './fake-state.ts';

const topics = ['shipping', 'returns', 'brewing', 'payment'] as const;

function trialsOf(seed: number): readonly Trial[] {
  const random = seededRandom(seed);
  return Array.from({ length: 520 }, (): Trial => {
    const confidence = random.next() < 0.3 ? random.next() * 0.5 : 1 - 0.5 * random.next() ** 2.4;
    const topic = random.pick(topics);
    const chance = topic === 'payment' ? confidence ** 1.8 : confidence;
    return { confidence, isRight: random.next() < chance, topic: random.next() < 0.1 ? null : topic, weight: 0.55 };
  });
}

/** What the first store has learned about its answers; the others are new. */
export function fakeCoverage(state: FakeState, storeId: string, topic: string | null): CoverageReport {
  const isFirst = state.world.stores[0]?.id === storeId;
  const learned = isFirst ? { trials: trialsOf(7), questionCount: 214, outcomeCount: 63 } : {};
  const versions = state.world.stores.filter(({ id }) => id === storeId);
  const stores = { versions: () => versions, get: () => versions[0] };
  return reportCoverage(
    {
      stores: stores as unknown as StoreRepository,
      drafts: { openAsks: () => [] } as unknown as DraftRepository,
      modelOf: () => ({ ...priorModel, ...learned }),
    },
    { storeId, topic },
  );
}
