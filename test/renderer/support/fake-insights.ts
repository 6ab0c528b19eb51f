import { listOutcomes } from '#core/insights/list-outcomes.ts';
import { type OutcomeFact, factOf } from '#core/insights/outcome-fact.ts';
import { type InsightDeps, reportInsights } from '#core/insights/report-insights.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { DriftAlarm } from '#shared/model/insight.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';
import type { World } from './fake-world.ts';
import { newId, share } from './sample.ts';

type InsightName = Exclude<Extract<keyof Handlers, `insight.${string}`>, 'insight.coverage'>;

const people = ['Noor', 'Ines', 'Teo'].map((name) => ({
  id: newId(),
  name,
  role: 'owner' as const,
  hasPin: false,
  state: 'active' as const,
  createdAt: 0,
}));
const silences = ['weak_evidence', 'no_evidence', 'weak_evidence', 'ambiguous'] as const;

function factsOf(world: World, outcome: Outcome, i: number): OutcomeFact {
  const thread = world.threads.get(outcome.conversationId);
  const draft = thread?.draft;
  const isSilent = outcome.act === 'written' || share(i * 3) < 0.12;
  const evidence = draft?.evidence[0];
  return factOf({
    ...outcome,
    row: i,
    draftId: outcome.id,
    profileId: people[i % 3]?.id ?? null,
    unsupported: outcome.act === 'edited' && share(i * 7) < 0.1 ? 1 : 0,
    language: thread?.conversation.language ?? 'en',
    channel: thread?.conversation.channel ?? 'email',
    draftLanguage: outcome.act === 'written' ? null : (draft?.language ?? 'en'),
    asks: [
      {
        silence: isSilent ? (silences[i % silences.length] ?? null) : null,
        isAnswered: !isSilent,
        isPicked: false,
        kind: 'knowledge',
        ownerId: evidence?.id ?? null,
        correctsEntryId: null,
        topic: evidence?.topic ?? null,
        language: null,
      },
    ],
    sentences: [],
  });
}

/** Figures of the made-up history, by the desk's own counting. */
export function fakeInsights({ world }: FakeState, emit: EmitEvent): Pick<Handlers, InsightName> {
  const owner = people[0] ?? { id: newId(), role: 'owner' as const };
  const dismissed = new Set<string>();
  const deps = (): InsightDeps & Parameters<typeof listOutcomes>[0] => {
    const facts = world.outcomes
      .map((outcome, i) => factsOf(world, outcome, i))
      .sort((a, b) => a.createdAt - b.createdAt);
    const part = {
      stores: { list: () => world.stores, get: (id: string) => world.stores.find((store) => store.id === id) },
      drafts: {
        openAsks: () => [...world.threads.values()].flatMap(({ draft }) => (draft?.state === 'open' ? [draft] : [])),
      },
      learned: { list: () => ({ items: [], total: world.learned.length }) },
      knowledge: {
        countActive: () => world.entries.length,
        find: (id: string) => world.entries.find((entry) => entry.id === id) ?? null,
      },
      profiles: { list: () => people },
      outcomes: { find: (id: string) => world.outcomes.find((outcome) => outcome.id === id) ?? null },
      facts: { standing: () => Promise.resolve(facts) },
    };
    return part as unknown as InsightDeps & Parameters<typeof listOutcomes>[0];
  };
  return {
    'insight.report': (query) => reportInsights(deps(), query, owner),
    'insight.outcomes': async (wanted) => [...(await listOutcomes(deps(), wanted, owner, 500))],
    'insight.drift': () => alarmsOf(world).filter(({ key }) => !dismissed.has(key)),
    'insight.dismissDrift': ({ key }) => {
      dismissed.add(key);
      return {};
    },
    'insight.restoreDrift': ({ key }) => {
      dismissed.delete(key);
      return {};
    },
    'insight.setComparison': ({ storeId, comparesPeople }) => {
      world.stores = world.stores.map((store) =>
        store.id === storeId ? { ...store, settings: { ...store.settings, comparesPeople } } : store,
      );
      emit('store.changed', { storeId });
      return {};
    },
    'insight.export': () => ({ files: ['/home/desk/deskside-insights-figures.csv'] }),
  };
}

function alarmsOf(world: World): DriftAlarm[] {
  const [entry] = world.entries;
  if (entry === undefined) return [];
  const since = Math.max(...world.outcomes.map(({ createdAt }) => createdAt)) - 9 * 86_400_000;
  const edited = world.outcomes.filter(({ act, createdAt }) => act === 'edited' && createdAt >= since);
  return [
    {
      key: 'entry',
      kind: 'entry',
      topic: entry.topic,
      entries: [{ id: entry.id, question: entry.question, answer: entry.answer, changed: 11, all: 13 }],
      since,
      noticedAt: since + 3 * 86_400_000,
      before: { changed: 6, all: 58 },
      after: { changed: 11, all: 13 },
      edits: [{ from: '30 days', to: '45 days', count: 9 }],
      outcomeIds: edited.map(({ id }) => id),
    },
  ];
}
