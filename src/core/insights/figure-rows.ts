import type { InsightDimension, InsightRow } from '#shared/model/insight.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type Chosen, whoOf } from './chosen-outcomes.ts';
import { countFigures } from './count-figures.ts';
import type { AskFact, OutcomeFact } from './outcome-fact.ts';
import { withheldParts } from './withheld.ts';

type RowDeps = Pick<Database, 'stores' | 'knowledge' | 'profiles'>;

/** The same figures told apart, the row with the most outcomes first. A reply about two topics stands in both. */
export function rowsBy(deps: RowDeps, by: InsightDimension, chosen: Chosen, viewer: string): readonly InsightRow[] {
  const groups = new Map<string, OutcomeFact[]>();
  for (const fact of chosen.facts) {
    for (const key of new Set(keysOf(by, fact, chosen.meant))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [fact]);
      else group.push(fact);
    }
  }
  const parts = [...groups].toSorted((a, b) => b[1].length - a[1].length);
  const withheld = chosen.shown.withholdsFew
    ? withheldParts(
        parts.map(([, facts]) => ({ people: whoOf(facts) })),
        viewer,
      )
    : new Set<number>();
  return parts.map(([key, facts], i) => ({
    key,
    label: labelOf(deps, by, key),
    figures: withheld.has(i) ? null : countFigures(facts, (ask) => chosen.meant(ask) && isOfRow(by, key, ask)).figures,
  }));
}

function keysOf(by: InsightDimension, fact: OutcomeFact, meant: (ask: AskFact) => boolean): readonly string[] {
  switch (by) {
    case 'store':
      return [fact.storeId];
    case 'agent':
      return [fact.profileId ?? ''];
    case 'language':
      return [fact.language];
    case 'channel':
      return [fact.channel];
    case 'topic':
      return fact.asks.filter(meant).map(({ topic }) => topic ?? '');
    case 'entry':
      return fact.asks.flatMap((ask) => (ask.entryId !== null && meant(ask) ? [ask.entryId] : []));
  }
}

function isOfRow(by: InsightDimension, key: string, { topic, entryId }: AskFact): boolean {
  if (by === 'topic') return (topic ?? '') === key;
  return by === 'entry' ? entryId === key : true;
}

function labelOf({ stores, knowledge, profiles }: RowDeps, by: InsightDimension, key: string): string {
  switch (by) {
    case 'store':
      return stores.get(key).settings.name;
    case 'agent':
      return profiles.list().find(({ id }) => id === key)?.name ?? '';
    case 'topic':
      return key;
    case 'entry': {
      const entry = knowledge.find(key);
      return entry === null ? '' : entry.question || entry.answer.slice(0, 120);
    }
    case 'language':
    case 'channel':
      return '';
  }
}
