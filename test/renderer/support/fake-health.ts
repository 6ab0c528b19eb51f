import type { Finding, FindingKind } from '#shared/model/finding.ts';
import { FindingKind as FindingKinds } from '#shared/model/finding.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';

type HealthName = Extract<keyof Handlers, `health.${string}`>;

const dayMs = 86_400_000;

/** Findings over the made-up entries, the same at every start. */
export function fakeHealthHandlers({ emit, world }: FakeState): Pick<Handlers, HealthName> {
  const dismissed = new Set<number>();

  function all(storeId: string): readonly Finding[] {
    const entries = world.entries.filter((entry) => entry.state === 'active' && (entry.storeId ?? storeId) === storeId);
    return findingsOf(entries).filter((one) => !dismissed.has(one.id));
  }
  function known(findingId: number): void {
    if (findingId < 1 || findingId > 8) throw new AppError('not_found', 'There is no such finding.');
  }

  return {
    'health.list': ({ storeId, kind, offset, limit }) => {
      const found = all(storeId).filter((one) => kind === null || one.kind === kind);
      return { items: found.slice(offset, offset + limit), total: found.length };
    },
    'health.counts': ({ storeId }) => {
      const counts = Object.fromEntries(FindingKinds.options.map((kind) => [kind, 0])) as Record<FindingKind, number>;
      for (const { kind } of all(storeId)) counts[kind] += 1;
      return counts;
    },
    'health.dismiss': ({ findingId }) => {
      known(findingId);
      dismissed.add(findingId);
      emit('health.changed', {});
      return {};
    },
    'health.undismiss': ({ findingId }) => {
      known(findingId);
      dismissed.delete(findingId);
      emit('health.changed', {});
      return {};
    },
    'health.scanState': () => ({ waiting: 0, entries: world.entries.length }),
  };
}

function findingsOf(entries: FakeState['world']['entries']): readonly Finding[] {
  const at = (index: number) => (entries.length === 0 ? undefined : entries[index % entries.length]);
  const base = { spans: [], fact: null, until: null, corrected: null, since: Date.now() - 5 * dayMs };
  const findings: Finding[] = [];
  const add = (one: Omit<Finding, 'id'>): void => void findings.push({ ...one, id: findings.length + 1 });
  const [a, b, c, d, e] = [at(0), at(1), at(2), at(3), at(4)];
  if (a !== undefined && b !== undefined && a !== b) {
    const span = (entry: typeof a) => ({ entryId: entry.id, start: 0, end: Math.min(24, entry.answer.length) });
    add({
      ...base,
      kind: 'contradiction',
      severity: 0.9,
      entries: [a, b],
      spans: [span(a), span(b)],
      fact: 'duration',
    });
    add({ ...base, kind: 'contradiction', severity: 0.7, entries: [b, a], spans: [span(b), span(a)], fact: 'stance' });
  }
  if (c !== undefined) {
    add({ ...base, kind: 'expired', severity: 0.8, entries: [c], until: Date.now() - 2 * dayMs });
    const latest = [
      { itemId: c.id, text: 'Orders before 15:00 leave the same day.', at: Date.now() - dayMs },
      { itemId: c.id, text: 'We ship the same day until three.', at: Date.now() - 3 * dayMs },
    ];
    add({ ...base, kind: 'corrected', severity: 0.4, entries: [c], corrected: { times: 4, latest } });
  }
  if (d !== undefined) add({ ...base, kind: 'expiring', severity: 0.5, entries: [d], until: Date.now() + 6 * dayMs });
  if (d !== undefined && e !== undefined && d !== e)
    add({ ...base, kind: 'duplicate', severity: 0.8, entries: [d, e] });
  if (e !== undefined) add({ ...base, kind: 'unused', severity: 0.3, entries: [e], since: Date.now() - 90 * dayMs });
  return findings;
}
